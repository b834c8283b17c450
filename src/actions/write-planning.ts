import { helpsOf } from '../allocation/help/helps';
import type { Campaign } from '../domain/campaign';
import type { Grid } from '../domain/grid';
import type { Plan } from '../domain/plan';
import type { PlanningRecord } from '../domain/planning-record';
import { nowSerial } from '../google/clock';
import { logFailure } from '../google/log';
import { type Memory, readMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { PlanningFigures } from '../domain/figures';
import { TABS } from '../workbook/schema/tabs';
import type { OutputKey } from '../workbook/schema/tab-schema';
import { parseInvigilators } from '../workbook/write/invigilators';
import { type KeptAside, drawingText, keepAside, parseDrawing } from '../workbook/write/kept-aside';
import { type CellExtras, keepTable } from '../workbook/write/kept-table';
import { type OutputTabs, outputTabs } from '../workbook/write/output-tabs';
import type { ToldProblem } from '../workbook/write/problems';
import type { ToldHelps } from '../workbook/write/unseated';
import type { HistoryOrigin } from '../workbook/history/journal';
import { type PlanningTabs, recordOfTabs } from '../workbook/history/record-of-tabs';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable } from '../workbook/read/table';
import type { TabContent } from '../workbook/write/tab-content';
import { followRequests } from './follow-requests';
import { keepInHistory } from './keep-history';
import { knownCompetences } from './known-profiles';
import { PLANNED_AT } from './planned-at';
import type { WorkbookReading } from './read-workbook';
import { writeSafely } from './safe-writing';

/** Names under which the workbook remembers. */
const HIGHEST = 'dernier numéro de session';
export const INVIGILATORS = 'surveillants écrits';
const DRAWING = 'dessin de la synthèse';

/** What the memory says of a planning, and goes back with it. */
export const OF_THE_PLANNING: readonly string[] = [INVIGILATORS, PLANNED_AT, DRAWING];

const OUTPUTS: readonly OutputKey[] = [
  'planning',
  'assignments',
  'anonymousSeats',
  'unseated',
  'summary',
  'problems',
];

/** The planning is written: what its requests say of it stops nothing. */
function tellRequests(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  sessions: Parameters<typeof followRequests>[2],
): void {
  try {
    followRequests(book, reading, sessions);
  } catch (error) {
    logFailure(error);
  }
}

/** How the plan came to be; of one that is restored, what its sessions were that are no longer in the tabs. */
export interface PlanningOrigin {
  readonly kind: HistoryOrigin;
  readonly returning?: PlanningRecord;
}

export interface PlanningWritten {
  readonly figures: PlanningFigures;
  /** What the history has to say. */
  readonly lines: readonly string[];
}

/** Writes every output tab of a verified plan, and keeps it in the history. */
export function writePlanning(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  campaign: Campaign,
  plan: Plan,
  problems: readonly ToldProblem[],
  origin: PlanningOrigin,
): PlanningWritten {
  const extras = staffExtras(book, reading);
  const written = tabsOf(book, reading, campaign, plan, problems, origin, extras, helpsOf(campaign, plan));
  const aside = outputsAside(book, reading, extras);
  const replaced = { tabs: aside, memory: memoryOfPlanning(book) };
  const summary = written.tabs.find(({ tab }) => tab === reading.tabs.summary.name);
  const remembered: Memory = new Map([
    [HIGHEST, String(written.highestNumber)],
    [INVIGILATORS, JSON.stringify(written.invigilators)],
    [PLANNED_AT, String(nowSerial(book.timeZone))],
    [DRAWING, summary === undefined ? '' : drawingText(summary)],
  ]);
  writeSafely(book, written.tabs, aside, remembered);
  tellRequests(book, reading, written.sessions);
  const { figures } = written;
  const planning = recordOfTabs(planningGrids(written.tabs, reading));
  const lines = keepInHistory(book, { origin: origin.kind, reading, campaign, figures, planning, replaced });
  return { figures, lines };
}

/** The planning that `writePlanning` would write. Writes nothing. */
export function plannedRecord(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  campaign: Campaign,
  plan: Plan,
  origin: PlanningOrigin,
): PlanningRecord {
  const { tabs } = tabsOf(book, reading, campaign, plan, [], origin, staffExtras(book, reading));
  return recordOfTabs(planningGrids(tabs, reading));
}

type Extras = (key: OutputKey) => CellExtras | null;

function tabsOf(
  book: OpenSpreadsheet,
  { tabs, grids, leftOut }: WorkbookReading,
  campaign: Campaign,
  plan: Plan,
  problems: readonly ToldProblem[],
  origin: PlanningOrigin,
  extras: Extras,
  helps?: ToldHelps,
): OutputTabs {
  const memory = readMemory(book);
  const kept = (key: 'planning' | 'assignments', column: string) =>
    keepTable(grids[key], TABS[key], column, () => extras(key));
  return outputTabs(
    campaign,
    plan,
    {
      planning: kept('planning', 'session'),
      assignments: kept('assignments', 'id'),
      highestNumber: Number(memory.get(HIGHEST) ?? 0) || 0,
      invigilators: parseInvigilators(memory.get(INVIGILATORS)),
      competences: knownCompetences(book, campaign, plan),
      ...(origin.returning === undefined ? {} : { returning: origin.returning }),
    },
    leftOut.map(({ site, ...row }) => ({ ...row, sites: site === '' ? [] : [site] })),
    problems,
    {
      planning: tabs.planning.name,
      assignments: tabs.assignments.name,
      anonymousSeats: tabs.anonymousSeats.name,
      unseated: tabs.unseated.name,
      summary: tabs.summary.name,
      problems: tabs.problems.name,
    },
    helps,
  );
}

/** The three tabs that say a planning, as they are about to be written. */
function planningGrids(contents: readonly TabContent[], { tabs }: WorkbookReading): PlanningTabs {
  const grid = (key: keyof PlanningTabs): Grid | null => {
    const content = contents.find(({ tab }) => tab === tabs[key].name);
    return content === undefined ? null : { tab: content.tab, cells: content.rows, shown: null };
  };
  return {
    planning: grid('planning'),
    assignments: grid('assignments'),
    anonymousSeats: grid('anonymousSeats'),
  };
}

/** The looks of the tabs that staff added columns to, read once each and only when there are such columns. */
export function staffExtras(book: OpenSpreadsheet, { tabs, grids }: WorkbookReading): Extras {
  const read = new Map<OutputKey, CellExtras | null>();
  return (key) => {
    if (key !== 'planning' && key !== 'assignments') return null;
    const known = read.get(key);
    if (known !== undefined) return known;
    const grid = grids[key];
    const table = grid === null ? null : readTable(grid, TABS[key], new ProblemLog());
    const extras = table === null || table.others.length === 0 ? null : book.readExtras(tabs[key].name);
    read.set(key, extras);
    return extras;
  };
}

/** The output tabs as they stand. `extras` gives what is known of the looks of a tab that staff added columns to. */
export function outputsAside(
  book: OpenSpreadsheet,
  { tabs, grids }: WorkbookReading,
  extras: Extras,
): readonly KeptAside[] {
  const drawing = parseDrawing(readMemory(book).get(DRAWING));
  return OUTPUTS.map((key): KeptAside => {
    const { name, exists } = tabs[key];
    const grid: Grid | null = grids[key] ?? (exists ? book.read(name, 'nothing') : null);
    return keepAside(name, key, grid, extras(key), key === 'summary' ? drawing : null);
  });
}

/** What the memory says of the planning; empty where it says nothing. */
export function memoryOfPlanning(book: OpenSpreadsheet): Readonly<Record<string, string>> {
  const memory = readMemory(book);
  return Object.fromEntries(OF_THE_PLANNING.map((name) => [name, memory.get(name) ?? '']));
}
