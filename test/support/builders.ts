import { type CalendarDay, calendarDay } from '../../src/domain/calendar';
import type { Campaign } from '../../src/domain/campaign';
import type { Candidate } from '../../src/domain/candidate';
import {
  type SlotCode,
  candidateId,
  groupName,
  roomCode,
  sessionNumber,
  siteName,
  slotCode,
} from '../../src/domain/ids';
import type { Invigilator } from '../../src/domain/invigilator';
import type { SeatRequest } from '../../src/domain/request';
import type { Room } from '../../src/domain/room';
import type { ExistingSession, SessionState } from '../../src/domain/session';
import { DEFAULT_SETTINGS, type PlanningSettings } from '../../src/domain/settings';
import type { Slot } from '../../src/domain/slot';

/**
 * Domain objects for tests: plain texts in, branded values out, and a default for whatever the test does not speak
 * of. By default everybody is at the site `Caen`, slots last from 8:00 to 10:00 on 11 January 2027.
 */

/** Throws when the day does not exist, which is a mistake of the test. */
export function day(year: number, month: number, dayOfMonth: number): CalendarDay {
  const found = calendarDay(year, month, dayOfMonth);
  if (found === null) throw new Error(`${year}-${month}-${dayOfMonth} does not exist`);
  return found;
}

export const codes = (texts: readonly string[]): readonly SlotCode[] => texts.map(slotCode);

export function aRoom(
  code: string,
  places: number,
  more: { readonly site?: string; readonly freeAt?: readonly string[] } = {},
): Room {
  return {
    code: roomCode(code),
    site: siteName(more.site ?? 'Caen'),
    building: '',
    name: code,
    places,
    freeAt: more.freeAt ? codes(more.freeAt) : 'every',
  };
}

/** `start` and `end` in minutes from midnight; `on` is the day of January 2027. */
export function aSlot(
  code: string,
  more: {
    readonly on?: number;
    readonly start?: number;
    readonly end?: number;
    readonly site?: string;
    readonly closed?: boolean;
  } = {},
): Slot {
  const start = more.start ?? 480;
  return {
    code: slotCode(code),
    day: day(2027, 1, more.on ?? 11),
    start,
    end: more.end ?? start + 120,
    site: more.site === undefined ? null : siteName(more.site),
    closed: more.closed ?? false,
  };
}

export function aCandidate(
  id: string,
  possible: readonly string[],
  more: {
    readonly preferred?: readonly string[];
    readonly sites?: readonly string[];
    readonly group?: string;
    readonly extraTime?: number;
    readonly certifiable?: boolean;
  } = {},
): Candidate {
  return {
    id: candidateId(id),
    lastName: `Nom ${id}`,
    firstName: 'Camille',
    group: more.group === undefined ? null : groupName(more.group),
    sites: (more.sites ?? ['Caen']).map(siteName),
    extraTime: more.extraTime ?? 0,
    certifiable: more.certifiable ?? null,
    availability: {
      source: possible.length > 0 ? 'own' : 'none',
      possible: codes(possible),
      preferred: codes(more.preferred ?? []),
    },
  };
}

export function anInvigilator(
  name: string,
  possible: readonly string[],
  sites: readonly string[] = ['Caen'],
): Invigilator {
  return { name, sites: sites.map(siteName), possible: codes(possible) };
}

export function aRequest(
  group: string,
  places: number,
  possible: readonly string[],
  sites: readonly string[] = ['Caen'],
): SeatRequest {
  return {
    id: group,
    group: groupName(group),
    sites: sites.map(siteName),
    possible: codes(possible),
    places,
  };
}

/** `seats`: ids of candidates; those in `lockedSeats` carry a tick. */
export function anExistingSession(
  number: string,
  slot: string,
  room: string,
  seats: readonly string[],
  more: {
    readonly state?: SessionState;
    readonly locked?: boolean;
    readonly closed?: boolean;
    readonly lockedSeats?: readonly string[];
    readonly anonymous?: readonly { readonly group: string; readonly places: number }[];
  } = {},
): ExistingSession {
  return {
    number: sessionNumber(number),
    slot: slotCode(slot),
    room: roomCode(room),
    state: more.state ?? 'draft',
    locked: more.locked ?? false,
    closed: more.closed ?? false,
    seats: seats.map((id) => ({
      candidate: candidateId(id),
      locked: more.lockedSeats?.includes(id) ?? false,
    })),
    anonymous: more.anonymous ?? [],
  };
}

export interface CampaignParts extends Partial<Omit<Campaign, 'settings'>> {
  readonly settings?: Partial<PlanningSettings>;
}

export function aCampaign(parts: CampaignParts = {}): Campaign {
  return {
    rooms: parts.rooms ?? [],
    slots: parts.slots ?? [],
    candidates: parts.candidates ?? [],
    requests: parts.requests ?? [],
    invigilators: parts.invigilators ?? null,
    existing: parts.existing ?? [],
    settings: { ...DEFAULT_SETTINGS, ...parts.settings },
  };
}
