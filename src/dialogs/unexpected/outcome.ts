import type { Repair, RepairMove } from '../../allocation/repair/repairs';
import type { Campaign } from '../../domain/campaign';
import type { RoomCode, SessionNumber, SlotCode } from '../../domain/ids';
import { shortDay, time } from '../../text/format';
import { explain } from '../../text/reasons';
import { UNEXPECTED_TEXT as TEXT } from '../../text/unexpected';

/** A repair as staff see it. */
export interface ShownRepair {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Whether it is known to disturb as few people as can be. */
  readonly proof: string;
  readonly people: readonly ShownPerson[];
  /** Nobody and nothing changes: the change has only to be noted. */
  readonly isNote: boolean;
}

export interface ShownPerson {
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** Names of things, for the window. */
export interface Directory {
  readonly place: (slot: SlotCode, room: RoomCode) => string;
  readonly session: (number: SessionNumber) => string;
  readonly slot: (code: SlotCode) => string;
}

export function directoryOf(campaign: Campaign): Directory {
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const rooms = new Map(campaign.rooms.map((room) => [room.code, room]));
  const sessions = new Map(campaign.existing.map((session) => [session.number, session]));
  const slotName = (code: SlotCode): string => {
    const slot = slots.get(code);
    return slot === undefined ? code : `${shortDay(slot.day)} ${time(slot.start)}`;
  };
  const place = (slot: SlotCode, room: RoomCode): string =>
    `${slotName(slot)}, ${rooms.get(room)?.name ?? room}`;
  return {
    place,
    slot: slotName,
    session: (number) => {
      const session = sessions.get(number);
      return session === undefined ? number : `${number} (${place(session.slot, session.room)})`;
    },
  };
}

export function shownRepair(campaign: Campaign, repair: Repair): ShownRepair {
  const names = directoryOf(campaign);
  const unseated = repair.moves.filter(({ to }) => to === null).length;
  const cost = {
    unseated,
    moved: repair.moves.length - unseated,
    makeRoom: repair.moves.filter(({ why }) => why === 'makesRoom').length,
    added: repair.added.length,
  };
  const told = new Set(
    campaign.existing.filter(({ state }) => state === 'convoked').map(({ number }) => number),
  );
  const convoked = repair.moves.filter(({ from }) => told.has(from)).length;
  const lines = [
    TEXT.movedLine(cost),
    ...(convoked > 0 ? [TEXT.convoked(convoked)] : []),
    ...(repair.cancelled.length > 0 ? [TEXT.cancelledLine(repair.cancelled.map(names.session))] : []),
    ...(repair.added.length > 0
      ? [TEXT.addedLine(repair.added.map(({ slot, room }) => names.place(slot, room)))]
      : []),
    ...(repair.emptied.length > 0 ? [TEXT.emptiedLine(repair.emptied.map(names.session))] : []),
    ...(repair.placesLost > 0 ? [TEXT.placesLost(repair.placesLost)] : []),
    ...repair.watchers.map(({ session, before, after }) => TEXT.watcherLine(session, before, after)),
  ];
  const nothing =
    repair.moves.length + repair.cancelled.length + repair.emptied.length + repair.added.length === 0;
  const isNote = nothing && repair.watchers.length === 0 && repair.placesLost === 0;
  return {
    heading: TEXT.heading(cost),
    lines: isNote ? [TEXT.nobodyConcerned] : lines,
    proof: repair.moves.length === 0 ? '' : repair.proven ? TEXT.leastProven : TEXT.leastUnproven,
    people: peopleOf(campaign, repair, names),
    isNote,
  };
}

function peopleOf(campaign: Campaign, repair: Repair, names: Directory): readonly ShownPerson[] {
  const people = new Map(campaign.candidates.map((candidate) => [candidate.id, candidate]));
  const reasons = new Map(repair.plan.unseated.map(({ candidate, reason }) => [candidate, reason]));
  const gone = new Set([
    ...repair.cancelled,
    ...campaign.existing.filter(({ state }) => state === 'cancelled').map(({ number }) => number),
  ]);
  const why = ({ candidate, from, to, why: cause }: RepairMove): string => {
    const person = people.get(candidate);
    const reason = reasons.get(candidate);
    if (to === null && person !== undefined && reason !== undefined)
      return explain(reason, person.availability.source).reason;
    if (cause === 'makesRoom') return TEXT.reasons.makesRoom;
    return gone.has(from) ? TEXT.reasons.cancelled : TEXT.reasons.forbidden;
  };
  // Those without a seat first: they are whom staff have to think of.
  const moves = [...repair.moves].sort((a, b) => Number(b.to === null) - Number(a.to === null));
  return moves.map((move): ShownPerson => {
    const person = people.get(move.candidate);
    const { to } = move;
    return {
      who: person === undefined ? move.candidate : `${person.firstName} ${person.lastName}`,
      from: names.session(move.from),
      to:
        to === null
          ? TEXT.noSeat
          : to.number === null
            ? TEXT.newSession(names.place(to.slot, to.room))
            : names.session(to.number),
      why: why(move),
    };
  });
}
