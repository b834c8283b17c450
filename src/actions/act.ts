import { whileLocked } from '../google/document-lock';
import { logFailure } from '../google/log';
import { type OpenSpreadsheet, openSpreadsheet } from '../google/spreadsheet';
import { say } from '../google/ui';
import { FAILURE_TEXT, sentenceOfFailure } from '../text/failures';
import { type Answer, failed } from './answer';
import { putBackInterruptedWriting } from './safe-writing';

/** Runs an action that writes, and shows its answer. */
export function actAlone(title: string, work: (book: OpenSpreadsheet) => Answer): Answer {
  return act(title, () => alone(work));
}

/** Does the work alone in the document, after what an interrupted writing left was put back. */
export function alone<Other = never>(work: (book: OpenSpreadsheet) => Answer | Other): Answer | Other {
  const locked = whileLocked(() => {
    const book = openSpreadsheet();
    const putBack = putBackInterruptedWriting(book);
    const answer = work(book);
    return putBack && isAnswer(answer)
      ? { ...answer, lines: [...answer.lines, FAILURE_TEXT.putBack] }
      : answer;
  });
  return locked === null ? failed(FAILURE_TEXT.busy) : locked.result;
}

export const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'status' in value;

/** Runs an action and shows its answer. */
export function act(title: string, work: () => Answer): Answer {
  const answer = attempt(work);
  try {
    say(title, answer.lines);
  } catch (error) {
    // What was done is done, and the answer is returned: only its showing failed.
    logFailure(error);
  }
  return answer;
}

/** `alone`, for a window that shows the answer itself: what fails is an answer too, in words. */
export function aloneInWords<Other extends Answer = Answer>(
  work: (book: OpenSpreadsheet) => Answer | Other,
): Answer | Other {
  return attempt(() => alone<Answer | Other>(work));
}

/** What the work gives; the answer that tells its failure when it throws. */
export function attempt<Result>(work: () => Result): Result | Answer {
  try {
    return work();
  } catch (error) {
    return failed(sentenceOfFailure(logFailure(error)));
  }
}
