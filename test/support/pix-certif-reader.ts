import { parse } from 'papaparse';

/**
 * Reads a mass-import file as Pix Certif does, from the written reference alone: nothing here comes from the writer.
 * What needs the tables of Pix (communes, countries, mail domains, its own sessions) is left out.
 */
export interface PixReport {
  readonly sessions: readonly PixSession[];
  readonly errors: readonly { readonly code: string; readonly line: number; readonly blocking: boolean }[];
}

export interface PixSession {
  readonly number: string;
  readonly site: string;
  readonly room: string;
  readonly date: string;
  readonly time: string;
  readonly examiners: string[];
  readonly observations: string;
  readonly line: number;
  readonly candidates: PixCandidate[];
}

export type PixCandidate = Readonly<Record<CandidateField, string>> & { readonly line: number };

type CandidateField = (typeof CANDIDATE_FIELDS)[number];

const HEADERS = [
  'Numéro de session préexistante',
  '* Nom du site',
  '* Nom de la salle',
  '* Date de début (format: JJ/MM/AAAA)',
  '* Heure de début (heure locale format: HH:MM)',
  '* Surveillant(s)',
  'Observations (optionnel)',
  '* Nom de naissance',
  '* Prénom',
  '* Date de naissance (format: JJ/MM/AAAA)',
  '* Sexe (M ou F)',
  'Code INSEE de la commune de naissance',
  'Code postal de la commune de naissance',
  'Nom de la commune de naissance',
  '* Pays de naissance',
  'E-mail du destinataire des résultats (formateur, enseignant\u2026)',
  'E-mail de convocation',
  'Identifiant externe',
  'Temps majoré ? (exemple format: 33%)',
  '* Tarification part Pix (Gratuite, Prépayée ou Payante)',
  'Code de prépaiement (si Tarification part Pix Prépayée)',
];

const CANDIDATE_FIELDS = [
  'lastName',
  'firstName',
  'birthDate',
  'sex',
  'insee',
  'postal',
  'city',
  'country',
  'resultsEmail',
  'email',
  'externalId',
  'extraTime',
  'billing',
  'prepayment',
] as const;

/** Bytes that Pix takes in one request (section 1.1). */
const LARGEST = 20_715_200;

const refusedWhole = (code: string): PixReport => ({
  sessions: [],
  errors: [{ code, line: 0, blocking: true }],
});

/** Columns of complementary certifications: their label, then this (section 1.10). */
const COMPLEMENTARY = / \('oui' ou laisser vide\)$/;

/** `now` is `YYYY-MM-DDTHH:MM`. The centre has no authorisation for complementary certifications. */
export function readAsPixCertif(text: string, now: string): PixReport {
  if (Buffer.byteLength(text, 'utf8') > LARGEST) return refusedWhole('PAYLOAD_TOO_LARGE');
  const parsed = parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
    transform: (value) => value.trim(),
  });
  const present = parsed.meta.fields ?? [];
  const short = parsed.data.some((row) => HEADERS.some((header) => typeof row[header] !== 'string'));
  if (parsed.data.length === 0 || short || HEADERS.some((header) => !present.includes(header)))
    return refusedWhole('CSV_DATA_REQUIRED');
  const [first = {}] = parsed.data;
  if (present.some((header) => COMPLEMENTARY.test(header) && first[header]?.toLowerCase() === 'oui'))
    return refusedWhole('CSV_HEADERS_NOT_VALID');
  const sessions = gather(parsed.data.map((row) => HEADERS.map((header) => row[header] ?? '')));
  return { sessions: sessions.map(withoutTwins), errors: sessions.flatMap((one) => errorsOf(one, now)) };
}

function gather(rows: readonly (readonly string[])[]): PixSession[] {
  const sessions: PixSession[] = [];
  rows.forEach((cells, index) => {
    const [number = '', site = '', room = '', date = '', time = '', examiner = '', observations = ''] = cells;
    const candidate = candidateOf(cells.slice(7), index + 2);
    const informed = [site, room, date, time, examiner].some((value) => value !== '');
    const same = sessions.find((one) =>
      informed
        ? one.site === site && one.room === room && one.date === date && one.time === time
        : number !== '' && candidate !== null && one.number === number,
    );
    const joined = same ?? (informed || (number !== '' && candidate !== null) ? undefined : sessions.at(-1));
    const session: PixSession =
      joined ??
      ({
        number,
        site,
        room,
        date,
        time,
        examiners: [],
        observations,
        line: index + 2,
        candidates: [],
      } satisfies PixSession);
    if (joined === undefined) sessions.push(session);
    if (examiner !== '' && !session.examiners.includes(examiner)) session.examiners.push(examiner);
    if (candidate !== null) session.candidates.push(candidate);
  });
  return sessions;
}

function candidateOf(cells: readonly string[], line: number): PixCandidate | null {
  const at = (field: CandidateField): string => cells[CANDIDATE_FIELDS.indexOf(field)] ?? '';
  const counted = ['lastName', 'firstName', 'birthDate', 'sex', 'billing', 'country'] as const;
  if (counted.every((field) => at(field) === '')) return null;
  return {
    lastName: at('lastName'),
    firstName: at('firstName'),
    birthDate: at('birthDate'),
    sex: at('sex').toUpperCase(),
    insee: at('insee'),
    postal: at('postal'),
    city: at('city'),
    country: at('country'),
    resultsEmail: at('resultsEmail'),
    email: at('email'),
    externalId: at('externalId'),
    extraTime: at('extraTime'),
    billing: at('billing'),
    prepayment: at('prepayment'),
    line,
  };
}

const identity = (one: PixCandidate): string => `${one.firstName}\u0000${one.lastName}\u0000${one.birthDate}`;

function withoutTwins(session: PixSession): PixSession {
  const met = new Set<string>();
  return {
    ...session,
    candidates: session.candidates.filter((one) => !met.has(identity(one)) && met.add(identity(one))),
  };
}

type Finding = PixReport['errors'][number];

function errorsOf(session: PixSession, now: string): Finding[] {
  const findings: Finding[] = [];
  const add = (failed: boolean, code: string, line = session.line, blocking = true): void => {
    if (failed) findings.push({ code, line, blocking });
  };
  const when = isoOf(session.date);
  const time = /^([01]\d|2[0-3]):[0-5]\d$/.test(session.time);
  if (session.number === '') {
    add(session.site === '', 'SESSION_ADDRESS_REQUIRED');
    add(session.room === '', 'SESSION_ROOM_REQUIRED');
    add(session.date === '', 'SESSION_DATE_REQUIRED');
    add(session.date !== '' && when === null, 'SESSION_DATE_NOT_VALID');
    add(session.time === '', 'SESSION_TIME_REQUIRED');
    add(session.time !== '' && !time, 'SESSION_TIME_NOT_VALID');
    add(session.examiners.length === 0, 'SESSION_EXAMINER_REQUIRED');
    add(when !== null && time && `${when}T${session.time}` < now, 'SESSION_SCHEDULED_IN_THE_PAST');
  } else {
    const information = [session.site, session.room, session.date, session.time, ...session.examiners];
    add(
      information.some((value) => value !== ''),
      'INFORMATION_NOT_ALLOWED_WITH_SESSION_ID',
    );
    add(!/^\d+$/.test(session.number), 'SESSION_ID_NOT_VALID');
  }
  add(session.candidates.length === 0, 'EMPTY_SESSION', session.line, false);
  const met = new Set<string>();
  for (const one of session.candidates) {
    add(met.has(identity(one)), 'DUPLICATE_CANDIDATE_IN_SESSION', one.line, false);
    if (!met.has(identity(one))) for (const code of candidateErrors(one)) add(true, code, one.line);
    met.add(identity(one));
  }
  return findings;
}

function candidateErrors(one: PixCandidate): string[] {
  const codes: string[] = [];
  const add = (failed: boolean, code: string): void => {
    if (failed) codes.push(code);
  };
  const born = isoOf(one.birthDate);
  add(one.lastName === '', 'CANDIDATE_LAST_NAME_REQUIRED');
  add(one.firstName === '', 'CANDIDATE_FIRST_NAME_REQUIRED');
  add(one.sex === '', 'CANDIDATE_SEX_REQUIRED');
  add(one.sex !== '' && one.sex !== 'M' && one.sex !== 'F', 'CANDIDATE_SEX_NOT_VALID');
  add(one.birthDate === '', 'CANDIDATE_BIRTHDATE_REQUIRED');
  add(one.birthDate !== '' && born === null, 'CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID');
  add(born !== null && born <= '1900-01-01', 'CANDIDATE_BIRTHDATE_MUST_BE_GREATER');
  const mail = /^[^\s@,;<>"]+@[^\s@.,;<>"]+(\.[^\s@.,;<>"]+)*\.[a-z]{2,}$/i;
  add(one.email !== '' && !mail.test(one.email), 'CANDIDATE_EMAIL_NOT_VALID');
  add(one.resultsEmail !== '' && !mail.test(one.resultsEmail), 'CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID');
  if (one.extraTime !== '') {
    const number = parseFloat(one.extraTime);
    const share = number >= 1 ? number / 100 : number;
    add(Number.isNaN(number), 'CANDIDATE_EXTRA_TIME_INTEGER');
    add(share < 0 || share >= 10 || (number > 0 && number < 1), 'CANDIDATE_EXTRA_TIME_OUT_OF_RANGE');
  }
  add(one.billing === '', 'CANDIDATE_BILLING_MODE_REQUIRED');
  const modes = ['Gratuite', 'Payante', 'Prépayée'];
  add(one.billing !== '' && !modes.includes(one.billing), 'CANDIDATE_BILLING_MODE_NOT_VALID');
  const prepaid = one.billing === 'Prépayée';
  add(prepaid && one.prepayment === '', 'CANDIDATE_PREPAYMENT_CODE_REQUIRED');
  add(!prepaid && one.prepayment !== '', 'CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY');
  return [...codes, ...birthPlaceErrors(one)];
}

function birthPlaceErrors(one: PixCandidate): string[] {
  const { insee, postal, city, country } = one;
  if (country === '')
    return [
      insee + postal + city === ''
        ? 'CANDIDATE_BIRTH_INFORMATION_REQUIRED'
        : 'CANDIDATE_BIRTH_COUNTRY_REQUIRED',
    ];
  const plain = country
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  if (Array.from(plain).sort().join('') !== Array.from('FRANCE').sort().join('')) {
    return [
      ...(insee === '99' ? [] : ['CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID']),
      ...(postal === '' ? [] : ['CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY']),
      ...(city === '' ? ['CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED'] : []),
    ];
  }
  if (insee !== '' && postal + city === '')
    return /^(?!99)\d[0-9AB]\d{3}$/.test(insee) ? [] : ['CANDIDATE_BIRTH_INSEE_CODE_NOT_VALID'];
  if (insee !== '' || postal + city === '')
    return ['CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED'];
  if (postal === '') return ['CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED'];
  if (city === '') return ['CANDIDATE_BIRTH_CITY_REQUIRED'];
  return /^\d{5}$/.test(postal) ? [] : ['CANDIDATE_BIRTH_POSTAL_CODE_NOT_FOUND'];
}

/** `JJ/MM/AAAA` or `AAAA-MM-JJ` as `AAAA-MM-JJ`, `null` when it is no real date. */
function isoOf(text: string): string | null {
  const french = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  const iso = french ? `${french[3]}-${french[2]}-${french[1]}` : text;
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
