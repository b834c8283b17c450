import type { Answer, WindowOpened } from './actions/answer';
import {
  calculateOnServer as calculateOnServerAction,
  calculationProgress as calculationProgressAction,
  stopCalculation as stopCalculationAction,
} from './actions/calculate-on-server';
import {
  exportCandidateList as exportCandidateListAction,
  openCandidateList as openCandidateListAction,
  sessionCandidates as sessionCandidatesAction,
} from './actions/candidate-list';
import { checkData as checkDataAction } from './actions/check-data';
import { checkPlanning as checkPlanningAction } from './actions/check-planning';
import { computePlanning as computePlanningAction } from './actions/compute-planning';
import {
  diagnose as diagnoseAction,
  ESSENTIAL,
  openDiagnostic as openDiagnosticAction,
  readDiagnostic,
  tryEngine as tryEngineAction,
} from './actions/diagnose';
import { exportCalendarFile as exportCalendarFileAction } from './actions/export-calendar-file';
import {
  exportPixCertif as exportPixCertifAction,
  makePixCertif as makePixCertifAction,
  openPixCertif as openPixCertifAction,
} from './actions/export-pix-certif';
import {
  notePixGaps as notePixGapsAction,
  openPixGaps as openPixGapsAction,
  tellPixGaps as tellPixGapsAction,
} from './actions/pix-certif-gaps';
import {
  exportPixOrga as exportPixOrgaAction,
  openPixOrga as openPixOrgaAction,
} from './actions/export-pix-orga';
import {
  explainStudentImport as explainStudentImportAction,
  importStudents as importStudentsAction,
  openStudentImport as openStudentImportAction,
  previewStudents as previewStudentsAction,
} from './actions/import-students';
import {
  explainProfileImport as explainProfileImportAction,
  importProfiles as importProfilesAction,
  openProfileImport as openProfileImportAction,
  previewProfiles as previewProfilesAction,
} from './actions/import-profiles';
import {
  mergeGroups as mergeGroupsAction,
  proposeGroups as proposeGroupsAction,
} from './actions/merge-groups';
import { welcomeBack } from './actions/open-workbook';
import { openCalculation as openCalculationAction } from './actions/open-calculation';
import { prepareWorkbook as prepareWorkbookAction } from './actions/prepare-workbook';
import {
  explainPixNumbers as explainPixNumbersAction,
  openPixNumbers as openPixNumbersAction,
  readPixNumbers as readPixNumbersAction,
  writePixNumbers as writePixNumbersAction,
} from './actions/pix-numbers';
import {
  openDoorLists as openDoorListsAction,
  printDoorLists as printDoorListsAction,
} from './actions/print-door-lists';
import {
  openSessionSheets as openSessionSheetsAction,
  printSessionSheets as printSessionSheetsAction,
} from './actions/print-session-sheets';
import {
  readCalculation as readCalculationAction,
  solverFile as solverFileAction,
} from './actions/read-calculation';
import { readHelp, showHelp as showHelpAction } from './actions/show-help';
import {
  goToCell as goToCellAction,
  recheckProblems as recheckProblemsAction,
  showProblems as showProblemsAction,
} from './actions/show-problems';
import { writeCalculation as writeCalculationAction } from './actions/write-calculation';
import type {
  CalculationReading,
  ServerCalculation,
  ServerProgress,
  WritingAnswer,
} from './dialogs/calculation/exchange';
import type { DiagnosticWindow, EngineTrial } from './dialogs/diagnostic/exchange';
import type { HelpSidebar } from './dialogs/help/exchange';
import type { SessionListAnswer } from './dialogs/candidates/exchange';
import type { StudentsAnswer, StudentsPreview } from './dialogs/students/exchange';
import type { CertifAnswer } from './dialogs/certif/exchange';
import type { NumbersReading } from './dialogs/certif-numbers/exchange';
import type { GapsWindow } from './dialogs/certif-gaps/exchange';
import type { ProfilesAnswer, ProfilesPreview } from './dialogs/profiles/exchange';
import type { ProblemsSidebar } from './dialogs/problems/exchange';
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

export function openCalculation(): Answer | WindowOpened {
  return openCalculationAction();
}

/** Calculates and writes at once: what the window of the calculation does by default. */
export function computePlanning(): Answer {
  return computePlanningAction();
}

/** Called by the window of the calculation, like the five below. */
export function readCalculation(): CalculationReading {
  return readCalculationAction();
}

export function solverFile(index: number): string {
  return solverFileAction(index);
}

export function calculateOnServer(request: unknown): ServerCalculation {
  return calculateOnServerAction(request);
}

export function calculationProgress(ticket: unknown): ServerProgress | null {
  return calculationProgressAction(ticket);
}

export function stopCalculation(ticket: unknown): void {
  stopCalculationAction(ticket);
}

export function writeCalculation(request: unknown): WritingAnswer {
  return writeCalculationAction(request);
}

export function checkPlanning(): Answer {
  return checkPlanningAction();
}

/** Called by windows, and by the sidebar of problems, like the two below. */
export function showProblems(): Answer {
  return showProblemsAction();
}

export function recheckProblems(subject: unknown): ProblemsSidebar {
  return recheckProblemsAction(subject);
}

export function goToCell(tab: unknown, cells: unknown): string | null {
  return goToCellAction(tab, cells);
}

export function openSessionSheets(): Answer | WindowOpened {
  return openSessionSheetsAction();
}

/** What the window of printing does by default, like the one below. */
export function printSessionSheets(): Answer {
  return printSessionSheetsAction();
}

export function openDoorLists(): Answer | WindowOpened {
  return openDoorListsAction();
}

export function printDoorLists(): Answer {
  return printDoorListsAction();
}

export function openPixCertif(): Answer | WindowOpened {
  return openPixCertifAction();
}

/** What the window of that export does by default. */
export function exportPixCertif(): Answer {
  return exportPixCertifAction();
}

/** Called by the same window, with what was chosen in it. */
export function makePixCertif(order: unknown): CertifAnswer {
  return makePixCertifAction(order);
}

export function openPixGaps(): Answer | WindowOpened {
  return openPixGapsAction();
}

/** What the window of the gaps does by default. */
export function tellPixGaps(): Answer {
  return tellPixGapsAction();
}

/** Called by the same window, with the marks of the changes that are made. */
export function notePixGaps(marks: unknown): GapsWindow {
  return notePixGapsAction(marks);
}

export function openPixNumbers(): Answer | WindowOpened {
  return openPixNumbersAction();
}

/** Where nobody is at the window of the numbers. */
export function explainPixNumbers(): Answer {
  return explainPixNumbersAction();
}

/** Called by the window of the numbers, with the rows of the files given, like the one below. */
export function readPixNumbers(files: unknown): NumbersReading {
  return readPixNumbersAction(files);
}

export function writePixNumbers(order: unknown): Answer {
  return writePixNumbersAction(order);
}

export function openPixOrga(): Answer | WindowOpened {
  return openPixOrgaAction();
}

/** What the window of that export does by default. */
export function exportPixOrga(): Answer {
  return exportPixOrgaAction();
}

export function openStudentImport(): Answer | WindowOpened {
  return openStudentImportAction('students');
}

/** What is said where there is no window to give a list in. */
export function explainStudentImport(): Answer {
  return explainStudentImportAction('students');
}

export function openPixOrgaImport(): Answer | WindowOpened {
  return openStudentImportAction('pixOrga');
}

export function explainPixOrgaImport(): Answer {
  return explainStudentImportAction('pixOrga');
}

/** Called by the window that imports students, like the one below. */
export function previewStudents(request: unknown): StudentsPreview | StudentsAnswer {
  return previewStudentsAction(request);
}

export function importStudents(request: unknown, stamp: unknown, decisions: unknown): StudentsAnswer {
  return importStudentsAction(request, stamp, decisions);
}

export function openCandidateList(): Answer | WindowOpened {
  return openCandidateListAction();
}

/** Called by the window of the lists of candidates. */
export function sessionCandidates(key: unknown): SessionListAnswer {
  return sessionCandidatesAction(key);
}

/** What that window does by default: the list of the first session to come. */
export function exportCandidateList(): Answer {
  return exportCandidateListAction();
}

export function openProfileImport(): Answer | WindowOpened {
  return openProfileImportAction();
}

export function explainProfileImport(): Answer {
  return explainProfileImportAction();
}

/** Called by the window that imports profiles, like the one below. */
export function previewProfiles(request: unknown): ProfilesPreview | ProfilesAnswer {
  return previewProfilesAction(request);
}

export function importProfiles(request: unknown, stamp: unknown, decisions: unknown): ProfilesAnswer {
  return importProfilesAction(request, stamp, decisions);
}

export function showHelp(): Answer {
  return showHelpAction(menuOf('essential'));
}

/** Called by the sidebar of the help. */
export function refreshHelp(): HelpSidebar {
  return readHelp(menuOf('essential'));
}

export function openDiagnostic(): Answer | WindowOpened {
  return openDiagnosticAction(ESSENTIAL);
}

/** What the window of the diagnostic shows, in sentences. */
export function diagnose(): Answer {
  return diagnoseAction(ESSENTIAL);
}

/** Called by that window, like the next. */
export function refreshDiagnostic(): DiagnosticWindow {
  return readDiagnostic(ESSENTIAL);
}

export function tryEngine(): EngineTrial {
  return tryEngineAction();
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

/** *Historique*, and what its window calls. */
export { compareWithCurrent, listHistory, openHistory, reloadHistory } from './actions/show-history';
export { previewRestoration, restorePlanning } from './actions/restore-planning';
export { previewUndo, undoWriting } from './actions/undo-writing';

/** *Générer les créneaux*, and what its window calls. */
export { addProposedSlots, addSlots, openSlotSeries } from './actions/generate-slots';

/** *Imprimer*: the planning as a calendar, and as pages. */
export { goToSession, openPlanningCalendar, printPlanningCalendar } from './actions/show-calendar';
export { openPrintedPlanning, printPlanning } from './actions/print-planning';

/** The window of the unexpected, what it does by default, and what it calls. */
export { openUnexpected, readUnexpected, tellUnexpected } from './actions/unexpected-reading';
export { applyRepair, repairOnServer } from './actions/repair-planning';

/** *Simuler*, what it does by default, and what its window calls. */
export { openSimulation, readSimulation, simulateOnServer, tellSimulation } from './actions/simulation';
