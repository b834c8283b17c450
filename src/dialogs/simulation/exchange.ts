import type { Opportunities } from '../../allocation/simulation/opportunities';
import type { TrialFigures } from '../../allocation/simulation/simulate';
import type { SiteNeed } from '../../allocation/simulation/sizing';
import type { Campaign } from '../../domain/campaign';
import type { TrialEdit } from '../../domain/trial';
import { windowPage } from '../window-page';

/** What the window starts with: what the sizing needs, which an empty workbook has. */
export interface SimulationWindow {
  readonly sites: readonly SiteNeed[];
  /** Minutes. */
  readonly testMinutes: number;
  readonly setupMinutes: number;
  readonly gapMinutes: number;
  readonly keptFree: number;
  /** Of extra time, as a fraction. */
  readonly extraTime: number;
  /** What keeps a calculation from being made, in sentences; empty when nothing does. */
  readonly refusal: readonly string[];
}

export const SIMULATION_WINDOW = windowPage<SimulationWindow>('simulation');

/** What a calculation of the window needs. */
export type SimulationReading =
  | { readonly kind: 'ready'; readonly campaign: Campaign; readonly solverFiles: number }
  | { readonly kind: 'blocked' | 'failed'; readonly lines: readonly string[] };

/** As things are, and with the changes of the trial. */
export interface TrialResult {
  readonly today: TrialFigures;
  readonly changed: TrialFigures;
}

/** What the window asks its worker, or the server where it may not calculate. */
export type SimulationQuestion =
  { readonly ask: 'trial'; readonly edits: readonly TrialEdit[] } | { readonly ask: 'levers' };

export type SimulationFindings =
  | { readonly found: 'trial'; readonly result: TrialResult }
  | { readonly found: 'levers'; readonly result: Opportunities };

export type ServerSimulation =
  | { readonly kind: 'found'; readonly findings: SimulationFindings }
  | { readonly kind: 'blocked' | 'failed'; readonly lines: readonly string[] };

/** From the window to its worker. */
export interface SimulationOrder {
  readonly campaign: Campaign;
  readonly question: SimulationQuestion;
  readonly solverFiles: readonly string[];
}

/** From the worker to the window: what is found so far, then what is found at last. */
export type SimulationReport =
  | { readonly kind: 'soFar'; readonly result: Opportunities }
  | { readonly kind: 'done'; readonly findings: SimulationFindings; readonly exact: boolean }
  | { readonly kind: 'failed'; readonly message: string };
