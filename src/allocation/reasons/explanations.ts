import type { SiteName, SlotCode } from '../../domain/ids';
import type { Unseated, UnseatedReason } from '../../domain/plan';
import type { Component } from '../problem/components';
import { type Choice, openingsOf, placesOf } from '../openings/construction';
import { LoneReasons } from './lone-reasons';
import { SeatNetwork } from '../flows/network';
import type { Problem } from '../problem/problem';
import type { Solved } from '../seats/solved';

/** People of a part as a plan seats them. */
export type SeatedPart = Pick<Solved, 'component' | 'choice' | 'seating'>;

/**
 * Those without a seat, in the order of the campaign: the reason of their own where there is one, else that of the crowd.
 * @param seated positions among the candidates of the problem, like the keys of `together`
 */
export function withoutSeat(
  problem: Problem,
  seated: ReadonlySet<number>,
  together: ReadonlyMap<number, UnseatedReason>,
): Unseated[] {
  const alone = new LoneReasons(problem);
  const position = new Map(problem.campaign.candidates.map(({ id }, index) => [id, index]));
  return problem.candidates
    .flatMap((candidate, who): Unseated[] => {
      if (seated.has(who)) return [];
      const reason = alone.of(candidate) ??
        together.get(who) ?? { kind: 'noRoomFree', slots: candidate.availability.possible };
      return [{ candidate: candidate.id, reason }];
    })
    .sort((a, b) => (position.get(a.candidate) ?? 0) - (position.get(b.candidate) ?? 0));
}

/** For each class (position in the component) that has people left out, why. */
export function reasonsTogether(solved: SeatedPart, short: readonly number[]): Map<number, UnseatedReason> {
  const { component, choice } = solved;
  const reasons = new Map<number, UnseatedReason>();
  const everything = new Map(openingsOf(component).map((opening) => [opening.index, opening.capacity]));
  const [indexOf, possible] = seatedIn(solved, everything);
  const [, chosen] = seatedIn(solved, choice.open);
  for (const index of short) {
    const at = indexOf.get(index);
    if (at === undefined) continue;
    const within = possible.closure([at]);
    const crowd = certificate(component, possible, within);
    const rule = ruleOf(component, choice, within.nodes);
    if (crowd.places < crowd.candidates) reasons.set(index, { kind: 'crowd', ...crowd });
    else if (rule === null) reasons.set(index, sessionsFull(component, choice, index));
    else
      reasons.set(index, {
        kind: 'coupling',
        rule,
        ...certificate(component, chosen, chosen.closure([at])),
      });
  }
  return reasons;
}

/**
 * People with a name as the plan seats them, with the places of these openings, and the position of each class of the
 * component among those with a name. Whoever is left out by the plan is left out there: what can be reached from them is
 * what keeps them out.
 */
function seatedIn(
  { component, seating }: SeatedPart,
  open: ReadonlyMap<number, number>,
): [ReadonlyMap<number, number>, SeatNetwork] {
  const { problem, classes } = component;
  const named = classes.flatMap((one, index) => (one.anonymous ? [] : [index]));
  const indexOf = new Map(named.map((index, at) => [index, at]));
  const network = new SeatNetwork(
    named.flatMap((index) => classes[index] ?? []),
    placesOf(component, open),
  );
  const classOf = new Map<number, number>();
  named.forEach((index, at) => {
    for (const member of classes[index]?.members ?? []) classOf.set(problem.demands[member]?.who ?? -1, at);
  });
  for (const [opening, people] of seating.seats) {
    const node = component.positions.get(problem.openings[opening]?.node ?? -1);
    for (const who of people) {
      const at = classOf.get(who);
      if (at !== undefined && node !== undefined) network.seatAt(at, node);
    }
  }
  return [indexOf, network];
}

/** The sessions that are open where these people may sit, all full for them: no other was added. */
export function sessionsFull(
  { problem, nodes, classes, openings }: Component,
  choice: Choice,
  index: number,
): UnseatedReason {
  const allowed = new Set((classes[index]?.allowed ?? []).map((node) => nodes[node]));
  const slotsOf = (list: Iterable<number>): SlotCode[] => {
    const found = new Set<number>();
    for (const one of list) {
      const opening = problem.openings[one];
      if (opening && allowed.has(opening.node)) found.add(opening.slot);
    }
    return [...found].sort((a, b) => a - b).flatMap((slot) => problem.slots[slot]?.code ?? []);
  };
  return {
    kind: 'sessionsFull',
    open: slotsOf(choice.open.keys()),
    closed: slotsOf(openings.filter((one) => !choice.open.has(one))),
  };
}

/** These classes can sit at these nodes alone. */
function certificate(
  { problem, nodes }: Component,
  network: SeatNetwork,
  closure: { readonly classes: readonly number[]; readonly nodes: readonly number[] },
): { slots: SlotCode[]; sites: SiteName[]; candidates: number; places: number } {
  const here = closure.nodes.flatMap((at) => problem.nodes[nodes[at] ?? -1] ?? []);
  const slots = [...new Set(here.map((node) => node.slot))]
    .sort((a, b) => a - b)
    .flatMap((slot) => problem.slots[slot]?.code ?? []);
  const names = new Set(here.map((node) => node.site));
  const sites = [...new Set(problem.rooms.map((room) => room.site))].filter((site) => names.has(site)).sort();
  return {
    slots,
    sites,
    candidates: closure.classes.reduce((sum, index) => sum + (network.classes[index]?.count ?? 0), 0),
    places: closure.nodes.reduce((sum, at) => sum + (network.places[at] ?? 0), 0),
  };
}

/**
 * Which rule keeps sessions closed at these nodes (positions in the component): nobody can watch one that would overlap
 * no other, or each would overlap another in its room. `null`: none does, the plan just has no more.
 */
function ruleOf(
  component: Component,
  choice: Choice,
  within: readonly number[],
): 'overlap' | 'invigilators' | null {
  const { problem, nodes } = component;
  const reached = new Set(within.map((at) => nodes[at]));
  const closed = openingsOf(component).filter((one) => reached.has(one.node) && !choice.open.has(one.index));
  const overlapping = closed.filter((one) =>
    (problem.conflicts[one.index] ?? []).some((other) => choice.open.has(other)),
  );
  if (overlapping.length < closed.length) return problem.staff === null ? null : 'invigilators';
  if (overlapping.length > 0) return 'overlap';
  // Sessions that invigilators watch in part have fewer places than their rooms.
  return problem.staff === null ? null : 'invigilators';
}
