import type { ShownDifferences, ShownSessionChange } from '../dialogs/history/exchange';
import { type PlanningDifferences, comparePlannings } from '../domain/compare-plannings';
import { type PlanningRecord, type RecordedSession, peopleOf } from '../domain/planning-record';
import { number } from '../text/format';
import { HISTORY_TEXT as TEXT, sessionName } from '../text/history';
import { identifierOf, textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import type { WorkbookReading } from './read-workbook';

/** People shown; a window is no place for three thousand. */
const SHOWN = 200;

/** What differs from one planning to another, people by their names of today. */
export function shownDifferences(
  before: PlanningRecord,
  after: PlanningRecord,
  nameOf: (candidate: string) => string,
): ShownDifferences {
  const found = comparePlannings(before, after);
  const moved = found.moved
    .map(({ candidate, from, to }) => ({
      who: nameOf(candidate),
      from: from === null ? TEXT.noSeat : sessionName(from),
      to: to === null ? TEXT.noSeat : sessionName(to),
    }))
    .sort((a, b) => a.from.localeCompare(b.from, 'fr') || a.who.localeCompare(b.who, 'fr'));
  return {
    moved: moved.slice(0, SHOWN),
    moves: moved.length,
    sessions: sessionChanges(before, after, found),
    notes: notesOf(found),
  };
}

/** The same in a few sentences. */
export function differencesInBrief(before: PlanningRecord, after: PlanningRecord): readonly string[] {
  const found = comparePlannings(before, after);
  const sessions = found.appeared.length + found.gone.length + found.changed.length;
  return [
    ...(found.moved.length === 0 ? [] : [`${TEXT.moved(found.moved.length)}.`]),
    ...(sessions === 0 ? [] : [`${TEXT.sessionsDiffer(sessions)}.`]),
    ...notesOf(found),
  ];
}

const notesOf = ({ seatLocks, staffCells }: PlanningDifferences): readonly string[] => [
  ...(seatLocks === 0 ? [] : [TEXT.seatLocks(seatLocks)]),
  ...(staffCells === 0 ? [] : [TEXT.staffCells(staffCells)]),
];

function sessionChanges(
  before: PlanningRecord,
  after: PlanningRecord,
  { appeared, gone, changed }: PlanningDifferences,
): readonly ShownSessionChange[] {
  const aspects = new Map(changed.map((one) => [one.after, one]));
  const byNumber = new Map(before.sessions.map((session) => [session.number, session]));
  const rows: { readonly at: RecordedSession; readonly change: ShownSessionChange }[] = [
    ...gone.map((session) => row(session, TEXT.gone, String(peopleOf(session)))),
    ...appeared.map((session) => row(session, TEXT.appeared, String(peopleOf(session)))),
    ...after.sessions.flatMap((session) => {
      const what = aspects.get(session);
      const was = what?.before ?? byNumber.get(session.number);
      if (was === undefined || appeared.includes(session)) return [];
      const [from, to] = [peopleOf(was), peopleOf(session)];
      if (what === undefined && from === to) return [];
      const people = from === to ? number(to) : `${number(from)} → ${number(to)}`;
      return [row(session, what === undefined ? '' : TEXT.changed(was, session, what.aspects), people)];
    }),
  ];
  return rows.sort((a, b) => compareTimes(a.at, b.at)).map(({ change }) => change);
}

const row = (at: RecordedSession, change: string, people: string) => ({
  at,
  change: { session: sessionName(at), change, people },
});

function compareTimes(a: RecordedSession, b: RecordedSession): number {
  const [one, other] = [a.slot.day ?? '', b.slot.day ?? ''];
  return one < other ? -1 : one > other ? 1 : a.slot.start - b.slot.start || (a.number < b.number ? -1 : 1);
}

/** Names by identifier, from `Étudiants` and `Affectations`; who is in neither is called by the identifier. */
export function namesOf({ grids }: WorkbookReading): (candidate: string) => string {
  const names = new Map<string, string>();
  for (const key of ['assignments', 'students'] as const) {
    const grid = grids[key];
    if (grid === null || !hasHeaders(grid, TABS[key])) continue;
    for (const one of readTable(grid, TABS[key], new ProblemLog())?.rows ?? []) {
      const name = `${textOf(one.cell('firstName'))} ${textOf(one.cell('lastName'))}`.trim();
      if (name !== '') names.set(matchKey(identifierOf(one.cell('id'), one.shown('id'))), name);
    }
  }
  return (candidate) => names.get(matchKey(candidate)) ?? candidate;
}
