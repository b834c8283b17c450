import type { OfferedFile } from '../download/exchange';
import type { ShownProblem } from '../problems/exchange';
import { windowPage } from '../window-page';

/** A session that may be exported. */
export interface CertifChoice {
  readonly key: string;
  readonly when: string;
  readonly where: string;
  readonly candidates: number;
  /** How many of them can be in the file. */
  readonly exportable: number;
  /** `N° session Pix`, empty when Pix is to create the session. */
  readonly number: string;
  /** What Pix makes of it, in words. */
  readonly state: string;
  readonly chosen: boolean;
}

export interface CertifProblem extends ShownProblem {
  /** The session that it concerns, empty for all of them. */
  readonly session: string;
}

/** What the window of the export shows before there is a file. Nothing was exported yet. */
export interface CertifWindow {
  /** Of what was read: the export refuses when it changed. */
  readonly stamp: string;
  readonly lines: readonly string[];
  readonly sessions: readonly CertifChoice[];
  /** What leaves people out first. */
  readonly problems: readonly CertifProblem[];
  /** Problems that the list leaves out. */
  readonly more: number;
  /** The parameters themselves are refused: nothing can go out. */
  readonly blocked: boolean;
  /** What only Pix can check, by kind. */
  readonly onlyPix: readonly { readonly label: string; readonly values: readonly string[] }[];
}

/** What staff ask for: the sessions, and what they agree to. */
export interface CertifOrder {
  readonly stamp: string;
  readonly sessions: readonly string[];
  readonly leaveOut: boolean;
  readonly replace: boolean;
}

export type CertifAnswer =
  | { readonly kind: 'files'; readonly files: readonly OfferedFile[]; readonly lines: readonly string[] }
  /** The data changed meanwhile: what the window should show now. */
  | { readonly kind: 'changed'; readonly window: CertifWindow }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

export const CERTIF_WINDOW = windowPage<CertifWindow>('certif');
