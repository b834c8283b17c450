import type { CalendarDay } from '../../domain/calendar';
import type { Given } from '../given';
import { checkBirthPlace } from './birth-place';
import { checkEmail, checkRequired, checkText, type ValueFinding } from './check-values';
import { checkExtraTime } from './extra-time';
import type { CertifCandidate, CertifTerms } from './session';

const FIRST_DAY = '1900-01-01';

/** The rules of sections 1.7 to 1.9 of the reference, for one candidate; all of them block. */
export function checkCandidate(candidate: CertifCandidate): ValueFinding[] {
  return [
    ...checkRequired('lastName', candidate.lastName, 'CANDIDATE_LAST_NAME_REQUIRED'),
    ...checkRequired('firstName', candidate.firstName, 'CANDIDATE_FIRST_NAME_REQUIRED'),
    ...checkBirthDate(candidate.birthDate),
    ...checkSex(candidate.sex),
    ...checkBirthPlace(candidate),
    ...checkEmail('email', candidate.email, 'CANDIDATE_EMAIL_NOT_VALID'),
    ...checkText('externalId', candidate.externalId),
    ...checkExtraTime(candidate.extraTime),
  ];
}

/** What identifies a person for Pix inside a session: exact texts, case and accents included. */
export function personKey(candidate: CertifCandidate): string {
  return JSON.stringify([
    candidate.firstName.trim(),
    candidate.lastName.trim(),
    candidate.birthDate.value ?? candidate.birthDate.seen.trim(),
  ]);
}

function checkBirthDate(given: Given<CalendarDay>): ValueFinding[] {
  const field = 'birthDate';
  const seen = given.seen.trim();
  if (given.value === null)
    return [
      seen === ''
        ? { code: 'CANDIDATE_BIRTHDATE_REQUIRED', field, seen }
        : { code: 'CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID', field, seen },
    ];
  return given.value > FIRST_DAY ? [] : [{ code: 'CANDIDATE_BIRTHDATE_MUST_BE_GREATER', field, seen }];
}

function checkSex(sex: string): ValueFinding[] {
  const seen = sex.trim();
  if (seen === '') return [{ code: 'CANDIDATE_SEX_REQUIRED', field: 'sex', seen }];
  return /^[MF]$/i.test(seen) ? [] : [{ code: 'CANDIDATE_SEX_NOT_VALID', field: 'sex', seen }];
}

const BILLING_MODES: readonly string[] = ['Gratuite', 'Payante', 'Prépayée'];
const PREPAID = 'Prépayée';

/** The rules of the parameters, which hold for every candidate at once. */
export function checkTerms(terms: CertifTerms): ValueFinding[] {
  return [
    ...checkBilling(terms),
    ...checkText('prepaymentCode', terms.prepaymentCode),
    ...checkEmail('resultsEmail', terms.resultsEmail, 'CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID'),
  ];
}

function checkBilling(terms: CertifTerms): ValueFinding[] {
  const billing = terms.billing.trim();
  const code = terms.prepaymentCode.trim();
  if (billing === '') return [{ code: 'CANDIDATE_BILLING_MODE_REQUIRED', field: 'billing', seen: '' }];
  if (!BILLING_MODES.includes(billing))
    return [{ code: 'CANDIDATE_BILLING_MODE_NOT_VALID', field: 'billing', seen: billing }];
  if (billing === PREPAID && code === '')
    return [{ code: 'CANDIDATE_PREPAYMENT_CODE_REQUIRED', field: 'prepaymentCode', seen: '' }];
  if (billing !== PREPAID && code !== '')
    return [{ code: 'CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY', field: 'prepaymentCode', seen: code }];
  return [];
}
