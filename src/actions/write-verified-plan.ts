import { verifyPlan } from '../allocation/verify';
import type { Campaign } from '../domain/campaign';
import type { Plan } from '../domain/plan';
import { logFailure } from '../google/log';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { bringToFront } from '../google/ui';
import { problemCount } from '../text/checked';
import { refusedPlan } from '../text/failures';
import { details, headline, mendedHeadline } from '../text/summary';
import { whyNotFewer } from '../text/proof';
import type { ToldProblem } from '../workbook/write/problems';
import { failed, summaryOf, type Answer } from './answer';
import { typedWatchersAtOdds } from './hand-typed-watchers';
import type { WorkbookReading } from './read-workbook';
import { answerProblems, blockingLines, tellProblems } from './tell-problems';
import { type PlanningOrigin, writePlanning } from './write-planning';
import { writeSlotCodes } from './write-slot-codes';

/** Writes a plan that breaks no rule, and says what it is; of another one nothing is written. */
export function writeVerifiedPlan(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  campaign: Campaign,
  plan: Plan,
  read: readonly ToldProblem[],
  origin: PlanningOrigin = { kind: 'calculated' },
): Answer {
  const violations = verifyPlan(campaign, plan);
  if (violations.length > 0) {
    const rules = [...new Set(violations.map(({ rule }) => rule))].join(', ');
    return failed(refusedPlan(logFailure(`The plan breaks: ${rules}`).reference));
  }
  const told = [...read, ...tellProblems(typedWatchersAtOdds(book, reading, campaign, plan))];
  writeSlotCodes(book, reading);
  const { figures, lines } = writePlanning(book, reading, campaign, plan, told, origin);
  bringToFront(book.sheet(reading.tabs.planning.name));
  const blocking = blockingLines(told).length;
  const proof = whyNotFewer(plan.sessionBound, figures.sessions);
  const problems =
    told.length === 0 ? [] : [problemCount(blocking, told.length - blocking, reading.tabs.problems.name)];
  return {
    status: 'done',
    lines: [
      origin.kind === 'mended' ? mendedHeadline(figures) : headline(figures),
      ...(proof === '' ? [] : [proof]),
      ...details(figures),
      ...lines,
      ...problems,
    ],
    summary: summaryOf(figures, plan.statistics.milliseconds),
    problems: answerProblems(told),
  };
}
