import type { Campaign } from '../domain/campaign';
import type { Candidate } from '../domain/candidate';
import { ofThisFile, readMemory, writeMemory } from '../google/memory';
import { writeSharedFile } from '../google/shared-file';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { placeInWords } from '../messages/appointment';
import { isMailAddress } from '../messages/plain-words';
import { groupContent, type GroupMember } from '../messages/shared-planning';
import { SHARED_TEXT } from '../text/sharing';
import { textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import type { WorkbookReading } from './read-workbook';

/** The list of one group, and where it is. */
export interface SharedList {
  readonly group: string;
  readonly url: string;
}

/** Name under which the files of the groups are remembered: `group` → identifier of the file. */
const FILES = 'feuilles des groupes';

/**
 * Gives each requester whose request was accepted the names and sessions of that group, in a file of their own. A list
 * that nobody may have any more is emptied, and shared with nobody.
 * @param wanted `false`: nobody gets a list
 */
export function shareGroups(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  campaign: Campaign,
  wanted: boolean,
): { readonly lists: readonly SharedList[]; readonly refused: readonly string[] } {
  const files: Record<string, string> = { ...parseFiles(readMemory(book).get(ofThisFile(book, FILES))) };
  const refused: string[] = [];
  const lists: SharedList[] = [];
  const requested = wanted ? requestersOf(reading) : new Map<string, readonly string[]>();
  for (const [group, id] of Object.entries(files)) {
    if (requested.has(group) && membersOf(group, campaign).length > 0) continue;
    writeSharedFile(
      id,
      SHARED_TEXT.groupFileName(group),
      book.file.getSpreadsheetLocale(),
      book.timeZone,
      [groupContent([])],
      [],
      () => undefined,
    );
    delete files[group];
  }
  for (const [group, requesters] of requested) {
    const members = membersOf(group, campaign);
    if (members.length === 0) continue;
    const file = writeSharedFile(
      files[group] ?? null,
      SHARED_TEXT.groupFileName(members[0]?.group ?? group),
      book.file.getSpreadsheetLocale(),
      book.timeZone,
      [groupContent(members)],
      requesters,
      (made) => {
        files[group] = made;
        rememberFiles(book, files);
        book.flush();
      },
    );
    refused.push(...file.refused);
    lists.push({ group: members[0]?.group ?? group, url: file.url });
  }
  rememberFiles(book, files);
  return { lists, refused };
}

function rememberFiles(book: OpenSpreadsheet, files: Readonly<Record<string, string>>): void {
  const memory = readMemory(book);
  const text = JSON.stringify(files);
  if ((memory.get(ofThisFile(book, FILES)) ?? '{}') !== text)
    writeMemory(book, new Map([...memory, [ofThisFile(book, FILES), text]]));
}

const ACCEPTED = ['acceptee', 'planifiee'];

/** Addresses of those whose request for the group counts, by folded label. */
function requestersOf({ grids }: WorkbookReading): ReadonlyMap<string, readonly string[]> {
  const grid = grids.requests;
  const found = new Map<string, string[]>();
  if (grid === null || !hasHeaders(grid, TABS.requests)) return found;
  for (const row of readTable(grid, TABS.requests, new ProblemLog())?.rows ?? []) {
    const group = matchKey(textOf(row.cell('group')));
    const email = textOf(row.cell('email'));
    if (group === '' || !isMailAddress(email)) continue;
    if (!ACCEPTED.includes(matchKey(textOf(row.cell('state'))))) continue;
    const known = found.get(group) ?? [];
    if (!known.includes(email)) known.push(email);
    found.set(group, known);
  }
  return found;
}

function membersOf(group: string, campaign: Campaign): readonly (GroupMember & { readonly group: string })[] {
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const rooms = new Map(campaign.rooms.map((room) => [room.code, room]));
  const seats = new Map(
    campaign.existing
      .filter(({ state }) => state !== 'cancelled')
      .flatMap((session) => session.seats.map(({ candidate }) => [candidate, session] as const)),
  );
  const member = (candidate: Candidate): GroupMember & { readonly group: string } => {
    const session = seats.get(candidate.id);
    const slot = session === undefined ? undefined : slots.get(session.slot);
    const room = session === undefined ? undefined : rooms.get(session.room);
    const { lastName, firstName } = candidate;
    const called = { lastName, firstName, group: candidate.group ?? '' };
    if (session === undefined || slot === undefined || room === undefined)
      return { ...called, session: '', day: null, start: 0, place: '' };
    const { day, start, end } = slot;
    const { site, building, name, code } = room;
    return {
      ...called,
      session: session.number,
      day,
      start,
      place: placeInWords({ session: session.number, day, start, end, site, building, room: name, code }),
    };
  };
  return campaign.candidates
    .filter((candidate) => matchKey(candidate.group ?? '') === group)
    .map(member)
    .sort(
      (a, b) => a.lastName.localeCompare(b.lastName, 'fr') || a.firstName.localeCompare(b.firstName, 'fr'),
    );
}

function parseFiles(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
