import type { CalculationChoice } from '../dialogs/calculation/exchange';
import type { Campaign } from '../domain/campaign';
import { CALCULATION_TEXT } from '../text/calculation';
import { firstProblems } from '../text/checked';
import { alone, attempt, isAnswer } from './act';
import { readWorkbook, type WorkbookReading } from './read-workbook';
import { blockingLines, tellProblems } from './tell-problems';

/** What the window is told instead of a calculation. */
export interface NotCalculated {
  readonly kind: 'blocked' | 'failed';
  readonly lines: readonly string[];
}

const TOLD = 3;

/** Reads the workbook for a calculation of the window, which shows what prevents it. */
export function readForCalculation():
  { readonly reading: WorkbookReading; readonly campaign: Campaign } | NotCalculated {
  const reading = attempt(() => alone<WorkbookReading>((book) => readWorkbook(book)));
  if (isAnswer(reading)) return { kind: 'failed', lines: reading.lines };
  const { campaign } = reading;
  return campaign === null ? blockedBy(reading) : { reading, campaign };
}

/** The same to mend the planning: locks that corrections made impossible do not stand in the way. */
export function readForRepair():
  { readonly reading: WorkbookReading; readonly campaign: Campaign } | NotCalculated {
  const reading = attempt(() => alone<WorkbookReading>((book) => readWorkbook(book)));
  if (isAnswer(reading)) return { kind: 'failed', lines: reading.lines };
  const { mendable } = reading;
  return mendable === null ? blockedBy(reading) : { reading, campaign: mendable };
}

/** The first problems that block, in words. */
export function blockedBy(reading: WorkbookReading): NotCalculated {
  const blocking = blockingLines(tellProblems(reading.problems));
  return { kind: 'blocked', lines: [CALCULATION_TEXT.blocked, ...firstProblems(blocking, TOLD)] };
}

/** The campaign as staff want it calculated this time. */
export function asChosen(campaign: Campaign, choice: CalculationChoice): Campaign {
  return { ...campaign, settings: { ...campaign.settings, ...choice } };
}

/** A choice that came from the page; words that are not known leave what the workbook says. */
export function readChoice(value: unknown, { settings }: Campaign): CalculationChoice {
  const given = new Map<string, unknown>(
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );
  const recalculation = (['improve', 'complete', 'restart'] as const).find(
    (word) => word === given.get('recalculation'),
  );
  const priority = (['sessions', 'preferences', 'earliest'] as const).find(
    (word) => word === given.get('priority'),
  );
  return {
    recalculation: recalculation ?? settings.recalculation,
    priority: priority ?? settings.priority,
  };
}
