import { type CalendarDay, serialOf } from '../domain/calendar';
import type { Cell } from '../domain/grid';
import { SHARED_TEXT } from '../text/sharing';
import { column, COUNT, DAY, TEXT, TIME, type TableSchema } from '../workbook/schema/tab-schema';
import { tableContent } from '../workbook/write/table-content';
import type { TabContent } from '../workbook/write/tab-content';
import { oneLine } from './plain-words';

/** A session as teachers see it: head-counts, and nobody's name but the invigilators'. Plain data. */
export interface SharedSession {
  readonly session: string;
  readonly day: CalendarDay;
  readonly start: number;
  readonly end: number;
  readonly site: string;
  readonly building: string;
  readonly room: string;
  readonly places: number;
  readonly enrolled: number;
  readonly groups: readonly { readonly group: string; readonly people: number }[];
  readonly invigilators: readonly string[];
}

/** What became of a session since the last publication. */
export interface SharedChange {
  readonly session: string;
  readonly sentence: string;
}

const schema: TableSchema = {
  name: 'Sessions',
  explanation: SHARED_TEXT.explanation,
  columns: [
    column('session', 'Session', 70, TEXT),
    column('day', 'Date', 120, DAY),
    column('start', 'Début', 70, TIME),
    column('end', 'Fin', 70, TIME),
    column('site', 'Site', 160, TEXT),
    column('building', 'Bâtiment', 150, TEXT),
    column('room', 'Salle', 130, TEXT),
    column('groups', 'Groupes', 300, TEXT),
    column('enrolled', 'Inscrits', 75, COUNT),
    column('free', 'Places libres', 90, COUNT),
    column('invigilators', 'Surveillants', 200, TEXT),
  ],
};

/** The tab of the sessions in the shared spreadsheet: nothing else of the planning goes there. */
export function sharedContent(sessions: readonly SharedSession[]): TabContent {
  return tableContent(schema.name, 'result', schema, sessions, {
    Session: ({ session }): Cell => session,
    Date: ({ day }) => ({ serial: serialOf(day) }),
    Début: ({ start }) => ({ serial: start / 1440 }),
    Fin: ({ end }) => ({ serial: end / 1440 }),
    Site: ({ site }) => oneLine(site),
    Bâtiment: ({ building }) => oneLine(building),
    Salle: ({ room }) => oneLine(room),
    Groupes: ({ groups }) =>
      groups.map(({ group, people }) => `${oneLine(group, 80)} (${people})`).join('; '),
    Inscrits: ({ enrolled }) => enrolled,
    'Places libres': ({ places, enrolled }) => Math.max(0, places - enrolled),
    Surveillants: ({ invigilators }) => invigilators.map((name) => oneLine(name, 80)).join('; '),
  });
}

const changesSchema: TableSchema = {
  name: 'Changements',
  explanation: SHARED_TEXT.changesExplanation,
  columns: [
    column('at', 'Publié le', 150, { format: 'dd/mm/yyyy hh:mm', align: 'center' }),
    column('session', 'Session', 70, TEXT),
    column('change', 'Changement', 520, TEXT),
  ],
};

/** A line of the tab of the changes. */
export interface ChangeLine extends SharedChange {
  /** Date and time of the publication, as a cell. */
  readonly at: number;
}

/** What changed at each publication, the last first. */
export function changesContent(lines: readonly ChangeLine[]): TabContent {
  return tableContent(changesSchema.name, 'settings', changesSchema, lines, {
    'Publié le': ({ at }): Cell => ({ serial: at }),
    Session: ({ session }) => session,
    Changement: ({ sentence }) => sentence,
  });
}

/** What changed between two publications, in the order of the sessions; empty the first time. */
export function sharedChanges(
  before: readonly SharedSession[] | null,
  now: readonly SharedSession[],
): readonly SharedChange[] {
  if (before === null) return [];
  const earlier = new Map(before.map((session) => [session.session, session]));
  const later = new Set(now.map(({ session }) => session));
  const news = now.flatMap((session): SharedChange[] => {
    const old = earlier.get(session.session);
    const sentence = old === undefined ? SHARED_TEXT.added(session) : SHARED_TEXT.changed(old, session);
    return sentence === '' ? [] : [{ session: session.session, sentence }];
  });
  const gone = before
    .filter(({ session }) => !later.has(session))
    .map((session) => ({ session: session.session, sentence: SHARED_TEXT.removed(session) }));
  return [...news, ...gone];
}

/** A member of a group, for the teacher who asked for that group: a name and where to be. */
export interface GroupMember {
  readonly lastName: string;
  readonly firstName: string;
  /** Empty: no place. */
  readonly session: string;
  readonly day: CalendarDay | null;
  readonly start: number;
  readonly place: string;
}

const groupSchema: TableSchema = {
  name: 'Groupe',
  explanation: SHARED_TEXT.groupExplanation,
  columns: [
    column('lastName', 'Nom', 160, TEXT),
    column('firstName', 'Prénom', 140, TEXT),
    column('session', 'Session', 70, TEXT),
    column('day', 'Date', 120, DAY),
    column('start', 'Début', 70, TIME),
    column('place', 'Lieu', 320, TEXT),
  ],
};

/** The list of one group: no number, no address, no birth, no extra time. */
export function groupContent(members: readonly GroupMember[]): TabContent {
  return tableContent(groupSchema.name, 'result', groupSchema, members, {
    Nom: ({ lastName }): Cell => oneLine(lastName, 100),
    Prénom: ({ firstName }) => oneLine(firstName, 100),
    Session: ({ session }) => session,
    Date: ({ day }) => (day === null ? '' : { serial: serialOf(day) }),
    Début: ({ day, start }) => (day === null ? '' : { serial: start / 1440 }),
    Lieu: ({ place }) => oneLine(place),
  });
}

/** The inverse of `JSON.stringify` of what was published; `null` when nothing was, or it cannot be read. */
export function parsePublished(text: string | undefined): readonly SharedSession[] | null {
  if (text === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isShared) : null;
  } catch {
    return null;
  }
}

function isShared(value: unknown): value is SharedSession {
  return (
    typeof value === 'object' &&
    value !== null &&
    'session' in value &&
    typeof value.session === 'string' &&
    'day' in value &&
    typeof value.day === 'string' &&
    'groups' in value &&
    Array.isArray(value.groups) &&
    'end' in value &&
    'places' in value &&
    'invigilators' in value &&
    Array.isArray(value.invigilators)
  );
}
