import type { Candidate } from '../../domain/candidate';
import type { SlotCode } from '../../domain/ids';
import type { UnseatedReason } from '../../domain/plan';
import type { Room } from '../../domain/room';
import { minutesNeeded } from '../../domain/settings';
import { type Slot, overlaps } from '../../domain/slot';
import type { Opening, Problem } from '../problem/problem';

/** What keeps a slot and a room that are long and large enough from taking one more person; the last one is the nearest to a seat. */
const OBSTACLES = [
  'slotsBegun',
  'otherSites',
  'noRoomFree',
  'allKeptFree',
  'cancelled',
  'occupied',
  'noInvigilator',
] as const;
type Obstacle = (typeof OBSTACLES)[number];

/** Why candidates cannot sit anywhere, whatever the others do. */
export class LoneReasons {
  private readonly openings: ReadonlyMap<string, Opening>;
  /** Sessions that have to stand, by room. */
  private readonly forced: ReadonlyMap<number, readonly Opening[]>;
  private readonly cancelled: ReadonlySet<string>;
  private readonly watched: ReadonlySet<string> | null;

  constructor(private readonly problem: Problem) {
    const { campaign, openings, staff } = problem;
    this.openings = new Map(openings.map((one) => [pair(one.slot, one.room), one]));
    const forced = new Map<number, Opening[]>();
    for (const one of openings) if (one.forced) forced.set(one.room, [...(forced.get(one.room) ?? []), one]);
    this.forced = forced;
    this.cancelled = new Set(
      campaign.existing.filter(({ state }) => state === 'cancelled').map((one) => pair(one.slot, one.room)),
    );
    this.watched =
      staff === null
        ? null
        : new Set(
            staff.flatMap((one) => one.sites.flatMap((site) => one.possible.map((slot) => pair(slot, site)))),
          );
  }

  /** `null` when there is somewhere to sit, were it not for the others. */
  of(candidate: Candidate): UnseatedReason | null {
    const { campaign, rooms, slots } = this.problem;
    const { settings } = campaign;
    const { possible } = candidate.availability;
    if (settings.certifiableOnly && candidate.certifiable !== true)
      return { kind: 'notCertifiable', known: candidate.certifiable !== null };
    if (possible.length === 0) return { kind: 'noAvailability' };
    const sites = new Set<string>(candidate.sites);
    const own = rooms.flatMap((room, index) => (sites.has(room.site) ? [{ room, index }] : []));
    if (own.length === 0) return { kind: 'noRoomAtSite', sites: candidate.sites };
    const codes = new Set<string>(possible);
    const offered = slots.flatMap((slot, index) => (codes.has(slot.code) ? [{ slot, index }] : []));
    const needed = minutesNeeded(settings, candidate.extraTime);
    const fitting = offered.filter(({ slot }) => slot.end - slot.start >= needed);
    if (offered.length > 0 && fitting.length === 0) {
      const longest = Math.max(...offered.map(({ slot }) => slot.end - slot.start));
      return { kind: 'slotsTooShort', needed, longest, extraTime: candidate.extraTime };
    }
    let worst: { readonly obstacle: number; readonly slots: Set<SlotCode> } = {
      obstacle: 0,
      slots: new Set(fitting.map(({ slot }) => slot.code)),
    };
    for (const at of fitting)
      for (const here of own) {
        const met = this.obstacleAt(at.slot, at.index, here.room, here.index);
        if (met === null) return null;
        const obstacle = OBSTACLES.indexOf(met);
        if (obstacle > worst.obstacle) worst = { obstacle, slots: new Set([at.slot.code]) };
        else if (obstacle === worst.obstacle) worst.slots.add(at.slot.code);
      }
    const kind = OBSTACLES[worst.obstacle] ?? 'noRoomFree';
    const met = [...worst.slots];
    return kind === 'allKeptFree' ? { kind, slots: met, kept: settings.keptFree } : { kind, slots: met };
  }

  private obstacleAt(slot: Slot, slotIndex: number, room: Room, roomIndex: number): Obstacle | null {
    const opening = this.openings.get(pair(slotIndex, roomIndex));
    if (opening !== undefined) return opening.capacity > 0 ? null : 'occupied';
    const { settings } = this.problem.campaign;
    if (slot.closed) return 'slotsBegun';
    if (slot.site !== null && slot.site !== room.site) return 'otherSites';
    if (room.freeAt !== 'every' && !room.freeAt.includes(slot.code)) return 'noRoomFree';
    if (room.places <= settings.keptFree) return 'allKeptFree';
    if (this.cancelled.has(pair(slot.code, room.code))) return 'cancelled';
    const isTaken = (this.forced.get(roomIndex) ?? []).some((other) => {
      const at = this.problem.slots[other.slot];
      return at !== undefined && overlaps(slot, at, settings.gapMinutes);
    });
    if (isTaken) return 'occupied';
    return this.watched?.has(pair(slot.code, room.site)) === false ? 'noInvigilator' : 'noRoomFree';
  }
}

const pair = (a: number | string, b: number | string): string => `${a}\u0000${b}`;
