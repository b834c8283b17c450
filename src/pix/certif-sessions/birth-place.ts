import type { CertifCandidate } from './session';
import { checkText, type ValueFinding } from './check-values';

/** The four cells of a birth place as Pix wants them (reference, section 1.8). */
export interface BirthPlace {
  readonly inseeCode: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

type Given = Pick<CertifCandidate, 'inseeCode' | 'postalCode' | 'birthCity' | 'birthCountry'>;

const INSEE_CODE = /^\d[\dAB]\d{3}$/;
/** Codes `99…` are countries, not communes. */
const COUNTRY_CODE = /^99\d{0,3}$/;
const FOREIGN = '99';

/** Pix compares names by their letters alone, in any order: what matters here is only whether this one is France. */
export function isFrance(country: string): boolean {
  const known = FRANCE.get(country);
  if (known !== undefined) return known;
  const letters = country
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const france = Array.from(letters).sort().join('') === 'ACEFNR';
  if (FRANCE.size < 1000) FRANCE.set(country, france);
  return france;
}

/** Thousands of candidates name a handful of countries. */
const FRANCE = new Map<string, boolean>();

/**
 * What to write. In France the INSEE code alone is enough and a town beside it is refused, so the code wins; elsewhere
 * the code is `99`, whatever code of a country stands in the cell.
 */
export function birthPlaceOf(candidate: Given): BirthPlace {
  const given = trimmed(candidate);
  if (!isFrance(given.country)) {
    const known = given.inseeCode === '' || COUNTRY_CODE.test(given.inseeCode);
    return { ...given, inseeCode: known ? FOREIGN : given.inseeCode };
  }
  return given.inseeCode === '' ? given : { ...given, postalCode: '', city: '' };
}

/** The refusals of Pix that can be foreseen without its tables of communes and countries. */
export function checkBirthPlace(candidate: Given): ValueFinding[] {
  const given = trimmed(candidate);
  if (given.country === '') return [missingCountry(given)];
  const texts = [
    ...checkText('birthCountry', given.country),
    ...checkText('birthCity', birthPlaceOf(candidate).city),
  ];
  return [...(isFrance(given.country) ? checkFrance(given) : checkForeign(given)), ...texts];
}

function missingCountry(given: BirthPlace): ValueFinding {
  const nothing = given.inseeCode === '' && given.postalCode === '' && given.city === '';
  return {
    code: nothing ? 'CANDIDATE_BIRTH_INFORMATION_REQUIRED' : 'CANDIDATE_BIRTH_COUNTRY_REQUIRED',
    field: 'birthCountry',
    seen: '',
  };
}

function checkFrance(given: BirthPlace): ValueFinding[] {
  if (given.inseeCode !== '') {
    const commune = INSEE_CODE.test(given.inseeCode) && !COUNTRY_CODE.test(given.inseeCode);
    return commune
      ? []
      : [{ code: 'CANDIDATE_BIRTH_INSEE_CODE_NOT_VALID', field: 'inseeCode', seen: given.inseeCode }];
  }
  if (given.postalCode === '' && given.city === '')
    return [
      {
        code: 'CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED',
        field: 'inseeCode',
        seen: '',
      },
    ];
  if (given.postalCode === '')
    return [{ code: 'CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED', field: 'postalCode', seen: '' }];
  if (given.city === '') return [{ code: 'CANDIDATE_BIRTH_CITY_REQUIRED', field: 'birthCity', seen: '' }];
  return /^\d{5}$/.test(given.postalCode)
    ? []
    : [{ code: 'CANDIDATE_BIRTH_POSTAL_CODE_NOT_FOUND', field: 'postalCode', seen: given.postalCode }];
}

function checkForeign(given: BirthPlace): ValueFinding[] {
  const findings: ValueFinding[] = [];
  if (given.inseeCode !== '' && !COUNTRY_CODE.test(given.inseeCode))
    findings.push({
      code: 'CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID',
      field: 'inseeCode',
      seen: given.inseeCode,
    });
  if (given.postalCode !== '')
    findings.push({
      code: 'CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY',
      field: 'postalCode',
      seen: given.postalCode,
    });
  if (given.city === '')
    findings.push({ code: 'CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED', field: 'birthCity', seen: '' });
  return findings;
}

function trimmed(candidate: Given): BirthPlace {
  return {
    inseeCode: candidate.inseeCode.trim().toUpperCase(),
    postalCode: candidate.postalCode.trim(),
    city: candidate.birthCity.trim(),
    country: candidate.birthCountry.trim(),
  };
}
