import type { Cell } from './grid';
import type { PlanningRecord, RecordedSession } from './planning-record';

/** What differs from one planning to another, in the order of the tabs. */
export interface PlanningDifferences {
  /** Who sits elsewhere; `null`: no seat on that side. */
  readonly moved: readonly MovedPerson[];
  readonly appeared: readonly RecordedSession[];
  readonly gone: readonly RecordedSession[];
  readonly changed: readonly ChangedSession[];
  /** Assignments whose tick changed, the seat being the same. */
  readonly seatLocks: number;
  /** Cells of the staff's that changed, beside sessions and candidates. */
  readonly staffCells: number;
}

export interface MovedPerson {
  readonly candidate: string;
  readonly from: RecordedSession | null;
  readonly to: RecordedSession | null;
}

/** What of a session changed, its people apart. */
export type SessionAspect = 'place' | 'state' | 'lock' | 'invigilators' | 'anonymous';

export interface ChangedSession {
  readonly before: RecordedSession;
  readonly after: RecordedSession;
  readonly aspects: readonly SessionAspect[];
}

/**
 * Sessions are paired by number, then by date, time and room: one that was renumbered at its place is the same. People
 * move when their session on one side is not the one paired with their session on the other.
 */
export function comparePlannings(before: PlanningRecord, after: PlanningRecord): PlanningDifferences {
  const pairs = pairSessions(before.sessions, after.sessions);
  const seatedBefore = seatsOf(before);
  const seatedAfter = seatsOf(after);
  const moved: MovedPerson[] = [];
  let seatLocks = 0;
  for (const candidate of new Set([...seatedBefore.keys(), ...seatedAfter.keys()])) {
    const from = seatedBefore.get(candidate);
    const to = seatedAfter.get(candidate);
    if (from === undefined || to === undefined || pairs.get(from.session) !== to.session)
      moved.push({ candidate, from: from?.session ?? null, to: to?.session ?? null });
    else if (from.locked !== to.locked) seatLocks += 1;
  }
  const kept = new Set(pairs.values());
  return {
    moved,
    appeared: after.sessions.filter((session) => !kept.has(session)),
    gone: before.sessions.filter((session) => !pairs.has(session)),
    changed: [...pairs].flatMap(([one, other]): ChangedSession[] => {
      const aspects = aspectsOf(one, other);
      return aspects.length === 0 ? [] : [{ before: one, after: other, aspects }];
    }),
    seatLocks,
    staffCells: staffCellsChanged(before, after, pairs),
  };
}

/** Whether nothing differs, what staff wrote beside apart. */
export const isSamePlanning = ({
  moved,
  appeared,
  gone,
  changed,
  seatLocks,
}: Omit<PlanningDifferences, 'staffCells'>): boolean =>
  moved.length + appeared.length + gone.length + changed.length + seatLocks === 0;

/** Whether nothing at all differs. */
export const isSame = (differences: PlanningDifferences): boolean =>
  isSamePlanning(differences) && differences.staffCells === 0;

/**
 * Whether `after` lacks something that staff wrote beside a session or a candidate of `before`, and that `known` does
 * not have either.
 */
export function losesStaffCells(
  before: PlanningRecord,
  after: PlanningRecord,
  known: PlanningRecord | null,
): boolean {
  const numbers = new Set(after.sessions.map(({ number }) => number));
  const people = seatsOf(after);
  const knownBeside = new Map(known?.sessions.map(({ number, beside }) => [number, beside]));
  return (
    before.sessions.some(
      ({ number, beside }) => !numbers.has(number) && cellsChanged(knownBeside.get(number) ?? {}, beside) > 0,
    ) ||
    Object.entries(before.beside).some(
      ([who, cells]) => !people.has(who) && cellsChanged(known?.beside[who] ?? {}, cells) > 0,
    )
  );
}

function pairSessions(
  before: readonly RecordedSession[],
  after: readonly RecordedSession[],
): ReadonlyMap<RecordedSession, RecordedSession> {
  const pairs = new Map<RecordedSession, RecordedSession>();
  const taken = new Set<RecordedSession>();
  const pairBy = (keyOf: (session: RecordedSession) => string): void => {
    const byKey = new Map<string, RecordedSession>();
    for (const session of after) if (!taken.has(session)) byKey.set(keyOf(session), session);
    for (const session of before) {
      const other = byKey.get(keyOf(session));
      if (pairs.has(session) || other === undefined || taken.has(other)) continue;
      pairs.set(session, other);
      taken.add(other);
    }
  };
  pairBy(({ number }) => number.toUpperCase());
  pairBy(placeOf);
  return pairs;
}

const placeOf = ({ slot, room }: RecordedSession): string =>
  `${slot.day ?? slot.code} ${slot.start} ${room.code.toUpperCase()}`;

function seatsOf({
  sessions,
}: PlanningRecord): ReadonlyMap<string, { readonly session: RecordedSession; readonly locked: boolean }> {
  return new Map(
    sessions.flatMap((session) =>
      session.seats.map(({ candidate, locked }) => [candidate, { session, locked }] as const),
    ),
  );
}

function aspectsOf(before: RecordedSession, after: RecordedSession): readonly SessionAspect[] {
  const differs: Readonly<Record<SessionAspect, boolean>> = {
    place:
      placeOf(before) !== placeOf(after) ||
      before.slot.code !== after.slot.code ||
      before.slot.end !== after.slot.end,
    state: before.state !== after.state,
    lock: before.locked !== after.locked,
    invigilators: before.invigilators !== after.invigilators,
    anonymous: anonymousText(before) !== anonymousText(after),
  };
  return (['place', 'state', 'lock', 'invigilators', 'anonymous'] as const).filter((one) => differs[one]);
}

const anonymousText = ({ anonymous }: RecordedSession): string =>
  anonymous
    .map(({ group, places }) => `${group} ${places}`)
    .sort()
    .join('\n');

function staffCellsChanged(
  before: PlanningRecord,
  after: PlanningRecord,
  pairs: ReadonlyMap<RecordedSession, RecordedSession>,
): number {
  let changed = 0;
  for (const [one, other] of pairs) changed += cellsChanged(one.beside, other.beside);
  for (const who of new Set([...Object.keys(before.beside), ...Object.keys(after.beside)]))
    changed += cellsChanged(before.beside[who] ?? {}, after.beside[who] ?? {});
  return changed;
}

function cellsChanged(before: Readonly<Record<string, Cell>>, after: Readonly<Record<string, Cell>>): number {
  const headers = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...headers].filter((header) => cellText(before[header]) !== cellText(after[header])).length;
}

const cellText = (cell: Cell | undefined): string => JSON.stringify(cell ?? '');
