import type { Answer, WindowOpened } from './actions/answer';
import { checkData as checkDataAction } from './actions/check-data';
import { computePlanning as computePlanningAction } from './actions/compute-planning';
import { exportCalendarFile as exportCalendarFileAction } from './actions/export-calendar-file';
import { exportPixCertif as exportPixCertifAction } from './actions/export-pix-certif';
import {
  mergeGroups as mergeGroupsAction,
  proposeGroups as proposeGroupsAction,
} from './actions/merge-groups';
import { welcomeBack } from './actions/open-workbook';
import { prepareWorkbook as prepareWorkbookAction } from './actions/prepare-workbook';
import { showHelp as showHelpAction } from './actions/show-help';
import { addMenu } from './google/ui';
import { MENU_TITLE, menuOf } from './menu';

/**
 * The only list of functions that the platform may call. Each export becomes a top-level function of the script; each
 * action returns its answer, which the menu ignores and the command line prints.
 */

export interface OpeningEvent {
  readonly authMode?: { toString(): string };
}

/** Adds the menu. Works before any authorisation, when nothing but menus may be touched. */
export function onOpen(event?: OpeningEvent): void {
  addMenu(MENU_TITLE, menuOf('essential'));
  welcomeBack(event?.authMode?.toString() ?? 'NONE');
}

export function onInstall(event?: OpeningEvent): void {
  onOpen(event);
}

export function prepareWorkbook(): Answer {
  return prepareWorkbookAction();
}

export function checkData(): Answer {
  return checkDataAction();
}

export function computePlanning(): Answer {
  return computePlanningAction();
}

export function exportPixCertif(): Answer {
  return exportPixCertifAction();
}

export function showHelp(): Answer {
  return showHelpAction();
}

export function proposeGroups(): Answer | WindowOpened {
  return proposeGroupsAction();
}

/** Called by the window of the groups; `confirmed` are the labels ticked there. */
export function mergeGroups(confirmed?: readonly string[]): Answer {
  return mergeGroupsAction(confirmed);
}

export function exportCalendarFile(): Answer {
  return exportCalendarFileAction();
}
