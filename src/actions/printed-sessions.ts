import type { Campaign } from '../domain/campaign';
import { now } from '../google/clock';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { PrintedPerson, PrintedSession } from '../printing/session';
import { SHARED_TEXT } from '../text/sharing';
import { identifierOf, partsOf, textOf } from '../workbook/cells/text';
import { readExtraTime } from '../workbook/cells/values';
import type { TableRow } from '../workbook/read/table';
import { matchKey } from '../workbook/text-match';
import { isAnswer } from './act';
import { type Answer, blocked } from './answer';
import { openCampaign } from './open-campaign';
import type { WorkbookReading } from './read-workbook';
import { rowsByKey, seatsBySession, tableOf } from './seated-students';

/** The sessions that take place, with who sits there; an answer to show when there are none, or when the data block. */
export function printedSessions(book: OpenSpreadsheet): readonly PrintedSession[] | Answer {
  const open = openCampaign(book);
  if (isAnswer(open)) return open;
  const sessions = sessionsOf(open.reading, open.campaign, now(book.timeZone).day);
  return sessions.length === 0 ? blocked(SHARED_TEXT.nothingPlanned) : sessions;
}

/** In order of date, time and place. */
function sessionsOf(reading: WorkbookReading, campaign: Campaign, today: string): readonly PrintedSession[] {
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const rooms = new Map(campaign.rooms.map((room) => [room.code, room]));
  const planning = rowsByKey(tableOf(reading, 'planning'), 'session');
  const students = rowsByKey(tableOf(reading, 'students'), 'id');
  const seats = seatsBySession(reading, campaign);
  return campaign.existing
    .flatMap((session): PrintedSession[] => {
      const slot = slots.get(session.slot);
      const room = rooms.get(session.room);
      if (slot === undefined || room === undefined || session.state === 'cancelled') return [];
      const row = planning.get(matchKey(session.number));
      return [
        {
          number: session.number,
          state: session.state,
          pixNumber: row === undefined ? '' : identifierOf(row.cell('pixNumber'), row.shown('pixNumber')),
          day: slot.day,
          start: slot.start,
          end: slot.end,
          site: room.site,
          building: room.building,
          room: room.name,
          code: room.code,
          places: room.places,
          invigilators: partsOf(row?.cell('invigilators')),
          people: (seats.get(matchKey(session.number)) ?? []).map((id) =>
            personOf(id, students.get(matchKey(id)), reading.settings.defaultExtraTime),
          ),
          nameless: session.anonymous,
          setupMinutes: campaign.settings.setupMinutes,
          testMinutes: campaign.settings.testMinutes,
          past: session.state === 'held' || slot.day < today,
        },
      ];
    })
    .sort(
      (a, b) =>
        (a.day < b.day ? -1 : a.day > b.day ? 1 : a.start - b.start) ||
        a.number.localeCompare(b.number, 'fr', { numeric: true }),
    );
}

function personOf(id: string, row: TableRow | undefined, defaultExtraTime: number): PrintedPerson {
  const extraTime = readExtraTime(row?.cell('extraTime'), defaultExtraTime, row?.shown('extraTime'));
  return {
    id,
    lastName: textOf(row?.cell('lastName')),
    firstName: textOf(row?.cell('firstName')),
    group: textOf(row?.cell('group')),
    extraTime: extraTime.kind === 'fraction' ? extraTime.fraction : 0,
  };
}
