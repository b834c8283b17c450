import { welcomeBack } from './actions/open-workbook';
import { addMenu } from './google/ui';
import type { OpeningEvent } from './main';
import { MENU_TITLE, menuOf } from './menu';

/** The complete edition: everything that the essential one has, and what needs more authorisations. */
export * from './main';

/** Adds the whole menu. It stands for the function of the same name of the essential edition. */
export function onOpen(event?: OpeningEvent): void {
  addMenu(MENU_TITLE, menuOf('complete'));
  welcomeBack(event?.authMode?.toString() ?? 'NONE');
}

export function onInstall(event?: OpeningEvent): void {
  onOpen(event);
}
