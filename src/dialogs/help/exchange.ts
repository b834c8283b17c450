import type { HelpPhase, StepState } from '../../text/help';
import { windowPage } from '../window-page';

/** Where a step leads: an item of the menu, or a tab. */
export type HelpLink =
  | { readonly kind: 'action'; readonly label: string; readonly entryPoint: string }
  | { readonly kind: 'tab'; readonly label: string; readonly tab: string };

/** A line of the checklist. The same steps always come, in the same order. */
export interface HelpStep {
  readonly key: string;
  readonly phase: HelpPhase;
  readonly state: StepState;
  readonly title: string;
  readonly detail: string;
  /** The first one is the one to choose. */
  readonly links: readonly HelpLink[];
}

/** The sidebar *Aide*. */
export interface HelpSidebar {
  /** Empty when the workbook cannot be read. */
  readonly steps: readonly HelpStep[];
  /** Key of the step to do next; `null` when all are done. */
  readonly next: string | null;
  /** Why the workbook cannot be read; empty otherwise. */
  readonly failure: string;
  /** Items of the menu for whoever is stuck. */
  readonly rescue: readonly HelpLink[];
}

export const HELP_SIDEBAR = windowPage<HelpSidebar>('help');
