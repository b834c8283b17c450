import { describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SheetModel } from '../../local/model/sheet';
import { readWorkbookFile, writeWorkbookFile } from '../../local/xlsx/file';
import { type AddonAnswer, COMPLETE, Desk, type Value } from '../support/an-addon';

const OUTPUTS = ['Planning', 'Affectations', 'Places sans nom', 'Non placés', 'Synthèse', 'À corriger'];
const TAB = 'PixOrga historique (ne pas modifier)';
const HEADERS = ['N° étudiant', 'Nom', 'Prénom', 'Groupe', 'Site'];
const MINUTES = 60_000;

/** Two rooms enough for everybody on either of two days; groups can come on both. */
function small(options: ConstructorParameters<typeof Desk>[1] = {}, students = 12): Desk {
  return Desk.prepared(
    [
      {
        tab: 'Créneaux',
        rows: [
          ['Créneau', 'Date', 'Début', 'Fin'],
          ['C01', { date: '11/01/2027' }, { time: '08:30' }, { time: '10:30' }],
          ['C02', { date: '12/01/2027' }, { time: '08:30' }, { time: '10:30' }],
        ],
      },
      {
        tab: 'Étudiants',
        rows: [
          HEADERS,
          ...Array.from({ length: students }, (_, index) => [
            `0${2200000 + index}`,
            `Nom${index}`,
            'Camille',
            index % 2 === 0 ? 'L1' : 'L2',
            'Caen Campus 1',
          ]),
        ],
      },
      {
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01', 'C02'],
          ['L1', 'oui', 'non'],
          ['L2', 'oui', 'non'],
        ],
      },
    ],
    options,
  );
}

/** A calculation that is written, ten minutes after what came before. */
function calculate(desk: Desk): readonly string[] {
  desk.runtime.clock.sleep(10 * MINUTES);
  const answer = call(desk, 'computePlanning');
  expect(answer.status).toBe('done');
  return answer.lines;
}

const outputsOf = (desk: Desk) => OUTPUTS.map((tab) => desk.values(tab));

const at = (desk: Desk, tab: string, header: string): number =>
  (desk.values(tab)[0] ?? []).indexOf(header) + 1;

function put(desk: Desk, tab: string, row: number, header: string, value: Value): void {
  desk.set(tab, row, at(desk, tab, header), value);
}

/** The other group's day: everybody moves from the first slot to the second. */
function onTheSecondDay(desk: Desk): void {
  for (const row of [2, 3]) {
    desk.set('Disponibilités', row, 2, 'non');
    desk.set('Disponibilités', row, 3, 'oui');
  }
}

function onBothDays(desk: Desk): void {
  for (const row of [2, 3]) for (const column of [2, 3]) desk.set('Disponibilités', row, column, 'oui');
}

interface Preview {
  readonly kind: string;
  readonly lines: readonly string[];
  readonly misfits: readonly string[];
  readonly edits: readonly string[];
  readonly differences: Differences;
  readonly mark: string;
}

interface Differences {
  readonly moved: readonly { readonly who: string; readonly from: string; readonly to: string }[];
  readonly moves: number;
  readonly sessions: readonly {
    readonly session: string;
    readonly change: string;
    readonly people: string;
  }[];
  readonly notes: readonly string[];
}

interface Change {
  readonly kind: string;
  readonly lines: readonly string[];
}

/** What an entry point of the windows of the history gives. */
interface Called {
  readonly computePlanning: AddonAnswer;
  readonly listHistory: AddonAnswer;
  readonly checkPlanning: AddonAnswer;
  readonly compareWithCurrent: { readonly differences: Differences };
  readonly previewRestoration: Preview;
  readonly restorePlanning: Change;
  readonly previewUndo: Preview;
  readonly undoWriting: Change;
}

const call = <Name extends keyof Called>(desk: Desk, name: Name, ...sent: readonly unknown[]): Called[Name] =>
  desk.runtime.call(name, sent) as Called[Name];

const list = (desk: Desk): readonly string[] => call(desk, 'listHistory').lines;

const undo = (desk: Desk): Change => call(desk, 'undoWriting', call(desk, 'previewUndo').mark);

const restore = (desk: Desk, id: number): Change =>
  call(desk, 'restorePlanning', {
    id,
    mark: call(desk, 'previewRestoration', id).mark,
  });

function sheetOf(desk: Desk, tab: string): SheetModel {
  const sheet = desk.workbook.sheetByName(tab);
  if (sheet === null) throw new Error(`There is no tab ${tab}.`);
  return sheet;
}

function removeTab(desk: Desk, tab: string): void {
  desk.workbook.sheets.splice(desk.workbook.sheets.indexOf(sheetOf(desk, tab)), 1);
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('Historique', () => {
  it('keeps each planning written, says when, who, how and what, and compares it with the one that stands', () => {
    const desk = small({ ...COMPLETE, user: { email: 'odile@exemple.fr', owner: true } });
    expect(desk.click('Historique').lines.join()).toContain('Aucun planning');
    calculate(desk);
    onTheSecondDay(desk);
    calculate(desk);
    const [latest = '', first = ''] = list(desk).map(plain);
    expect(latest).toBe(
      'lun. 30/11/2026 à 9 h 20 : calculé par odile@exemple.fr, 12 placés en 1 session, 15 % de remplissage (planning actuel).',
    );
    expect(first).toContain('9 h 10 : calculé par odile@exemple.fr, 12 placés');
    expect(desk.workbook.sheetByName(TAB)?.hidden).toBe(true);
    const { differences } = call(desk, 'compareWithCurrent', 1);
    expect(differences.moves).toBe(12);
    expect(plain(differences.moved[0]?.from ?? '')).toContain('S01, lun. 11/01/2027 à 8 h 30');
    expect(plain(differences.moved[0]?.to ?? '')).toContain('S02, mar. 12/01/2027 à 8 h 30');
    expect(differences.moved.map(({ who }) => who)).toContain('Camille Nom7');
    expect(differences.sessions.map(({ change, people }) => [change, people])).toEqual([
      ['Supprimée', '12'],
      ['Ajoutée', '12'],
    ]);
    const same = call(desk, 'compareWithCurrent', 2);
    expect(same.differences).toMatchObject({ moves: 0, sessions: [], notes: [] });
  });

  it('goes with a copy of the spreadsheet, be it a file', async () => {
    const desk = small();
    calculate(desk);
    onTheSecondDay(desk);
    calculate(desk);
    const path = join(mkdtempSync(join(tmpdir(), 'history-')), 'copy.xlsx');
    await writeWorkbookFile(path, desk.workbook);
    const copy = new Desk(await readWorkbookFile(path));
    expect(list(copy)).toEqual(list(desk));
    expect(undo(copy).kind).toBe('written');
    expect(copy.column('Planning', 'Session')).toEqual(['S01']);
  }, 30_000);

  it('sees what was changed by hand, and keeps it before it is written over', () => {
    const desk = small();
    calculate(desk);
    put(desk, 'Planning', 2, 'État', 'Publiée');
    desk.set('Affectations', 3, at(desk, 'Affectations', 'Session'), null);
    const listed = list(desk).map(plain);
    expect(listed[0]).toContain('(planning actuel, modifié depuis)');
    expect(listed).toContain('1 personne change de session.');
    const told = calculate(desk);
    expect(told.join()).toContain('est gardé dans l’historique');
    expect(list(desk).map(plain)[1]).toBe(
      'lun. 30/11/2026 à 9 h 20 : modifié à la main, 11 placés en 1 session, 14 % de remplissage.',
    );
    // Nothing is added when nothing was changed.
    expect(calculate(desk).join()).not.toContain('historique');
    expect(list(desk)).toHaveLength(5);
  });

  it('is nothing lost when its tab was deleted or spoiled', () => {
    const desk = small();
    calculate(desk);
    desk.set(TAB, 3, 6, 'n’importe quoi');
    expect(call(desk, 'previewRestoration', 1)).toMatchObject({ kind: 'failed' });
    removeTab(desk, TAB);
    expect(list(desk).join()).toContain('Aucun planning');
    expect(call(desk, 'previewUndo')).toMatchObject({ kind: 'blocked' });
    calculate(desk);
    expect(list(desk)[0]).toContain('planning actuel');
  });
});

describe('the last write undone', () => {
  /** A planning that staff worked on, and the tabs as they were then. */
  function worked(): { readonly desk: Desk; readonly before: unknown; readonly looks: () => unknown } {
    const desk = small();
    calculate(desk);
    put(desk, 'Planning', 2, 'Remarques', '=prévoir la clé');
    put(desk, 'Planning', 2, 'État', 'Publiée');
    put(desk, 'Planning', 2, 'N° session Pix', '00123');
    const seats = sheetOf(desk, 'Affectations');
    seats.insertColumns(15, 2);
    desk.set('Affectations', 1, 15, 'Clé');
    desk.set('Affectations', 1, 16, 'Total');
    desk.set('Affectations', 4, 15, 'rendue');
    seats.setFormula(5, 16, '=1+1', '');
    seats.notes.set({ row: 4, column: 15, rows: 1, columns: 1 }, 'vu le 3');
    desk.set('Synthèse', 2, 3, 'à revoir');
    const looks = (): unknown =>
      OUTPUTS.map((tab) => {
        const sheet = sheetOf(desk, tab);
        const cells = [1, 2, 3, 4, 5, 14, 20].flatMap((row) =>
          [1, 2, 3, 6, 15, 16].map((column) => [
            sheet.notes.get(row, column) ?? '',
            sheet.formula(row, column) ?? '',
            sheet.styles.numberFormat.get(row, column),
            sheet.styles.background.get(row, column),
          ]),
        );
        const charts = sheet.charts.map(({ options, row, column, ranges }) => ({
          options,
          row,
          column,
          ranges,
        }));
        return { tab, cells, charts };
      });
    return { desk, before: { cells: outputsOf(desk), looks: looks() }, looks };
  }

  it('leaves the tabs exactly as they were, columns and notes of staff included, and can be undone too', () => {
    const { desk, before, looks } = worked();
    onTheSecondDay(desk);
    desk.set('Planning', 2, at(desk, 'Planning', 'État'), 'Brouillon');
    put(desk, 'Planning', 2, 'État', 'Publiée');
    calculate(desk);
    const after = { cells: outputsOf(desk), looks: looks() };
    expect(after.cells).not.toEqual((before as typeof after).cells);
    expect(undo(desk)).toMatchObject({ kind: 'written' });
    expect({ cells: outputsOf(desk), looks: looks() }).toEqual(before);
    expect(
      desk
        .click('Historique')
        .lines.map(plain)
        .find((line) => line.includes('planning actuel')),
    ).toContain('modifié à la main');
    expect(undo(desk)).toMatchObject({ kind: 'written' });
    expect({ cells: outputsOf(desk), looks: looks() }).toEqual(after);
  });

  it('keeps in the history what was changed by hand since, having told it, and not if that changed again', () => {
    const desk = small();
    calculate(desk);
    calculate(desk);
    desk.set('Affectations', 3, at(desk, 'Affectations', 'Session'), null);
    const { edits, mark } = call(desk, 'previewUndo');
    expect(edits.map(plain)).toContain('1 personne change de session.');
    put(desk, 'Planning', 2, 'Remarques', 'urgent');
    const before = desk.snapshot();
    expect(call(desk, 'undoWriting', mark)).toEqual({ kind: 'changed' });
    expect(call(desk, 'undoWriting', 'autre')).toEqual({ kind: 'changed' });
    expect(desk.snapshot()).toEqual(before);
    expect(undo(desk).lines.join()).toContain('gardé dans l’historique');
    expect(list(desk)[0]).toContain('11 placés');
    expect(desk.column('Affectations', 'Session').filter((session) => session === 'S01')).toHaveLength(12);
  });

  it('is not offered for an older write when the last one could not be kept', () => {
    const desk = small({ user: { email: 'odile@exemple.fr', owner: false } });
    calculate(desk);
    calculate(desk);
    const { protections } = sheetOf(desk, TAB);
    const mine = { description: '', warningOnly: false, rect: null, unprotected: [], editors: [] };
    protections.push(mine);
    expect(calculate(desk).join()).toContain('l’historique n’a pas pu le garder');
    expect(call(desk, 'previewUndo')).toMatchObject({ kind: 'blocked' });
    // What was not kept is, before another planning is written over it.
    protections.splice(0);
    put(desk, 'Planning', 2, 'État', 'Publiée');
    calculate(desk);
    expect(list(desk)[1]).toContain('modifié à la main');
    expect(undo(desk).kind).toBe('written');
  });

  it('takes the tabs away again when the planning was the first of a workbook without them', () => {
    const desk = small();
    for (const tab of OUTPUTS) removeTab(desk, tab);
    const tabs = desk.tabs;
    calculate(desk);
    expect(undo(desk).kind).toBe('written');
    expect(desk.tabs.filter((tab) => !tab.startsWith('PixOrga'))).toEqual(
      tabs.filter((tab) => !tab.startsWith('PixOrga')),
    );
    expect(undo(desk).kind).toBe('written');
    expect(desk.column('Planning', 'Session')).toEqual(['S01']);
  });

  it('leaves the tabs as they were when it fails midway, and never lets a number mean something else', () => {
    const desk = small();
    calculate(desk);
    onTheSecondDay(desk);
    calculate(desk);
    const before = outputsOf(desk);
    const { mark } = call(desk, 'previewUndo');
    for (const failing of [120, 170, 220]) {
      desk.runtime.failAt(failing);
      expect(call(desk, 'undoWriting', mark)).toMatchObject({
        kind: 'failed',
        lines: [expect.any(String)],
      });
      desk.runtime.open('LIMITED');
      expect(outputsOf(desk)).toEqual(before);
    }
    undo(desk);
    expect(desk.column('Planning', 'Session')).toEqual(['S01']);
    calculate(desk);
    expect(desk.column('Planning', 'Session')).toEqual(['S03']);
  });
});

describe('a planning restored', () => {
  it('comes back to a seat, with its numbers and what staff had written beside sessions', () => {
    const desk = small();
    calculate(desk);
    put(desk, 'Planning', 2, 'Remarques', 'prévoir la clé');
    put(desk, 'Planning', 2, 'N° session Pix', '00123');
    const seats = desk.records('Affectations').map((row) => [row['N° étudiant'], row.Session]);
    onTheSecondDay(desk);
    calculate(desk);
    onBothDays(desk);
    // The second entry is what staff had made of the first.
    const preview = call(desk, 'previewRestoration', 2);
    expect(preview).toMatchObject({ kind: 'preview', misfits: [] });
    expect(preview.differences.moves).toBe(12);
    const answer = restore(desk, 2);
    expect(answer.kind).toBe('written');
    expect(plain(answer.lines[1] ?? '')).toContain('12 placés en 1 session (minimum inconnu)');
    expect(desk.records('Affectations').map((row) => [row['N° étudiant'], row.Session])).toEqual(seats);
    expect(desk.records('Planning')[0]).toMatchObject({
      Session: 'S01',
      Remarques: 'prévoir la clé',
      'N° session Pix': '00123',
    });
    expect(list(desk)[0]).toContain('restauré');
    expect(call(desk, 'checkPlanning').problems).toEqual([]);
    expect(undo(desk).kind).toBe('written');
    expect(desk.column('Planning', 'Session')).toEqual(['S02']);
  });

  it('tells what no longer holds, seats the others, and leaves nobody where a rule forbids it', () => {
    const desk = small();
    calculate(desk);
    onTheSecondDay(desk);
    calculate(desk);
    // L1 may come again on the first day; L2 may not; the rooms lost places.
    desk.set('Disponibilités', 2, 2, 'oui');
    for (let row = 2; row <= 8; row += 1) desk.set('Salles', row, 5, 4);
    const preview = call(desk, 'previewRestoration', 1);
    const told = preview.misfits.map(plain);
    expect(told).toEqual([
      expect.stringMatching(/^S01 \(6 personnes\), ne sont plus disponibles à ce créneau : Camille Nom1, /),
      expect.stringMatching(/^S01 \(2 personnes\), la salle n’a plus assez de places : Camille Nom\d+ et /),
    ]);
    expect(restore(desk, 1).kind).toBe('written');
    expect(desk.records('Affectations')).toHaveLength(4);
    expect(desk.records('Non placés')).toHaveLength(8);
    expect(
      desk
        .column('Non placés', 'Motif')
        .map(String)
        .some((why) => why.includes('restauré')),
    ).toBe(true);
    expect(call(desk, 'checkPlanning').problems).toEqual([]);
  });

  it('is refused when data block, when nothing holds, or when the workbook changed, and leaves convoked sessions alone', () => {
    const desk = small();
    calculate(desk);
    onTheSecondDay(desk);
    calculate(desk);
    expect(call(desk, 'previewRestoration', 1)).toMatchObject({ kind: 'blocked' });
    onBothDays(desk);
    const { mark } = call(desk, 'previewRestoration', 1);
    put(desk, 'Planning', 2, 'Verrouillée', true);
    const before = desk.snapshot();
    expect(call(desk, 'restorePlanning', { id: 1, mark })).toEqual({ kind: 'changed' });
    expect(call(desk, 'restorePlanning', { id: 99, mark })).toMatchObject({ kind: 'failed' });
    expect(call(desk, 'restorePlanning', null)).toMatchObject({ kind: 'failed' });
    desk.set('Créneaux', 2, 2, 'jamais');
    expect(call(desk, 'previewRestoration', 1)).toMatchObject({
      kind: 'blocked',
      lines: expect.arrayContaining([expect.stringContaining('Créneaux!B2')]),
    });
    desk.set('Créneaux', 2, 2, 46398);
    expect(desk.snapshot()).toEqual(before);
    put(desk, 'Planning', 2, 'État', 'Convoquée');
    const standing = outputsOf(desk).slice(0, 2);
    expect(plain(call(desk, 'previewRestoration', 1).misfits.join())).toMatch(
      /^S01 \(12 personnes\), gardent leur place d’aujourd’hui, .* et 6 autres\.$/,
    );
    restore(desk, 1);
    expect(outputsOf(desk).slice(0, 2)).toEqual(standing);
  });
});

describe('the service calls of the history', () => {
  it('are as many for few candidates as for many', () => {
    const calls = (students: number): readonly number[] => {
      const desk = small({}, students);
      calculate(desk);
      onBothDays(desk);
      const count = (work: () => unknown): number => {
        desk.runtime.counters.reset();
        work();
        const { rangeReads, rangeWrites } = desk.runtime.counters;
        return rangeReads + rangeWrites;
      };
      return [
        count(() => call(desk, 'compareWithCurrent', 1)),
        count(() => restore(desk, 1)),
        count(() => undo(desk)),
      ];
    };
    expect(calls(60)).toEqual(calls(12));
  });
});
