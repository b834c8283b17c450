import type { Campaign } from '../../domain/campaign';
import type { Fingerprint, FingerprintPart } from '../../domain/fingerprint';
import type { Phase } from '../../domain/phases';
import type { Plan } from '../../domain/plan';
import type { Priority, Recalculation } from '../../domain/settings';
import { windowPage } from '../window-page';

/** What staff choose for one calculation; the parameters of the workbook keep theirs. */
export interface CalculationChoice {
  readonly recalculation: Recalculation;
  readonly priority: Priority;
}

/** What the window of the calculation starts with: what was read, in numbers. */
export interface CalculationWindow {
  readonly counts: {
    readonly candidates: number;
    /** Rows of `Étudiants` that cannot be planned. */
    readonly leftOut: number;
    readonly requests: number;
    readonly requestedPlaces: number;
    readonly slots: number;
    readonly rooms: number;
    /** Sessions of the planning that exists; 0 the first time. */
    readonly sessions: number;
    readonly published: number;
  };
  readonly blocking: number;
  readonly warnings: number;
  /** The first blocking problems, in words. */
  readonly firstProblems: readonly string[];
  readonly choice: CalculationChoice;
}

export const CALCULATION_WINDOW = windowPage<CalculationWindow>('calculation');

/** What the engine needs in the window. */
export interface CalculationData {
  readonly campaign: Campaign;
  readonly fingerprint: Fingerprint;
  /** Names of those whose row could not be used. */
  readonly leftOut: readonly string[];
  /** Number of files of the exact solver, to be asked for one by one. */
  readonly solverFiles: number;
}

export type CalculationReading =
  | { readonly kind: 'ready'; readonly data: CalculationData }
  | { readonly kind: 'blocked' | 'failed'; readonly lines: readonly string[] };

/** What the server calculated, where the window cannot. */
export type ServerCalculation =
  | { readonly kind: 'calculated'; readonly plan: Plan; readonly fingerprint: Fingerprint }
  | { readonly kind: 'blocked' | 'failed'; readonly lines: readonly string[] };

export interface WritingRequest {
  readonly plan: Plan;
  readonly choice: CalculationChoice;
  readonly fingerprint: Fingerprint;
}

/** `changed`: the data are no longer those read; nothing was written. */
export type WritingAnswer =
  | { readonly kind: 'written' | 'blocked' | 'failed'; readonly lines: readonly string[] }
  | { readonly kind: 'changed'; readonly parts: readonly FingerprintPart[] };

/** From the window to its worker. */
export interface EngineOrder {
  readonly campaign: Campaign;
  readonly solverFiles: readonly string[];
}

/** From the worker to the window. `plan` is the best so far; `done` is the last message. */
export type EngineReport =
  | {
      readonly kind: 'progress';
      readonly phase: Phase;
      readonly best: number | null;
      readonly bound: number | null;
    }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'done'; readonly plan: Plan }
  | { readonly kind: 'failed'; readonly message: string };

/** Progress of a calculation on the server, as its cache holds it. */
export interface ServerProgress {
  readonly phase: Phase;
  readonly best: number | null;
  readonly bound: number | null;
}
