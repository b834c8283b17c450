import { windowPage } from '../window-page';

/** What is to be changed by hand in Pix Certif for one session. */
export interface ShownGap {
  readonly session: string;
  /** Of the gap: the server refuses to note another one as made. */
  readonly mark: string;
  readonly title: string;
  readonly steps: readonly string[];
}

export interface GapsWindow {
  readonly lines: readonly string[];
  readonly gaps: readonly ShownGap[];
}

export const GAPS_WINDOW = windowPage<GapsWindow>('certif-gaps');
