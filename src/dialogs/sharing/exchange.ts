import { windowPage } from '../window-page';

export interface SharingWindow {
  /** Addresses proposed: those of the last time, else those of the requests. */
  readonly viewers: readonly string[];
  readonly groupLists: boolean;
}

/** What the window asks for. */
export interface SharingChoice {
  /** As typed. */
  readonly viewers: string;
  readonly groupLists: boolean;
}

export const SHARING_WINDOW = windowPage<SharingWindow>('sharing');
