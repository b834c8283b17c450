import type { Answer, WindowOpened } from './actions/answer';
import { createAvailabilityForm as createAvailabilityFormAction } from './actions/create-availability-form';
import {
  diagnose as diagnoseAction,
  openDiagnostic as openDiagnosticAction,
  readDiagnostic,
} from './actions/diagnose';
import { COMPLETE } from './actions/diagnose-complete';
import { createRequestForm as createRequestFormAction } from './actions/create-request-form';
import { answerSubmitted } from './actions/on-form-submitted';
import { refreshForms as refreshFormsAction } from './actions/refresh-forms';
import { welcomeBack } from './actions/open-workbook';
import { prepareConvocations as prepareConvocationsAction, sendTest } from './actions/prepare-convocations';
import {
  proposeSharing as proposeSharingAction,
  publishPlanning as publishPlanningAction,
} from './actions/share-planning';
import {
  proposeCalendar as proposeCalendarAction,
  updateCalendar as updateCalendarAction,
} from './actions/update-calendar';
import type { SharingChoice } from './dialogs/sharing/exchange';
import type { SendingAnswer } from './actions/deliver-messages';
import { proposeReminders, sendReminderSlice, tellRates } from './actions/follow-answers';
import { sendEverything, sendSlice } from './actions/send-messages';
import { readHelp, showHelp as showHelpAction } from './actions/show-help';
import type { DiagnosticWindow } from './dialogs/diagnostic/exchange';
import type { HelpSidebar } from './dialogs/help/exchange';
import { addressFrom } from './google/account';
import type { FormSubmission } from './google/forms';
import { ownAddress } from './google/mail';
import { addMenu } from './google/ui';
import type { OpeningEvent } from './main';
import { MENU_TITLE, menuOf } from './menu';

/** The complete edition: everything that the essential one has, and what needs more authorisations. */
export * from './main';

// The history says who wrote a planning.
addressFrom(ownAddress);

/** Adds the whole menu. It stands for the function of the same name of the essential edition. */
export function onOpen(event?: OpeningEvent): void {
  addMenu(MENU_TITLE, menuOf('complete'));
  welcomeBack(event?.authMode?.toString() ?? 'NONE');
}

export function onInstall(event?: OpeningEvent): void {
  onOpen(event);
}

/** The help of the whole menu. It stands for the function of the same name of the essential edition, like the next. */
export function showHelp(): Answer {
  return showHelpAction(menuOf('complete'));
}

export function refreshHelp(): HelpSidebar {
  return readHelp(menuOf('complete'));
}

/** What is specific to this edition is looked at too. The two below stand for those of the essential one as well. */
export function openDiagnostic(): Answer | WindowOpened {
  return openDiagnosticAction(COMPLETE);
}

export function diagnose(): Answer {
  return diagnoseAction(COMPLETE);
}

export function refreshDiagnostic(): DiagnosticWindow {
  return readDiagnostic(COMPLETE);
}

export function prepareConvocations(): Answer | WindowOpened {
  return prepareConvocationsAction();
}

/** Called by the window of the convocations; `excluded` names the parts left out. */
export function sendMessages(excluded?: readonly string[]): SendingAnswer {
  return sendSlice(excluded);
}

export function sendEveryMessage(): SendingAnswer {
  return sendEverything();
}

/** Called by the window of the convocations, which shows the message. */
export function sendTestMessage(shown?: number): Answer {
  return sendTest(shown ?? 0);
}

export function createRequestForm(): Answer {
  return createRequestFormAction();
}

export function createAvailabilityForm(): Answer {
  return createAvailabilityFormAction();
}

export function refreshForms(): Answer {
  return refreshFormsAction();
}

/** Called by the platform at each answer to a form of the workbook. */
export function onFormSubmitted(event?: FormSubmission): Answer {
  return answerSubmitted(event);
}

export function proposeSharing(): Answer | WindowOpened {
  return proposeSharingAction();
}

/** Called by the window that shares the planning. */
export function publishPlanning(choice?: SharingChoice): Answer {
  return publishPlanningAction(choice);
}

export function proposeCalendar(): Answer | WindowOpened {
  return proposeCalendarAction();
}

/** Called by the window of the calendar, with its identifier. */
export function updateCalendar(chosen?: string): Answer {
  return updateCalendarAction(chosen);
}

export function followAnswers(): Answer | WindowOpened {
  return proposeReminders();
}

export function tellAnswerRates(): Answer {
  return tellRates();
}

/** Called by the window that follows the answers, slice after slice. */
export function sendReminders(): SendingAnswer {
  return sendReminderSlice();
}
