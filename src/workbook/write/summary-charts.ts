import { longDay } from '../../text/format';
import { dayFinding, sessionFinding, siteFinding } from '../../text/summary';
import { type NumberedSession, headcount } from './numbered-plan';
import { type Total, WIDTH, share } from './summary-tables';
import type { Chart } from './tab-content';

/** A chart, and the row of its table in the tab. */
export interface ChartedTable {
  /** Row of the headers, from 0. */
  readonly row: number;
  /** Rows below the headers. */
  readonly count: number;
}

const COLUMN = WIDTH + 1;
const HEIGHT = 340;
const TALLEST = 1400;
/** Pixels of a row of the tab, of a bar, and of what stands around the bars. */
const ROW = 21;
const BAR = 26;
const AROUND = 120;

/** The charts of `Synthèse`, one under the other beside the tables. */
export function summaryCharts(
  open: readonly NumberedSession[],
  days: readonly Total[],
  sites: readonly Total[],
  tables: {
    readonly days: ChartedTable;
    /** `null`: there is one site. */
    readonly daysBySite: (ChartedTable & { readonly sites: number }) | null;
    readonly sites: ChartedTable;
    readonly sessions: ChartedTable;
  },
): readonly Chart[] {
  if (open.length === 0) return [];
  const dayTable = tables.daysBySite ?? tables.days;
  const series =
    tables.daysBySite === null ? [2] : Array.from({ length: tables.daysBySite.sites }, (_, at) => at + 1);
  const charts: readonly Omit<Chart, 'row' | 'column'>[] = [
    {
      kind: 'column',
      stacked: series.length > 1,
      title: dayFinding(days.map((day) => ({ day: day.first.slot.day, people: day.headcount }))),
      description: days.map((day) => `${longDay(day.first.slot.day)} : ${day.headcount}`).join(' ; '),
      ...rowsOf(dayTable),
      categories: 0,
      values: series,
      height: HEIGHT,
    },
    {
      kind: 'bar',
      stacked: true,
      title: sessionFinding(
        open.map((session) => ({
          number: session.number,
          filling: share({ headcount: headcount(session), places: session.room.places }),
        })),
      ),
      description: open
        .map((session) => `${session.number} : ${headcount(session)} / ${session.room.places}`)
        .join(' ; '),
      ...rowsOf(tables.sessions),
      categories: 0,
      values: [1, 2],
      height: Math.min(TALLEST, Math.max(HEIGHT, AROUND + BAR * open.length)),
    },
    {
      kind: 'bar',
      stacked: false,
      title: siteFinding(sites.map((site) => ({ site: site.label, filling: share(site) }))),
      description: sites.map((site) => `${site.label} : ${site.headcount} / ${site.places}`).join(' ; '),
      ...rowsOf(tables.sites),
      categories: 0,
      values: [2, 3],
      height: HEIGHT,
    },
  ];
  let row = 1;
  return charts.map((chart) => {
    const placed: Chart = { ...chart, row, column: COLUMN };
    row += Math.ceil(chart.height / ROW) + 1;
    return placed;
  });
}

const rowsOf = ({ row, count }: ChartedTable): Pick<Chart, 'firstRow' | 'lastRow'> => ({
  firstRow: row,
  lastRow: row + count,
});
