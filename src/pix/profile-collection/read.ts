import type { CalendarDay, Minutes } from '../../domain/calendar';
import { COMPETENCES } from '../competences';
import type { CsvRecord } from '../csv/read';
import { readFrenchDate } from '../french-date';
import { labelKey, tableUnder } from '../table';
import type { Participation, ProfileCode, ProfileFinding, SentProfile } from './profile';

const LAST_NAME = 'Nom du Participant';
const FIRST_NAME = 'Prénom du Participant';
const SENT = 'Envoi (O/N)';
const SENT_AT = ["Date et heure de l'envoi (Europe/Paris)", "Date de l'envoi"];
const SCORE = 'Nombre de pix total';
const CERTIFIABLE = 'Certifiable (O/N)';
const CERTIFIABLE_COUNT = 'Nombre de compétences certifiables';
const GROUP = 'Groupe';
const STUDENT_NUMBER = 'Numéro Étudiant';
const NEEDED = [LAST_NAME, FIRST_NAME, SENT, CERTIFIABLE];

/** Headers that may stand right before `Envoi (O/N)` when the campaign asks for no identifier. */
const NOT_AN_IDENTIFIER = [LAST_NAME, FIRST_NAME, GROUP, 'Classe', STUDENT_NUMBER].map(labelKey);

const HIGHEST_LEVEL = 8;
const HIGHEST_PIX = 64;
/** Competences of level 1 or more that make a profile certifiable (reference, section 6.1). */
export const CERTIFIABLE_FROM = 5;

export interface ProfileReading {
  readonly participations: readonly Participation[];
  readonly findings: readonly ProfileFinding[];
  /** The campaign's own label of the identifier that it asks for; `null` when it asks for none. */
  readonly externalIdLabel: string | null;
}

/** Reads the results of a campaign of profile collection (reference, section 5.1); columns are found by their header. */
export function readProfileCollection(rows: readonly CsvRecord[]): ProfileReading {
  const { headers, records } = tableUnder(rows, SENT);
  const keys = headers.map(labelKey);
  const missing = NEEDED.filter((header) => !keys.includes(labelKey(header)));
  if (missing.length > 0)
    return {
      participations: [],
      findings: missing.map((header) => ({ code: 'COLUMN_MISSING', line: 1, header, seen: '' })),
      externalIdLabel: null,
    };
  const before = keys.indexOf(labelKey(SENT)) - 1;
  const external = before >= 0 && !NOT_AN_IDENTIFIER.includes(keys[before] ?? '') ? before : null;
  const findings: ProfileFinding[] = [];
  const participations = records.map((record) => {
    const row = new Row(record, headers, keys, findings);
    return {
      line: record.line,
      lastName: row.text(LAST_NAME),
      firstName: row.text(FIRST_NAME),
      group: row.text(GROUP),
      studentNumber: row.text(STUDENT_NUMBER),
      externalId: external === null ? '' : unescaped(record.values[external] ?? ''),
      profile: row.yesNo(SENT) === true ? profileOf(row) : null,
    };
  });
  return {
    participations,
    findings,
    externalIdLabel: external === null ? null : (headers[external] ?? null),
  };
}

function profileOf(row: Row): SentProfile {
  const levels = COMPETENCES.map(({ name }) =>
    row.number(`Niveau pour la compétence ${name}`, HIGHEST_LEVEL),
  );
  const certifiable = row.yesNo(CERTIFIABLE);
  const enough = levels.filter((level) => level !== null && level >= 1).length >= CERTIFIABLE_FROM;
  if (certifiable !== null && certifiable !== enough && !levels.includes(null))
    row.report('CERTIFIABLE_DOUBTFUL', CERTIFIABLE);
  return {
    ...row.moment(),
    score: row.number(SCORE, COMPETENCES.length * HIGHEST_PIX),
    certifiable,
    certifiableCompetences: row.number(CERTIFIABLE_COUNT, COMPETENCES.length),
    levels,
    pix: COMPETENCES.map(({ name }) => row.number(`Nombre de pix pour la compétence ${name}`, HIGHEST_PIX)),
  };
}

/** Pix puts an apostrophe before what begins like a formula. */
function unescaped(text: string): string {
  return text.trim().replace(/^'(?=[-@=+])/, '');
}

/** One line, read by header; what is not understood is reported and taken for unknown. */
class Row {
  constructor(
    private readonly record: CsvRecord,
    private readonly headers: readonly string[],
    private readonly keys: readonly string[],
    private readonly findings: ProfileFinding[],
  ) {}

  text(header: string): string {
    return unescaped(this.record.values[this.keys.indexOf(labelKey(header))] ?? '');
  }

  /** `null` for `NA`, an empty cell or an absent column. */
  number(header: string, highest: number): number | null {
    const text = this.text(header);
    if (text === '' || text === 'NA') return null;
    const value = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
    if (value === null) this.report('VALUE_NOT_UNDERSTOOD', header);
    else if (value > highest) this.report('VALUE_TOO_HIGH', header);
    return value !== null && value <= highest ? value : null;
  }

  yesNo(header: string): boolean | null {
    const key = labelKey(this.text(header));
    if (key === 'oui' || key === 'yes') return true;
    if (key === 'non' || key === 'no') return false;
    if (key !== '' && key !== 'na') this.report('VALUE_NOT_UNDERSTOOD', header);
    return null;
  }

  /** The moment of sending, Paris time. */
  moment(): { readonly day: CalendarDay | null; readonly minutes: Minutes | null } {
    const header = SENT_AT.find((one) => this.keys.includes(labelKey(one)));
    const text = header === undefined ? '' : this.text(header);
    if (header === undefined || text === '' || text === 'NA') return { day: null, minutes: null };
    const [date = '', time = ''] = text.split(' ');
    const day = readFrenchDate(date, null);
    const clock = /^(\d{2}):(\d{2})/.exec(time);
    if (day === null) this.report('VALUE_NOT_UNDERSTOOD', header);
    return { day, minutes: clock === null ? null : Number(clock[1]) * 60 + Number(clock[2]) };
  }

  report(code: ProfileCode, header: string): void {
    const column = this.keys.indexOf(labelKey(header));
    this.findings.push({
      code,
      line: this.record.line,
      header: this.headers[column] ?? header,
      seen: this.text(header),
    });
  }
}

/**
 * One participation per person, in order of first appearance: the latest sent, or else the first one. A person is known
 * by student number, else by identifier, else by name.
 */
export function latestParticipations(participations: readonly Participation[]): readonly Participation[] {
  const latest = new Map<string, Participation>();
  for (const one of participations) {
    const person = personKey(one);
    const before = latest.get(person);
    if (before === undefined || moment(one) > moment(before)) latest.set(person, one);
  }
  return [...latest.values()];
}

function personKey(one: Participation): string {
  if (one.studentNumber !== '') return `n ${labelKey(one.studentNumber)}`;
  if (one.externalId !== '') return `i ${labelKey(one.externalId)}`;
  return `p ${labelKey(one.lastName)} ${labelKey(one.firstName)}`;
}

/** Comparable as text; not sent comes before everything. */
function moment({ profile }: Participation): string {
  if (profile === null) return '';
  return `${profile.day ?? '0'} ${String(profile.minutes ?? 0).padStart(4, '0')}`;
}
