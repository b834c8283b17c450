import type { CandidateId, RoomCode } from '../../domain/ids';
import { isPinned, type ExistingSeat, type ExistingSession } from '../../domain/session';
import type { Slot } from '../../domain/slot';
import { readYesNo } from '../cells/values';
import type { Names } from './names';
import type { ProblemLog, Spot } from './problem-log';
import type { TableRow } from './table';
import type { UnusableCodes } from './unusable';

/** A session of `Planning` while those who sit in it are read. */
export interface SessionDraft {
  readonly session: Omit<ExistingSession, 'seats' | 'anonymous'>;
  readonly row: TableRow;
  readonly seats: ExistingSeat[];
  readonly seatSpots: Map<CandidateId, Spot>;
  readonly anonymous: { group: string; places: number }[];
}

/** What became of a row of `Planning` that gives no session: told as blocking, mere warning, or cancelled. */
export type RowLeftOut = 'blocking' | 'left out' | 'cancelled';

export interface SessionsRead {
  readonly drafts: Names<SessionDraft>;
  /** By number of session. */
  readonly leftOut: Names<RowLeftOut>;
}

/** What the other tabs say that a planning may name. */
export interface KnownNames {
  readonly slots: Names<Slot>;
  readonly rooms: Names<RoomCode>;
  readonly unusable: UnusableCodes;
  readonly candidates: Names<{ id: CandidateId }>;
  readonly leftOutIds: ReadonlySet<string>;
}

/** Whether a session keeps all its occupants. */
export const isFixed = ({ session }: Pick<SessionDraft, 'session'>): boolean =>
  isPinned({ ...session, seats: [], anonymous: [] });

/** The tick of a row; what says neither yes nor no was meant to keep something: it locks, and is told. */
export function isLocked(row: TableRow, log: ProblemLog): boolean {
  const ticked = readYesNo(row.cell('locked'));
  if (ticked === null) log.warning('lockUnreadable', row.spot('locked'), row.shown('locked'));
  return ticked !== false;
}
