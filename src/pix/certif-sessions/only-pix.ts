import { birthPlaceOf, isFrance } from './birth-place';
import type { CertifSession, CertifTerms } from './session';

/** What only the tables of Pix can confirm, each value once, sorted. */
export interface OnlyPixKnows {
  readonly inseeCodes: readonly string[];
  /** `14000 Caen`: the pair must exist. */
  readonly postalCodesAndCities: readonly string[];
  readonly countries: readonly string[];
  /** Domains of e-mail addresses: they must receive mail. */
  readonly mailDomains: readonly string[];
  /** Numbers of sessions that must be the centre's, and not begun. */
  readonly sessionNumbers: readonly string[];
  /** Keys of the sessions to create: Pix refuses those that it has already (same site, room, date and time). */
  readonly newSessions: readonly string[];
}

/** The list for what is about to go out. */
export function onlyPixKnows(sessions: readonly CertifSession[], terms: CertifTerms): OnlyPixKnows {
  const candidates = sessions.flatMap((session) => session.candidates);
  const places = candidates.map(birthPlaceOf);
  const french = places.filter((place) => isFrance(place.country));
  const mails = [terms.resultsEmail, ...candidates.map((candidate) => candidate.email)];
  return {
    inseeCodes: distinct(french.map((place) => place.inseeCode)),
    postalCodesAndCities: distinct(french.map((place) => `${place.postalCode} ${place.city}`)),
    countries: distinct(places.filter((place) => !isFrance(place.country)).map((place) => place.country)),
    mailDomains: distinct(mails.map((mail) => mail.trim().split('@')[1] ?? '')),
    sessionNumbers: distinct(sessions.map((session) => session.existingNumber)),
    newSessions: distinct(
      sessions.filter((session) => session.existingNumber.trim() === '').map((session) => session.key),
    ),
  };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.map((value) => value.trim()))].filter((value) => value !== '').sort();
}
