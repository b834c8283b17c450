import type { CalendarDay, Minutes } from './calendar';
import type { Cell } from './grid';
import type { SessionState } from './session';

/**
 * A planning as the tabs say it, apart from the data that it was made from: what the history keeps, compares and
 * restores. Texts are those of the tabs; nothing in it has to exist in the workbook of today.
 */
export interface PlanningRecord {
  /** In the order of the tab. */
  readonly sessions: readonly RecordedSession[];
  /** What staff wrote beside a candidate in columns of their own, by header. */
  readonly beside: Readonly<Record<string, StaffCells>>;
}

/** Cells that hold something, by the header of their column. */
export type StaffCells = Readonly<Record<string, Cell>>;

export interface RecordedSession {
  readonly number: string;
  readonly state: SessionState;
  /** Tick of `Planning`. */
  readonly locked: boolean;
  readonly slot: RecordedSlot;
  readonly room: RecordedRoom;
  readonly seats: readonly RecordedSeat[];
  readonly anonymous: readonly { readonly group: string; readonly places: number }[];
  /** The column `Surveillants`, as it is written. */
  readonly invigilators: string;
  /** `N° session Pix`, `Remarques` and the columns of the staff's. */
  readonly beside: StaffCells;
}

export interface RecordedSlot {
  readonly code: string;
  /** `null` when the tab does not say it. */
  readonly day: CalendarDay | null;
  readonly start: Minutes;
  readonly end: Minutes;
}

export interface RecordedRoom {
  readonly code: string;
  readonly name: string;
  readonly site: string;
  readonly places: number;
}

export interface RecordedSeat {
  readonly candidate: string;
  /** Tick of `Affectations`. */
  readonly locked: boolean;
}

/** Seats taken, with and without a name. */
export const peopleOf = ({ seats, anonymous }: Pick<RecordedSession, 'seats' | 'anonymous'>): number =>
  anonymous.reduce((sum, { places }) => sum + places, seats.length);

/** Sessions that take place. */
export const openSessions = ({ sessions }: PlanningRecord): readonly RecordedSession[] =>
  sessions.filter(({ state }) => state !== 'cancelled');
