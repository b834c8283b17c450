import type { Campaign } from '../../domain/campaign';
import type { CandidateId } from '../../domain/ids';
import type { Lever } from '../../domain/lever';
import type { Plan, PlannedSession } from '../../domain/plan';
import { type SeatClass, SeatNetwork } from '../flows/network';
import { type Opening, type Problem, buildProblem } from '../problem/problem';
import { Staffing } from '../staffing';
import { ADDED_ROOM, withLever } from './with-lever';

/** What a lever is worth to some people. */
export interface Gain {
  /** Of them, how many more would have a seat. */
  readonly seats: number;
  readonly exact: boolean;
}

interface Places {
  /** Opening → places. */
  readonly open: ReadonlyMap<number, number>;
  /** The session that the lever makes possible. */
  readonly extra: { readonly opening: Opening; readonly places: number } | null;
}

/**
 * How many more people sit once a lever is there, by a flow of all candidates. Where sessions neither exclude each other nor
 * share invigilators the answer is exact; elsewhere the sessions of the plan stay as they are, and more could sit if
 * others were opened instead.
 */
export class SeatTrial {
  constructor(
    private readonly campaign: Campaign,
    private readonly plan: Plan,
  ) {}

  /** @param people who count, among those without a seat; `null` when the lever changes nothing that they could use */
  gain(lever: Lever, people: ReadonlySet<CandidateId>): Gain | null {
    const problem = buildProblem(withLever(this.campaign, lever));
    const places = this.placesIn(problem, lever);
    if (places === null) return null;
    const exact = !isCoupled(problem);
    const counted = (who: number): boolean => {
      const candidate = problem.candidates[who];
      return candidate !== undefined && people.has(candidate.id);
    };
    const seating = new Seating(problem, places.open, counted);
    const { extra } = places;
    if (extra !== null)
      return { seats: Math.min(people.size, seating.add(extra.opening, extra.places)), exact };
    if (lever.kind !== 'lengthenSlot') return null;
    const before = this.seatedToday();
    return before === null ? null : { seats: Math.min(people.size, seating.seated - before), exact };
  }

  /** Most people that sit without any lever. */
  private seatedToday(): number | null {
    if (this.today === undefined) {
      const problem = buildProblem(this.campaign);
      const places = this.placesIn(problem, null);
      this.today = places === null ? null : new Seating(problem, places.open, () => false).seated;
    }
    return this.today;
  }
  private today: number | null | undefined;

  private placesIn(problem: Problem, lever: Lever | null): Places | null {
    return isCoupled(problem) ? this.asPlanned(problem, lever) : everything(problem, lever);
  }

  /** The sessions of the plan and the one more; `null` when the lever stands in their way. */
  private asPlanned(problem: Problem, lever: Lever | null): Places | null {
    const { settings } = problem.campaign;
    const k = settings.candidatesPerInvigilator;
    const at = new Map<string, PlannedSession>(
      this.plan.sessions.map((session) => [`${session.slot}\u0000${session.room}`, session]),
    );
    const open = new Map<number, number>();
    const staffing =
      problem.staff === null ? null : new Staffing(problem.staff, problem.rooms, problem.slots);
    const person = new Map((problem.staff ?? []).map(({ name }, index) => [name, index]));
    for (const opening of problem.openings) {
      const session = at.get(placeOf(problem, opening));
      if (session === undefined) continue;
      const watchers = session.invigilators.flatMap((name) => person.get(name) ?? []);
      for (const one of watchers) staffing?.impose(one, opening.slot, opening.room);
      const watched = k > 0 && staffing ? watchers.length * k - opening.imposed.length : opening.capacity;
      open.set(opening.index, Math.max(0, Math.min(opening.capacity, watched)));
    }
    if (open.size < this.plan.sessions.length) return null;
    const excluded = (one: Opening): boolean =>
      (problem.conflicts[one.index] ?? []).some((other) => open.has(other));
    for (const index of open.keys()) {
      const opening = problem.openings[index];
      if (opening && excluded(opening)) return null;
    }
    const candidates = problem.openings
      .filter((one) => !open.has(one.index) && !excluded(one) && isMadeBy(problem, one, lever))
      .sort((a, b) => b.capacity - a.capacity || a.index - b.index);
    for (const opening of candidates) {
      if (staffing === null) return { open, extra: { opening, places: opening.capacity } };
      const wanted = k > 0 ? Math.ceil(opening.capacity / k) : 1;
      let given = 0;
      while (given < wanted && staffing.need(opening.slot, opening.room, 1)) given += 1;
      if (given > 0)
        return {
          open,
          extra: { opening, places: k > 0 ? Math.min(opening.capacity, given * k) : opening.capacity },
        };
    }
    return { open, extra: null };
  }
}

function everything(problem: Problem, lever: Lever | null): Places {
  const extra = problem.openings.find((one) => isMadeBy(problem, one, lever)) ?? null;
  const open = problem.openings.filter((one) => one !== extra);
  return {
    open: new Map(open.map(({ index, capacity }) => [index, capacity])),
    extra: extra === null ? null : { opening: extra, places: extra.capacity },
  };
}

const placeOf = ({ slots, rooms }: Problem, { slot, room }: Opening): string =>
  `${slots[slot]?.code}\u0000${rooms[room]?.code}`;

function isMadeBy({ slots, rooms }: Problem, opening: Opening, lever: Lever | null): boolean {
  const room = rooms[opening.room];
  if (lever === null || lever.kind === 'moreSlots') return false;
  if (slots[opening.slot]?.code !== lever.slot || opening.forced) return false;
  switch (lever.kind) {
    case 'openRoom':
      return room?.code === lever.room;
    case 'newRoom':
      return room?.code === ADDED_ROOM;
    case 'invigilator':
      return room?.site === lever.site;
    case 'lengthenSlot':
      return false;
  }
}

const isCoupled = ({ staff, conflicts }: Problem): boolean =>
  staff !== null || conflicts.some((others) => others.length > 0);

/**
 * The flow of all candidates over open sessions; seats without a name displace nobody and do not count. Those who count
 * come last: what they gain is taken from nobody.
 */
class Seating {
  private readonly network: SeatNetwork;
  private readonly last: readonly number[];

  constructor(problem: Problem, open: ReadonlyMap<number, number>, counted: (who: number) => boolean) {
    const { classes, owners } = classesOf(problem);
    const offered = new Int32Array(problem.nodes.length);
    for (const [index, count] of open) {
      const node = problem.openings[index]?.node ?? 0;
      offered[node] = (offered[node] ?? 0) + count;
    }
    this.network = new SeatNetwork(classes, offered);
    const order = classes
      .map((one, index) => ({ index, width: one.allowed.length, last: (owners[index] ?? []).some(counted) }))
      .sort((a, b) => Number(a.last) - Number(b.last) || a.width - b.width || a.index - b.index);
    this.last = order.filter(({ last }) => last).map(({ index }) => index);
    for (const { index } of order) this.network.seat(index);
  }

  get seated(): number {
    return this.network.classes.reduce(
      (sum, { count }, index) => sum + count - (this.network.missing[index] ?? 0),
      0,
    );
  }

  /** Adds places, and gives them to those who count. @returns how many more of them sit */
  add({ node }: Opening, places: number): number {
    this.network.resize(node, (this.network.places[node] ?? 0) + places);
    return this.last.reduce((sum, index) => sum + this.network.seat(index), 0);
  }
}

function classesOf(problem: Problem): { readonly classes: SeatClass[]; readonly owners: number[][] } {
  const byAllowed = new Map<readonly number[], number[]>();
  for (const { who, anonymous, allowed } of problem.demands) {
    if (anonymous) continue;
    const owners = byAllowed.get(allowed) ?? [];
    byAllowed.set(allowed, owners);
    owners.push(who);
  }
  return {
    classes: [...byAllowed].map(([allowed, { length }]) => ({ allowed, count: length, anonymous: false })),
    owners: [...byAllowed.values()],
  };
}
