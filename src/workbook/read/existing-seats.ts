import { candidateId, type CandidateId } from '../../domain/ids';
import { identifierOf, textOf } from '../cells/text';
import { readWholeNumber, readYesNo } from '../cells/values';
import { Names } from './names';
import type { ProblemLog } from './problem-log';
import { isFixed, isLocked, type KnownNames, type SessionDraft, type SessionsRead } from './session-draft';
import type { Table, TableRow } from './table';

/** Sessions in which `Affectations` ticks someone. */
export function sessionsTicked(table: Table | null): Names<true> {
  const ticked = new Names<true>();
  for (const row of table?.rows ?? []) {
    const number = numberOn(row);
    if (number !== '' && readYesNo(row.cell('locked')) !== false) ticked.add(number, true);
  }
  return ticked;
}

const numberOn = (row: TableRow): string => identifierOf(row.cell('session'), row.shown('session'));

interface Seated {
  readonly draft: SessionDraft;
  readonly locked: boolean;
  readonly row: number;
}

/** Puts people in their sessions. What is wrong with a session is told once for all who sit in it. */
export function readSeats(
  table: Table,
  { drafts, leftOut }: SessionsRead,
  known: Pick<KnownNames, 'candidates' | 'leftOutIds'>,
  log: ProblemLog,
): void {
  const seated = new Map<CandidateId, Seated>();
  const lost = new RowsBySession();
  for (const row of table.rows) {
    const id = identifierOf(row.cell('id'), row.shown('id'));
    const number = numberOn(row);
    const locked = isLocked(row, log);
    if (number === '') {
      if (locked) log.warning('valueMissing', row.spot('session'), '', { header: 'Session', what: 'seat' });
      continue;
    }
    const candidate = known.candidates.get(id);
    if (candidate === undefined) {
      if (!known.leftOutIds.has(id)) log.warning('candidateUnknown', row.spot('id'), id);
      continue;
    }
    const draft = drafts.get(number);
    const cancelled = draft?.session.state === 'cancelled' || leftOut.get(number) === 'cancelled';
    if (draft === undefined || (cancelled && locked)) lost.add(number, row, locked);
    if (draft === undefined) continue;
    const taken = { draft, locked, row: row.row };
    const before = seated.get(candidate.id);
    if (before !== undefined && !replaces(taken, before, row, id, log)) continue;
    const at = before?.draft.seats.findIndex((seat) => seat.candidate === candidate.id) ?? -1;
    if (at !== -1) before?.draft.seats.splice(at, 1);
    seated.set(candidate.id, taken);
    draft.seats.push({ candidate: candidateId(candidate.id), locked });
    draft.seatSpots.set(candidate.id, row.spot('session'));
  }
  for (const [number, rows] of lost.all) tellSeatsLost(number, rows, { drafts, leftOut }, log);
}

/** Tells that a person has two rows; true when the second one counts. */
function replaces(taken: Seated, before: Seated, row: TableRow, id: string, log: ProblemLog): boolean {
  const [session, other] = [taken.draft.session, before.draft.session];
  if (session === other) {
    log.warning('rowRepeated', row.spot('id'), id, { row: before.row });
    return taken.locked && !before.locked;
  }
  const params = { session: session.number, other: other.number, row: before.row, id };
  const fixed = [taken, before].filter((one) => one.locked || isFixed(one.draft)).length;
  if (fixed > 0) {
    log.blocking('lockedTwice', row.spot('session'), session.number, { ...params, fixed });
    return false;
  }
  // Nobody sits in a session that is cancelled.
  const counts = session.state !== 'cancelled' || other.state === 'cancelled';
  const kept = counts ? session.number : other.number;
  log.warning('seatedTwice', row.spot('session'), session.number, { ...params, kept });
  return counts;
}

/** Rows of people whose session gives them no place, by session. */
interface LostRows {
  readonly ticked: TableRow[];
  readonly free: TableRow[];
}

class RowsBySession {
  private readonly rows = new Names<{ readonly number: string } & LostRows>();

  add(number: string, row: TableRow, ticked: boolean): void {
    const found = this.rows.get(number) ?? { number, ticked: [], free: [] };
    this.rows.add(number, found);
    found[ticked ? 'ticked' : 'free'].push(row);
  }

  get all(): readonly (readonly [string, LostRows])[] {
    return [...this.rows.values()].map(({ number, ...rows }) => [number, rows]);
  }
}

function tellSeatsLost(
  number: string,
  { ticked, free }: LostRows,
  { drafts, leftOut }: SessionsRead,
  log: ProblemLog,
): void {
  const why = leftOut.get(number);
  const [firstTicked, firstFree] = [ticked[0], free[0]];
  const people = free.length;
  if (why === 'cancelled' || drafts.has(number)) {
    if (firstTicked !== undefined)
      log.blocking('lockedCancelled', firstTicked.spot('locked'), firstTicked.shown('locked'), {
        session: number,
        people: ticked.length,
      });
    if (firstFree !== undefined)
      log.warning('seatsLeftOut', firstFree.spot('session'), number, { people, why: 'cancelled' });
  } else if (why !== undefined) {
    // When the row of the session blocks, it says all there is to say.
    if (why === 'left out' && firstFree !== undefined)
      log.warning('seatsLeftOut', firstFree.spot('session'), number, { people });
  } else {
    if (firstTicked !== undefined)
      log.blocking('sessionUnknown', firstTicked.spot('session'), number, {
        people: ticked.length,
        what: 'locked',
      });
    if (firstFree !== undefined)
      log.warning('sessionUnknown', firstFree.spot('session'), number, { people, what: 'people' });
  }
}

/** Adds places without names to their sessions; those of a session that is not there are told, once per session. */
export function readAnonymous(table: Table, { drafts, leftOut }: SessionsRead, log: ProblemLog): void {
  const lost = new Names<{ readonly number: string; readonly row: TableRow; places: number }>();
  for (const row of table.rows) {
    const places = readWholeNumber(row.cell('places'));
    if (places === null || places < 0) {
      log.warning('countUnreadable', row.spot('places'), row.shown('places'));
      continue;
    }
    if (places === 0) continue;
    const number = numberOn(row);
    if (number === '') {
      log.warning('valueMissing', row.spot('session'), '', { header: 'Session', what: 'seat' });
      continue;
    }
    const draft = drafts.get(number);
    if (draft !== undefined) draft.anonymous.push({ group: textOf(row.cell('group')), places });
    else if (!leftOut.has(number)) {
      const found = lost.get(number) ?? { number, row, places: 0 };
      found.places += places;
      lost.add(number, found);
    }
  }
  for (const { number, row, places } of lost.values())
    log.warning('sessionUnknown', row.spot('session'), number, { places, what: 'places' });
}
