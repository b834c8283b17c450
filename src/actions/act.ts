import { whileLocked } from '../google/document-lock';
import { logFailure } from '../google/log';
import { type OpenSpreadsheet, openSpreadsheet } from '../google/spreadsheet';
import { say } from '../google/ui';
import { FAILURE_TEXT, sentenceOfFailure } from '../text/failures';
import { type Answer, failed } from './answer';
import { putBackInterruptedWriting } from './safe-writing';

/**
 * Runs an action that writes: alone in the document, after what an interrupted writing left was put back. Whatever
 * happens, the user reads French, and the answer is returned.
 */
export function actAlone(title: string, work: (book: OpenSpreadsheet) => Answer): Answer {
  return act(title, () => {
    const locked = whileLocked(() => {
      const book = openSpreadsheet();
      const notice = putBackInterruptedWriting(book) ? [FAILURE_TEXT.putBack] : [];
      const answer = work(book);
      return { ...answer, lines: [...answer.lines, ...notice] };
    });
    return locked === null ? failed(FAILURE_TEXT.busy) : locked.result;
  });
}

/** Runs an action and shows its answer. */
export function act(title: string, work: () => Answer): Answer {
  const answer = answerOf(work);
  say(title, answer.lines);
  return answer;
}

function answerOf(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    return failed(sentenceOfFailure(logFailure(error)));
  }
}
