import type { Campaign } from '../domain/campaign';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { SharedSession } from '../messages/shared-planning';
import { SHARED_TEXT } from '../text/sharing';
import { identifierOf, partsOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { isAnswer } from './act';
import { type Answer, blocked } from './answer';
import { type OpenCampaign, openCampaign } from './open-campaign';
import type { WorkbookReading } from './read-workbook';

/** The planning of a workbook without blocking problems. */
export interface PlannedSessions extends OpenCampaign {
  /** Sessions that take place, as others may see them. */
  readonly sessions: readonly SharedSession[];
}

/** Reads the sessions that take place; an answer to show when there are none, or when the data block. */
export function plannedSessions(book: OpenSpreadsheet): PlannedSessions | Answer {
  const open = openCampaign(book);
  if (isAnswer(open)) return open;
  const { reading, campaign } = open;
  const planned = campaign.existing.some(({ state }) => state !== 'cancelled');
  return planned
    ? { reading, campaign, sessions: sharedSessions(reading, campaign) }
    : blocked(SHARED_TEXT.nothingPlanned);
}

/** Sessions that take place, in order of date and time. */
function sharedSessions(reading: WorkbookReading, campaign: Campaign): readonly SharedSession[] {
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const rooms = new Map(campaign.rooms.map((room) => [room.code, room]));
  const groupOf = new Map(campaign.candidates.map(({ id, group }) => [id, group]));
  const invigilators = invigilatorsTyped(reading);
  return campaign.existing
    .flatMap((session): SharedSession[] => {
      const slot = slots.get(session.slot);
      const room = rooms.get(session.room);
      if (slot === undefined || room === undefined || session.state === 'cancelled') return [];
      const people = new Map<string, number>();
      const add = (group: string, count: number): void => {
        if (group !== '') people.set(group, (people.get(group) ?? 0) + count);
      };
      for (const { candidate } of session.seats) add(groupOf.get(candidate) ?? '', 1);
      for (const { group, places } of session.anonymous) add(group, places);
      return [
        {
          session: session.number,
          day: slot.day,
          start: slot.start,
          end: slot.end,
          site: room.site,
          building: room.building,
          room: room.name,
          places: room.places,
          enrolled: session.anonymous.reduce((sum, { places }) => sum + places, session.seats.length),
          groups: [...people]
            .map(([group, count]) => ({ group, people: count }))
            .sort((a, b) => a.group.localeCompare(b.group, 'fr')),
          invigilators: invigilators.get(matchKey(session.number)) ?? [],
        },
      ];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.start - b.start));
}

function invigilatorsTyped({ grids }: WorkbookReading): ReadonlyMap<string, readonly string[]> {
  const grid = grids.planning;
  if (grid === null || !hasHeaders(grid, TABS.planning)) return new Map();
  return new Map(
    (readTable(grid, TABS.planning, new ProblemLog())?.rows ?? []).map((row) => [
      matchKey(identifierOf(row.cell('session'), row.shown('session'))),
      partsOf(row.cell('invigilators')),
    ]),
  );
}
