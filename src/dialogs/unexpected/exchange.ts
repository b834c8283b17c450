import type { Repair } from '../../allocation/repair/repairs';
import type { Campaign } from '../../domain/campaign';
import type { Change } from '../../domain/change';
import type { Fingerprint, FingerprintPart } from '../../domain/fingerprint';
import type { SessionNumber } from '../../domain/ids';
import type { Plan } from '../../domain/plan';
import { windowPage } from '../window-page';

/** What the window starts with. */
export interface UnexpectedWindow {
  /** Sentences: what keeps the planning from being mended; empty when nothing does. */
  readonly refusal: readonly string[];
  /** Whether the sidebar has cells to correct. */
  readonly blocked: boolean;
}

export const UNEXPECTED_WINDOW = windowPage<UnexpectedWindow>('unexpected');

/** Who watches each session, as pairs: the engine's map does not survive the journey. */
export type WatchingPairs = readonly (readonly [SessionNumber, readonly string[]])[];

/** What the window asks for when it opens. */
export type UnexpectedReading =
  | {
      readonly kind: 'ready';
      readonly campaign: Campaign;
      readonly watching: WatchingPairs;
      readonly fingerprint: Fingerprint;
      /** People whose seat the tabs, as they are now, forbid. */
      readonly broken: number;
      readonly solverFiles: number;
    }
  | { readonly kind: 'blocked' | 'failed'; readonly lines: readonly string[] };

/** What the server found, where the window may not calculate. */
export type ServerRepairs =
  | { readonly kind: 'found'; readonly repairs: readonly Repair[]; readonly fingerprint: Fingerprint }
  | { readonly kind: 'blocked' | 'failed'; readonly lines: readonly string[] };

/** The repair that staff chose. */
export interface RepairRequest {
  readonly change: Change;
  readonly cancelled: readonly SessionNumber[];
  readonly plan: Plan;
  readonly fingerprint: Fingerprint;
}

/** `changed`: the data are no longer those read; nothing was written. */
export type RepairAnswer =
  | { readonly kind: 'written' | 'blocked' | 'failed'; readonly lines: readonly string[] }
  | { readonly kind: 'changed'; readonly parts: readonly FingerprintPart[] };

/** From the window to its worker. */
export interface RepairOrder {
  readonly campaign: Campaign;
  readonly change: Change;
  readonly watching: WatchingPairs;
  readonly solverFiles: readonly string[];
}

/** From the worker to the window. `found` are the best so far; `done` comes last. */
export type RepairReport =
  | { readonly kind: 'found' | 'done'; readonly repairs: readonly Repair[]; readonly exact: boolean }
  | { readonly kind: 'failed'; readonly message: string };
