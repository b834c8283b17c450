import type { Campaign } from '../domain/campaign';
import type { SessionNumber } from '../domain/ids';
import type { Plan, PlannedSession } from '../domain/plan';
import type { Room } from '../domain/room';
import { type Slot, overlaps } from '../domain/slot';
import { readMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { andList } from '../text/format';
import { UNEXPECTED_TEXT as TEXT } from '../text/unexpected';
import { ProblemLog, type WorkbookProblem } from '../workbook/read/problem-log';
import { type Watching, readWatchingCells } from '../workbook/read/watching';
import { matchKey } from '../workbook/text-match';
import { parseInvigilators } from '../workbook/write/invigilators';
import type { WorkbookReading } from './read-workbook';
import { INVIGILATORS } from './write-planning';

/**
 * Sessions whose invigilators staff typed by hand, and whom the plan replaces: what was typed stays in the cell, and staff
 * have to be told. To be asked before the planning is written.
 */
export function handTypedWatchers(
  book: OpenSpreadsheet,
  { grids }: WorkbookReading,
  { invigilators: staff }: Campaign,
  plan: Plan,
): readonly string[] {
  if (staff === null) return [];
  const typed = typedByHand(book, grids.planning);
  return plan.sessions.flatMap(({ continues, invigilators }): string[] => {
    const names = continues === null ? undefined : typed.get(continues)?.names;
    if (continues === null || names === undefined) return [];
    const same = invigilators.length > 0 && invigilators.every((name) => names.includes(name));
    return same ? [] : [TEXT.typedWatchers(continues, names, invigilators)];
  });
}

/** A session to come, and who will watch it once the planning is written. */
interface Watched {
  readonly planned: PlannedSession;
  readonly slot: Slot;
  readonly room: Room;
  readonly names: readonly string[];
  /** Where staff typed the names; `null`: they are those of the plan. */
  readonly typed: Watching | null;
}

/**
 * Invigilators typed by hand who cannot watch the session that they stay at: elsewhere, not available, or watching another
 * one at that time. Names that `Surveillants` does not have are left to staff. To be asked before the planning is written.
 */
export function typedWatchersAtOdds(
  book: OpenSpreadsheet,
  { grids }: WorkbookReading,
  campaign: Campaign,
  plan: Plan,
): readonly WorkbookProblem[] {
  if (campaign.invigilators === null) return [];
  const log = new ProblemLog();
  const staff = new Map(campaign.invigilators.map((person) => [matchKey(person.name), person]));
  const watched = watchedSessions(campaign, plan, typedByHand(book, grids.planning));
  watched.forEach((one, index) => {
    const { planned, slot, room, names, typed } = one;
    if (typed === null) return;
    const wanted = planned.invigilators.filter((name) => !names.includes(name));
    for (const name of names) {
      const person = staff.get(matchKey(name));
      if (person === undefined) continue;
      const params = { session: planned.continues ?? '', slot: slot.code, site: room.site };
      const tell = (why: string, other = ''): void =>
        log.warning('typedInvigilatorAtOdds', typed.spot, name, {
          ...params,
          why,
          other,
          wanted: andList(wanted),
        });
      const other = watched.find(
        (two, at) =>
          two !== one &&
          (two.typed === null || at < index) &&
          overlaps(one.slot, two.slot, 0) &&
          two.names.some((watcher) => matchKey(watcher) === matchKey(name)),
      );
      if (!person.sites.includes(room.site)) tell('site');
      else if (!person.possible.includes(slot.code)) tell('slot');
      else if (other !== undefined) tell('twice', placeOf(other));
    }
  });
  return log.all;
}

/** Sessions of which the cell `Surveillants` is not what the add-on wrote there. */
function typedByHand(
  book: OpenSpreadsheet,
  planning: WorkbookReading['grids']['planning'],
): ReadonlyMap<SessionNumber, Watching> {
  const written = parseInvigilators(readMemory(book).get(INVIGILATORS));
  return new Map(
    [...readWatchingCells(planning)].filter(
      ([number, { names }]) => names.length > 0 && names.join('; ') !== written?.[number],
    ),
  );
}

function watchedSessions(
  { existing, slots, rooms }: Campaign,
  plan: Plan,
  typed: ReadonlyMap<SessionNumber, Watching>,
): readonly Watched[] {
  const closed = new Set(existing.filter((one) => one.closed).map(({ number }) => number));
  return plan.sessions.flatMap((planned): Watched[] => {
    const { continues } = planned;
    const slot = slots.find(({ code }) => code === planned.slot);
    const room = rooms.find(({ code }) => code === planned.room);
    if (slot === undefined || room === undefined || (continues !== null && closed.has(continues))) return [];
    const cell = continues === null ? undefined : typed.get(continues);
    return [{ planned, slot, room, names: cell?.names ?? planned.invigilators, typed: cell ?? null }];
  });
}

/** *S02*, or the room of a session that has no number yet. */
const placeOf = ({ planned, room }: Watched): string => planned.continues ?? room.name;
