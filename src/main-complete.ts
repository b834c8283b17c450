import type { Answer, WindowOpened } from './actions/answer';
import { diagnose as diagnoseEdition, openDiagnostic as open, readDiagnostic } from './actions/diagnose';
import { COMPLETE } from './actions/diagnose-complete';
import { welcomeBack } from './actions/open-workbook';
import { readHelp, showHelp as showHelpOf } from './actions/show-help';
import type { DiagnosticWindow } from './dialogs/diagnostic/exchange';
import type { HelpSidebar } from './dialogs/help/exchange';
import { addressFrom } from './google/account';
import { ownAddress } from './google/mail';
import { addMenu } from './google/ui';
import type { OpeningEvent } from './main';
import { MENU_TITLE, menuOf } from './menu';

/**
 * The complete edition: everything that the essential one has, and what needs more authorisations. A function declared
 * here stands for the one of the same name there.
 */
export * from './main';

// The history says who wrote a planning.
addressFrom(ownAddress);

/** Adds the whole menu. */
export function onOpen(event?: OpeningEvent): void {
  addMenu(MENU_TITLE, menuOf('complete'));
  welcomeBack(event?.authMode?.toString() ?? 'NONE');
}

export function onInstall(event?: OpeningEvent): void {
  onOpen(event);
}

/** *Demandes et disponibilités*. */
export { createRequestForm } from './actions/create-request-form';
export { createAvailabilityForm } from './actions/create-availability-form';
export { refreshForms } from './actions/refresh-forms';
export { followAnswers, sendReminders, tellAnswerRates } from './actions/follow-answers';

/** Called by the platform at each answer to a form of the workbook. */
export { onFormSubmitted } from './actions/on-form-submitted';

/** *Communiquer*. */
export { proposeSharing, publishPlanning } from './actions/share-planning';
export { prepareConvocations, sendTestMessage } from './actions/prepare-convocations';
export { sendEveryMessage, sendMessages } from './actions/send-messages';
export { proposeCalendar, updateCalendar } from './actions/update-calendar';

/** *Aide* of the whole menu. */
export function showHelp(): Answer {
  return showHelpOf(menuOf('complete'));
}

export function refreshHelp(): HelpSidebar {
  return readHelp(menuOf('complete'));
}

/** *Diagnostic* of what this edition needs too. */
export function openDiagnostic(): Answer | WindowOpened {
  return open(COMPLETE);
}

export function diagnose(): Answer {
  return diagnoseEdition(COMPLETE);
}

export function refreshDiagnostic(): DiagnosticWindow {
  return readDiagnostic(COMPLETE);
}
