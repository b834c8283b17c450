import type { Availability } from '../../domain/candidate';
import type { Invigilator } from '../../domain/invigilator';
import type { GroupName, RoomCode, SiteName, SlotCode } from '../../domain/ids';
import { isDateCell } from '../../domain/grid';
import type { Room } from '../../domain/room';
import type { Slot } from '../../domain/slot';
import { identifierOf, textOf } from '../cells/text';
import { matchKey } from '../text-match';
import { invigilatorRows } from './invigilator-names';
import { answerReader, type Answer } from './matrix';
import { Names, readSites, type Groups } from './names';
import type { ProblemLog } from './problem-log';
import type { RoomReading } from './rooms';
import type { KnownSlots } from './slot-labels';
import type { Student } from './students';
import type { Table } from './table';

export interface AvailabilityReading {
  readonly ofStudent: ReadonlyMap<string, Answer>;
  readonly ofGroup: ReadonlyMap<GroupName, Answer>;
}

/** `Disponibilités`: the last answer of each student and of each group. */
export function readAvailability(
  table: Table,
  slots: KnownSlots,
  students: Names<Student>,
  leftOutIds: ReadonlySet<string>,
  groups: Groups,
  log: ProblemLog,
): AvailabilityReading {
  const read = answerReader(table, slots, log);
  const ofStudent = new Map<string, Answer>();
  const ofGroup = new Map<GroupName, Answer>();
  const seen = new Names<number>();
  const withItsZeros = numbersThatLostZeros(students);
  for (const row of table.rows) {
    const who = identifierOf(row.cell('who'), row.shown('who'));
    if (who === '') {
      log.warning('valueMissing', row.spot('who'), '', { header: row.header('who'), what: 'answer' });
      continue;
    }
    const student = students.get(who);
    // A group called `1/2` is a date in both tabs.
    const words = textOf(row.cell('who'));
    const group = student === undefined ? (groups.find(who) ?? groups.find(words)) : undefined;
    if (student === undefined && group === undefined) {
      // A student whose own row cannot be used was reported there already.
      if (!leftOutIds.has(who)) {
        const quoted = isDateCell(row.cell('who')) ? words : who;
        log.warning('whoUnknown', row.spot('who'), quoted, withItsZeros(who));
      }
      continue;
    }
    const answer = read(row);
    const before = seen.get(who);
    if (before !== undefined) log.warning('answerRepeated', row.spot('who'), who, { row: before });
    seen.add(who, row.row);
    if (answer === null) continue;
    if (student !== undefined) ofStudent.set(student.id, answer);
    else if (group !== undefined) ofGroup.set(group, answer);
  }
  return { ofStudent, ofGroup };
}

/** Finds the only student whose number reads like the text given once it loses its zeros in front, as cells make it. */
function numbersThatLostZeros(
  students: Names<Student>,
): (who: string) => { readonly close: string } | Record<string, never> {
  const bare = (id: string): string => id.replace(/^0+/, '');
  let byBareNumber: Map<string, string | null> | null = null;
  return (who) => {
    if (byBareNumber === null) {
      byBareNumber = new Map();
      for (const { id } of students.values())
        byBareNumber.set(bare(id), byBareNumber.has(bare(id)) ? null : id);
    }
    const close = /^\d+$/.test(who) ? byBareNumber.get(bare(who)) : undefined;
    return close === null || close === undefined ? {} : { close };
  };
}

/**
 * Who counts: the student's own answer, else the group's, else the slots of an accepted request for the group, else the
 * parameter. One object per source, shared by all those it serves.
 */
export function availabilityResolver(
  answers: AvailabilityReading,
  requestSlots: ReadonlyMap<GroupName, readonly SlotCode[]>,
  withoutAnswer: 'unavailable' | 'everywhere',
  slots: readonly Slot[],
): (student: Student) => Availability {
  const none: Availability = { source: 'none', possible: [], preferred: [] };
  const everywhere: Availability = {
    source: 'default',
    possible: slots.map(({ code }) => code),
    preferred: [],
  };
  const fallback = withoutAnswer === 'everywhere' ? everywhere : none;
  const ofGroup = new Map<GroupName, Availability>();
  const groupAvailability = (group: GroupName): Availability => {
    const known = ofGroup.get(group);
    if (known !== undefined) return known;
    const answer = answers.ofGroup.get(group);
    const asked = requestSlots.get(group);
    const made: Availability =
      answer !== undefined
        ? { source: 'group', ...answer }
        : asked !== undefined
          ? { source: 'request', possible: asked, preferred: [] }
          : fallback;
    ofGroup.set(group, made);
    return made;
  };
  return (student) => {
    const own = answers.ofStudent.get(student.id);
    if (own !== undefined) return { source: 'own', ...own };
    return student.group === null ? fallback : groupAvailability(student.group);
  };
}

/** `Disponibilités salles`: rooms with the slots at which they are free; without an answer, every slot. */
export function readRoomAvailability(
  table: Table,
  reading: RoomReading,
  slots: KnownSlots,
  log: ProblemLog,
): readonly Room[] {
  const read = answerReader(table, slots, log);
  const free = new Map<RoomCode, readonly SlotCode[]>();
  const byName = new Names<RoomCode>();
  for (const room of reading.rooms) byName.add(room.name, room.code);
  for (const row of table.rows) {
    const text = identifierOf(row.cell('code'), row.shown('code'));
    const code = reading.codes.get(text) ?? byName.get(text);
    if (code === undefined) {
      log.warning('roomUnknown', row.spot('code'), text);
      continue;
    }
    const answer = read(row);
    if (free.has(code)) log.warning('answerRepeated', row.spot('code'), text, { row: row.row });
    if (answer !== null) free.set(code, answer.possible);
  }
  const silent = reading.rooms.filter(({ code }) => !free.has(code));
  if (table.rows.length > 0 && silent.length > 0) {
    log.warning('roomsWithoutAnswer', { tab: table.tab }, '', {
      rooms: silent.map(({ code }) => code).join(', '),
      count: silent.length,
    });
  }
  return reading.rooms.map((room) => ({ ...room, freeAt: free.get(room.code) ?? 'every' }));
}

/** `Surveillants`; `null` when the tab has no row: invigilators do not limit the planning. */
export function readInvigilators(
  table: Table,
  sites: Names<SiteName>,
  slots: KnownSlots,
  log: ProblemLog,
): readonly Invigilator[] | null {
  if (table.rows.length === 0) return null;
  const read = answerReader(table, slots, log);
  for (const row of table.rows)
    if (textOf(row.cell('name')) === '')
      log.warning('valueMissing', row.spot('name'), '', { header: row.header('name'), what: 'invigilator' });
  const people = new Map<string, Invigilator>();
  const seen = new Names<number>();
  const met = new Set<string>();
  for (const { row, name, namesakes, unclear } of invigilatorRows(table)) {
    const typed = textOf(row.cell('name'));
    if (unclear) {
      log.warning('invigilatorUnclear', row.spot('name'), typed, { email: row.header('email') });
      continue;
    }
    const { known, unknown } = readSites(row.cell('sites'), sites);
    for (const site of unknown) log.warning('siteUnknown', row.spot('sites'), site, { what: 'invigilator' });
    if (known.length === 0 && unknown.length > 0) continue;
    const answer = read(row);
    const before = seen.get(name);
    if (before !== undefined) log.warning('invigilatorRepeated', row.spot('name'), typed, { row: before });
    else if (namesakes.length > 0 && met.has(matchKey(typed)))
      log.warning('invigilatorNamesake', row.spot('name'), typed, { names: namesakes.join('; ') });
    seen.add(name, row.row);
    met.add(matchKey(typed));
    people.set(matchKey(name), {
      name,
      // No site: the person goes anywhere.
      sites: known.length > 0 ? known : [...sites.values()],
      possible: answer?.possible ?? [],
    });
  }
  return [...people.values()];
}
