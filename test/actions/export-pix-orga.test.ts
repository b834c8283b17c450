import { describe, expect, it } from '@jest/globals';
import { Desk, type AddonAnswer } from '../support/an-addon';
import { readAsPixOrga } from '../support/pix-orga-reader';

type Row = readonly (string | number | boolean | null | { readonly date: string })[];
type ExportAnswer = AddonAnswer & {
  readonly files?: readonly { readonly name: string; readonly text: string }[];
};

const HEADERS = [
  'N° étudiant',
  'Nom',
  'Prénom',
  'Date de naissance',
  'Courriel',
  'Site',
  'Groupe',
  'Composante',
  'Formation',
  'Régime',
  "NOM D'USAGE",
];
const DIPLOMA = "Diplôme National de Licence contrôlé par l'Etat";

const GOOD: readonly Row[] = [
  [
    '02200001',
    'LEFÈVRE',
    'Élise',
    { date: '09/03/2005' },
    'e.l@etu.exemple.fr',
    'Caen Campus 1',
    "L1  'A'",
    'Droit; AES',
    DIPLOMA,
    'Formation continue',
    'DE "BRIE"',
  ],
  ['2A-004_x', "D'ARC", 'Zoé 🎓', '14/03/2005', '', 'Caen Campus 1', '', '', '', '', ''],
  // Not to be planned (no site), and a student all the same.
  ['02200003', 'ALAOUI', 'Sami', '01/02/2004', '', '', 'L1', '', 'L2 Droit', '', ''],
];

const withStudents = (rows: readonly Row[]): Desk =>
  Desk.prepared([{ tab: 'Étudiants', rows: [HEADERS, ...rows] }]);
const exported = (desk: Desk): ExportAnswer => desk.click('Exporter vers Pix Orga');

describe('Exporter vers Pix Orga', () => {
  it('gives a file that Pix Orga reads as the students of the tab', () => {
    const answer = exported(withStudents(GOOD));
    expect(answer.status).toBe('done');
    expect(answer.files?.map(({ name }) => name)).toEqual(['etudiants-pix-orga.csv']);
    const report = readAsPixOrga(answer.files?.[0]?.text ?? '');
    expect(report.errors).toEqual([]);
    expect(report.students.map((row) => Object.values(row))).toEqual([
      [
        'Élise',
        '',
        '',
        'LEFÈVRE',
        'DE "BRIE"',
        '09/03/2005',
        'e.l@etu.exemple.fr',
        '02200001',
        'Droit; AES',
        '',
        "L1 'A'",
        DIPLOMA,
        'Formation continue',
      ],
      ['Zoé 🎓', '', '', "D'ARC", '', '14/03/2005', '', '2A-004_x', '', '', '', '', ''],
      ['Sami', '', '', 'ALAOUI', '', '01/02/2004', '', '02200003', '', '', 'L1', 'L2 Droit', ''],
    ]);
    // A diploma that Pix does not know leaves nobody out.
    expect(answer.problems.map(({ tab, cell, severity }) => [tab, cell, severity])).toEqual([
      ['Étudiants', 'I4', 'avertissement'],
    ]);
    expect(answer.lines.join(' ')).toContain(
      '1 étudiant sans «\u00a0Formation\u00a0», 2 étudiants sans «\u00a0Régime\u00a0»',
    );
    expect(answer.lines.join(' ')).toMatch(/«\u00a0Remplacer\u00a0» supprime/);
  });

  it('leaves out whoever Pix Orga would refuse, and names the cell', () => {
    const long = 'G'.repeat(256);
    const answer = exported(
      withStudents([
        ...GOOD,
        ['02200001', 'TWICE', 'Léa', '01/02/2004', '', '', '', '', '', '', ''],
        ['02200005', '', 'Léo', '01/02/2004', '', '', '', '', '', '', ''],
        ['02200006', 'PETIT', '', '', '', '', '', '', '', '', ''],
        ['02200007', "'=A1", 'Max', '31/02/2004', 'max', '', long, '', '', '', ''],
        ['n° 8', 'ROUX', 'Lou', '01/02/2004', '', '', '', '', '', '', ''],
        ['', 'NOBODY', 'Lou', '01/02/2004', '', '', '', '', '', '', ''],
        ['#REF!', '#N/A', 'Lou', '01/02/2004', '', '', '', '', '', '', ''],
      ]),
    );
    expect(answer.status).toBe('done');
    expect(answer.lines[0]).toContain('3 étudiants sur 10');
    const report = readAsPixOrga(answer.files?.[0]?.text ?? '');
    expect(report.errors).toEqual([]);
    expect(report.students).toHaveLength(3);
    const cells = answer.problems.map(({ tab, cell }) => `${tab}!${cell}`);
    expect(cells).toEqual(
      ['A5', 'B6', 'C7', 'D7', 'B8', 'G8', 'D8', 'E8', 'A9', 'A10', 'B11', 'A11', 'I4'].map(
        (cell) => `Étudiants!${cell}`,
      ),
    );
    expect(new Set(answer.problems.map(({ severity }) => severity))).toEqual(new Set(['avertissement']));
  });

  it('makes no file when nobody can be in it, or when there is nobody', () => {
    expect(exported(withStudents([['1', '', 'Léo', '', '', '', '', '', '', '', '']])).status).toBe('blocked');
    expect(exported(withStudents([])).status).toBe('blocked');
  });

  it('shows what is missing in its window, and asks before anyone is left out', () => {
    const desk = withStudents([...GOOD, ['02200005', '', 'Léo', '01/02/2004', '', '', '', '', '', '', '']]);
    desk.runtime.click('Exporter vers Pix Orga');
    const [html] = desk.runtime.log.flatMap((event) => (event.kind === 'dialog' ? [event.html] : []));
    const data: unknown = JSON.parse(/id="window-data">(.*?)<\/script>/.exec(html ?? '')?.[1] ?? '');
    expect(data).toMatchObject({
      files: [{ name: 'etudiants-pix-orga.csv' }],
      problems: [{ tab: 'Étudiants', cell: 'B5' }, { cell: 'I4' }],
      consent: expect.stringContaining('sans l’étudiant'),
    });
  });
});
