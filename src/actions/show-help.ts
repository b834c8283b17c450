import { HELP_TEXT } from '../text/help';
import { act } from './act';
import { type Answer, done } from './answer';

/** *Aide*: how the menu is used, in a few lines. */
export function showHelp(): Answer {
  return act(HELP_TEXT.title, () => done(HELP_TEXT.lines));
}
