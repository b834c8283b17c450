import type { CalendarDay, Minutes } from '../../domain/calendar';

/** One row of the results of a profile collection: a participation, sent or not. */
export interface Participation {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly lastName: string;
  readonly firstName: string;
  /** Empty when the organisation does not manage its students. */
  readonly group: string;
  readonly studentNumber: string;
  /** What the participant typed when the campaign asked for an identifier; may be empty. */
  readonly externalId: string;
  /** `null`: not sent, so nothing is known of the profile. */
  readonly profile: SentProfile | null;
}

/** The profile at the moment of sending. */
export interface SentProfile {
  readonly day: CalendarDay | null;
  /** `null` in older exports, which give the day alone. */
  readonly minutes: Minutes | null;
  readonly score: number | null;
  readonly certifiable: boolean | null;
  readonly certifiableCompetences: number | null;
  /** One per competence, in the order of `COMPETENCES`; `null` when unknown. */
  readonly levels: readonly (number | null)[];
  readonly pix: readonly (number | null)[];
}

export type ProfileCode =
  /** A column that every such export has is missing: nothing is read. */
  | 'COLUMN_MISSING'
  /** A value is neither what the column holds nor `NA`. */
  | 'VALUE_NOT_UNDERSTOOD'
  /** A level above 8 or a competence above 64 pix. */
  | 'VALUE_TOO_HIGH'
  /** `Certifiable` and the levels contradict each other. */
  | 'CERTIFIABLE_DOUBTFUL';

export interface ProfileFinding {
  readonly code: ProfileCode;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly header: string;
  readonly seen: string;
}
