import type { Answer, WindowOpened } from './actions/answer';
import {
  diagnose as diagnoseEdition,
  ESSENTIAL,
  openDiagnostic as open,
  readDiagnostic,
} from './actions/diagnose';
import {
  explainStudentImport as explainImport,
  openStudentImport as openImport,
} from './actions/import-students';
import { welcomeBack } from './actions/open-workbook';
import { readHelp, showHelp as showHelpOf } from './actions/show-help';
import type { DiagnosticWindow } from './dialogs/diagnostic/exchange';
import type { HelpSidebar } from './dialogs/help/exchange';
import { addMenu } from './google/ui';
import { MENU_TITLE, menuOf } from './menu';

/**
 * The only list of functions that the platform may call. Each export becomes a top-level function of the script; each
 * action returns its answer, which the menu ignores and the command line prints. For each item of the menu: what opens
 * it, what its window does by default, and what its window calls.
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

/** *Préparer le classeur*. */
export { prepareWorkbook } from './actions/prepare-workbook';

/** *Générer les créneaux*. */
export { addProposedSlots, addSlots, openSlotSeries } from './actions/generate-slots';

/** *Importer des étudiants*, and *Importer un fichier Pix Orga*, which is the same window. */
export { importStudents, previewStudents } from './actions/import-students';

export function openStudentImport(): Answer | WindowOpened {
  return openImport('students');
}

export function explainStudentImport(): Answer {
  return explainImport('students');
}

export function openPixOrgaImport(): Answer | WindowOpened {
  return openImport('pixOrga');
}

export function explainPixOrgaImport(): Answer {
  return explainImport('pixOrga');
}

/** *Vérifier les données*, *Vérifier le planning*, and the sidebar where they show what they found. */
export { checkData } from './actions/check-data';
export { checkPlanning } from './actions/check-planning';
export { goToCell, recheckProblems, showProblems } from './actions/show-problems';

/** *Calculer le planning*. */
export { openCalculation } from './actions/open-calculation';
export { computePlanning } from './actions/compute-planning';
export { readCalculation, solverFile } from './actions/read-calculation';
export { calculateOnServer, calculationProgress, stopCalculation } from './actions/calculate-on-server';
export { writeCalculation } from './actions/write-calculation';

/** *Traiter un imprévu*. */
export { openUnexpected, readUnexpected, tellUnexpected } from './actions/unexpected-reading';
export { applyRepair, repairOnServer } from './actions/repair-planning';

/** *Simuler*. */
export { openSimulation, readSimulation, simulateOnServer, tellSimulation } from './actions/simulation';

/** *Historique*. */
export { compareWithCurrent, listHistory, openHistory, reloadHistory } from './actions/show-history';
export { previewRestoration, restorePlanning } from './actions/restore-planning';
export { previewUndo, undoWriting } from './actions/undo-writing';

/** *Imprimer*. */
export { goToSession, openPlanningCalendar, printPlanningCalendar } from './actions/show-calendar';
export { openPrintedPlanning, printPlanning } from './actions/print-planning';
export { openSessionSheets, printSessionSheets } from './actions/print-session-sheets';
export { openDoorLists, printDoorLists } from './actions/print-door-lists';

/** *Demandes et disponibilités* and *Communiquer*: what needs no more authorisation. */
export { mergeGroups, proposeGroups } from './actions/merge-groups';
export { exportCalendarFile } from './actions/export-calendar-file';

/** *Fichiers Pix*. */
export { exportPixCertif, makePixCertif, openPixCertif } from './actions/export-pix-certif';
export { notePixGaps, openPixGaps, tellPixGaps } from './actions/pix-certif-gaps';
export { exportCandidateList, openCandidateList, sessionCandidates } from './actions/candidate-list';
export { explainPixNumbers, openPixNumbers, readPixNumbers, writePixNumbers } from './actions/pix-numbers';
export { exportPixOrga, openPixOrga } from './actions/export-pix-orga';
export {
  explainProfileImport,
  importProfiles,
  openProfileImport,
  previewProfiles,
} from './actions/import-profiles';

/** *Aide*: it knows the menu of its edition. */
export function showHelp(): Answer {
  return showHelpOf(menuOf('essential'));
}

export function refreshHelp(): HelpSidebar {
  return readHelp(menuOf('essential'));
}

/** *Diagnostic*: it looks at what its edition needs. */
export { tryEngine } from './actions/diagnose';

export function openDiagnostic(): Answer | WindowOpened {
  return open(ESSENTIAL);
}

export function diagnose(): Answer {
  return diagnoseEdition(ESSENTIAL);
}

export function refreshDiagnostic(): DiagnosticWindow {
  return readDiagnostic(ESSENTIAL);
}
