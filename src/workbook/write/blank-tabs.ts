import type { Cell } from '../../domain/grid';
import { CERTIFIED_ROOMS } from '../schema/certified-rooms';
import { SETTINGS, type SettingSchema } from '../schema/settings';
import type { ColumnSchema, TabKey, TabSchema } from '../schema/tab-schema';
import { TAB_ORDER, TABS } from '../schema/tabs';
import { lookOf } from './output-columns';
import { blankSummary } from './summary';
import type { CellValidation, ColumnLook, TabColour, TabContent } from './tab-content';

/** Rows of a new tab, header included: room to type, without the thousand rows of a default tab. */
const GRID_ROWS: Readonly<Record<TabKey, number>> = {
  rooms: 60,
  slots: 200,
  students: 1000,
  availability: 400,
  roomAvailability: 60,
  invigilators: 100,
  requests: 200,
  settings: SETTINGS.length + 1,
  planning: 2,
  assignments: 2,
  anonymousSeats: 2,
  unseated: 2,
  summary: 2,
  problems: 2,
};

const COLOURS: Readonly<Record<TabSchema['role'], TabColour>> = {
  input: 'input',
  output: 'result',
  settings: 'settings',
};

/** The tabs that a new workbook has, in the order in which they stand. */
export const TABS_IN_ORDER: readonly TabKey[] = TAB_ORDER;

/** A tab of the contract as it is created: headers, looks, and the rows that it starts with. */
export function blankTab(key: TabKey, name: string): TabContent {
  if (key === 'summary') return blankSummary(name);
  const schema = TABS[key];
  const rows = startingRows(key);
  const columns = schema.columns.map((column, index) => columnLook(schema, column, index));
  return {
    tab: name,
    colour: COLOURS[schema.role],
    rows: [schema.columns.map(({ header }) => header), ...rows],
    columns: key === 'settings' ? withSettingFormats(columns) : columns,
    formulas: [],
    notes: [],
    links: [],
    strips: [],
    charts: null,
    cellValidations: key === 'settings' ? settingValidations(columns) : [],
    gridRows: GRID_ROWS[key],
    filter: schema.role !== 'settings',
  };
}

function columnLook(schema: TabSchema, column: ColumnSchema, index: number): ColumnLook {
  const editable = schema.role === 'input' || (schema.role === 'settings' && column.key === 'value');
  return lookOf(schema, column, index, editable);
}

function startingRows(key: TabKey): readonly (readonly Cell[])[] {
  if (key === 'rooms') {
    return CERTIFIED_ROOMS.map(([site, building, name, code, places]) => [
      site,
      building,
      name,
      code,
      places,
      true,
      '',
    ]);
  }
  if (key === 'settings') return SETTINGS.map((setting) => [setting.label, setting.default, setting.help]);
  return [];
}

function withSettingFormats(columns: readonly ColumnLook[]): readonly ColumnLook[] {
  return columns.map((look, column) =>
    column === 1
      ? { ...look, format: SETTINGS.map(settingFormat), align: 'right' }
      : { ...look, format: '@' },
  );
}

const settingFormat = ({ accepts }: SettingSchema): string => (accepts.kind === 'number' ? '0' : '@');

function settingValidations(columns: readonly ColumnLook[]): readonly CellValidation[] {
  return SETTINGS.flatMap(({ accepts }, index): CellValidation[] =>
    accepts.kind === 'words' && columns.length > 1
      ? [{ row: index + 1, column: 1, validation: { kind: 'list', values: accepts.words, strict: false } }]
      : [],
  );
}
