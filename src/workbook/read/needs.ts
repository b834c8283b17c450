import type { Campaign } from '../../domain/campaign';
import { TABS } from '../schema/tabs';
import type { TabKey } from '../schema/tab-schema';
import type { Grids } from './campaign';
import { Groups } from './names';
import { ProblemLog } from './problem-log';
import { readRooms } from './rooms';
import { readStudents } from './students';
import { hasHeaders, readTable, type Table } from './table';

/** People and certified rooms of a site, whatever else is wrong with the workbook. */
export interface SiteCounts {
  readonly site: string;
  readonly people: number;
  readonly extraTime: number;
  readonly rooms: readonly number[];
}

/**
 * Head-counts and rooms by site: those of the campaign where there is one, else what can be read of the tabs. Who accepts
 * several sites counts at the first.
 */
export function readSiteCounts(
  grids: Grids,
  campaign: Campaign | null,
  defaultExtraTime: number,
): readonly SiteCounts[] {
  const log = new ProblemLog();
  const rooms = tableOf(grids, 'rooms');
  if (rooms === null) return [];
  const { rooms: certified, sites } = readRooms(rooms, log);
  const students = tableOf(grids, 'students');
  const listed =
    campaign?.candidates ??
    (students === null ? [] : readStudents(students, sites, new Groups(), defaultExtraTime, log).students);
  const requests = campaign?.requests ?? [];
  return [...sites.values()].map((site): SiteCounts => {
    const here = listed.filter((one) => one.sites[0] === site);
    const requested = requests.filter((one) => one.sites[0] === site);
    return {
      site,
      people: requested.reduce((sum, { places }) => sum + places, here.length),
      extraTime: here.filter(({ extraTime }) => extraTime > 0).length,
      rooms: certified.filter((room) => room.site === site).map(({ places }) => places),
    };
  });
}

function tableOf(grids: Grids, key: TabKey): Table | null {
  const grid = grids[key];
  return grid === null || !hasHeaders(grid, TABS[key]) ? null : readTable(grid, TABS[key], new ProblemLog());
}
