import { helpsOf } from '../../allocation/help/helps';
import { moveReason } from '../../allocation/reasons/move-reasons';
import type { Campaign } from '../../domain/campaign';
import { type PlanningFigures, figuresOf } from '../../domain/figures';
import type { RoomCode, SlotCode } from '../../domain/ids';
import type { Plan } from '../../domain/plan';
import { CALCULATION_TEXT as TEXT } from '../../text/calculation';
import { shortDay, time } from '../../text/format';
import { helpSentence, leverNamesOf } from '../../text/helps';
import { explain, explainLeftOut } from '../../text/reasons';
import { proofSentences } from '../../text/proof';

/** What is shown of a plan before it is written. */
export interface Outcome {
  readonly figures: PlanningFigures;
  /** Seats taken, with and without a name, and places of the sessions. */
  readonly headcount: number;
  readonly places: number;
  /** *Il est impossible de faire moins de…*, then why for each part; empty when there is nothing to say. */
  readonly proof: readonly string[];
  readonly moves: readonly ShownMove[];
  readonly unseated: readonly UnseatedGroup[];
}

export interface ShownMove {
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** People without a seat for the same reason. */
export interface UnseatedGroup {
  readonly reason: string;
  readonly advice: string;
  readonly people: readonly string[];
}

/** @param leftOut names of those whose row could not be used */
export function outcomeOf(campaign: Campaign, plan: Plan, leftOut: readonly string[]): Outcome {
  const figures = figuresOf(plan, leftOut.length);
  const placesOf = new Map(campaign.rooms.map(({ code, places }) => [code, places]));
  return {
    figures,
    headcount: figures.seated + figures.anonymousSeats,
    places: plan.sessions.reduce((sum, { room }) => sum + (placesOf.get(room) ?? 0), 0),
    proof: proofSentences(plan.sessionBound, figures.sessions),
    moves: movesOf(campaign, plan),
    unseated: unseatedOf(campaign, plan, leftOut),
  };
}

function movesOf(campaign: Campaign, plan: Plan): readonly ShownMove[] {
  const people = new Map(campaign.candidates.map((candidate) => [candidate.id, candidate]));
  const sessions = new Map(campaign.existing.map((session) => [session.number, session]));
  const numbers = new Map(
    plan.sessions.flatMap(({ slot, room, continues }) =>
      continues === null ? [] : [[`${slot} ${room}`, continues] as const],
    ),
  );
  const place = placeNames(campaign);
  return plan.moved.map((move): ShownMove => {
    const person = people.get(move.candidate);
    const before = sessions.get(move.from);
    const number = move.to === null ? undefined : numbers.get(`${move.to.slot} ${move.to.room}`);
    return {
      who: person === undefined ? move.candidate : `${person.firstName} ${person.lastName}`,
      from: named(move.from, before === undefined ? '' : place(before.slot, before.room)),
      to: move.to === null ? TEXT.noSeat : named(number, place(move.to.slot, move.to.room)),
      why: TEXT.reason(moveReason(campaign, plan, move)),
    };
  });
}

const named = (number: string | undefined, place: string): string =>
  number === undefined ? place : place === '' ? number : `${number}, ${place}`;

/** `lun. 11/01/2027 8 h 30, Mercure`. */
function placeNames(campaign: Campaign): (slot: SlotCode, room: RoomCode) => string {
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const rooms = new Map(campaign.rooms.map((room) => [room.code, room]));
  return (slotAt, roomAt) => {
    const slot = slots.get(slotAt);
    const when = slot === undefined ? slotAt : `${shortDay(slot.day)} ${time(slot.start)}`;
    return `${when}, ${rooms.get(roomAt)?.name ?? roomAt}`;
  };
}

function unseatedOf(campaign: Campaign, plan: Plan, leftOut: readonly string[]): readonly UnseatedGroup[] {
  const people = new Map(campaign.candidates.map((candidate) => [candidate.id, candidate]));
  const groups = new Map<string, { advice: string; people: string[] }>();
  const add = (reason: string, advice: string, who: string): void => {
    const group = groups.get(reason) ?? { advice, people: [] };
    group.people.push(who);
    groups.set(reason, group);
  };
  const helps = helpsOf(campaign, plan).byCandidate;
  const names = leverNamesOf(campaign);
  for (const { candidate, reason } of plan.unseated) {
    const person = people.get(candidate);
    if (person === undefined) continue;
    const helping = (helps.get(candidate) ?? []).map((help) => helpSentence(help, names));
    const told = explain(reason, person.availability.source, helping);
    add(told.reason, told.advice, `${person.firstName} ${person.lastName}`);
  }
  const incomplete = explainLeftOut();
  for (const name of leftOut) add(incomplete.reason, incomplete.advice, name);
  return [...groups]
    .map(([reason, group]) => ({ reason, ...group }))
    .sort((a, b) => b.people.length - a.people.length);
}
