import { readPlan } from '../allocation/received-plan';
import type { WritingAnswer } from '../dialogs/calculation/exchange';
import { changedParts, fingerprintOf, readFingerprint } from '../domain/fingerprint';
import { CALCULATION_TEXT } from '../text/calculation';
import { alone, attempt, isAnswer } from './act';
import { asChosen, blockedBy, readChoice } from './calculation-reading';
import { readWorkbook } from './read-workbook';
import { tellProblems } from './tell-problems';
import { writeVerifiedPlan } from './write-verified-plan';

/**
 * *Écrire le planning*: writes the plan that the window shows, if the data are still those that it was calculated from
 * and if it breaks no rule. What the page sends is read with care: it may come from anywhere.
 */
export function writeCalculation(request: unknown): WritingAnswer {
  const given = new Map<string, unknown>(
    typeof request === 'object' && request !== null ? Object.entries(request) : [],
  );
  const plan = readPlan(given.get('plan'));
  const fingerprint = readFingerprint(given.get('fingerprint'));
  if (plan === null || fingerprint === null)
    return { kind: 'failed', lines: [CALCULATION_TEXT.unreadablePlan] };
  const answer = attempt(() =>
    alone<WritingAnswer>((book) => {
      const reading = readWorkbook(book);
      if (reading.campaign === null) return blockedBy(reading);
      const parts = changedParts(fingerprint, fingerprintOf(reading.campaign));
      if (parts.length > 0) return { kind: 'changed', parts };
      const campaign = asChosen(reading.campaign, readChoice(given.get('choice'), reading.campaign));
      return writeVerifiedPlan(book, reading, campaign, plan, tellProblems(reading.problems));
    }),
  );
  if (!isAnswer(answer)) return answer;
  return { kind: answer.status === 'done' ? 'written' : 'failed', lines: answer.lines };
}
