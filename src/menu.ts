import { MENU_TEXT } from './text/menu';

/**
 * The two builds. `essential` asks only for what preparing, checking and calculating need; `complete` has the items
 * that need more authorisations too.
 */
export type Edition = 'essential' | 'complete';

/** An item of the Pix menu: what users read, and the function of `main.ts` (or `main-complete.ts`) that it calls. */
export interface MenuItem {
  readonly label: string;
  readonly entryPoint:
    | 'prepareWorkbook'
    | 'openSlotSeries'
    | 'openStudentImport'
    | 'openPixOrgaImport'
    | 'openProfileImport'
    | 'openCandidateList'
    | 'checkData'
    | 'openCalculation'
    | 'checkPlanning'
    | 'openUnexpected'
    | 'openSimulation'
    | 'openHistory'
    | 'openPlanningCalendar'
    | 'openPrintedPlanning'
    | 'openSessionSheets'
    | 'openDoorLists'
    | 'openPixCertif'
    | 'openPixGaps'
    | 'openPixNumbers'
    | 'openPixOrga'
    | 'showHelp'
    | 'openDiagnostic'
    | 'createRequestForm'
    | 'createAvailabilityForm'
    | 'refreshForms'
    | 'followAnswers'
    | 'proposeGroups'
    | 'prepareConvocations'
    | 'proposeSharing'
    | 'proposeCalendar'
    | 'exportCalendarFile';
  /** Absent: the item is in both editions. */
  readonly only?: 'complete';
}

/** Items behind one label. */
export interface SubMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

type MenuEntry = MenuItem | SubMenu | 'separator';

/** The Pix menu of an edition, in order. */
export function menuOf(edition: Edition): readonly MenuEntry[] {
  const has = (item: MenuItem): boolean => edition === 'complete' || item.only === undefined;
  return MENU.flatMap((entry): readonly MenuEntry[] => {
    if (entry === 'separator') return [entry];
    if (!('items' in entry)) return has(entry) ? [entry] : [];
    const items = entry.items.filter(has);
    return items.length === 0 ? [] : [{ ...entry, items }];
  });
}

const MENU: readonly MenuEntry[] = [
  { label: MENU_TEXT.prepare, entryPoint: 'prepareWorkbook' },
  { label: MENU_TEXT.slots, entryPoint: 'openSlotSeries' },
  { label: MENU_TEXT.importStudents, entryPoint: 'openStudentImport' },
  { label: MENU_TEXT.check, entryPoint: 'checkData' },
  'separator',
  { label: MENU_TEXT.compute, entryPoint: 'openCalculation' },
  { label: MENU_TEXT.checkPlanning, entryPoint: 'checkPlanning' },
  { label: MENU_TEXT.unexpected, entryPoint: 'openUnexpected' },
  { label: MENU_TEXT.simulate, entryPoint: 'openSimulation' },
  { label: MENU_TEXT.history, entryPoint: 'openHistory' },
  {
    label: MENU_TEXT.print,
    items: [
      { label: MENU_TEXT.planningCalendar, entryPoint: 'openPlanningCalendar' },
      { label: MENU_TEXT.printedPlanning, entryPoint: 'openPrintedPlanning' },
      { label: MENU_TEXT.sessionSheets, entryPoint: 'openSessionSheets' },
      { label: MENU_TEXT.doorLists, entryPoint: 'openDoorLists' },
    ],
  },
  'separator',
  {
    label: MENU_TEXT.requests,
    items: [
      { label: MENU_TEXT.createRequestForm, entryPoint: 'createRequestForm', only: 'complete' },
      { label: MENU_TEXT.createAvailabilityForm, entryPoint: 'createAvailabilityForm', only: 'complete' },
      { label: MENU_TEXT.refreshForms, entryPoint: 'refreshForms', only: 'complete' },
      { label: MENU_TEXT.followAnswers, entryPoint: 'followAnswers', only: 'complete' },
      { label: MENU_TEXT.mergeGroups, entryPoint: 'proposeGroups' },
    ],
  },
  {
    label: MENU_TEXT.communicate,
    items: [
      { label: MENU_TEXT.share, entryPoint: 'proposeSharing', only: 'complete' },
      { label: MENU_TEXT.convocations, entryPoint: 'prepareConvocations', only: 'complete' },
      { label: MENU_TEXT.calendar, entryPoint: 'proposeCalendar', only: 'complete' },
      { label: MENU_TEXT.calendarFile, entryPoint: 'exportCalendarFile' },
    ],
  },
  {
    label: MENU_TEXT.pixFiles,
    items: [
      { label: MENU_TEXT.exportPixCertif, entryPoint: 'openPixCertif' },
      { label: MENU_TEXT.pixNumbers, entryPoint: 'openPixNumbers' },
      { label: MENU_TEXT.pixGaps, entryPoint: 'openPixGaps' },
      { label: MENU_TEXT.candidateList, entryPoint: 'openCandidateList' },
      { label: MENU_TEXT.exportPixOrga, entryPoint: 'openPixOrga' },
      { label: MENU_TEXT.importPixOrga, entryPoint: 'openPixOrgaImport' },
      { label: MENU_TEXT.importProfiles, entryPoint: 'openProfileImport' },
    ],
  },
  'separator',
  { label: MENU_TEXT.help, entryPoint: 'showHelp' },
  { label: MENU_TEXT.diagnostic, entryPoint: 'openDiagnostic' },
];

export const MENU_TITLE = MENU_TEXT.title;
