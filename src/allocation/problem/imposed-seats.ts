import type { Candidate } from '../../domain/candidate';
import type { Room } from '../../domain/room';
import { type ExistingSession, isPinned } from '../../domain/session';
import { minutesNeeded } from '../../domain/settings';
import { type Slot, overlaps } from '../../domain/slot';
import { type Draft, type Sorted, byText } from './drafts';
import { Staffing } from '../staffing';

/** A draft of a session that exists, with what it is made of. */
interface Standing {
  readonly draft: Draft;
  readonly session: ExistingSession;
  readonly room: Room;
  readonly slot: Slot;
}

/**
 * Puts in the drafts whom locks impose, and in `complete` whoever can keep the seat that they have; a draft where somebody
 * keeps a seat becomes forced. Returns the candidates concerned.
 */
export function imposeSeats(sorted: Sorted, drafts: readonly Draft[]): Set<number> {
  const standing = drafts
    .flatMap((draft): Standing[] => {
      const { existing: session } = draft;
      const room = sorted.rooms[draft.room];
      const slot = sorted.slots[draft.slot];
      return session && room && slot ? [{ draft, session, room, slot }] : [];
    })
    .sort((a, b) => byText(a.session.number, b.session.number));
  const indexOf = new Map<string, number>(sorted.candidates.map(({ id }, index) => [id, index]));
  const done = imposeLocked(standing, indexOf);
  if (sorted.campaign.settings.recalculation === 'complete')
    keepSeats(sorted, drafts, standing, indexOf, done);
  return done;
}

function imposeLocked(standing: readonly Standing[], indexOf: ReadonlyMap<string, number>): Set<number> {
  const done = new Set<number>();
  for (const { draft, session } of standing)
    for (const seat of session.seats) {
      const who = indexOf.get(seat.candidate);
      if (who === undefined || done.has(who) || !(isPinned(session) || seat.locked)) continue;
      done.add(who);
      draft.imposed.push(who);
    }
  return done;
}

/** Session by session in order of number: those who may still sit there stay, as far as places and invigilators go. */
function keepSeats(
  sorted: Sorted,
  drafts: readonly Draft[],
  standing: readonly Standing[],
  indexOf: ReadonlyMap<string, number>,
  done: Set<number>,
): void {
  const { settings } = sorted.campaign;
  const forced = drafts.filter((draft) => draft.forced);
  const watch = new KeptWatch(sorted, forced);
  for (const one of standing) {
    const { draft, session, room, slot } = one;
    if (isPinned(session) || !isStillPossible(sorted, one, forced)) continue;
    const places = Math.max(0, room.places - settings.keptFree) - draft.imposed.length;
    const staying = session.seats
      .flatMap((seat) => indexOf.get(seat.candidate) ?? [])
      .filter((who) => {
        const candidate = sorted.candidates[who];
        return candidate !== undefined && !done.has(who) && maySit(sorted, candidate, slot, room);
      })
      .slice(0, Math.max(0, places));
    const kept = staying.slice(0, watch.watched(draft, staying.length));
    for (const who of kept) {
      done.add(who);
      draft.imposed.push(who);
    }
    if (kept.length > 0 && !draft.forced) {
      draft.forced = true;
      forced.push(draft);
    }
  }
}

/** Whether the session may go on: its room is free and of the site, and no session that stands is in its way. */
function isStillPossible(
  { campaign, slots }: Sorted,
  { draft, room, slot }: Standing,
  forced: readonly Draft[],
): boolean {
  if (slot.site !== null && slot.site !== room.site) return false;
  if (room.freeAt !== 'every' && !room.freeAt.includes(slot.code)) return false;
  if (draft.forced) return true;
  return !forced.some((other) => {
    const at = slots[other.slot];
    return other.room === draft.room && at !== undefined && overlaps(slot, at, campaign.settings.gapMinutes);
  });
}

function maySit({ campaign }: Sorted, candidate: Candidate, slot: Slot, room: Room): boolean {
  return (
    candidate.sites.includes(room.site) &&
    candidate.availability.possible.includes(slot.code) &&
    slot.end - slot.start >= minutesNeeded(campaign.settings, candidate.extraTime) &&
    (!campaign.settings.certifiableOnly || candidate.certifiable === true)
  );
}

/** Invigilators of the sessions that stand, as more people keep their seats. */
class KeptWatch {
  private readonly staffing: Staffing | null;
  /** Candidates per invigilator; 0: one per session. */
  private readonly each: number;

  constructor({ campaign, staff, rooms, slots }: Sorted, forced: readonly Draft[]) {
    this.each = campaign.settings.candidatesPerInvigilator;
    this.staffing = staff === null ? null : new Staffing(staff, rooms, slots);
    for (const draft of forced)
      this.staffing?.need(draft.slot, draft.room, this.wanted(draft.imposed.length));
  }

  /** How many of these people can be watched there, beside those imposed already. */
  watched(draft: Draft, people: number): number {
    if (!this.staffing || people === 0) return people;
    const imposed = draft.imposed.length;
    let given = draft.forced ? this.wanted(imposed) : 0;
    const wanted = this.wanted(imposed + people);
    while (given < wanted && this.staffing.need(draft.slot, draft.room, 1)) given += 1;
    if (this.each > 0) return Math.min(people, Math.max(0, given * this.each - imposed));
    return given === 0 ? 0 : people;
  }

  private wanted(people: number): number {
    return this.each > 0 ? Math.ceil(people / this.each) : 1;
  }
}
