import type { HelpLink, HelpSidebar, HelpStep } from '../dialogs/help/exchange';
import type { MenuEntry, MenuFolder } from '../google/ui';
import { HELP_TEXT, type HelpPhase, STEP_TEXT, type StepKey, type StepState } from '../text/help';
import type { WorkbookProgress } from '../workbook/read/progress';
import type { TabKey } from '../workbook/schema/tab-schema';
import type { FoundTab } from './find-tabs';

/** The menu of the edition that runs: a step leads only to what it has. */
export type Menu = readonly (MenuEntry | MenuFolder | 'separator')[];

interface StepPlan {
  readonly key: StepKey;
  readonly phase: HelpPhase;
  readonly state: (progress: WorkbookProgress) => StepState;
  /** Entry points of the menu, the one to choose first. */
  readonly actions: readonly string[];
  readonly tab?: TabKey;
  /** Most people type in the tab rather than choose one of the actions. */
  readonly tabFirst?: true;
  /** What could be better here holds nothing up. */
  readonly mayStay?: true;
}

/** The story of a campaign, in order. */
const STEPS: readonly StepPlan[] = [
  {
    key: 'prepare',
    phase: 'fill',
    state: ({ missingTabs }) => doneIf(missingTabs.length === 0),
    actions: ['prepareWorkbook'],
  },
  { key: 'rooms', phase: 'fill', state: ({ rooms }) => doneIf(rooms > 0), actions: [], tab: 'rooms' },
  {
    key: 'slots',
    phase: 'fill',
    state: ({ slots, slotsToCome, planning }) =>
      slots === 0 ? 'todo' : slotsToCome === 0 && planning.sessions === 0 ? 'attention' : 'done',
    actions: ['openSlotSeries'],
    tab: 'slots',
  },
  {
    key: 'students',
    phase: 'fill',
    state: ({ candidates }) => doneIf(candidates > 0),
    actions: ['openStudentImport'],
    tab: 'students',
  },
  {
    key: 'requests',
    phase: 'fill',
    state: ({ requests, requestsWaiting }) =>
      requests === 0 ? 'optional' : requestsWaiting > 0 ? 'attention' : 'done',
    actions: ['createRequestForm'],
    tab: 'requests',
    tabFirst: true,
  },
  {
    key: 'availability',
    phase: 'fill',
    state: ({ usable, withSlot }) => (withSlot === 0 ? 'todo' : withSlot < usable ? 'attention' : 'done'),
    actions: ['createAvailabilityForm', 'followAnswers'],
    tab: 'availability',
    tabFirst: true,
    mayStay: true,
  },
  {
    key: 'invigilators',
    phase: 'fill',
    state: ({ invigilators }) => (invigilators === 0 ? 'optional' : 'done'),
    actions: [],
    tab: 'invigilators',
  },
  {
    key: 'check',
    phase: 'plan',
    state: ({ blocking, missingTabs, candidates }) =>
      blocking === 0 ? 'done' : missingTabs.length > 0 || candidates === 0 ? 'todo' : 'attention',
    actions: ['checkData'],
  },
  {
    key: 'compute',
    phase: 'plan',
    state: ({ planning }) => doneIf(planning.sessions > 0),
    actions: ['openCalculation'],
    tab: 'planning',
  },
  {
    key: 'verify',
    phase: 'plan',
    state: ({ planning: { sessions, broken } }) =>
      sessions === 0 ? 'todo' : broken > 0 ? 'attention' : 'done',
    actions: ['checkPlanning'],
  },
  {
    key: 'publish',
    phase: 'announce',
    state: ({ planning }) => allOf(planning.published, planning.sessions),
    actions: ['proposeSharing', 'openPrintedPlanning'],
    tab: 'planning',
  },
  {
    key: 'pixNumbers',
    phase: 'announce',
    state: ({ planning }) => allOf(planning.numbered, planning.sessions),
    actions: ['exportPixCertif', 'openPixNumbers'],
    tab: 'planning',
  },
  {
    key: 'convoke',
    phase: 'announce',
    state: ({ planning }) => allOf(planning.convoked, planning.sessions),
    actions: ['prepareConvocations'],
    tab: 'assignments',
  },
  {
    key: 'sheets',
    phase: 'day',
    state: ({ planning: { sessions, next } }) => doneIf(sessions > 0 && next === null),
    actions: ['openSessionSheets', 'openDoorLists'],
  },
  {
    key: 'held',
    phase: 'day',
    state: ({ planning: { sessions, held, toMarkHeld } }) =>
      toMarkHeld > 0 ? 'attention' : allOf(held, sessions),
    actions: [],
    tab: 'planning',
  },
];

const doneIf = (done: boolean): StepState => (done ? 'done' : 'todo');

const allOf = (count: number, sessions: number): StepState => doneIf(sessions > 0 && count === sessions);

/** The checklist of a workbook. */
export function helpSteps(
  progress: WorkbookProgress,
  tabs: Readonly<Record<TabKey, FoundTab>>,
  menu: Menu,
): Pick<HelpSidebar, 'steps' | 'next'> {
  const items = itemsOf(menu);
  const steps = STEPS.map((plan): HelpStep => {
    const found = plan.tab === undefined ? null : tabs[plan.tab];
    const actions = plan.actions.flatMap((entryPoint) => linkTo(items, entryPoint));
    const tab: readonly HelpLink[] =
      found?.exists === true ? [{ kind: 'tab', label: HELP_TEXT.tab(found.name), tab: found.name }] : [];
    return {
      key: plan.key,
      phase: plan.phase,
      state: plan.state(progress),
      ...STEP_TEXT[plan.key](progress),
      links: plan.tabFirst === true ? [...tab, ...actions] : [...actions, ...tab],
    };
  });
  return { steps, next: nextOf(steps) };
}

/** The first step that is neither done nor left as it is on purpose. */
function nextOf(steps: readonly HelpStep[]): string | null {
  const mayStay = new Set<string>(STEPS.filter((plan) => plan.mayStay === true).map(({ key }) => key));
  const next = steps.find(
    ({ key, state }) => state === 'todo' || (state === 'attention' && !mayStay.has(key)),
  );
  return next?.key ?? null;
}

/** Links to items of the menu, for whoever is stuck. */
export function rescueLinks(menu: Menu): readonly HelpLink[] {
  return linkTo(itemsOf(menu), 'openDiagnostic');
}

function linkTo(items: readonly MenuEntry[], entryPoint: string): HelpLink[] {
  const item = items.find((one) => one.entryPoint === entryPoint);
  return item === undefined ? [] : [{ kind: 'action', label: item.label, entryPoint }];
}

function itemsOf(menu: Menu): readonly MenuEntry[] {
  return menu.flatMap((entry) => (entry === 'separator' ? [] : 'items' in entry ? entry.items : [entry]));
}
