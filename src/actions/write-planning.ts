import type { Campaign } from '../domain/campaign';
import type { Grid } from '../domain/grid';
import type { Plan } from '../domain/plan';
import { nowSerial } from '../google/clock';
import { logFailure } from '../google/log';
import { type Memory, readMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { PlanningFigures } from '../domain/figures';
import { TABS } from '../workbook/schema/tabs';
import type { OutputKey } from '../workbook/schema/tab-schema';
import { parseInvigilators } from '../workbook/write/invigilators';
import { type KeptAside, keepAside } from '../workbook/write/kept-aside';
import { type CellExtras, keepTable } from '../workbook/write/kept-table';
import { outputTabs } from '../workbook/write/output-tabs';
import type { ToldProblem } from '../workbook/write/problems';
import { followRequests } from './follow-requests';
import type { WorkbookReading } from './read-workbook';
import { writeSafely } from './safe-writing';

/** Names under which the workbook remembers. */
/** When the planning was written, as a cell of date and time: answers that come later are told as such. */
export const PLANNED_AT = 'planning calculé le';
const HIGHEST = 'dernier numéro de session';
const INVIGILATORS = 'surveillants écrits';

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

/** Writes every output tab of a verified plan. @returns its numbers */
export function writePlanning(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  campaign: Campaign,
  plan: Plan,
  problems: readonly ToldProblem[],
): PlanningFigures {
  const { tabs, grids } = reading;
  const memory = readMemory(book);
  const extras = new Map<OutputKey, CellExtras | null>();
  const kept = (key: 'planning' | 'assignments', column: string) =>
    keepTable(grids[key], TABS[key], column, () => {
      const read = book.readExtras(tabs[key].name);
      extras.set(key, read);
      return read;
    });
  const written = outputTabs(
    campaign,
    plan,
    {
      planning: kept('planning', 'session'),
      assignments: kept('assignments', 'id'),
      highestNumber: Number(memory.get(HIGHEST) ?? 0) || 0,
      invigilators: parseInvigilators(memory.get(INVIGILATORS)),
    },
    reading.leftOut.map(({ site, ...row }) => ({ ...row, sites: site === '' ? [] : [site] })),
    problems,
    {
      planning: tabs.planning.name,
      assignments: tabs.assignments.name,
      anonymousSeats: tabs.anonymousSeats.name,
      unseated: tabs.unseated.name,
      summary: tabs.summary.name,
      problems: tabs.problems.name,
    },
  );
  const aside = OUTPUTS.map((key): KeptAside => {
    const { name, exists } = tabs[key];
    const grid: Grid | null = grids[key] ?? (exists ? book.read(name, 'nothing') : null);
    return keepAside(name, key, grid, extras.get(key) ?? null);
  });
  const remembered: Memory = new Map([
    [HIGHEST, String(written.highestNumber)],
    [INVIGILATORS, JSON.stringify(written.invigilators)],
    [PLANNED_AT, String(nowSerial(book.timeZone))],
  ]);
  writeSafely(book, written.tabs, aside, remembered);
  tellRequests(book, reading, written.sessions);
  return written.figures;
}
