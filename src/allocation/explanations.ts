import type { Candidate } from '../domain/candidate';
import type { SiteName, SlotCode } from '../domain/ids';
import type { Unseated, UnseatedReason } from '../domain/plan';
import { minutesNeeded } from '../domain/settings';
import type { Component } from './components';
import { type Choice, openingsOf, placesOf } from './construction';
import { SeatNetwork } from './network';
import type { Problem } from './problem';

/** Why a candidate cannot sit anywhere, whatever the others do; `null` when there is somewhere. */
export function reasonAlone(problem: Problem, candidate: Candidate): UnseatedReason | null {
  const { settings } = problem.campaign;
  const { possible } = candidate.availability;
  if (settings.certifiableOnly && candidate.certifiable !== true)
    return { kind: 'notCertifiable', known: candidate.certifiable !== null };
  if (possible.length === 0) return { kind: 'noAvailability' };
  const rooms = problem.rooms.filter((room) => candidate.sites.includes(room.site));
  if (rooms.length === 0) return { kind: 'noRoomAtSite', sites: candidate.sites };
  const codes = new Set<string>(possible);
  const slots = problem.slots.filter((slot) => codes.has(slot.code));
  const needed = minutesNeeded(settings, candidate.extraTime);
  const fitting = slots.filter((slot) => slot.end - slot.start >= needed);
  const longest = Math.max(0, ...slots.map((slot) => slot.end - slot.start));
  if (slots.length > 0 && fitting.length === 0)
    return { kind: 'slotsTooShort', needed, longest, extraTime: candidate.extraTime };
  const open = fitting.filter(
    (slot) =>
      !slot.closed &&
      rooms.some(
        (room) =>
          (slot.site === null || slot.site === room.site) &&
          (room.freeAt === 'every' || room.freeAt.includes(slot.code)) &&
          room.places > settings.keptFree,
      ),
  );
  if (open.length === 0) return { kind: 'noRoomFree', slots: fitting.map((slot) => slot.code) };
  const watched = open.filter((slot) =>
    (problem.staff ?? []).some(
      (one) => one.possible.includes(slot.code) && one.sites.some((site) => candidate.sites.includes(site)),
    ),
  );
  if (problem.staff !== null && watched.length === 0)
    return { kind: 'noInvigilator', slots: open.map((slot) => slot.code) };
  return null;
}

/**
 * Those without a seat, in the order of the campaign: the reason of their own where there is one, else that of the crowd.
 * @param seated positions among the candidates of the problem, like the keys of `together`
 */
export function withoutSeat(
  problem: Problem,
  seated: ReadonlySet<number>,
  together: ReadonlyMap<number, UnseatedReason>,
): Unseated[] {
  const position = new Map(problem.campaign.candidates.map(({ id }, index) => [id, index]));
  return problem.candidates
    .flatMap((candidate, who): Unseated[] => {
      if (seated.has(who)) return [];
      const reason = reasonAlone(problem, candidate) ??
        together.get(who) ?? { kind: 'noRoomFree', slots: candidate.availability.possible };
      return [{ candidate: candidate.id, reason }];
    })
    .sort((a, b) => (position.get(a.candidate) ?? 0) - (position.get(b.candidate) ?? 0));
}

/** For each class (position in the component) that has people left out, why. */
export function reasonsTogether(
  component: Component,
  choice: Choice,
  short: readonly number[],
): Map<number, UnseatedReason> {
  const reasons = new Map<number, UnseatedReason>();
  const named = component.classes.filter((one) => !one.anonymous);
  const indexOf = new Map(component.classes.map((one, index) => [index, named.indexOf(one)]));
  const everything = new Map(openingsOf(component).map((opening) => [opening.index, opening.capacity]));
  const best = new SeatNetwork(named, placesOf(component, everything));
  best.fill();
  const chosen = new SeatNetwork(named, placesOf(component, choice.open));
  chosen.fill();
  for (const index of short) {
    const at = indexOf.get(index) ?? -1;
    if (at < 0) continue;
    const crowd = certificate(component, best, at);
    if (crowd.places < crowd.candidates) reasons.set(index, { kind: 'crowd', ...crowd });
    else
      reasons.set(index, {
        kind: 'coupling',
        rule: ruleOf(component, choice, index),
        ...certificate(component, chosen, at),
      });
  }
  return reasons;
}

function certificate(
  component: Component,
  network: SeatNetwork,
  from: number,
): { slots: SlotCode[]; sites: SiteName[]; candidates: number; places: number } {
  const { problem } = component;
  const closure = network.closure([from]);
  const nodes = closure.nodes.flatMap((at) => problem.nodes[component.nodes[at] ?? -1] ?? []);
  const slots = [...new Set(nodes.map((node) => node.slot))]
    .sort((a, b) => a - b)
    .flatMap((slot) => problem.slots[slot]?.code ?? []);
  const names = new Set(nodes.map((node) => node.site));
  const sites = [...new Set(problem.rooms.map((room) => room.site))].filter((site) => names.has(site)).sort();
  return {
    slots,
    sites,
    candidates: closure.classes.reduce((sum, index) => sum + (network.classes[index]?.count ?? 0), 0),
    places: closure.nodes.reduce((sum, at) => sum + (network.places[at] ?? 0), 0),
  };
}

/** Which rule keeps a useful session closed: the room is used at an overlapping slot, or nobody can watch. */
function ruleOf(component: Component, choice: Choice, index: number): 'overlap' | 'invigilators' | 'locks' {
  const { problem } = component;
  const nodes = new Set((component.classes[index]?.allowed ?? []).map((at) => component.nodes[at]));
  const blocked = openingsOf(component).filter((one) => nodes.has(one.node) && !choice.open.has(one.index));
  const blockers = blocked.flatMap((one) =>
    (problem.conflicts[one.index] ?? []).filter((other) => choice.open.has(other)),
  );
  if (blockers.length > 0) return 'overlap';
  return problem.staff !== null ? 'invigilators' : 'locks';
}
