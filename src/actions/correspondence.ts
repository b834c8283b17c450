import type { CalendarDay, Minutes } from '../domain/calendar';
import type { Campaign } from '../domain/campaign';
import type { ExistingSession } from '../domain/session';
import {
  type Appointment,
  appointmentMark,
  candidateEntry,
  candidateFields,
  invigilatorEntries,
  invigilatorFields,
  markInWords,
  placeInWords,
  readMark,
  sessionsInShort,
  type SessionPlace,
  type Watch,
  watchMark,
} from '../messages/appointment';
import { type CalendarEntry, calendarFile } from '../messages/calendar-file';
import { type Due, type Expected, forgotten, messagesDue, type RecordedMessage } from '../messages/due';
import { fillTemplate, type Template, type WrittenMessage } from '../messages/template';
import type { MailAttachment } from '../google/mail';
import { CONVOCATION_TEXT } from '../text/convocations';
import { partsOf, textOf } from '../workbook/cells/text';
import { invigilatorRows } from '../workbook/read/invigilator-names';
import type { Table, TableRow } from '../workbook/read/table';
import { matchKey } from '../workbook/text-match';
import type { WorkbookReading } from './read-workbook';
import { rowsByKey, tableOf } from './seated-students';

/** What everybody should know today, and how each message is written. */
export interface Correspondence {
  readonly expected: readonly Expected[];
  readonly due: (record: readonly RecordedMessage[]) => readonly Due[];
  readonly write: (
    due: Due,
    template: Template,
  ) => WrittenMessage & { readonly calendar: MailAttachment | null };
}

/** The present, and what names events in the calendars of people. */
export interface Sender {
  readonly now: { readonly day: CalendarDay; readonly minutes: Minutes };
  /** Milliseconds. */
  readonly stamp: number;
  readonly timeZone: string;
  /** Identifier of the workbook: the same person in another campaign has another event. */
  readonly workbook: string;
}

/** Reads who sits where and who watches what in a workbook without blocking problems. */
export function correspondence(reading: WorkbookReading, campaign: Campaign, sender: Sender): Correspondence {
  const directory = openDirectory(reading, campaign);
  const expected = [...expectedCandidates(directory, sender), ...expectedInvigilators(directory, sender)];
  const past = (mark: string): boolean => {
    const told = readMark(mark);
    return told !== null && isPast(told, sender.now);
  };
  return {
    expected: expected.map(({ person }) => person),
    due: (record) => {
      const known = (audience: string, who: string): boolean =>
        audience === 'candidate'
          ? directory.listed.has(matchKey(who))
          : expected.some(({ person }) => person.audience === 'invigilator' && person.who === who);
      const everyone = [...expected.map(({ person }) => person), ...forgotten(record, known)];
      // Nobody is told that a rendez-vous of last week is cancelled.
      return messagesDue(everyone, record).filter(
        ({ kind, before }) => kind !== 'cancellation' || !past(before),
      );
    },
    write: (due, template) => {
      const facts = expected.find(
        ({ person }) => person.audience === due.expected.audience && person.who === due.expected.who,
      );
      return due.expected.audience === 'invigilator'
        ? writtenToInvigilator(due, template, facts?.watches ?? [], sender)
        : writtenToCandidate(due, template, facts?.appointment ?? null, directory, sender);
    },
  };
}

interface ExpectedFacts {
  readonly person: Expected;
  readonly appointment: Appointment | null;
  readonly watches: readonly Watch[];
}

interface Directory {
  readonly campaign: Campaign;
  readonly sessions: readonly { readonly session: ExistingSession; readonly place: SessionPlace }[];
  readonly students: ReadonlyMap<string, TableRow>;
  /** Keys of every number that `Étudiants` holds, usable or not. */
  readonly listed: ReadonlySet<string>;
  readonly invigilatorsOf: (session: ExistingSession) => readonly string[];
  readonly addressOfInvigilator: (name: string) => string;
  readonly placeOfRoom: (code: string) => string;
}

function openDirectory(reading: WorkbookReading, campaign: Campaign): Directory {
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const rooms = new Map(campaign.rooms.map((room) => [room.code, room]));
  const sessions = campaign.existing.flatMap((session) => {
    const slot = slots.get(session.slot);
    const room = rooms.get(session.room);
    if (slot === undefined || room === undefined || session.state === 'cancelled') return [];
    const { day, start, end } = slot;
    const { site, building, name, code } = room;
    return [
      { session, place: { session: session.number, day, start, end, site, building, room: name, code } },
    ];
  });
  const students = rowsByKey(tableOf(reading, 'students'), 'id');
  const planning = rowsByKey(tableOf(reading, 'planning'), 'session');
  const addresses = addressesOfInvigilators(tableOf(reading, 'invigilators'));
  return {
    campaign,
    sessions,
    students,
    listed: new Set(students.keys()),
    invigilatorsOf: (session) => partsOf(planning.get(matchKey(session.number))?.cell('invigilators')),
    addressOfInvigilator: (name) => addresses.get(matchKey(name)) ?? '',
    placeOfRoom: (code) => {
      const room = campaign.rooms.find((one) => one.code === code);
      if (room === undefined) return code;
      const { site, building, name } = room;
      return placeInWords({ ...NOWHERE, site, building, room: name, code });
    },
  };
}

/** By the name that plannings give to each. */
function addressesOfInvigilators(table: Table | null): ReadonlyMap<string, string> {
  return new Map(
    (table === null ? [] : invigilatorRows(table)).flatMap(({ row, name, unclear }) => {
      const address = textOf(row.cell('email'));
      return unclear || address === '' ? [] : [[matchKey(name), address] as const];
    }),
  );
}

const NOWHERE = { session: '', start: 0, end: 0, day: '1900-01-01' as CalendarDay };

function expectedCandidates(directory: Directory, { now }: Sender): readonly ExpectedFacts[] {
  const { campaign, sessions, students } = directory;
  const { settings } = campaign;
  const places = new Map(
    sessions.flatMap(({ session, place }) =>
      session.seats.map(({ candidate }) => [candidate, { session, place }] as const),
    ),
  );
  const inOrder = new Map(sessions.map(({ session }, index) => [session.number, index]));
  return campaign.candidates
    .flatMap((candidate): ExpectedFacts[] => {
      const at = places.get(candidate.id);
      if (at !== undefined && (at.session.state === 'held' || isPast(at.place, now))) return [];
      const testMinutes = settings.testMinutes * (1 + candidate.extraTime);
      const appointment: Appointment | null =
        at === undefined
          ? null
          : {
              ...at.place,
              testStart: at.place.start + settings.setupMinutes,
              testMinutes,
              extraTime: candidate.extraTime,
            };
      const person: Expected = {
        audience: 'candidate',
        who: candidate.id,
        name: `${candidate.lastName} ${candidate.firstName}`,
        address: textOf(students.get(matchKey(candidate.id))?.cell('email')),
        session: appointment?.session ?? '',
        mark: appointment === null ? '' : appointmentMark(appointment),
      };
      return [{ person, appointment, watches: [] }];
    })
    .sort((a, b) => rank(a) - rank(b));

  function rank({ appointment }: ExpectedFacts): number {
    const found = sessions.find(({ session }) => session.number === appointment?.session);
    return found === undefined ? sessions.length : (inOrder.get(found.session.number) ?? 0);
  }
}

function expectedInvigilators(directory: Directory, { now }: Sender): readonly ExpectedFacts[] {
  const watches = new Map<string, Watch[]>();
  for (const name of directory.campaign.invigilators?.map((one) => one.name) ?? []) watches.set(name, []);
  for (const { session, place } of directory.sessions) {
    if (session.state === 'held' || isPast(place, now)) continue;
    const anonymous = session.anonymous.reduce((sum, { places }) => sum + places, 0);
    for (const typed of directory.invigilatorsOf(session)) {
      const name = [...watches.keys()].find((one) => matchKey(one) === matchKey(typed)) ?? typed;
      watches.set(name, [
        ...(watches.get(name) ?? []),
        { ...place, candidates: session.seats.length + anonymous },
      ]);
    }
  }
  return [...watches].map(([name, mine]) => ({
    person: {
      audience: 'invigilator',
      who: name,
      name,
      address: directory.addressOfInvigilator(name),
      session: sessionsInShort(mine),
      mark: watchMark(mine),
    },
    appointment: null,
    watches: mine,
  }));
}

function writtenToCandidate(
  { expected, before, told }: Due,
  template: Template,
  appointment: Appointment | null,
  directory: Directory,
  sender: Sender,
): WrittenMessage & { readonly calendar: MailAttachment | null } {
  const row = directory.students.get(matchKey(expected.who));
  const person = {
    who: expected.who,
    firstName: textOf(row?.cell('firstName')),
    lastName: row === undefined ? expected.name : textOf(row.cell('lastName')),
  };
  const written = fillTemplate(
    template,
    candidateFields(person, appointment, markInWords(before, directory.placeOfRoom)),
  );
  const gone = readMark(before);
  const entry =
    appointment !== null
      ? candidateEntry(
          sender.workbook,
          expected.who,
          told,
          { ...appointment, end: endOf(appointment), where: placeInWords(appointment) },
          false,
        )
      : gone === null
        ? null
        : candidateEntry(
            sender.workbook,
            expected.who,
            told,
            {
              day: gone.day,
              start: gone.start,
              end: gone.start + 60,
              where: directory.placeOfRoom(gone.code),
            },
            true,
          );
  return { ...written, calendar: entry === null ? null : attachment([entry], sender) };
}

function writtenToInvigilator(
  { expected, before, told }: Due,
  template: Template,
  watches: readonly Watch[],
  sender: Sender,
): WrittenMessage & { readonly calendar: MailAttachment | null } {
  const written = fillTemplate(template, invigilatorFields(expected.name, watches));
  const entries = invigilatorEntries(sender.workbook, expected.who, watches, before, told);
  return { ...written, calendar: entries.length === 0 ? null : attachment(entries, sender) };
}

/** The candidate leaves when the test is over. */
const endOf = ({ testStart, testMinutes }: Appointment): Minutes => Math.ceil(testStart + testMinutes);

function attachment(entries: readonly CalendarEntry[], { timeZone, stamp }: Sender): MailAttachment {
  return {
    name: CONVOCATION_TEXT.fileName,
    mime: 'text/calendar',
    text: calendarFile(entries, timeZone, stamp),
  };
}

function isPast(
  place: { readonly day: CalendarDay; readonly start: Minutes },
  now: { readonly day: CalendarDay; readonly minutes: Minutes },
): boolean {
  return place.day < now.day || (place.day === now.day && place.start <= now.minutes);
}
