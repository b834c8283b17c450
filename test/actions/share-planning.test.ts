import { describe, expect, it } from '@jest/globals';
import type { WorkbookModel } from '../../local/model/workbook';
import { aRequest, REQUEST_FORM } from '../support/a-campaign-by-forms';
import { aPlannedCampaign } from '../support/a-planned-campaign';
import type { AddonAnswer, Desk } from '../support/an-addon';

const SHARE = 'Partager avec les enseignants';
const FILE = 'Planning Pix – Classeur';

function publish(desk: Desk, viewers: string, groupLists = false): AddonAnswer {
  return desk.runtime.call('publishPlanning', [{ viewers, groupLists }]) as AddonAnswer;
}
function shared(desk: Desk, name = FILE): WorkbookModel {
  const file = desk.runtime.account.spreadsheet(name);
  if (file === null) throw new Error(`There is no spreadsheet ${name}.`);
  return file;
}
/** Everything that a spreadsheet holds, wherever it is. */
const everything = (file: WorkbookModel): string =>
  file.sheets
    .map((sheet) => [
      sheet.name,
      ...Array.from({ length: sheet.lastRow }, (_, row) =>
        Array.from({ length: sheet.lastColumn }, (_, column) => String(sheet.get(row + 1, column + 1) ?? '')),
      ),
    ])
    .join('\n');

describe('Partager avec les enseignants', () => {
  it('publishes sessions and head-counts in a spreadsheet that holds nothing else', () => {
    const desk = aPlannedCampaign();
    const answer = publish(desk, 'a@exemple.fr, b@exemple.fr');
    expect(answer.status).toBe('done');
    const file = shared(desk);
    expect(file.sheets.map(({ name }) => name)).toEqual(['Sessions', 'Changements']);
    const text = everything(file);
    expect(text).toContain('Droit L2 (11)');
    expect(text).toContain('Odile Martin');
    expect(text).not.toMatch(/NOM\d|Prénom\d|etu\d|exemple\.fr|0000000\d|majoré/i);
    // Nor anywhere that does not show.
    expect([file.namedRanges.size, file.metadata.size]).toEqual([0, 0]);
    for (const sheet of file.sheets) {
      expect([sheet.hidden, sheet.formulas.size, sheet.metadata.size, sheet.form]).toEqual([
        false,
        0,
        0,
        null,
      ]);
      const notes = Array.from({ length: sheet.maxRows }, (_, row) =>
        Array.from({ length: sheet.maxColumns }, (__, column) => sheet.notes.get(row + 1, column + 1) ?? ''),
      );
      expect(notes.flat().join(' ').trim()).toMatch(/^(Les sessions de certification Pix|Ce qui a changé)/);
    }
    expect([...file.viewers]).toEqual(['a@exemple.fr', 'b@exemple.fr']);
    expect(new Set(desk.column('Planning', 'État'))).toEqual(new Set(['Publiée']));
  });

  it('is shared with exactly those chosen, refreshed in the same file, and says what changed', () => {
    const desk = aPlannedCampaign();
    publish(desk, 'a@exemple.fr b@exemple.fr');
    const { id } = shared(desk);
    expect(publish(desk, 'b@exemple.fr c@exemple.fr').lines.join(' ')).toContain('Rien n’a changé');
    expect([...shared(desk).viewers].sort()).toEqual(['b@exemple.fr', 'c@exemple.fr']);
    desk.set('Créneaux', 2, 3, 0.375);
    const told = publish(desk, 'b@exemple.fr');
    expect(told.lines.join(' ')).toContain('1 session a changé');
    expect(shared(desk).id).toBe(id);
    expect(everything(shared(desk))).toMatch(
      /à 9\u00a0h au lieu de lun\.\u00a011\/01\/2027 à 8\u00a0h\u00a030/,
    );
    desk.set('Créneaux', 2, 4, 0.5);
    const header = desk.values('Salles')[0] ?? [];
    const rooms = desk.column('Salles', 'Code').indexOf(desk.column('Planning', 'Code')[0] ?? '') + 2;
    desk.set('Salles', rooms, header.indexOf('Bâtiment') + 1, 'Bâtiment neuf');
    desk.set('Salles', rooms, header.indexOf('Places') + 1, 60);
    publish(desk, 'b@exemple.fr');
    expect(everything(shared(desk))).toMatch(
      /fin à 12\u00a0h au lieu de 10\u00a0h\u00a030\u00a0; bâtiment\u00a0: Bâtiment neuf au lieu de [^;]+; 60 places au lieu de \d+\./,
    );
  });

  it('publishes nothing when an address is none', () => {
    const desk = aPlannedCampaign();
    const answer = publish(desk, 'a@exemple.fr, pas une adresse');
    expect(answer.status).toBe('blocked');
    expect(desk.runtime.account.spreadsheet(FILE)).toBeNull();
  });

  it('makes the file again when somebody deleted it', () => {
    const desk = aPlannedCampaign();
    publish(desk, '');
    desk.runtime.account.remove(shared(desk));
    expect(publish(desk, '').lines.join(' ')).toContain('une nouvelle a été créée');
  });

  it('goes on with the same file when it was stopped once the file was made', () => {
    const desk = aPlannedCampaign();
    desk.runtime.fail({ call: 'Spreadsheet.addViewers', when: 'after', thenStop: true });
    publish(desk, 'a@exemple.fr');
    const { id } = shared(desk);
    expect(publish(desk, 'a@exemple.fr').status).toBe('done');
    expect(shared(desk).id).toBe(id);
    expect(desk.runtime.account.spreadsheets.filter(({ name }) => name === FILE)).toHaveLength(1);
  });

  it('gives the list of a group to who asked for it, and to nobody else', () => {
    const desk = aPlannedCampaign();
    desk.click('Créer le formulaire de demande');
    desk.runtime.submitForm(REQUEST_FORM, aRequest({ Groupe: 'Droit L2', "Nombre d'étudiants": '12' }), {
      email: 'agnes.rivoal@exemple.fr',
    });
    desk.set('Demandes', 2, (desk.values('Demandes')[0] ?? []).indexOf('Statut') + 1, 'Acceptée');
    expect(desk.click(SHARE).status).toBe('done');
    expect([...shared(desk).viewers]).toEqual(['agnes.rivoal@exemple.fr']);
    publish(desk, 'autre@exemple.fr', true);
    const list = shared(desk, 'Planning Pix – groupe Droit L2');
    expect([...list.viewers]).toEqual(['agnes.rivoal@exemple.fr']);
    const text = everything(list);
    expect(text).toContain('NOM12');
    expect(text).not.toMatch(/NOM13|etu\d|exemple\.fr|0000000\d|majoré/i);
    // Nobody is listed in that group any more: the list is not left behind.
    const group = (desk.values('Étudiants')[0] ?? []).indexOf('Groupe') + 1;
    for (let row = 2; row <= 13; row += 1) desk.set('Étudiants', row, group, 'Droit L3');
    publish(desk, 'autre@exemple.fr', true);
    expect([...list.viewers]).toEqual([]);
    expect(everything(list)).not.toContain('NOM12');
  });

  it('takes the lists back when staff no longer want them, and tells staff where each is', () => {
    const desk = aPlannedCampaign();
    desk.click('Créer le formulaire de demande');
    desk.runtime.submitForm(REQUEST_FORM, aRequest({ Groupe: 'Droit L2', "Nombre d'étudiants": '12' }), {
      email: 'agnes.rivoal@exemple.fr',
    });
    desk.set('Demandes', 2, (desk.values('Demandes')[0] ?? []).indexOf('Statut') + 1, 'Acceptée');
    expect(publish(desk, '', true).lines.join(' ')).toMatch(
      /Liste du groupe «\u00a0Droit L2\u00a0»\u00a0: https:/,
    );
    const list = shared(desk, 'Planning Pix – groupe Droit L2');
    publish(desk, '', false);
    expect([...list.viewers]).toEqual([]);
    expect(everything(list)).not.toContain('NOM12');
  });
});
