import { calendarDay, serialOf } from '../../src/domain/calendar';
import type { Cell, Grid } from '../../src/domain/grid';
import { TABS } from '../../src/workbook/schema/tabs';
import type { TabKey } from '../../src/workbook/schema/tab-schema';

/** A date cell. */
export function date(year: number, month: number, day: number): Cell {
  const found = calendarDay(year, month, day);
  if (found === null) throw new Error('No such day.');
  return { serial: serialOf(found) };
}

/** A time cell. */
export const time = (hours: number, minutes: number): Cell => ({ serial: (hours * 60 + minutes) / 1440 });

const SLOT_HEADERS = [
  'C01 lun. 11/01 8 h 30',
  'C02 mar. 12/01 13 h 30',
  'C03 mer. 13/01 8 h 30',
  'C04 jeu. 14/01 13 h 30',
];

const student = (id: string, lastName: string, firstName: string, group: string, site: string): Cell[] => [
  id,
  lastName,
  firstName,
  date(2005, 3, 14),
  'F',
  `${id}@etu.exemple.fr`,
  'UFR',
  'Licence',
  group,
  site,
  '',
  'FRANCE',
  '14118',
  '',
  '',
  '',
  true,
];

const headersOf = (key: TabKey): string[] => TABS[key].columns.map(({ header }) => header);

function cleanTabs(): [TabKey, Cell[][]][] {
  return [
    [
      'rooms',
      [
        headersOf('rooms'),
        ['Caen', 'Bâtiment D', 'Mercure', 'DR S03', 37, true, ''],
        ['Caen', 'Bâtiment M', 'Venus', 'SC S36', 50, true, ''],
        ["Campus d'Alençon", '', 'Salle B100', 'B100', 30, true, ''],
      ],
    ],
    [
      'slots',
      [
        headersOf('slots'),
        ['C01', date(2027, 1, 11), time(8, 30), time(10, 30), '', ''],
        ['C02', date(2027, 1, 12), time(13, 30), time(16, 30), '', ''],
        ['C03', date(2027, 1, 13), time(8, 30), time(10, 30), '', ''],
        ['C04', date(2027, 1, 14), time(13, 30), time(16, 30), '', ''],
      ],
    ],
    [
      'students',
      [
        headersOf('students'),
        student('01000001', 'Lefèvre', 'Léa', 'Droit L2', 'Caen'),
        student('01000002', "N'Diaye", 'Hugo', 'Droit L2', 'Caen'),
        student('01000003', 'Le Goff', 'Chloé', 'Droit L2', 'Caen'),
        student('01000004', 'Bénard', 'Noé', 'AES L2', "Campus d'Alençon"),
        student('01000005', 'Marie', 'Inès', 'AES L2', "Campus d'Alençon"),
        student('01000006', 'Duval', 'Zoé', 'AES L2', "Campus d'Alençon"),
      ],
    ],
    [
      'availability',
      [
        ['Étudiant ou groupe', ...SLOT_HEADERS],
        ['Droit L2', 'oui', 'préféré', '', ''],
        ['AES L2', '', 'x', 'oui', ''],
        ['01000003', false, true, false, true],
      ],
    ],
    [
      'roomAvailability',
      [
        ['Code', ...SLOT_HEADERS],
        ['DR S03', 'oui', 'oui', 'oui', 'oui'],
        ['SC S36', 'oui', 'oui', 'oui', 'oui'],
        ['B100', 'oui', 'oui', 'oui', 'oui'],
      ],
    ],
    ['invigilators', [[...headersOf('invigilators'), ...SLOT_HEADERS]]],
    ['requests', [headersOf('requests')]],
    ['settings', [headersOf('settings')]],
  ];
}

/** A small clean workbook to spoil: three rooms at two sites, four slots, six students of two groups. */
export class AWorkbook {
  private readonly tabs = new Map<TabKey, Cell[][]>(cleanTabs());

  /** Puts `value` in a cell such as `D3`. */
  set(key: TabKey, cell: string, value: Cell): this {
    const [row, column] = whereIs(cell);
    const rows = this.rowsOf(key);
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length < column) line.push('');
    line[column] = value;
    return this;
  }

  add(key: TabKey, ...rows: Cell[][]): this {
    this.rowsOf(key).push(...rows.map((row) => [...row]));
    return this;
  }

  /** Copies a row, counted from 1, below the others. */
  repeat(key: TabKey, row: number): this {
    return this.add(key, [...(this.rowsOf(key)[row - 1] ?? [])]);
  }

  /** Puts rows above everything. */
  above(key: TabKey, ...rows: Cell[][]): this {
    this.rowsOf(key).unshift(...rows);
    return this;
  }

  /** Keeps the first `count` rows. */
  keep(key: TabKey, count: number): this {
    this.rowsOf(key).length = count;
    return this;
  }

  replace(key: TabKey, rows: Cell[][]): this {
    this.tabs.set(key, rows);
    return this;
  }

  remove(key: TabKey): this {
    this.tabs.delete(key);
    return this;
  }

  /** Removes the column of a header of the first row. */
  dropColumn(key: TabKey, header: string): this {
    const at = this.rowsOf(key)[0]?.indexOf(header) ?? -1;
    if (at === -1) throw new Error(`No column ${header}.`);
    for (const row of this.rowsOf(key)) row.splice(at, 1);
    return this;
  }

  /** Puts the columns of a tab in the opposite order. */
  reverseColumns(key: TabKey): this {
    const rows = this.rowsOf(key);
    const width = Math.max(...rows.map((row) => row.length));
    for (const row of rows) {
      while (row.length < width) row.push('');
      row.reverse();
    }
    return this;
  }

  /** A planning: sessions (number, state, slot, room, locked) and who sits in them (student, session, locked). */
  planned(
    sessions: readonly (readonly [string, string, string, string, boolean])[],
    seats: readonly (readonly [string, string, boolean])[],
  ): this {
    this.tabs.set('planning', [
      ['Session', 'État', 'Créneau', 'Code', 'Verrouillée'],
      ...sessions.map((session): Cell[] => [...session]),
    ]);
    this.tabs.set('assignments', [
      ['N° étudiant', 'Session', 'Verrouillée'],
      ...seats.map((seat): Cell[] => [...seat]),
    ]);
    return this;
  }

  /** Rows of the students' tab that hold something, counted from 1, header left out. */
  studentRows(): number[] {
    const rows = this.tabs.get('students') ?? [];
    const header = rows.findIndex((row) => row.some((cell) => cell === 'Prénom'));
    return rows.flatMap((row, index) =>
      index > header && row.some((cell) => cell !== '' && cell !== false) ? [index + 1] : [],
    );
  }

  /** A tab as it is read: dense, or `null` when it is missing. */
  grid(key: TabKey): Grid | null {
    const rows = this.tabs.get(key);
    if (rows === undefined) return null;
    const width = Math.max(0, ...rows.map((row) => row.length));
    return {
      tab: TABS[key].name,
      cells: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? '')),
      shown: null,
    };
  }

  private rowsOf(key: TabKey): Cell[][] {
    const rows = this.tabs.get(key);
    if (rows === undefined) throw new Error(`No tab ${key}.`);
    return rows;
  }
}

function whereIs(cell: string): [number, number] {
  const match = /^([A-Z]+)(\d+)$/.exec(cell);
  if (!match) throw new Error(`Not a cell: ${cell}`);
  const column = (match[1] ?? '').split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(match[2]) - 1, column - 1];
}
