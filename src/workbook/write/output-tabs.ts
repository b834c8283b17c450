import type { Campaign } from '../../domain/campaign';
import type { Plan } from '../../domain/plan';
import { type PlanningFigures, figuresOf } from '../../domain/figures';
import type { OutputKey } from '../schema/tab-schema';
import { TABS } from '../schema/tabs';
import { matchKey } from '../text-match';
import { type InvigilatorMemory, keepHandTyped, rememberInvigilators } from './invigilators';
import type { KeptTable } from './kept-table';
import { type NumberedPlan, type NumberedSession, numberSessions } from './numbered-plan';
import type { CellsOf } from './output-columns';
import { planningCells } from './planning';
import { type ToldProblem, problemCells, problemLinks } from './problems';
import { anonymousCells, anonymousRowsOf, assignmentCells, assignmentsOf } from './seats';
import { summaryContent } from './summary';
import type { TabContent } from './tab-content';
import { type Keeping, tableContent } from './table-content';
import { type LeftOutCandidate, unseatedCells, unseatedRowsOf } from './unseated';

/** What the output tabs held before, and what was remembered since the last writing. */
export interface Before {
  readonly planning: KeptTable | null;
  readonly assignments: KeptTable | null;
  /** The highest number ever given to a session, 0 when none. */
  readonly highestNumber: number;
  /** What the add-on last wrote in `Surveillants`; `null` when it is not known. */
  readonly invigilators: InvigilatorMemory | null;
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
): OutputTabs {
  const numbered = numberSessions(campaign, plan, before.planning, before.highestNumber);
  const figures = figuresOf(plan, leftOut.length);
  return {
    tabs: [
      planningTab(campaign, numbered, before, names.planning),
      tableTab(names.assignments, 'assignments', assignmentsOf(numbered), assignmentCells, {
        kept: before.assignments,
        keyOf: ({ seat }) => matchKey(seat.candidate.id),
        editable: ['Session', 'Verrouillée'],
      }),
      tableTab(names.anonymousSeats, 'anonymousSeats', anonymousRowsOf(numbered), anonymousCells),
      tableTab(names.unseated, 'unseated', unseatedRowsOf(numbered, leftOut), unseatedCells),
      summaryContent(names.summary, {
        figures,
        numbered,
        bound: plan.sessionBound,
        priority: campaign.settings.priority,
      }),
      problemsTab(problems, names.problems),
    ],
    figures,
    sessions: numbered.sessions,
    highestNumber: numbered.highest,
    invigilators: rememberInvigilators(numbered),
  };
}

/** `À corriger`. */
export function problemsTab(problems: readonly ToldProblem[], name: string): TabContent {
  const content = tableTab(name, 'problems', problems, problemCells);
  const column = TABS.problems.columns.findIndex(({ header }) => header === 'Cellule');
  return { ...content, links: problemLinks(problems, column) };
}

function planningTab(campaign: Campaign, numbered: NumberedPlan, before: Before, name: string): TabContent {
  const invigilatorsOf = keepHandTyped(campaign.invigilators, before.invigilators);
  return tableTab(name, 'planning', numbered.sessions, planningCells(invigilatorsOf), {
    kept: before.planning,
    keyOf: (session) => matchKey(session.keptAs ?? ''),
    editable: ['État', 'Créneau', 'Code', 'Surveillants', 'N° session Pix', 'Verrouillée', 'Remarques'],
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
