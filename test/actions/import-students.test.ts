import { describe, expect, it } from '@jest/globals';
import { fillTabs } from '../../local/cli/fill-tabs';
import { Desk, type Value } from '../support/an-addon';

type Row = readonly [number, ...string[]];

interface Preview {
  readonly kind: string;
  readonly lines?: readonly string[];
  readonly stamp: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly comparedWith: string | null;
  readonly added: readonly { readonly at: number; readonly who: string }[];
  readonly changes: readonly {
    readonly line: number;
    readonly who: string;
    readonly row: number;
    readonly changes: readonly Readonly<Record<'header' | 'before' | 'after', string>>[];
    readonly conflicts: readonly Readonly<Record<'header' | 'before' | 'after', string>>[];
  }[];
  readonly doubts: readonly {
    readonly line: number;
    readonly kind: string;
    readonly rows: readonly { readonly row: number }[];
  }[];
  readonly gone: readonly { readonly at: number; readonly who: string }[];
  readonly deletedByHand: readonly { readonly at: number }[];
  readonly notes: readonly string[];
  readonly newColumns: readonly string[];
}

interface Written {
  readonly kind: string;
  readonly lines: readonly string[];
  readonly report: readonly (readonly string[])[];
}

const FIELDS = ['id', 'lastName', 'firstName', 'birthDay', 'email', 'group'] as const;
const list = (rows: readonly Row[], more: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'students',
  label: 'liste.csv',
  fields: FIELDS,
  rows,
  site: '',
  group: '',
  newList: false,
  ...more,
});
type List = ReturnType<typeof list>;

const preview = (desk: Desk, request: List): Preview =>
  desk.runtime.call('previewStudents', [request]) as Preview;
const write = (desk: Desk, request: List, decisions: unknown = {}, stamp?: string): Written =>
  desk.runtime.call('importStudents', [request, stamp ?? preview(desk, request).stamp, decisions]) as Written;

const SITE = 'Caen Campus 1';
/** A tab with a title above, columns out of order and columns of the staff's. */
const HEADERS = [
  'Mes notes',
  'Nom',
  'N° étudiant',
  'Prénom',
  'Date de naissance',
  'Courriel',
  'Groupe',
  'Site',
  'Score',
];
const tab = (...rows: readonly (readonly (string | number | null | { readonly date: string })[])[]): Desk => {
  const desk = Desk.prepared();
  // A tab of the staff's own, without the formats of a prepared one.
  const { sheets } = desk.workbook;
  sheets.splice(
    sheets.findIndex(({ name }) => name === 'Étudiants'),
    1,
  );
  fillTabs(desk.workbook, [{ tab: 'Étudiants', rows: [['Liste 2026'], [], HEADERS, ...rows] }], 2026);
  return desk;
};
const known = (): Desk =>
  tab(
    ['à rappeler', 'Lefèvre', "'00200001", 'Élise', { date: '09/03/2005' }, 'e@x.fr', 'L2', SITE, 12],
    [null, 'PETIT', "'00200002", 'Luc', { date: '01/02/2004' }, null, 'L2', SITE, 7],
    ["'=1+1", 'ROUX', "'00200003", 'Lou', null, 'l@x.fr', 'L3', SITE, null],
  );
const row = (desk: Desk, number: number): readonly Value[] => desk.values('Étudiants')[number - 1] ?? [];
const SERIAL_2005_03_09 = 38420;

describe('Importer des étudiants', () => {
  it('adds new students, updates known ones, and leaves the rest of the tab as it stands', () => {
    const desk = known();
    const request = list([
      // Case and accents are no change.
      [2, '00200001', 'LEFEVRE', 'ELISE', '09/03/2005', 'e@x.fr', 'L2'],
      [3, '00200002', 'PETIT', 'Luc', '01/02/2004', 'luc@x.fr', ''],
      [4, '00200099', '=D\'ARC; "Luna" 🎓', '-Zoé', '5/3/05', 'zoé', 'L2'],
    ]);
    const before = preview(desk, request);
    expect(before.counts).toMatchObject({
      lines: 3,
      people: 3,
      added: 1,
      changed: 1,
      same: 1,
      doubts: 0,
      gone: 0,
    });
    expect(before.changes).toEqual([
      {
        line: 3,
        who: expect.stringContaining('Luc PETIT'),
        row: 5,
        changes: [{ header: 'Courriel', before: '', after: 'luc@x.fr' }],
        conflicts: [],
      },
    ]);
    expect(before.notes).toEqual([
      expect.stringMatching(/^Ligne 4\u00a0: «\u00a0zoé\u00a0» n’est pas une adresse/),
    ]);
    const written = write(desk, request);
    expect(written.kind).toBe('written');
    expect(written.lines[0]).toContain('1 étudiant ajouté, 1 mis à jour (1 cellule), 1 inchangé');
    expect(row(desk, 4)).toEqual([
      'à rappeler',
      'Lefèvre',
      '00200001',
      'Élise',
      SERIAL_2005_03_09,
      'e@x.fr',
      'L2',
      'Caen Campus 1',
      12,
    ]);
    expect(row(desk, 5)[5]).toBe('luc@x.fr');
    expect(row(desk, 6)).toEqual([
      '=1+1',
      'ROUX',
      '00200003',
      'Lou',
      null,
      'l@x.fr',
      'L3',
      'Caen Campus 1',
      null,
    ]);
    expect(row(desk, 7)).toEqual([
      null,
      '=D\'ARC; "Luna" 🎓',
      '00200099',
      '-Zoé',
      38416,
      null,
      'L2',
      null,
      null,
    ]);
    expect(desk.workbook.sheetByName('Étudiants')?.formulas.size).toBe(0);
    expect(written.report.map(([line, , , , result]) => [line, result])).toEqual([
      ['Ligne', 'Résultat'],
      ['2', 'Inchangé'],
      ['3', 'Mis à jour'],
      ['4', 'Ajouté'],
    ]);
    expect(preview(desk, request).counts).toMatchObject({ added: 0, changed: 0, same: 3 });
  });

  it('finds someone by the identifier when there is no number, and never by name without asking', () => {
    const desk = Desk.prepared([
      {
        tab: 'Étudiants',
        rows: [
          ['N° étudiant', 'Nom', 'Prénom', 'Date de naissance', 'Site', 'Identifiant externe'],
          [null, 'Martin', 'Zoé', { date: '02/03/2004' }, 'Caen Campus 1', 'zm1'],
          ['00200002', 'Petit', 'Luc', { date: '01/02/2004' }, 'Caen Campus 1', null],
          ['00200003', 'Roux', 'Jean-Marie', null, 'Caen Campus 1', null],
        ],
      },
    ]);
    const fields = ['externalId', 'id', 'lastName', 'firstName', 'birthDay'];
    const request = list(
      [
        [2, 'ZM1', '00200001', 'MARTIN', 'Zoé', ''],
        [3, '', '00299999', 'PETIT', 'Luc', '01/02/2004'],
        [4, '', '00299998', 'PETIT', 'Luc', '01/02/2001'],
        [5, '', '', 'ROUX', 'Jean Marie', '01/01/2001'],
        [6, '', '00200002', 'AUTRE', 'Nom', '01/02/2004'],
      ],
      { fields },
    );
    const found = preview(desk, request);
    expect(found.counts).toMatchObject({ added: 1, changed: 1, doubts: 3 });
    expect(found.doubts.map(({ line, kind, rows }) => [line, kind, rows.map((one) => one.row)])).toEqual([
      [3, 'sameName', [3]],
      [5, 'sameName', [4]],
      [6, 'otherName', [3]],
    ]);
    // Nothing is decided for staff.
    const written = write(desk, request, { settled: [[5, 4]] });
    expect(written.lines.join(' ')).toContain('2 personnes laissées de côté');
    expect(desk.records('Étudiants').map((one) => [one['N° étudiant'], one['Date de naissance']])).toEqual([
      ['00200001', 38048],
      ['00200002', 38018],
      ['00200003', 36892],
      ['00299998', 36923],
    ]);
  });

  it('gives a new number everywhere, once staff say that it is the same person', () => {
    const desk = known();
    fillTabs(
      desk.workbook,
      [
        {
          tab: 'Affectations',
          rows: [
            ['N° étudiant', 'Session'],
            ['00200002', 'S01'],
            ['00200001', 'S01'],
          ],
        },
        {
          tab: 'Disponibilités',
          rows: [
            ['Étudiant ou groupe', 'C01'],
            ['L2', 'oui'],
            ['00200002', 'non'],
          ],
        },
      ],
      2026,
    );
    const request = list([[2, '00277777', 'Petit', 'Luc', '01/02/2004', '', 'L2']]);
    const written = write(desk, request, { settled: [[2, 5]] });
    expect(row(desk, 5)[2]).toBe('00277777');
    expect(desk.column('Affectations', 'N° étudiant')).toEqual(['00277777', '00200001']);
    expect(desk.column('Disponibilités', 'Étudiant ou groupe')).toEqual(['L2', '00277777']);
    expect(written.lines.join(' ')).toContain('1 numéro d’étudiant a changé');
    expect(write(known(), request, { settled: [[2, null]] }).lines[0]).toContain('1 étudiant ajouté');
  });

  it('puts the enrolments of one person together, and says what it left', () => {
    const desk = known();
    const fields = ['id', 'lastName', 'firstName', 'birthDay', 'group', 'sites'];
    const request = list(
      [
        [2, '00200001', 'LEFÈVRE', 'Élise', '09/03/2005', 'DU Anglais', ''],
        [3, '00200001', 'LEFÈVRE', 'Élise', '09/03/2005', 'L2', 'caen campus 1'],
        [4, '00200055', 'NEUF', 'Ana', '', 'L1', 'Caen Campus 1'],
        [5, '00200055', 'NEUF', 'Ana', '07/07/2006', 'DU', "campus d'alencon"],
        [6, '00200055', 'NEUF', 'Ana', '', 'L1', ''],
        [7, '00200066', 'UN', 'Seul', '', '', ''],
        [8, '00200066', 'AUTRE', 'Pas', '', '', ''],
        [9, '', '', '', '', 'L1', ''],
      ],
      { fields },
    );
    const found = preview(desk, request);
    expect(found.counts).toMatchObject({
      lines: 8,
      people: 2,
      added: 1,
      same: 1,
      aside: 3,
      repeatedLines: 1,
    });
    write(desk, request);
    expect(row(desk, 4)[6]).toBe('L2');
    expect(row(desk, 7)).toEqual([
      null,
      'NEUF',
      '00200055',
      'Ana',
      38905,
      null,
      'L1',
      "Caen Campus 1; Campus d'Alençon",
      null,
    ]);
    expect(desk.values('Étudiants')).toHaveLength(7);
    expect(found.notes.join('\n')).toMatch(
      /Ligne 3.*Groupe.*\n.*Ligne 5.*«\u00a0DU\u00a0»[^\n]*\nLigne 7.*ligne 8.*\nLigne 8.*ligne 7.*\nLigne 9/,
    );
  });

  it('compares with the last import: what changed there, what was typed here, who is gone, who was deleted', () => {
    const desk = tab();
    const first = list([
      [2, '1', 'A', 'a', '', 'a@x.fr', 'L1'],
      [3, '2', 'B', 'b', '', 'b@x.fr', 'L1'],
      [4, '3', 'C', 'c', '', 'c@x.fr', 'L1'],
      [5, '4', 'D', 'd', '', 'd@x.fr', 'L1'],
      [6, '5', 'E', 'e', '', 'e@x.fr', 'L1'],
    ]);
    expect(preview(desk, first).comparedWith).toBeNull();
    write(desk, first);
    // Staff: another address for A and B, D is deleted.
    desk.set('Étudiants', 4, 6, 'a@perso.fr');
    desk.set('Étudiants', 5, 6, 'b@perso.fr');
    for (let column = 1; column <= 9; column += 1) desk.set('Étudiants', 7, column, null);
    const second = list([
      [2, '1', 'A', 'a', '', 'a@x.fr', 'L2'],
      [3, '2', 'B', 'b', '', 'b@nouveau.fr', 'L1'],
      [4, '3', 'C', 'c', '', 'c@nouveau.fr', 'L1'],
      [5, '4', 'D', 'd', '', 'd@x.fr', 'L1'],
    ]);
    const found = preview(desk, second);
    expect(found.comparedWith).toMatch(/«\u00a0liste.csv\u00a0», le lun\.\u00a030\/11\/2026/);
    expect(found.counts).toMatchObject({ added: 0, changed: 3, keptByHand: 1, gone: 1, deletedByHand: 1 });
    expect(
      found.changes.map(({ line, changes, conflicts }) => [line, changes.length, conflicts.length]),
    ).toEqual([
      [3, 0, 1],
      [2, 1, 0],
      [4, 1, 0],
    ]);
    expect(found.gone.map(({ at }) => at)).toEqual([8]);
    // By default what was typed stays, and nobody is removed or added back.
    write(desk, second);
    expect(
      desk
        .values('Étudiants')
        .slice(3)
        .map((one) => [one[2], one[5], one[6]]),
    ).toEqual([
      ['1', 'a@perso.fr', 'L2'],
      ['2', 'b@perso.fr', 'L1'],
      ['3', 'c@nouveau.fr', 'L1'],
      [null, null, null],
      ['5', 'e@x.fr', 'L1'],
    ]);
    // The list of another group is no newer version of this one.
    expect(preview(desk, list([[2, '77', 'Z', 'z', '', '', 'L3']])).gone).toEqual([]);
    const third = list([
      [2, '1', 'A', 'a', '', 'a@x.fr', 'L2'],
      [3, '2', 'B', 'b', '', 'b@encore.fr', 'L1'],
      [5, '4', 'D', 'd', '', 'd@x.fr', 'L1'],
    ]);
    expect(preview(desk, { ...third, newList: true }).gone).toEqual([]);
    const gone = preview(desk, third).gone.map(({ at }) => at);
    expect(gone).toEqual([6]);
    write(desk, third, { removed: gone, addedBack: [5], replaced: [3] });
    expect(
      desk
        .values('Étudiants')
        .slice(3)
        .map((one) => [one[2], one[5]]),
    ).toEqual([
      ['1', 'a@perso.fr'],
      ['2', 'b@encore.fr'],
      [null, null],
      [null, null],
      ['5', 'e@x.fr'],
      ['4', 'd@x.fr'],
    ]);
  });

  it('keeps zeros, puts back the one that a spreadsheet dropped, and adds the columns that staff agree to', () => {
    const desk = known();
    const fields = [
      'id',
      'lastName',
      'firstName',
      'birthInsee',
      'birthPostalCode',
      'extraTime',
      'sex',
      'studyScheme',
    ];
    const rows: readonly Row[] = [
      [2, '00000001', 'A', 'a', '1004', '01000', '1/3', 'Mme', 'Apprentissage'],
      [3, '00200001', 'Lefèvre', 'Élise', '2A004', '14000', 'non', '1', ''],
    ];
    const request = list(rows, { fields, site: 'Caen Campus 1', group: 'L9' });
    expect(preview(desk, request)).toMatchObject({
      counts: { zerosRestored: 1 },
      newColumns: ['Code INSEE', 'Code postal', 'Temps majoré', 'Sexe', 'Régime'],
    });
    const left = known();
    expect(write(left, request, { addColumns: false }).lines.join(' ')).toContain('n’a pas les colonnes');
    expect(left.values('Étudiants')[2]).toEqual(HEADERS);
    write(desk, request);
    expect(desk.values('Étudiants')[2]?.slice(9)).toEqual([
      'Code INSEE',
      'Code postal',
      'Temps majoré',
      'Sexe',
      'Régime',
    ]);
    expect(row(desk, 7)).toEqual([
      null,
      'A',
      '00000001',
      'a',
      null,
      null,
      'L9',
      'Caen Campus 1',
      null,
      '01004',
      '01000',
      '1/3',
      'F',
      'Apprentissage',
    ]);
    expect(row(desk, 4).slice(6)).toEqual(['L2', 'Caen Campus 1', 12, '2A004', '14000', null, 'M', null]);
    expect(preview(desk, request).counts).toMatchObject({ same: 2, changed: 0 });
  });

  it('reads back what the export for Pix Orga wrote, with the columns of Pix', () => {
    const from = Desk.prepared([
      {
        tab: 'Étudiants',
        rows: [
          [
            'N° étudiant',
            'Nom',
            'Prénom',
            'Date de naissance',
            'Site',
            'Groupe',
            'Formation',
            'Régime',
            "Nom d'usage",
          ],
          [
            '02200001',
            'D\'ARC; "É"',
            'Zoé 🎓',
            { date: '09/03/2005' },
            '',
            'L1  A',
            'Licence',
            'Autre',
            'BRIE',
          ],
          ['02200002', 'ROUX', 'Lou', { date: '01/02/1998' }, '', '', '', '', ''],
        ],
      },
    ]);
    const file =
      (from.click('Exporter vers Pix Orga') as unknown as { files: { text: string }[] }).files[0]?.text ?? '';
    const lines = file
      .slice(1)
      .trim()
      .split('\n')
      .map((line) =>
        line
          .slice(1, -1)
          .split('";"')
          .map((cell) => cell.replace(/""/g, '"')),
      );
    const fields = [
      'firstName',
      'secondName',
      'thirdName',
      'lastName',
      'usualName',
      'birthDay',
      'email',
      'id',
      'department',
      'team',
      'group',
      'course',
      'studyScheme',
    ];
    const rows = lines.slice(1).map((cells, rank): Row => [rank + 2, ...cells]);
    const desk = new Desk();
    expect(write(desk, list(rows, { kind: 'pixOrga', fields })).kind).toBe('written');
    const shown = (one: Readonly<Record<string, Value>>): readonly Value[] =>
      [
        'N° étudiant',
        'Nom',
        'Prénom',
        'Date de naissance',
        'Groupe',
        'Formation',
        'Régime',
        "Nom d'usage",
      ].map((header) => one[header] ?? '');
    expect(desk.records('Étudiants').map(shown)).toEqual(
      from
        .records('Étudiants')
        .map((one) => shown({ ...one, Groupe: String(one['Groupe'] ?? '').replace('  ', ' ') })),
    );
    expect(preview(from, list(rows, { kind: 'pixOrga', fields })).counts).toMatchObject({
      added: 0,
      changed: 0,
      same: 2,
    });
  });

  it('writes nothing when the tab changed meanwhile, when nobody can be read, or when the tab is no list', () => {
    const desk = known();
    const request = list([[2, '9', 'A', 'a', '', '', '']]);
    const { stamp } = preview(desk, request);
    desk.set('Étudiants', 4, 1, 'tapé entre-temps');
    const before = desk.snapshot();
    expect(write(desk, request, {}, stamp)).toMatchObject({
      kind: 'failed',
      lines: [expect.stringContaining('a changé depuis')],
    });
    expect(preview(desk, list([])).kind).toBe('failed');
    expect(desk.runtime.call('previewStudents', [{ rows: [['x']], fields: ['id'] }])).toMatchObject({
      kind: 'failed',
    });
    expect(desk.runtime.call('previewStudents', [null])).toMatchObject({ kind: 'failed' });
    expect(desk.snapshot()).toEqual(before);
    const other = Desk.prepared([
      {
        tab: 'Étudiants',
        rows: [
          ['Nom', 'Prénom', 'N° étudiant'],
          ['A', 'B', '1'],
        ],
      },
    ]);
    expect(preview(other, request)).toMatchObject({
      kind: 'failed',
      lines: [expect.stringContaining('«\u00a0Site\u00a0»')],
    });
    const twice = tab(
      [null, 'A', '9', 'a', null, null, null, 'Caen Campus 1', null],
      [null, 'B', '9', 'b', null, null, null, 'Caen Campus 1', null],
    );
    expect(preview(twice, request).notes).toEqual([
      expect.stringMatching(/le n° «\u00a09\u00a0» est aux lignes 4 et 5/),
    ]);
  });

  it('says what to do where there is no window, and changes nothing', () => {
    const desk = known();
    const before = desk.snapshot();
    for (const label of ['Importer des étudiants', 'Importer un fichier Pix Orga'])
      expect(desk.click(label)).toMatchObject({
        status: 'done',
        lines: [expect.stringContaining('Rien n’a changé'), expect.any(String)],
      });
    expect(desk.snapshot()).toEqual(before);
  });

  it('finishes, the second time, what a failure stopped midway, and nobody is doubled', () => {
    const request = list([
      [2, '00200001', 'LEFÈVRE', 'Élise', '', 'nouvelle@x.fr', 'L4'],
      [3, '00200099', 'NEUF', 'Zoé', '', '', 'L2'],
    ]);
    const whole = known();
    write(whole, request);
    for (let at = 1; at <= 3; at += 1) {
      const desk = known();
      const { stamp } = preview(desk, request);
      desk.runtime.fail({
        call: 'Range.setValues',
        at,
        message: 'Service Spreadsheets failed while accessing',
      });
      const stopped = write(desk, request, {}, stamp);
      expect(stopped).toMatchObject({ kind: 'failed', lines: [expect.stringContaining('réessayez')] });
      expect(write(desk, request).kind).toBe('written');
      expect(desk.values('Étudiants')).toEqual(whole.values('Étudiants'));
    }
  });

  it('says what to do when a list of choices of the tab refuses a value', () => {
    const desk = known();
    const rule = {
      criteria: 'VALUE_IN_LIST',
      values: [['L2', 'L3'], true],
      allowInvalid: false,
      helpText: null,
    };
    desk.workbook
      .sheetByName('Étudiants')
      ?.validations.set({ row: 4, column: 7, rows: 10, columns: 1 }, rule);
    const request = list([[2, '00200001', 'Lefèvre', 'Élise', '', '', 'L9']]);
    expect(write(desk, request)).toMatchObject({
      kind: 'failed',
      lines: [expect.stringContaining('règle de validation')],
    });
    expect(row(desk, 4)[6]).toBe('L2');
  });

  it('asks the platform as many times for 1,000 rows as for 50, formulas between them kept', () => {
    const calls = [50, 1000].map((size) => {
      const people = Array.from({ length: size }, (_, index) => String(index + 1).padStart(8, '0'));
      const desk = tab(
        ...people.map((id) => [null, `Nom ${id}`, `'${id}`, 'x', null, null, 'L1', 'Caen Campus 1', 1]),
      );
      const sheet = desk.workbook.sheetByName('Étudiants');
      sheet?.setFormula(5, 6, '=LOWER("A@X.FR")', 'a@x.fr');
      const rows = people.map((id, index): Row => [
        index + 2,
        id,
        `Nom ${id}`,
        'x',
        '',
        index % 2 === 0 ? `n${id}@x.fr` : '',
        index % 3 === 0 ? 'L2' : '',
      ]);
      const request = list([
        ...rows,
        ...people.map((id, index): Row => [index + size + 2, `9${id}`, `Neuf ${id}`, 'x', '', '', 'L3']),
      ]);
      const { stamp } = preview(desk, request);
      desk.runtime.counters.reset();
      const written = write(desk, request, {}, stamp);
      expect(written.lines[0]).toContain('mis à jour');
      expect(sheet?.formula(5, 6)).toBe('=LOWER("A@X.FR")');
      expect(desk.values('Étudiants')).toHaveLength(3 + 2 * size);
      return desk.runtime.counters.total;
    });
    // Room is made once for rows, and once in the memory of the workbook.
    expect(calls[1]).toBeLessThanOrEqual((calls[0] ?? 0) + 2);
  });
});
