import { loadHighs } from '../allocation/highs/load';
import { readPlan } from '../allocation/received-plan';
import { changedCampaign } from '../allocation/repair/changed-campaign';
import { readChange, readTexts } from '../allocation/repair/received-change';
import { improving, repairsOf } from '../allocation/repair/repairs';
import { verifyPlan } from '../allocation/verify';
import type { RepairAnswer, ServerRepairs } from '../dialogs/unexpected/exchange';
import { changedParts, fingerprintOf, readFingerprint } from '../domain/fingerprint';
import { sessionNumber } from '../domain/ids';
import { stopwatch } from '../google/clock';
import { readHtmlFile } from '../google/html';
import { logFailure } from '../google/log';
import { refusedPlan, sentenceOfFailure } from '../text/failures';
import { UNEXPECTED_TEXT as TEXT } from '../text/unexpected';
import { MENDABLE } from '../workbook/read/locks';
import type { WorkbookProblem } from '../workbook/read/problem-log';
import { readWatching } from '../workbook/read/watching';
import { alone, attempt, isAnswer } from './act';
import { blockedBy, readForRepair } from './calculation-reading';
import { handTypedWatchers } from './hand-typed-watchers';
import { readWorkbook } from './read-workbook';
import { recordChange } from './record-change';
import { tellProblems } from './tell-problems';
import { writeVerifiedPlan } from './write-verified-plan';

/** Milliseconds, well within what a script may take. */
const BUDGET = 120_000;

/** Where the browser may not calculate: the same search here. Writes nothing in the workbook. */
export function repairOnServer(sent: unknown): ServerRepairs {
  const change = readChange(sent);
  if (change === null) return { kind: 'failed', lines: [TEXT.unreadable] };
  const read = readForRepair();
  if ('kind' in read) return read;
  const { reading, campaign } = read;
  const repairs = attempt(() =>
    repairsOf(campaign, change, readWatching(reading.grids.planning), {
      loadSolver: () => loadHighs(readHtmlFile),
      elapsed: stopwatch(),
      budget: BUDGET,
      onDefect: logFailure,
    }),
  );
  return isAnswer(repairs)
    ? { kind: 'failed', lines: repairs.lines }
    : { kind: 'found', repairs, fingerprint: fingerprintOf(campaign) };
}

/**
 * Applies the repair that staff chose, if the data are still those that it was found for and if it breaks no rule, then
 * records what happened where the next calculation reads it. What the page sends is read with care.
 */
export function applyRepair(request: unknown): RepairAnswer {
  const given = new Map<string, unknown>(
    typeof request === 'object' && request !== null ? Object.entries(request) : [],
  );
  const change = readChange(given.get('change'));
  const cancelled = readTexts(given.get('cancelled'))?.map(sessionNumber);
  const plan = readPlan(given.get('plan'));
  const fingerprint = readFingerprint(given.get('fingerprint'));
  if (change === null || cancelled === undefined || plan === null || fingerprint === null)
    return { kind: 'failed', lines: [TEXT.unreadable] };
  const answer = attempt(() =>
    alone<RepairAnswer>((book) => {
      const reading = readWorkbook(book);
      const { mendable: campaign } = reading;
      if (campaign === null) return blockedBy(reading);
      const parts = changedParts(fingerprint, fingerprintOf(campaign));
      if (parts.length > 0) return { kind: 'changed', parts };
      const changed = improving(changedCampaign(campaign, change, cancelled));
      const violations = verifyPlan(changed, plan);
      if (violations.length > 0) {
        const rules = [...new Set(violations.map(({ rule }) => rule))].join(', ');
        return { kind: 'failed', lines: [refusedPlan(logFailure(`The repair breaks: ${rules}`).reference)] };
      }
      const problems = tellProblems(reading.problems.filter((problem) => !isMended(problem)));
      const typed = handTypedWatchers(book, reading, campaign, plan);
      const { status, lines } = writeVerifiedPlan(book, reading, changed, plan, problems, { kind: 'mended' });
      if (status !== 'done') return { kind: 'failed', lines };
      return { kind: 'written', lines: [...lines, ...typed, ...recorded(book, reading, change, changed)] };
    }),
  );
  return isAnswer(answer) ? { kind: 'failed', lines: answer.lines } : answer;
}

/** Locks that were impossible are lifted by now. */
const isMended = ({ code, severity }: WorkbookProblem): boolean =>
  severity === 'blocking' && MENDABLE.includes(code);

/** The planning is mended by now: that the change could not be noted is said, and undoes nothing. */
function recorded(...noted: Parameters<typeof recordChange>): readonly string[] {
  try {
    return recordChange(...noted);
  } catch (error) {
    return [TEXT.notRecorded(sentenceOfFailure(logFailure(error)))];
  }
}
