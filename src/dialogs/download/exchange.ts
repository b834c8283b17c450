import type { ShownProblem } from '../problems/exchange';
import { windowPage } from '../window-page';

/** A file offered to the user. */
export interface OfferedFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
  /** `base64`: `text` is bytes written so, for files that are not texts. */
  readonly encoding?: 'base64';
}

/** What the window that offers files shows: sentences, what keeps people out, then a button a file. */
export interface DownloadWindow {
  readonly files: readonly OfferedFile[];
  readonly lines: readonly string[];
  /** What is wrong with the data, and how many more are not listed here. */
  readonly problems?: readonly ShownProblem[];
  readonly more?: number;
  /** A sentence to tick before anything can be downloaded. */
  readonly consent?: string;
}

export const DOWNLOAD_WINDOW = windowPage<DownloadWindow>('download');
