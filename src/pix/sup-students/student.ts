import type { CalendarDay } from '../../domain/calendar';
import type { Severity } from '../../domain/problem';
import type { Given } from '../given';

/** A student as the import file of a SUP organisation of Pix Orga describes one. An empty text is an absent one. */
export interface SupStudent {
  readonly firstName: string;
  readonly secondName: string;
  readonly thirdName: string;
  readonly lastName: string;
  readonly usualName: string;
  readonly birthDate: Given<CalendarDay>;
  readonly email: string;
  readonly studentNumber: string;
  readonly department: string;
  readonly team: string;
  readonly group: string;
  readonly diploma: string;
  readonly studyScheme: string;
}

export type SupField = keyof SupStudent;

/** The codes of Pix (reference, section 4.3), and ours for a text that begins like a formula. */
export type SupCode =
  | 'FIELD_REQUIRED'
  | 'FIELD_MAX_LENGTH'
  | 'FIELD_DATE_FORMAT'
  | 'FIELD_EMAIL_FORMAT'
  | 'STUDENT_NUMBER_FORMAT'
  | 'STUDENT_NUMBER_UNIQUE'
  | 'DIPLOMA_UNKNOWN'
  | 'STUDY_SCHEME_UNKNOWN'
  | 'TEXT_LIKE_A_FORMULA';

/** One rule broken by the student of that rank (from 0) in the list given. */
export interface SupFinding {
  readonly code: SupCode;
  readonly severity: Severity;
  readonly rank: number;
  readonly field: SupField;
  readonly seen: string;
}
