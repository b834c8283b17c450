import { windowPage } from '../window-page';

/** Rows of texts of each file, or of what was pasted. */
export type NumberRows = readonly (readonly (readonly string[])[])[];

/** A session of the planning for which a number was read. */
export interface ReadNumber {
  readonly session: string;
  readonly when: string;
  readonly where: string;
  /** What `N° session Pix` holds. */
  readonly before: string;
  readonly number: string;
}

export interface NumbersReading {
  readonly lines: readonly string[];
  readonly numbers: readonly ReadNumber[];
  /** Sessions of Pix that are not recognised, in words. */
  readonly unknown: readonly string[];
}

/** What staff agree to write, of what was read. */
export interface NumbersOrder {
  readonly files: NumberRows;
  readonly chosen: readonly { readonly session: string; readonly number: string }[];
}

export const NUMBERS_WINDOW = windowPage<null>('certif-numbers');
