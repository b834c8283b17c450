import { windowPage } from '../window-page';

/** What the window that imports profiles starts with. */
export interface ProfilesWindow {
  /** Names of the tabs in this workbook. */
  readonly students: string;
  readonly profiles: string;
}

export const PROFILES_WINDOW = windowPage<ProfilesWindow>('profiles');

/** The results of a campaign as the window read them: each row with its line in the file, titles included. */
export interface ProfilesRequest {
  readonly label: string;
  readonly rows: readonly (readonly [number, ...string[]])[];
}

/** A share of a maximum: 0.5 for half; `null` when nothing is known. */
export type Share = number | null;

export interface ShownPicture {
  readonly label: string;
  readonly profiles: number;
  readonly certifiable: number;
  readonly score: number | null;
  readonly share: Share;
}

/** A participant who may be somebody of the tab. */
export interface ShownParticipant {
  /** Line of the file: what the server knows the participant by. */
  readonly line: number;
  readonly why: 'sameName' | 'otherName';
  readonly who: string;
  readonly rows: readonly { readonly row: number; readonly who: string }[];
}

/** Someone whose `Certifiable` was typed otherwise. */
export interface ShownCertifiable {
  readonly row: number;
  readonly who: string;
  readonly typed: string;
  /** What the profile says: *non, 3 compétences certifiables sur 5 nécessaires*. */
  readonly pix: string;
}

/** Results beside the workbook, before anything is written. Lists hold no more than is read. */
export interface ProfilesPreview {
  readonly kind: 'preview';
  readonly stamp: string;
  readonly counts: {
    readonly participants: number;
    readonly sent: number;
    readonly matched: number;
    readonly certifiable: number;
    readonly notCertifiable: number;
    /** Cells of `Certifiable` that change. */
    readonly filled: number;
    readonly doubts: number;
    readonly conflicts: number;
    readonly unknown: number;
    readonly notSent: number;
  };
  readonly maximum: number;
  readonly all: ShownPicture;
  readonly groups: readonly ShownPicture[];
  readonly areas: readonly { readonly name: string; readonly share: Share }[];
  readonly doubts: readonly ShownParticipant[];
  readonly conflicts: readonly ShownCertifiable[];
  readonly unknown: readonly string[];
  readonly notSent: readonly string[];
  /** Sentences about the file and about the workbook. */
  readonly notes: readonly string[];
}

export interface ProfilesDecisions {
  /** Line, and the row that the participant is; `null`: nobody of the tab. */
  readonly settled: readonly (readonly [number, number | null])[];
  /** Rows whose `Certifiable` is taken from the profile. */
  readonly replaced: readonly number[];
}

export interface ProfilesAnswer {
  readonly kind: 'written' | 'failed';
  readonly lines: readonly string[];
}
