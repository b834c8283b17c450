import {
  DEFAULT_SETTINGS,
  type PlanningSettings,
  type Priority,
  type Recalculation,
} from '../../domain/settings';
import { isDateCell, type Cell } from '../../domain/grid';
import { readWholeNumber, readYesNo } from '../cells/values';
import { textOf } from '../cells/text';
import { SETTINGS, type SettingKey, type SettingSchema } from '../schema/settings';
import { matchKey } from '../text-match';
import { cellAt, type ProblemLog } from './problem-log';
import type { Table, TableRow } from './table';

export interface SettingsReading {
  readonly planning: PlanningSettings;
  /** Per cent, what `oui` means. */
  readonly defaultExtraTime: number;
  readonly withoutAnswer: 'unavailable' | 'everywhere';
  readonly maximumLevel: number;
  /** Values by key, as read or by default. */
  readonly values: ReadonlyMap<SettingKey, string | number>;
}

const PRIORITIES: Readonly<Record<string, Priority>> = {
  'moins de sessions': 'sessions',
  préférences: 'preferences',
  'au plus tôt': 'earliest',
};
const RECALCULATIONS: Readonly<Record<string, Recalculation>> = {
  améliorer: 'improve',
  'compléter sans déplacer': 'complete',
  'repartir de zéro': 'restart',
};

/** A value that is not understood gets its default, with a warning. `null` when the tab is missing: all defaults. */
export function readSettings(table: Table | null, log: ProblemLog): SettingsReading {
  const byLabel = new Map<string, SettingSchema>();
  for (const schema of SETTINGS) {
    for (const label of [schema.label, ...schema.synonyms]) byLabel.set(matchKey(label), schema);
  }
  const values = new Map<SettingKey, string | number>(SETTINGS.map((schema) => [schema.key, schema.default]));
  for (const [schema, rows] of filledRows(table, byLabel)) {
    const last = rows[rows.length - 1];
    if (last === undefined) continue;
    for (const row of rows.slice(0, -1)) reportRepeated(schema, row, last, log);
    const value = readValue(schema, last, log);
    if (value !== null) values.set(schema.key, value);
  }
  const number = (key: SettingKey): number => Number(values.get(key));
  const word = (key: SettingKey): string => String(values.get(key));
  return {
    planning: {
      testMinutes: number('testMinutes'),
      setupMinutes: number('setupMinutes'),
      gapMinutes: number('gapMinutes'),
      keptFree: number('keptFree'),
      candidatesPerInvigilator: number('candidatesPerInvigilator'),
      priority: PRIORITIES[word('priority')] ?? DEFAULT_SETTINGS.priority,
      recalculation: RECALCULATIONS[word('recalculation')] ?? DEFAULT_SETTINGS.recalculation,
      certifiableOnly: word('certifiableOnly') === 'oui',
    },
    defaultExtraTime: number('defaultExtraTime'),
    withoutAnswer: word('noAnswer') === 'disponible partout' ? 'everywhere' : 'unavailable',
    maximumLevel: number('maximumLevel'),
    values,
  };
}

/** The rows that give each parameter a value: the last counts. */
function filledRows(
  table: Table | null,
  byLabel: ReadonlyMap<string, SettingSchema>,
): ReadonlyMap<SettingSchema, readonly TableRow[]> {
  const filled = new Map<SettingSchema, readonly TableRow[]>();
  for (const row of table?.rows ?? []) {
    const schema = byLabel.get(matchKey(textOf(row.cell('name'))));
    if (schema === undefined || textOf(row.cell('value')) === '') continue;
    filled.set(schema, [...(filled.get(schema) ?? []), row]);
  }
  return filled;
}

function reportRepeated({ label }: SettingSchema, row: TableRow, last: TableRow, log: ProblemLog): void {
  const spot = row.spot('value');
  log.warning('settingRepeated', spot, row.shown('value'), {
    setting: label,
    cell: cellAt(spot),
    used: last.shown('value'),
    usedCell: cellAt(last.spot('value')),
  });
}

/** The value of one parameter; `null` for what is not understood (said). */
function readValue(schema: SettingSchema, row: TableRow, log: ProblemLog): string | number | null {
  const cell = row.cell('value');
  const value = understand(schema, cell);
  if (value !== null) return value;
  log.warning('settingUnreadable', row.spot('value'), row.shown('value'), {
    setting: schema.label,
    default: schema.default,
    accepted: acceptedText(schema),
  });
  return null;
}

function understand(schema: SettingSchema, cell: Cell): string | number | null {
  const { accepts } = schema;
  if (accepts.kind === 'text') return textOf(cell);
  if (accepts.kind === 'words') return wordOf(accepts.words, cell);
  // `33%` is read as 33 where a percentage is asked for.
  const percent = schema.key === 'defaultExtraTime';
  const number =
    typeof cell === 'number' && percent && cell > 0 && cell < 1
      ? Math.round(cell * 10_000) / 100
      : (readWholeNumber(cell) ?? (percent ? readPercentText(cell) : null));
  if (isDateCell(cell) || number === null) return null;
  return number >= accepts.least && number <= accepts.greatest ? number : null;
}

function wordOf(words: readonly string[], cell: Cell): string | null {
  const key = matchKey(textOf(cell));
  const exact = words.find((word) => matchKey(word) === key);
  if (exact !== undefined || !words.includes('oui')) return exact ?? null;
  const answer = readYesNo(cell);
  return answer === null ? null : answer ? 'oui' : 'non';
}

function readPercentText(cell: Cell): number | null {
  const match = /^(\d+(?:[.,]\d+)?) ?%?$/.exec(textOf(cell));
  return match ? Number((match[1] ?? '').replace(',', '.')) : null;
}

function acceptedText(schema: SettingSchema): string {
  const { accepts } = schema;
  if (accepts.kind === 'words') return accepts.words.map((word) => `« ${word} »`).join(', ');
  return accepts.kind === 'number' ? `${accepts.least} à ${accepts.greatest}` : '';
}
