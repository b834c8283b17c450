import { describe, expect, it } from '@jest/globals';
import type { FormDelivery } from '../../local/execution/send-form';
import { aCampaign, aRequest, AVAILABILITY_FORM, REQUEST_FORM, SLOTS } from '../support/a-campaign-by-forms';
import type { Desk } from '../support/an-addon';

const AGNES = 'agnes.rivoal@exemple.fr';
const REFRESH = 'Actualiser les formulaires';

function withForms(): Desk {
  const desk = aCampaign();
  desk.click('Créer le formulaire de demande');
  desk.click('Créer le formulaire de disponibilité');
  return desk;
}
interface Sending {
  readonly email?: string;
  readonly loses?: 'event' | 'row';
  readonly edit?: string;
}
function request(desk: Desk, more: Parameters<typeof aRequest>[0], sending: Sending = {}): FormDelivery {
  desk.runtime.clock.sleep(60_000);
  return desk.runtime.submitForm(REQUEST_FORM, aRequest(more), { email: AGNES, ...sending });
}
function answer(desk: Desk, id: string, possible: readonly string[], sending: Sending = {}): void {
  desk.runtime.clock.sleep(60_000);
  const email = `etu${Number(id)}@etu.exemple.fr`;
  const given = { 'N° étudiant': id, 'Créneaux possibles': possible };
  desk.runtime.submitForm(AVAILABILITY_FORM, given, { email, ...sending });
}
const columnOf = (desk: Desk, header: string): number =>
  (desk.values('Demandes')[0] ?? []).indexOf(header) + 1;
const decide = (desk: Desk, row: number, state: string): void =>
  desk.set('Demandes', row, columnOf(desk, 'Statut'), state);
const states = (desk: Desk) => desk.column('Demandes', 'Statut');
const setting = (desk: Desk, name: string, value: string): void =>
  desk.set('Paramètres', desk.column('Paramètres', 'Paramètre').indexOf(name) + 2, 2, value);

describe('an answer that the platform tells nobody of', () => {
  it('is taken when somebody opens the workbook', () => {
    const desk = withForms();
    request(desk, {}, { loses: 'event' });
    answer(desk, '00000001', [SLOTS.C01], { loses: 'event' });
    expect([states(desk), desk.records('Disponibilités')]).toEqual([[null], []]);
    desk.runtime.open();
    expect(states(desk)).toEqual(['Nouvelle']);
    expect(desk.column('Disponibilités', 'Étudiant ou groupe')).toEqual(['00000001']);
  });

  it('counts in the next calculation', () => {
    const desk = withForms();
    answer(desk, '00000001', [SLOTS.C01], { loses: 'event' });
    expect(desk.click('Calculer le planning')).toMatchObject({ summary: { seated: 1 } });
  });

  it('counts when it was edited: what was accepted is to be accepted again', () => {
    const desk = withForms();
    const sent = request(desk, {});
    decide(desk, 2, 'Acceptée');
    if (sent.status === 'sent')
      request(desk, { "Nombre d'étudiants": '44' }, { edit: sent.responseId, loses: 'event' });
    desk.click('Vérifier les données');
    expect(states(desk)).toEqual(['Nouvelle']);
    expect(desk.column('Demandes', 'Suivi')[0]).toMatch(/^Modifiée après coup\. 44 places/);
  });

  it('is fetched from its form when it has no row either, once, and not when staff removed the row', () => {
    const desk = withForms();
    request(desk, { Groupe: 'Ici' });
    request(desk, { Groupe: '=1+1', Remarques: 'perdue' }, { loses: 'row' });
    answer(desk, '00000002', [SLOTS.C01, SLOTS.C02], { loses: 'row' });
    // The rows may still be on the way.
    expect(desk.click(REFRESH).lines.join(' ')).not.toContain('Google n’avait pas');
    desk.runtime.clock.sleep(180_000);
    expect(desk.click(REFRESH).lines.join(' ')).toContain('2 réponses que Google n’avait pas écrites');
    expect(desk.column('Demandes', 'Groupe')).toEqual(['Ici', '=1+1']);
    expect(desk.records('Demandes')[1]).toMatchObject({
      'Adresse e-mail': AGNES,
      "Nombre d'étudiants": '18',
      Remarques: 'perdue',
      Statut: 'Nouvelle',
    });
    expect(desk.workbook.sheets.flatMap(({ formulas }) => [...formulas.keys()])).toEqual([]);
    expect(desk.values('Disponibilités')[1]).toEqual(['00000002', 'oui', 'oui', 'non']);
    desk.workbook.sheetByName('Demandes')?.deleteRows(3, 1);
    expect(desk.click(REFRESH).lines.join(' ')).not.toContain('Google');
    expect(desk.column('Demandes', 'Groupe')).toEqual(['Ici']);
  });

  it('is fetched though a row that staff copied makes as many rows as answers', () => {
    const desk = withForms();
    request(desk, { Groupe: 'Ici' });
    (desk.values('Demandes')[1] ?? []).forEach((value, at) => desk.set('Demandes', 3, at + 1, value));
    const sheet = desk.workbook.sheetByName('Demandes');
    sheet?.set(3, 1, sheet.get(2, 1));
    sheet?.styles.numberFormat.set({ row: 3, column: 1, rows: 1, columns: 1 }, 'dd/mm/yyyy hh:mm:ss');
    request(desk, { Groupe: 'Là' }, { loses: 'row' });
    desk.runtime.clock.sleep(180_000);
    expect(desk.click(REFRESH).lines.join(' ')).toContain('1 réponse que Google n’avait pas écrite');
    expect(desk.column('Demandes', 'Groupe')).toEqual(['Ici', 'Ici', 'Là']);
  });

  it('stops no opening and no calculation when its tab cannot be written', () => {
    const desk = withForms();
    answer(desk, '00000001', [SLOTS.C01]);
    request(desk, {}, { loses: 'event' });
    desk.runtime.fail({ call: 'Range.setValues', at: 1, message: 'Service Spreadsheets failed' });
    expect(desk.click('Vérifier les données').status).toBe('done');
  });
});

describe('an answer that the platform tells of twice', () => {
  /** A colleague who refreshed the forms has a trigger too. */
  const heardAgain = (desk: Desk, row: number): void => {
    desk.runtime.call('onFormSubmitted', [], {
      event: (spreadsheet) => ({
        range: spreadsheet
          .getSheets()
          .find((sheet) => sheet.getName() === 'Demandes')
          ?.getRange(row, 1),
      }),
    });
  };

  it('is checked and acknowledged once, and what staff decided meanwhile stays', () => {
    const desk = withForms();
    setting(desk, 'Accusé de réception des demandes', 'oui');
    request(desk, {});
    decide(desk, 2, 'Acceptée');
    heardAgain(desk, 2);
    expect(states(desk)).toEqual(['Acceptée']);
    expect(desk.runtime.account.outbox.to(AGNES)).toHaveLength(1);
  });
});

describe('an acknowledgement', () => {
  it('leaves later when the answer was checked where no message may leave, or after the day’s quota', () => {
    const desk = aCampaign({ limits: { recipients: 1 } });
    desk.click('Créer le formulaire de demande');
    setting(desk, 'Accusé de réception des demandes', 'oui');
    request(desk, { Groupe: 'A' });
    request(desk, { Groupe: 'B' });
    request(desk, { Groupe: 'C' }, { loses: 'event' });
    desk.runtime.open();
    const subjects = () => desk.runtime.account.outbox.to(AGNES).map(({ subject }) => subject.slice(-1));
    expect(subjects()).toEqual(['A']);
    for (const expected of ['B', 'C']) {
      desk.runtime.clock.sleep(25 * 3_600_000);
      desk.click(REFRESH);
      expect(subjects()).toContain(expected);
    }
    desk.runtime.clock.sleep(25 * 3_600_000);
    desk.click(REFRESH);
    expect(subjects()).toEqual(['A', 'B', 'C']);
  });
});

describe('Actualiser les formulaires', () => {
  it('looks again at requests that nobody decided on, and leaves the others', () => {
    const desk = withForms();
    request(desk, { Groupe: 'A', 'Créneaux possibles': [SLOTS.C02] });
    request(desk, { Groupe: 'B', 'Créneaux possibles': [SLOTS.C02] });
    decide(desk, 3, 'Acceptée');
    const row = desk.column('Créneaux', 'Créneau').indexOf('C02') + 2;
    desk.set('Créneaux', row, 1, 'C09');
    desk.click(REFRESH);
    expect(states(desk)).toEqual(['À compléter', 'Acceptée']);
    expect(desk.column('Demandes', 'Suivi')[0]).toMatch(/Le créneau «\u00a0C02 [^»]+» n’est plus proposé/);
  });
});

describe('a form that is out of reach', () => {
  it.each(['NO', 'CLOSE'] as const)('is not replaced without a yes: %s', (button) => {
    const asked: string[] = [];
    const desk = aCampaign({
      onQuestion: ({ buttons, message }) => {
        if (buttons !== 'YES_NO') return { button: 'OK', text: '' };
        asked.push(message);
        return { button, text: '' };
      },
    });
    desk.click('Créer le formulaire de demande');
    desk.runtime.fail({ call: 'FormApp.openByUrl', message: 'No item with the given ID could be found.' });
    const told = desk.click('Créer le formulaire de demande');
    expect(asked).toEqual([expect.stringContaining('les réponses au premier ne seront plus lues')]);
    expect(told.lines[0]).toMatch(/^Rien n’est créé/);
    expect(desk.tabs).not.toContain('Demandes (avant le formulaire)');
  });
});
