import { HELP_SIDEBAR, type HelpSidebar } from '../dialogs/help/exchange';
import { now } from '../google/clock';
import { logFailure } from '../google/log';
import { showSidebar } from '../google/page-window';
import { openSpreadsheet } from '../google/spreadsheet';
import { french } from '../text/format';
import { HELP_TEXT } from '../text/help';
import { progressOf } from '../workbook/read/progress';
import { act, attempt, isAnswer } from './act';
import { type Answer, done } from './answer';
import { eachTab } from './find-tabs';
import { helpSteps, type Menu, rescueLinks } from './help-steps';
import { readWorkbook } from './read-workbook';

/**
 * *Aide*: what to do next given the state of the workbook, beside it. Writes nothing, and works whatever the workbook
 * holds.
 */
export function showHelp(menu: Menu): Answer {
  const sidebar = readHelp(menu);
  const answer = done(linesOf(sidebar));
  try {
    showSidebar(HELP_SIDEBAR, { title: HELP_TEXT.title, data: sidebar });
    return answer;
  } catch (error) {
    // An account that may not show pages is told the same in a message.
    logFailure(error);
    return act(HELP_TEXT.title, () => answer);
  }
}

/** The same checklist, read anew. */
export function readHelp(menu: Menu): HelpSidebar {
  const rescue = rescueLinks(menu);
  const read = attempt(() => {
    const book = openSpreadsheet();
    const reading = readWorkbook(book);
    const names = eachTab((key) => reading.tabs[key].name);
    const progress = progressOf(
      reading.grids,
      names,
      (key) => reading.tabs[key].exists,
      reading,
      now(book.timeZone),
    );
    return helpSteps(progress, reading.tabs, menu);
  });
  return isAnswer(read)
    ? { steps: [], next: null, failure: read.lines.join(' '), rescue }
    : { ...read, failure: '', rescue };
}

const SIGNS = { done: '✓', todo: '○', attention: '▲', optional: '–' } as const;

function linesOf({ steps, next, failure }: HelpSidebar): readonly string[] {
  if (failure !== '') return [failure];
  const following = steps.find(({ key }) => key === next);
  return [
    ...steps.map(({ state, title, detail }) => french(`${SIGNS[state]} ${title} : ${detail}`)),
    following === undefined ? HELP_TEXT.allDone : french(`${HELP_TEXT.next} : ${following.title}.`),
  ];
}
