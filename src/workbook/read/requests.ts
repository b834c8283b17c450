import type { GroupName, SiteName, SlotCode } from '../../domain/ids';
import type { SeatRequest } from '../../domain/request';
import { isBlankCell, textOf } from '../cells/text';
import { readWholeNumber, readYesNo } from '../cells/values';
import { REQUEST_STATES } from '../schema/inputs';
import { matchKey } from '../text-match';
import { readSlotList } from './matrix';
import { readSites, type Groups, type Names } from './names';
import type { ProblemLog } from './problem-log';
import { type KnownSlots, tickedSlots } from './slot-labels';
import type { Table, TableRow } from './table';

export interface RequestReading {
  /** Requests that reserve at least one seat. */
  readonly requests: readonly SeatRequest[];
  /** Slots asked for by the accepted requests of each group. */
  readonly slotsOf: ReadonlyMap<GroupName, readonly SlotCode[]>;
  /** Slots that they ticked at another day or hour than those of today. */
  readonly movedFor: ReadonlyMap<GroupName, readonly SlotCode[]>;
}

const COUNTING = new Set(['acceptee', 'planifiee']);
const STATES = new Set<string>(REQUEST_STATES.map(matchKey));

/**
 * Accepted requests reserve the number asked, less the students of the group that are listed (deducted once, from the
 * first request of the group on).
 */
export function readRequests(
  table: Table,
  sites: Names<SiteName>,
  slots: KnownSlots,
  groups: Groups,
  groupSizes: ReadonlyMap<GroupName, number>,
  log: ProblemLog,
): RequestReading {
  const requests: SeatRequest[] = [];
  const slotsOf = new Map<GroupName, readonly SlotCode[]>();
  const movedFor = new Map<GroupName, readonly SlotCode[]>();
  const listed = new Map(groupSizes);
  for (const row of table.rows) {
    const state = matchKey(textOf(row.cell('state')));
    if (state !== '' && !STATES.has(state))
      log.warning('requestStateUnknown', row.spot('state'), row.shown('state'));
    if (!COUNTING.has(state)) continue;
    const moved = tickedSlots(row.cell('slots'), slots).flatMap((one) =>
      one.kind === 'moved' ? [one.slot.code] : [],
    );
    const group = groups.of(textOf(row.cell('group')));
    if (group !== null && moved.length > 0) movedFor.set(group, [...(movedFor.get(group) ?? []), ...moved]);
    const request = readRequest(row, sites, slots, groups, log);
    if (request === null) continue;
    slotsOf.set(request.group, [...new Set([...(slotsOf.get(request.group) ?? []), ...request.possible])]);
    const known = listed.get(request.group) ?? 0;
    const places = Math.max(0, request.places - known);
    listed.set(request.group, Math.max(0, known - request.places));
    if (places > 0) requests.push({ ...request, places, id: `${request.group} #${row.row}` });
  }
  return { requests, slotsOf, movedFor };
}

function readRequest(
  row: TableRow,
  sites: Names<SiteName>,
  slots: KnownSlots,
  groups: Groups,
  log: ProblemLog,
): SeatRequest | null {
  const group = groups.of(textOf(row.cell('group')));
  if (group === null)
    log.warning('valueMissing', row.spot('group'), '', { header: row.header('group'), what: 'request' });
  const places = readWholeNumber(row.cell('count'));
  if (places === null || places < 0) log.warning('countUnreadable', row.spot('count'), row.shown('count'));
  checkExtraTimes(row, places, log);
  const { known, unknown } = readSites(row.cell('sites'), sites);
  for (const site of unknown) log.warning('siteUnknown', row.spot('sites'), site, { what: 'request' });
  if (known.length === 0 && unknown.length === 0) {
    log.warning('valueMissing', row.spot('sites'), '', { header: row.header('sites'), what: 'request' });
  }
  const possible = readSlotList(row.cell('slots'), row.spot('slots'), slots, log);
  if (possible.length === 0) log.warning('requestWithoutSlot', row.spot('slots'), row.shown('slots'));
  if (group === null || places === null || places < 0 || known.length === 0 || possible.length === 0)
    return null;
  return { id: group, group, sites: known, possible, places };
}

/** How many extra times a request announces is for staff to know: seats are reserved all the same. */
function checkExtraTimes(row: TableRow, asked: number | null, log: ProblemLog): void {
  const cell = row.cell('extraTimeCount');
  if (isBlankCell(cell) || readYesNo(cell) === false || matchKey(textOf(cell)) === 'aucun') return;
  const count = readWholeNumber(cell);
  const spot = row.spot('extraTimeCount');
  if (count === null || count < 0) log.warning('extraTimeCountUnreadable', spot, row.shown('extraTimeCount'));
  else if (asked !== null && asked >= 0 && count > asked)
    log.warning('extraTimeCountTooGreat', spot, row.shown('extraTimeCount'), { count, asked });
}
