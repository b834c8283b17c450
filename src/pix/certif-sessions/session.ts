import type { CalendarDay, Minutes } from '../../domain/calendar';
import type { Severity } from '../../domain/problem';
import type { Given } from '../given';

/** What Pix asks of one candidate. Texts are as typed (outer spaces are dropped); an empty text is an absent one. */
export interface CertifCandidate {
  /** The caller's key, given back with every finding. */
  readonly key: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: Given<CalendarDay>;
  /** `M` or `F`, either case. */
  readonly sex: string;
  readonly inseeCode: string;
  readonly postalCode: string;
  readonly birthCity: string;
  readonly birthCountry: string;
  /** Where the convocation goes; may be empty. */
  readonly email: string;
  /** The only identifier that the attendance sheet prints; may be empty. */
  readonly externalId: string;
  /** Share of the test: 0 for none, 0.33…; its `value` is `null` when the cell is not understood. */
  readonly extraTime: Given<number>;
}

/** One session of Pix: a room at a start time, and who sits there. */
export interface CertifSession {
  /** The caller's key (`S01`). */
  readonly key: string;
  /** `N° session Pix`; empty: Pix creates the session. Otherwise Pix replaces all the candidates of that session. */
  readonly existingNumber: string;
  readonly site: string;
  readonly room: string;
  readonly day: Given<CalendarDay>;
  readonly start: Given<Minutes>;
  readonly examiners: readonly string[];
  readonly observations: string;
  readonly candidates: readonly CertifCandidate[];
}

/** What is the same for the whole campaign: the parameters. */
export interface CertifTerms {
  /** `Gratuite`, `Payante` or `Prépayée`, exactly. */
  readonly billing: string;
  readonly prepaymentCode: string;
  /** Who receives the results; may be empty. */
  readonly resultsEmail: string;
}

/** The present, in the time of the centre. */
export interface CertifInstant {
  readonly day: CalendarDay;
  readonly minutes: Minutes;
}

export type CertifField =
  | 'existingNumber'
  | 'site'
  | 'room'
  | 'date'
  | 'time'
  | 'examiners'
  | 'observations'
  | 'lastName'
  | 'firstName'
  | 'birthDate'
  | 'sex'
  | 'inseeCode'
  | 'postalCode'
  | 'birthCity'
  | 'birthCountry'
  | 'email'
  | 'externalId'
  | 'extraTime'
  | 'billing'
  | 'prepaymentCode'
  | 'resultsEmail';

/** The codes of Pix (reference, sections 1.6 to 1.9), as its report names them. */
export type PixRefusal =
  | 'SESSION_ADDRESS_REQUIRED'
  | 'SESSION_ROOM_REQUIRED'
  | 'SESSION_DATE_REQUIRED'
  | 'SESSION_DATE_NOT_VALID'
  | 'SESSION_TIME_REQUIRED'
  | 'SESSION_TIME_NOT_VALID'
  | 'SESSION_EXAMINER_REQUIRED'
  | 'SESSION_SCHEDULED_IN_THE_PAST'
  | 'SESSION_WITH_DATE_AND_TIME_ALREADY_EXISTS'
  | 'SESSION_ID_NOT_VALID'
  | 'CANDIDATE_NOT_ALLOWED_FOR_STARTED_SESSION'
  | 'EMPTY_SESSION'
  | 'DUPLICATE_CANDIDATE_IN_SESSION'
  | 'CANDIDATE_LAST_NAME_REQUIRED'
  | 'CANDIDATE_FIRST_NAME_REQUIRED'
  | 'CANDIDATE_SEX_REQUIRED'
  | 'CANDIDATE_SEX_NOT_VALID'
  | 'CANDIDATE_BIRTHDATE_REQUIRED'
  | 'CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID'
  | 'CANDIDATE_BIRTHDATE_MUST_BE_GREATER'
  | 'CANDIDATE_EMAIL_NOT_VALID'
  | 'CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID'
  | 'CANDIDATE_EXTRA_TIME_INTEGER'
  | 'CANDIDATE_EXTRA_TIME_OUT_OF_RANGE'
  | 'CANDIDATE_BILLING_MODE_REQUIRED'
  | 'CANDIDATE_BILLING_MODE_NOT_VALID'
  | 'CANDIDATE_PREPAYMENT_CODE_REQUIRED'
  | 'CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY'
  | 'CANDIDATE_BIRTH_INFORMATION_REQUIRED'
  | 'CANDIDATE_BIRTH_COUNTRY_REQUIRED'
  | 'CANDIDATE_BIRTH_INSEE_CODE_NOT_VALID'
  | 'CANDIDATE_BIRTH_POSTAL_CODE_NOT_FOUND'
  | 'CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED'
  | 'CANDIDATE_BIRTH_CITY_REQUIRED'
  | 'CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED'
  | 'CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID'
  | 'CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY'
  | 'CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED';

/** What Pix would take but that must not go out. */
export type OwnRefusal =
  /** The text begins like a formula (`=`, `+`, `-`, `@`). Names must be exact, so it is never altered. */
  | 'TEXT_LIKE_A_FORMULA'
  /** More than 255 characters: more than Pix is known to keep. */
  | 'TEXT_TOO_LONG'
  /** Two sessions carry one `N° session Pix`: Pix would keep the candidates of both in one. */
  | 'SESSION_ID_USED_TWICE'
  /** One candidate sits in two sessions, which Pix does not see. */
  | 'CANDIDATE_IN_TWO_SESSIONS'
  /** Warning: Pix deletes the candidates of this session and keeps those of the file only. */
  | 'SESSION_REPLACED';

export type CertifCode = PixRefusal | OwnRefusal;

/** Who or what a finding is about, by the caller's keys. */
export type CertifSubject =
  | { readonly kind: 'campaign' }
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'candidate'; readonly session: string; readonly candidate: string };

/** One rule broken. `blocking`: its subject cannot be in the file. */
export interface CertifFinding {
  readonly code: CertifCode;
  readonly severity: Severity;
  readonly subject: CertifSubject;
  readonly field: CertifField | null;
  /** The value as given, empty when absent. */
  readonly seen: string;
}
