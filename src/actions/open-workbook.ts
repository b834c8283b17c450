import { whileLockedNow } from '../google/document-lock';
import { openSpreadsheet } from '../google/spreadsheet';
import { notify } from '../google/ui';
import { FAILURE_TEXT } from '../text/failures';
import { MENU_TEXT } from '../text/menu';
import { catchUp } from './catch-up';
import { putBackInterruptedWriting } from './safe-writing';

/**
 * What happens when the document opens, after the menu is in the bar: a writing that was interrupted is put back, and
 * answers to forms that came unheard are taken.
 * Never fails and never waits: when someone is writing just now, there is nothing to put back.
 *
 * @param mode `AuthMode` of the opening; only `LIMITED` and `FULL` may read the document
 */
export function welcomeBack(mode: string): void {
  if (mode !== 'LIMITED' && mode !== 'FULL') return;
  try {
    const putBack = whileLockedNow(() => {
      const book = openSpreadsheet();
      const interrupted = putBackInterruptedWriting(book);
      catchUp(book);
      return interrupted;
    });
    if (putBack !== null && putBack.result) notify(MENU_TEXT.title, FAILURE_TEXT.putBackAtOpening);
  } catch {
    // Whoever opens the document may not be allowed to change it: the next action of the menu puts it back.
  }
}
