import { calendarDay } from '../../src/domain/calendar';
import { type CampaignReading, readCampaign } from '../../src/workbook/read/campaign';
import type { TabKey } from '../../src/workbook/schema/tab-schema';
import { TABS } from '../../src/workbook/schema/tabs';
import type { AWorkbook } from './a-workbook';

function forEachTab<Value>(make: (key: TabKey) => Value): Record<TabKey, Value> {
  return {
    rooms: make('rooms'),
    slots: make('slots'),
    students: make('students'),
    availability: make('availability'),
    roomAvailability: make('roomAvailability'),
    invigilators: make('invigilators'),
    requests: make('requests'),
    settings: make('settings'),
    planning: make('planning'),
    assignments: make('assignments'),
    anonymousSeats: make('anonymousSeats'),
    unseated: make('unseated'),
    summary: make('summary'),
    problems: make('problems'),
  };
}

/** The campaign of a workbook, read on 23 November 2026 at 10:00. */
export function readWorkbook(workbook: AWorkbook): CampaignReading {
  const day = calendarDay(2026, 11, 23);
  if (day === null) throw new Error('No such day.');
  return readCampaign(
    forEachTab((key) => workbook.grid(key)),
    forEachTab((key) => TABS[key].name),
    { day, minutes: 600 },
  );
}
