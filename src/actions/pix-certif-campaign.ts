import type { Campaign } from '../domain/campaign';
import type { CalendarDay } from '../domain/calendar';
import type { Place } from '../domain/problem';
import type { ExistingSession } from '../domain/session';
import type { Given } from '../pix/given';
import type {
  CertifCandidate,
  CertifField,
  CertifInstant,
  CertifSession,
  CertifSubject,
  CertifTerms,
} from '../pix/certif-sessions/session';
import { readDay } from '../workbook/cells/day';
import { readSex } from '../workbook/cells/sex';
import { identifierOf, isErrorValue, outgoingText, partsOf, textOf } from '../workbook/cells/text';
import { readExtraTime } from '../workbook/cells/values';
import { stateOf } from '../workbook/read/session-state';
import type { TableRow } from '../workbook/read/table';
import { SETTINGS, type SettingKey } from '../workbook/schema/settings';
import type { TabKey } from '../workbook/schema/tab-schema';
import { matchKey } from '../workbook/text-match';
import type { WorkbookReading } from './read-workbook';
import { rowsByKey, seatsBySession, tableOf } from './seated-students';

/** The planning as Pix Certif is told of it, and where each value stands in the workbook. */
export interface PixCertifCampaign {
  /** Those that take place, begun or not. */
  readonly sessions: readonly CertifSession[];
  /** Keys of the sessions whose row cannot be read. */
  readonly unread: readonly string[];
  /** Keys of the sessions that are held, or whose row cannot be read: nothing is told to Pix of them. */
  readonly closed: ReadonlySet<string>;
  readonly terms: CertifTerms;
  /** `Planning` has a column for the numbers of Pix. */
  readonly hasNumbers: boolean;
  readonly placeOf: (subject: CertifSubject, field: CertifField | null) => Place;
}

/** Sessions that are held or cancelled are no longer for Pix to create; those without a number are in no file. */
export function pixCertifCampaign(
  reading: WorkbookReading,
  campaign: Campaign,
  now: CertifInstant,
): PixCertifCampaign {
  const rows = {
    planning: rowsByKey(tableOf(reading, 'planning'), 'session'),
    students: rowsByKey(tableOf(reading, 'students'), 'id'),
    settings: rowsByKey(tableOf(reading, 'settings'), 'name'),
  };
  const seats = seatsBySession(reading, campaign);
  const value = (key: SettingKey): string => textOf(reading.settings.values.get(key));
  const site = value('pixSite');
  const sessions = campaign.existing
    .filter(({ state }) => state !== 'held' && state !== 'cancelled')
    .map((session): CertifSession => {
      const row = rows.planning.get(matchKey(session.number));
      return {
        ...whereAndWhen(session, campaign, site),
        key: session.number,
        existingNumber: row === undefined ? '' : identifierOf(row.cell('pixNumber'), row.shown('pixNumber')),
        examiners: partsOf(row?.cell('invigilators')),
        // « Remarques » is written for colleagues, not for Pix.
        observations: '',
        candidates: (seats.get(matchKey(session.number)) ?? []).map((id) =>
          candidateOf(id, rows.students.get(matchKey(id)), reading.settings.defaultExtraTime, now),
        ),
      };
    });
  const read = new Set(campaign.existing.map(({ number }) => matchKey(number)));
  const unread = [...rows.planning]
    .filter(([key, row]) => !read.has(key) && !isCancelled(row))
    .map(([, row]) => identifierOf(row.cell('session'), row.shown('session')));
  const held = campaign.existing.filter(({ state }) => state === 'held').map(({ number }) => number);
  return {
    sessions,
    unread,
    closed: new Set<string>([...held, ...unread]),
    terms: {
      billing: billingOf(rows.settings.get(matchKey(BILLING.label)), value('pixBilling')),
      prepaymentCode: value('pixPrepaymentCode'),
      resultsEmail: value('pixResultsEmail'),
    },
    hasNumbers: tableOf(reading, 'planning')?.columns.has('pixNumber') ?? false,
    placeOf: (subject, field) => placeIn(reading, rows, subject, field),
  };
}

const BILLING = SETTINGS.find(({ key }) => key === 'pixBilling') ?? { label: '' };

/** What is typed and is not understood is for Pix to refuse: no default may bill people otherwise than staff meant. */
function billingOf(row: TableRow | undefined, understood: string): string {
  const typed = textOf(row?.cell('value'));
  return typed === '' || matchKey(typed) === matchKey(understood) ? understood : typed;
}

/** A row whose slot is gone may be cancelled all the same. */
const isCancelled = (row: TableRow): boolean => stateOf(row.cell('state')) === 'cancelled';

function whereAndWhen(
  session: ExistingSession,
  campaign: Campaign,
  site: string,
): Pick<CertifSession, 'site' | 'room' | 'day' | 'start'> {
  const room = campaign.rooms.find(({ code }) => code === session.room);
  const slot = campaign.slots.find(({ code }) => code === session.slot);
  return {
    site: site === '' ? (room?.site ?? '') : site,
    room: room?.name ?? '',
    day: { value: slot?.day ?? null, seen: slot?.day ?? '' },
    start: { value: slot?.start ?? null, seen: slot === undefined ? '' : String(slot.start) },
  };
}

function candidateOf(
  id: string,
  row: TableRow | undefined,
  defaultExtraTime: number,
  now: CertifInstant,
): CertifCandidate {
  const text = (key: string): string => outgoingText(row?.cell(key));
  const identifier = (key: string): string =>
    row === undefined || isErrorValue(row.cell(key)) ? '' : identifierOf(row.cell(key), row.shown(key));
  const extraTime = readExtraTime(row?.cell('extraTime'), defaultExtraTime, row?.shown('extraTime'));
  return {
    key: id,
    lastName: text('lastName'),
    firstName: text('firstName'),
    birthDate: birthDateOf(row, now),
    sex: readSex(text('sex')) ?? text('sex'),
    inseeCode: identifier('birthInsee'),
    postalCode: identifier('birthPostalCode'),
    birthCity: text('birthTown'),
    birthCountry: text('birthCountry'),
    email: text('email'),
    externalId: identifier('externalId') || id,
    extraTime: {
      // What was guessed for the planning is not told to Pix: staff say it first.
      value: extraTime.kind === 'fraction' && extraTime.guessed !== true ? extraTime.fraction : null,
      seen: row?.shown('extraTime') ?? '',
    },
  };
}

/** Nobody is born tomorrow: `05/03/98` read as 2098 is not a birth date. */
export function birthDateOf(row: TableRow | undefined, now: Pick<CertifInstant, 'day'>): Given<CalendarDay> {
  const reading = readDay(row?.cell('birthDay'));
  const value = reading.kind === 'day' && reading.day <= now.day ? reading.day : null;
  return { value, seen: row?.shown('birthDay') ?? '' };
}

type Rows = Readonly<Record<'planning' | 'students' | 'settings', ReadonlyMap<string, TableRow>>>;

const PLANNING_COLUMNS: Readonly<Partial<Record<CertifField, string>>> = {
  existingNumber: 'pixNumber',
  site: 'site',
  room: 'room',
  date: 'day',
  time: 'start',
  examiners: 'invigilators',
  observations: 'remarks',
};

const STUDENT_COLUMNS: Readonly<Partial<Record<CertifField, string>>> = {
  lastName: 'lastName',
  firstName: 'firstName',
  birthDate: 'birthDay',
  sex: 'sex',
  inseeCode: 'birthInsee',
  postalCode: 'birthPostalCode',
  birthCity: 'birthTown',
  birthCountry: 'birthCountry',
  email: 'email',
  externalId: 'externalId',
  extraTime: 'extraTime',
};

const SETTING_KEYS: Readonly<Partial<Record<CertifField, SettingKey>>> = {
  billing: 'pixBilling',
  prepaymentCode: 'pixPrepaymentCode',
  resultsEmail: 'pixResultsEmail',
};

function placeIn(
  reading: WorkbookReading,
  rows: Rows,
  subject: CertifSubject,
  field: CertifField | null,
): Place {
  switch (subject.kind) {
    case 'campaign': {
      const key = field === null ? undefined : SETTING_KEYS[field];
      const label = SETTINGS.find((setting) => setting.key === key)?.label ?? '';
      return placeOfCell(reading, 'settings', rows.settings.get(matchKey(label)), 'value');
    }
    case 'session': {
      const column = field === null ? 'session' : (PLANNING_COLUMNS[field] ?? 'session');
      return placeOfCell(reading, 'planning', rows.planning.get(matchKey(subject.session)), column);
    }
    case 'candidate': {
      const column = field === null ? 'id' : (STUDENT_COLUMNS[field] ?? 'id');
      return placeOfCell(reading, 'students', rows.students.get(matchKey(subject.candidate)), column);
    }
  }
}

function placeOfCell(
  reading: WorkbookReading,
  tab: TabKey,
  row: TableRow | undefined,
  column: string,
): Place {
  const spot = row?.spot(column);
  return { tab: reading.tabs[tab].name, row: spot?.row ?? null, column: spot?.column ?? null };
}
