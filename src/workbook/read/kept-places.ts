import type { Candidate } from '../../domain/candidate';
import type { CandidateId, SlotCode } from '../../domain/ids';
import { type ExistingSession, isPinned } from '../../domain/session';
import { matchKey } from '../text-match';
import type { ReadSession } from './existing';
import type { ProblemLog } from './problem-log';
import type { RequestReading } from './requests';

/** A place that its occupant keeps, whatever is calculated: convoked, or locked by staff. */
export interface KeptPlace {
  readonly session: string;
  readonly slot: SlotCode;
}

/** The places that are kept in sessions to come, by candidate. */
export function keptPlaces(sessions: readonly ExistingSession[]): ReadonlyMap<CandidateId, KeptPlace> {
  const kept = new Map<CandidateId, KeptPlace>();
  for (const session of sessions) {
    if (session.state === 'cancelled' || session.closed) continue;
    const whole = isPinned(session);
    for (const { candidate, locked } of session.seats)
      if (whole || locked) kept.set(candidate, { session: session.number, slot: session.slot });
  }
  return kept;
}

/**
 * An answer to a form changes nothing of a place that is kept: staff are told, and decide. Without that, one late answer
 * would contradict a lock, and stop every calculation and every message.
 * @param byForm those whose row in `Disponibilités` is what they answered, by the key of their number
 * @param movedFor slots that the request of each group ticked before they moved
 */
export function withKeptPlaces(
  candidates: readonly Candidate[],
  existing: readonly ReadSession[],
  byForm: ReadonlySet<string>,
  movedFor: RequestReading['movedFor'],
  log: ProblemLog,
): readonly Candidate[] {
  if (byForm.size === 0 && movedFor.size === 0) return candidates;
  const kept = keptPlaces(existing.map(({ session }) => session));
  const spots = new Map(existing.flatMap(({ seatSpots }) => [...seatSpots]));
  return candidates.map((candidate) => {
    const place = kept.get(candidate.id);
    const { availability, group } = candidate;
    if (place === undefined || availability.possible.includes(place.slot)) return candidate;
    // A request that ticked nothing else leaves its group without any slot.
    const byRequest =
      (availability.source === 'request' || availability.source === 'none') &&
      group !== null &&
      movedFor.get(group)?.includes(place.slot) === true;
    if (!byRequest && !(availability.source === 'own' && byForm.has(matchKey(candidate.id))))
      return candidate;
    const spot = spots.get(candidate.id);
    if (spot !== undefined)
      log.warning('keptDespiteAnswer', spot, place.session, {
        id: candidate.id,
        slot: place.slot,
        ...(byRequest ? { what: 'request' } : {}),
      });
    const possible = [...availability.possible, place.slot];
    return { ...candidate, availability: { ...availability, possible } };
  });
}
