import { fillTabs, type TypedCell, type TypedTab } from '../../local/cli/fill-tabs';
import type { WindowPage } from '../../src/dialogs/window-page';
import { type AddonAnswer, Desk } from './an-addon';

/** The clock of the desk. */
export const NOW = '2026-11-30T09:00';

export type ExportAnswer = AddonAnswer & {
  readonly files?: readonly { readonly name: string; readonly text: string }[];
};

type Row = readonly TypedCell[];

/** In the order of a prepared workbook, whose formats keep zeros and fractions. */
const STUDENT_HEADERS = [
  'N° étudiant',
  'Nom',
  'Prénom',
  'Date de naissance',
  'Sexe',
  'Courriel',
  'Composante',
  'Formation',
  'Groupe',
  'Site',
  'Temps majoré',
  'Pays de naissance',
  'Code INSEE',
  'Code postal',
  'Commune de naissance',
] as const;

type StudentCells = Readonly<Partial<Record<(typeof STUDENT_HEADERS)[number], TypedCell>>>;

/** A row of `Étudiants` that Pix takes, but for what is changed. */
export function student(index: number, change: StudentCells = {}): Row {
  const cells: StudentCells = {
    'N° étudiant': String(index).padStart(8, '0'),
    Nom: `NOM${index}`,
    Prénom: `Prénom${index}`,
    'Date de naissance': { date: '14/03/2005' },
    Sexe: 'F',
    Site: 'Caen Campus 1',
    Groupe: 'L1',
    'Pays de naissance': 'France',
    'Code INSEE': '14118',
    ...change,
  };
  return STUDENT_HEADERS.map((header) => cells[header] ?? '');
}

export interface PlannedSession {
  readonly number: string;
  readonly slot: string;
  readonly room: string;
  readonly people: readonly number[];
  readonly pixNumber?: string;
  readonly state?: string;
  readonly invigilators?: string;
}

/** Two sessions of one room, on two days. */
export const TWO_SESSIONS: readonly PlannedSession[] = [
  { number: 'S01', slot: 'C01', room: 'DR S03', people: [1, 2] },
  { number: 'S02', slot: 'C02', room: 'DR S03', people: [3] },
];

/** A workbook whose planning was typed: the engine has nothing to do with what Pix is told. */
export function aCertifPlanning(
  sessions: readonly PlannedSession[] = TWO_SESSIONS,
  students: readonly Row[] = [student(1), student(2), student(3)],
  options: ConstructorParameters<typeof Desk>[1] = {},
): Desk {
  const desk = Desk.prepared(
    [
      {
        tab: 'Créneaux',
        rows: [
          ['Créneau', 'Date', 'Début', 'Fin'],
          ['C01', { date: '11/01/2027' }, { time: '08:30' }, { time: '12:00' }],
          ['C02', { date: '12/01/2027' }, { time: '13:30' }, { time: '17:00' }],
          ['C03', { date: '13/01/2027' }, { time: '08:30' }, { time: '12:00' }],
        ],
      },
      { tab: 'Étudiants', rows: [STUDENT_HEADERS, ...students] },
      {
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01', 'C02', 'C03'],
          ['L1', 'oui', 'oui', 'oui'],
        ],
      },
    ],
    options,
  );
  plan(desk, sessions);
  return desk;
}

/** Types the planning anew, over the one that is there. */
export function plan(desk: Desk, sessions: readonly PlannedSession[]): void {
  const planning: TypedTab = {
    tab: 'Planning',
    rows: [
      [
        'Session',
        'État',
        'Créneau',
        'Code',
        'Surveillants',
        'N° session Pix',
        'Date',
        'Début',
        'Site',
        'Salle',
      ],
      ...sessions.map(({ number, slot, room, state, invigilators, pixNumber }): Row => [
        number,
        state ?? 'Brouillon',
        slot,
        room,
        invigilators ?? 'Anne MARTIN',
        pixNumber ?? '',
      ]),
    ],
  };
  const assignments: TypedTab = {
    tab: 'Affectations',
    rows: [
      ['N° étudiant', 'Session'],
      ...sessions.flatMap(({ number, people }) =>
        people.map((index): Row => [String(index).padStart(8, '0'), number]),
      ),
    ],
  };
  fillTabs(desk.workbook, [planning, assignments], 2026);
}

/** Writes in the cell of a header, `row` being the one of the tab. */
export function writeCell(desk: Desk, tab: string, row: number, header: string, value: string): void {
  desk.set(tab, row, (desk.values(tab)[0] ?? []).indexOf(header) + 1, value);
}

/** Writes in the row of a student of `Étudiants`. */
export function writeStudent(desk: Desk, index: number, header: string, value: string): void {
  writeCell(desk, 'Étudiants', index + 1, header, value);
}

export function writeSetting(desk: Desk, name: string, value: string): void {
  const row = desk.values('Paramètres').findIndex((line) => line[0] === name) + 1;
  desk.set('Paramètres', row, 2, value);
}

/** The data that the window of a menu item starts with. */
export function openWindow<Data>(desk: Desk, label: string, page: WindowPage<Data>): Data {
  desk.runtime.click(label);
  const dialog = desk.runtime.log.filter((event) => event.kind === 'dialog').at(-1);
  const html = dialog !== undefined && 'html' in dialog ? dialog.html : '';
  return page.startsWith(JSON.parse(/id="window-data">(.*?)<\/script>/.exec(html)?.[1] ?? 'null'));
}
