import { minutesNeeded, type PlanningSettings } from '../../domain/settings';
import type { Room } from '../../domain/room';
import type { Slot } from '../../domain/slot';
import { type Cell, isDateCell } from '../../domain/grid';
import { dayOfSerial, type CalendarDay } from '../../domain/calendar';
import { identifierOf, textOf } from '../cells/text';
import { readWholeNumber } from '../cells/values';
import { matchKey } from '../text-match';
import { readSites } from './names';
import type { Offer } from './offer';
import { tickedSlots } from './slot-labels';
import type { Table, TableRow } from './table';

export type RequestState =
  'new' | 'incomplete' | 'accepted' | 'refused' | 'planned' | 'replaced' | 'cancelled' | 'blank';

/** What is to be said of a request: sentences are made in `text/`. */
export type RequestFinding =
  /** A column that has to be filled and is not, or not with something that can be used. */
  | { readonly kind: 'missing'; readonly header: string; readonly seen: string }
  | { readonly kind: 'unknownSite'; readonly seen: string }
  | { readonly kind: 'slotGone'; readonly seen: string }
  | { readonly kind: 'slotMoved'; readonly seen: string; readonly slot: Slot }
  | { readonly kind: 'tooFewPlaces'; readonly asked: number; readonly places: number; readonly slots: number }
  | { readonly kind: 'tooManyExtraTimes'; readonly count: number; readonly asked: number }
  | { readonly kind: 'noLongSlot'; readonly needed: number }
  | { readonly kind: 'alsoAskedBy'; readonly who: readonly string[] }
  | { readonly kind: 'groupLooksLike'; readonly group: string }
  | { readonly kind: 'replaces'; readonly accepted: boolean };

/** Faults that make a request incomplete; the other findings are for staff to weigh. */
const FAULTS: readonly RequestFinding['kind'][] = [
  'missing',
  'unknownSite',
  'slotGone',
  'slotMoved',
  'tooFewPlaces',
];

export const isFault = ({ kind }: RequestFinding): boolean => FAULTS.includes(kind);

/** A request as it was read. */
export interface ReviewedRequest {
  /** From 1. */
  readonly row: number;
  readonly state: RequestState;
  readonly email: string;
  readonly requester: string;
  readonly group: string;
  readonly asked: number | null;
  /** Certified places on the slots ticked. */
  readonly places: number;
  readonly day: CalendarDay | null;
  /** `Horodateur`, as it stands. */
  readonly timestamp: Cell;
  readonly findings: readonly RequestFinding[];
  /** Row of the later request of the same person for the same group; `null`: this is the last. */
  readonly replacedBy: number | null;
}

const STATES = new Map<string, RequestState>([
  ['', 'blank'],
  ['nouvelle', 'new'],
  ['a completer', 'incomplete'],
  ['acceptee', 'accepted'],
  ['refusee', 'refused'],
  ['planifiee', 'planned'],
  ['remplacee', 'replaced'],
  ['annulee', 'cancelled'],
]);

/** What reading the requests needs to know of their groups. */
export interface GroupsOfRequests {
  /** The group of `Étudiants` that a label seems to name under another spelling, or `null`. */
  readonly like: (label: string) => string | null;
  /** The group that a label stands for without doubt, the label itself unless staff or its words say otherwise. */
  readonly meant: (label: string) => string;
}

/**
 * Reads every request with what is wrong in it, and which ones a later one replaces: of several requests of one person
 * for one group the last counts, as they were sent or edited.
 */
export function reviewRequests(
  table: Table,
  offer: Offer,
  settings: PlanningSettings,
  defaultExtraTime: number,
  groups: GroupsOfRequests,
): readonly ReviewedRequest[] {
  const read = table.rows.map((row) => readOne(row, offer, settings, defaultExtraTime, groups.like));
  const times = timesOf(read);
  const isLater = (a: ReviewedRequest, b: ReviewedRequest): number =>
    (times.get(a.row) ?? 0) - (times.get(b.row) ?? 0) || a.row - b.row;
  const meant = new Map(
    read.map(({ row, group }) => [row, group === '' ? '' : matchKey(groups.meant(group))]),
  );
  const askers = new Map(read.map((request) => [request.row, askerOf(request)]));
  const ofGroup = new Map<string, ReviewedRequest[]>();
  const ofAsker = new Map<string, ReviewedRequest[]>();
  const whoAndWhat = ({ row }: ReviewedRequest): string =>
    `${askers.get(row) ?? ''}\n${meant.get(row) ?? ''}`;
  for (const request of [...read].sort(isLater)) {
    const group = meant.get(request.row) ?? '';
    if (group === '' || request.state === 'cancelled' || request.state === 'refused') continue;
    put(ofGroup, group, request);
    if (askers.get(request.row) !== '') put(ofAsker, whoAndWhat(request), request);
  }
  // Who else asked for a group, once for each group: the names of those whose request still stands.
  const names = new Map(
    [...ofGroup].map(([group, requests]): [string, ReadonlyMap<string, string>] => [
      group,
      new Map(
        requests.flatMap(({ row, state, requester, email }): [string, string][] =>
          state === 'replaced' ? [] : [[askers.get(row) ?? '', requester || email]],
        ),
      ),
    ]),
  );
  return read.map((request) => {
    const mine = ofAsker.get(whoAndWhat(request)) ?? [];
    const earlier = mine.filter((other) => isLater(other, request) < 0);
    const later = mine.filter((other) => isLater(other, request) > 0);
    const asker = askers.get(request.row) ?? '';
    const others = [...(names.get(meant.get(request.row) ?? '') ?? [])].flatMap(([who, name]) =>
      who === asker ? [] : [name],
    );
    const last = later[later.length - 1];
    const findings: RequestFinding[] = [
      ...request.findings,
      ...(earlier.length > 0
        ? [
            {
              kind: 'replaces',
              accepted: earlier.some(({ state }) => state === 'accepted' || state === 'planned'),
            } as const,
          ]
        : []),
      ...(others.length > 0 ? [{ kind: 'alsoAskedBy', who: [...new Set(others)] } as const] : []),
    ];
    return { ...request, findings, replacedBy: last?.row ?? null };
  });
}

function put<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** When each request was sent or last edited; one without a time stands where staff put it, after the row above. */
function timesOf(requests: readonly ReviewedRequest[]): ReadonlyMap<number, number> {
  let above = 0;
  return new Map(
    requests.map(({ row, timestamp }): [number, number] => {
      above = isDateCell(timestamp) ? timestamp.serial : above;
      return [row, above];
    }),
  );
}

const askerOf = ({ email, requester }: Pick<ReviewedRequest, 'email' | 'requester'>): string =>
  matchKey(email === '' ? requester : email);

function readOne(
  row: TableRow,
  offer: Offer,
  settings: PlanningSettings,
  defaultExtraTime: number,
  likeGroup: (label: string) => string | null,
): ReviewedRequest {
  const findings: RequestFinding[] = [];
  const missing = (key: string, header: string): void => {
    findings.push({ kind: 'missing', header, seen: textOf(row.cell(key)) });
  };
  const group = textOf(row.cell('group'));
  if (group === '') missing('group', 'Groupe');
  const asked = readWholeNumber(row.cell('count'));
  if (asked === null || asked < 1) missing('count', "Nombre d'étudiants");
  const sites = readSites(row.cell('sites'), offer.sites);
  for (const seen of sites.unknown) findings.push({ kind: 'unknownSite', seen });
  if (sites.known.length === 0 && sites.unknown.length === 0) missing('sites', 'Site');

  const slots: Slot[] = [];
  const ticked = tickedSlots(row.cell('slots'), offer.byCode);
  for (const one of ticked) {
    if (one.kind === 'gone') findings.push({ kind: 'slotGone', seen: one.seen });
    else if (one.kind === 'moved') findings.push({ kind: 'slotMoved', seen: one.seen, slot: one.slot });
    else if (!slots.includes(one.slot)) slots.push(one.slot);
  }
  if (ticked.length === 0) missing('slots', 'Créneaux possibles');

  const rooms = offer.rooms.filter(({ site }) => sites.known.includes(site));
  const needed = minutesNeeded(settings, 0);
  const long = slots.filter(({ start, end, closed }) => end - start >= needed && !closed);
  const places = placesOn(long, rooms, settings.keptFree);
  if (asked !== null && asked > places && slots.length > 0 && rooms.length > 0)
    findings.push({ kind: 'tooFewPlaces', asked, places, slots: slots.length });

  const extra = readWholeNumber(row.cell('extraTimeCount'));
  if (extra !== null && asked !== null && extra > asked)
    findings.push({ kind: 'tooManyExtraTimes', count: extra, asked });
  const longer = minutesNeeded(settings, defaultExtraTime / 100);
  if (
    extra !== null &&
    extra > 0 &&
    slots.length > 0 &&
    !slots.some(({ start, end }) => end - start >= longer)
  )
    findings.push({ kind: 'noLongSlot', needed: longer });
  const like = group === '' ? null : likeGroup(group);
  if (like !== null) findings.push({ kind: 'groupLooksLike', group: like });

  const stamp = row.cell('timestamp');
  return {
    row: row.row,
    // A state that nobody knows is one that staff typed: it is left alone.
    state: STATES.get(matchKey(textOf(row.cell('state')))) ?? 'refused',
    email: identifierOf(row.cell('email'), undefined),
    requester: textOf(row.cell('requester')),
    group,
    asked,
    places,
    day: isDateCell(stamp) ? dayOfSerial(stamp.serial) : null,
    timestamp: stamp,
    findings,
    replacedBy: null,
  };
}

/** Seats that sessions at these slots can hold: in one room, slots that overlap count once. */
function placesOn(slots: readonly Slot[], rooms: readonly Room[], keptFree: number): number {
  return rooms.reduce((sum, room) => {
    const free = slots
      .filter(({ code, site }) => (site === null || site === room.site) && isFree(room, code))
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.end - b.end));
    let sessions = 0;
    let last: Slot | null = null;
    for (const slot of free) {
      if (last !== null && last.day === slot.day && slot.start < last.end) continue;
      sessions += 1;
      last = slot;
    }
    return sum + sessions * Math.max(0, room.places - keptFree);
  }, 0);
}

const isFree = ({ freeAt }: Room, code: Slot['code']): boolean => freeAt === 'every' || freeAt.includes(code);
