import { windowPage } from '../window-page';

/** `unknown`: the check itself could not be made. */
export type FindingState = 'good' | 'warning' | 'error' | 'unknown';

/** What one check found. */
export interface Finding {
  readonly key: string;
  readonly title: string;
  readonly state: FindingState;
  readonly seen: string;
  /** What to do; empty when there is nothing to do. */
  readonly remedy: string;
  /** A page to open for that; empty for none. */
  readonly url: string;
  /** For whoever maintains the add-on: no name, no address, nothing that staff typed. */
  readonly technical: string;
}

/** The window *Diagnostic*. The engine is tried afterwards, by calls of its own: it may be slow, or fail badly. */
export interface DiagnosticWindow {
  /** `0.1.0, essentiel`. */
  readonly version: string;
  readonly findings: readonly Finding[];
  /** Number of files of the exact solver. */
  readonly solverFiles: number;
}

/** What trying the engine gave, wherever it was tried. */
export interface EngineTrial {
  readonly works: boolean;
  readonly milliseconds: number;
  /** Why it does not; empty when it does. */
  readonly reason: string;
}

export const DIAGNOSTIC_WINDOW = windowPage<DiagnosticWindow>('diagnostic');
