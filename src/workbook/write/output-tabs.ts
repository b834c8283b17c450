import type { Campaign } from '../../domain/campaign';
import type { Plan } from '../../domain/plan';
import { type PlanningFigures, figuresOf } from '../../domain/figures';
import type { PlanningRecord } from '../../domain/planning-record';
import type { OutputKey } from '../schema/tab-schema';
import { TABS } from '../schema/tabs';
import { helpSentence, leverNamesOf } from '../../text/helps';
import { matchKey } from '../text-match';
import { EDITABLE } from './editable';
import { type InvigilatorMemory, keepHandTyped, rememberInvigilators } from './invigilators';
import type { KeptTable } from './kept-table';
import { type NumberedPlan, type NumberedSession, numberSessions } from './numbered-plan';
import type { CellsOf } from './output-columns';
import { planningCells } from './planning';
import { type ToldProblem, problemCells, problemLinks } from './problems';
import { anonymousCells, anonymousRowsOf, assignmentCells, assignmentsOf } from './seats';
import { returningSessions, withReturningCandidates, withReturningSessions } from './returning';
import { summaryContent } from './summary';
import type { TabContent } from './tab-content';
import { type Keeping, tableContent } from './table-content';
import { type LeftOutCandidate, NO_HELPS, type ToldHelps, unseatedCells, unseatedRowsOf } from './unseated';

/** What the output tabs held before, and what was remembered since the last writing. */
export interface Before {
  readonly planning: KeptTable | null;
  readonly assignments: KeptTable | null;
  /** The highest number ever given to a session, 0 when none. */
  readonly highestNumber: number;
  /** What the add-on last wrote in `Surveillants`; `null` when it is not known. */
  readonly invigilators: InvigilatorMemory | null;
  /** A planning that is restored: its sessions get their numbers, states and what staff wrote about them back. */
  readonly returning?: PlanningRecord;
  /** Certifiable competences of the profiles that are known, by folded student number. */
  readonly competences?: ReadonlyMap<string, number>;
}

export interface OutputTabs {
  /** In the order in which they are written. */
  readonly tabs: readonly TabContent[];
  readonly figures: PlanningFigures;
  /** The sessions as they are written. */
  readonly sessions: readonly NumberedSession[];
  /** To remember for the next calculation. */
  readonly highestNumber: number;
  readonly invigilators: InvigilatorMemory;
}

/** Names of the output tabs as they stand in this spreadsheet. */
export type OutputNames = Readonly<Record<OutputKey, string>>;

/** Every output tab of a calculation, complete before the first cell changes. */
export function outputTabs(
  campaign: Campaign,
  plan: Plan,
  before: Before,
  leftOut: readonly LeftOutCandidate[],
  problems: readonly ToldProblem[],
  names: OutputNames,
  helps: ToldHelps = NO_HELPS,
): OutputTabs {
  const { planning, assignments, returning } = standing(before, campaign);
  const numbered = numberSessions(campaign, plan, planning, before.highestNumber, returning);
  const figures = figuresOf(plan, leftOut.length);
  const leverNames = leverNamesOf(campaign);
  return {
    tabs: [
      planningTab(numbered, { ...before, planning }, names.planning),
      tableTab(names.assignments, 'assignments', assignmentsOf(numbered), assignmentCells, {
        kept: assignments,
        keyOf: ({ seat }) => matchKey(seat.candidate.id),
        editable: EDITABLE.assignments,
      }),
      tableTab(names.anonymousSeats, 'anonymousSeats', anonymousRowsOf(numbered), anonymousCells),
      tableTab(
        names.unseated,
        'unseated',
        unseatedRowsOf(numbered, leftOut, helps, leverNames, before.competences),
        unseatedCells,
      ),
      summaryContent(names.summary, {
        figures,
        numbered,
        bound: plan.sessionBound,
        priority: campaign.settings.priority,
        helps: helps.best.map((help) => helpSentence(help, leverNames)),
      }),
      problemsTab(problems, names.problems),
    ],
    figures,
    sessions: numbered.sessions,
    highestNumber: numbered.highest,
    invigilators: rememberInvigilators(numbered),
  };
}

/** The tabs as they stand, and what comes back of a planning that is restored. */
function standing({ planning, assignments, returning: record }: Before, { invigilators }: Campaign) {
  if (record === undefined) return { planning, assignments, returning: new Map<string, never>() };
  const returning = returningSessions(record, planning);
  return {
    planning: withReturningSessions(planning, returning, invigilators),
    assignments: withReturningCandidates(assignments, record),
    returning,
  };
}

/** `À corriger`. */
export function problemsTab(problems: readonly ToldProblem[], name: string): TabContent {
  const content = tableTab(name, 'problems', problems, problemCells);
  const column = TABS.problems.columns.findIndex(({ header }) => header === 'Cellule');
  return { ...content, links: problemLinks(problems, column) };
}

function planningTab(numbered: NumberedPlan, before: Before, name: string): TabContent {
  const invigilatorsOf = keepHandTyped(before.invigilators);
  return tableTab(name, 'planning', numbered.sessions, planningCells(invigilatorsOf), {
    kept: before.planning,
    keyOf: (session) => matchKey(session.keptAs ?? ''),
    editable: EDITABLE.planning,
  });
}

function tableTab<Item>(
  tab: string,
  key: OutputKey,
  items: readonly Item[],
  cells: CellsOf<Item>,
  keeping?: Keeping<Item>,
): TabContent {
  return tableContent(tab, 'result', TABS[key], items, cells, keeping);
}
