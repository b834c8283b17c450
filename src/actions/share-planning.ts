import { SHARING_WINDOW, type SharingChoice } from '../dialogs/sharing/exchange';
import { nowSerial } from '../google/clock';
import { ofThisFile, readMemory, writeMemory } from '../google/memory';
import { showWindow } from '../google/page-window';
import { writeSharedFile } from '../google/shared-file';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { isMailAddress, oneLine, readAddresses } from '../messages/plain-words';
import {
  changesContent,
  type ChangeLine,
  parsePublished,
  sharedChanges,
  sharedContent,
} from '../messages/shared-planning';
import { SHARED_TEXT } from '../text/sharing';
import { textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { act, aloneInWords } from './act';
import { type Answer, blocked, done, type WindowOpened } from './answer';
import { shareGroups } from './share-groups';
import type { WorkbookReading } from './read-workbook';
import { plannedSessions, type PlannedSessions } from './planned-sessions';
import { setSessionStates } from './session-states';

/** Names under which the workbook remembers. */
const FILE = 'feuille partagée';
const PUBLISHED = 'planning publié';
const CHANGES = 'changements publiés';
const VIEWERS = 'lecteurs du planning';
const GROUPS = 'listes de groupe';
/** Lines of changes kept. */
const KEPT_CHANGES = 300;
const WINDOW = { width: 560, height: 480 } as const;

/** *Partager avec les enseignants*: asks who may read the planning. Publishes nothing. */
export function proposeSharing(): Answer | WindowOpened {
  const shown: { readonly viewers: readonly string[]; readonly groupLists: boolean }[] = [];
  const answer = aloneInWords((book) => {
    const reading = plannedSessions(book);
    if ('status' in reading) return reading;
    shown.push(remembered(book, reading.reading));
    return done([SHARED_TEXT.intro]);
  });
  const [data] = shown;
  if (answer.status !== 'done' || data === undefined) return act(SHARED_TEXT.title, () => answer);
  showWindow(SHARING_WINDOW, { title: SHARED_TEXT.title, data, ...WINDOW });
  return { defaultCall: 'publishPlanning' };
}

/**
 * Writes the sessions in the shared spreadsheet, says there what changed, shares it read-only with exactly the addresses
 * given, and marks the sessions as published.
 * @param choice `undefined`: as the window proposes it
 */
export function publishPlanning(choice: SharingChoice | undefined): Answer {
  return aloneInWords((book) => {
    const found = plannedSessions(book);
    if ('status' in found) return found;
    const { reading } = found;
    const proposed = remembered(book, reading);
    const { good, bad } =
      choice === undefined ? { good: proposed.viewers, bad: [] } : readAddresses(choice.viewers);
    if (bad.length > 0) return blocked(SHARED_TEXT.badAddresses(bad));
    const groupLists = choice?.groupLists ?? proposed.groupLists;
    return publish(book, found, good, groupLists);
  });
}

function publish(
  book: OpenSpreadsheet,
  { reading, campaign, sessions }: PlannedSessions,
  viewers: readonly string[],
  groupLists: boolean,
): Answer {
  const memory = readMemory(book);
  const before = parsePublished(memory.get(ofThisFile(book, PUBLISHED)));
  const changes = sharedChanges(before, sessions);
  const at = nowSerial(book.timeZone);
  const news: readonly ChangeLine[] =
    before === null
      ? [{ at, session: '', sentence: SHARED_TEXT.firstPublication }]
      : changes.length === 0
        ? [{ at, session: '', sentence: SHARED_TEXT.nothingChanged }]
        : changes.map((change) => ({ at, ...change }));
  const lines = [...news, ...parseChanges(memory.get(ofThisFile(book, CHANGES)))].slice(0, KEPT_CHANGES);
  const id = memory.get(ofThisFile(book, FILE)) ?? null;
  const file = writeSharedFile(
    id,
    SHARED_TEXT.fileName(book.file.getName()),
    book.file.getSpreadsheetLocale(),
    book.timeZone,
    [sharedContent(sessions), changesContent(lines)],
    viewers,
    (made) => {
      writeMemory(book, new Map([...readMemory(book), [ofThisFile(book, FILE), made]]));
      book.flush();
    },
  );
  writeMemory(
    book,
    new Map([
      ...readMemory(book),
      [ofThisFile(book, FILE), file.id],
      [ofThisFile(book, PUBLISHED), JSON.stringify(sessions)],
      [ofThisFile(book, CHANGES), JSON.stringify(lines)],
      [ofThisFile(book, VIEWERS), viewers.join(' ')],
      [GROUPS, groupLists ? 'oui' : 'non'],
    ]),
  );
  const numbers = new Set(sessions.map(({ session }) => session));
  setSessionStates(book, reading, numbers, ['draft'], 'published');
  const groups = shareGroups(book, reading, campaign, groupLists);
  const refused = [...file.refused, ...groups.refused];
  return done([
    SHARED_TEXT.published(sessions.length),
    SHARED_TEXT.viewers(viewers.length - file.refused.length),
    ...(changes.length > 0 ? [SHARED_TEXT.changes(changes.length)] : []),
    ...(before !== null && changes.length === 0 ? [SHARED_TEXT.nothingChanged] : []),
    ...(groups.lists.length > 0 ? [SHARED_TEXT.groups(groups.lists.length)] : []),
    ...(id !== null && file.made ? [SHARED_TEXT.lost] : []),
    ...(refused.length > 0 ? [SHARED_TEXT.refusedAddresses([...new Set(refused)])] : []),
    SHARED_TEXT.address(file.url),
    ...groups.lists.map(({ group, url }) => SHARED_TEXT.groupAddress(oneLine(group, 80), url)),
  ]);
}

/** Who was chosen last time; the first time, who asked for a session and was accepted. */
function remembered(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
): { readonly viewers: readonly string[]; readonly groupLists: boolean } {
  const memory = readMemory(book);
  const typed = memory.get(ofThisFile(book, VIEWERS));
  const groupLists = memory.get(GROUPS) === 'oui';
  if (typed !== undefined) return { viewers: readAddresses(typed).good, groupLists };
  return { viewers: requesterAddresses(reading), groupLists };
}

function requesterAddresses({ grids }: WorkbookReading): readonly string[] {
  const grid = grids.requests;
  if (grid === null || !hasHeaders(grid, TABS.requests)) return [];
  const accepted = ['acceptee', 'planifiee'];
  const rows = readTable(grid, TABS.requests, new ProblemLog())?.rows ?? [];
  const addresses = rows
    .filter((row) => accepted.includes(matchKey(textOf(row.cell('state')))))
    .map((row) => textOf(row.cell('email')).toLowerCase())
    .filter(isMailAddress);
  return [...new Set(addresses)];
}

function parseChanges(text: string | undefined): readonly ChangeLine[] {
  if (text === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isChange) : [];
  } catch {
    return [];
  }
}

function isChange(value: unknown): value is ChangeLine {
  return (
    typeof value === 'object' &&
    value !== null &&
    'at' in value &&
    typeof value.at === 'number' &&
    'session' in value &&
    typeof value.session === 'string' &&
    'sentence' in value &&
    typeof value.sentence === 'string'
  );
}
