import type { PlanningFigures } from '../../domain/figures';
import type { BoundReason } from '../../domain/plan';
import type { Priority } from '../../domain/settings';
import type { Cell } from '../../domain/grid';
import { serialOf } from '../../domain/calendar';
import { longDay } from '../../text/format';
import {
  SUMMARY_TEXT as TEXT,
  busiestDay,
  fillingBySite,
  provenOrBound,
  toKnowOfFilling,
  toKnowOfPriority,
  toKnowOfSeated,
  toKnowOfUnseated,
  whyNotFewer,
} from '../../text/summary';
import { type NumberedPlan, type NumberedSession, headcount } from './numbered-plan';
import type { Chart, ColumnLook, Strip, TabContent } from './tab-content';

/** What `Synthèse` tells. */
export interface SummaryParts {
  readonly figures: PlanningFigures;
  readonly numbered: NumberedPlan;
  readonly bound: BoundReason | null;
  readonly priority: Priority;
  /** What would seat more people, in sentences. */
  readonly helps: readonly string[];
}

const WIDTH = 6;
const PERCENT = '0%_)';
const WHOLE = '#,##0_)';
const DAY = 'ddd dd/mm/yyyy';
const CHART_COLUMN = WIDTH + 1;
const CHART_HEIGHT = 18;

interface Line {
  readonly cells: readonly Cell[];
  readonly formats?: readonly string[];
  readonly look?: 'section';
}

/** The whole tab: key figures, then one table per site and one per day, each with its chart. */
export function summaryContent(tab: string, parts: SummaryParts): TabContent {
  const open = parts.numbered.sessions.filter((session) => session.state !== 'cancelled');
  const bySite = totals(open, (session) => session.room.site);
  const byDay = totals(open, (session) => session.slot.day);
  const figures = keyFigures(parts, open);
  const why = whyLines(parts);
  const sites = tableLines(TEXT.perSite, bySite, '@', ({ label }) => label);
  const days = tableLines(TEXT.perDay, byDay, DAY, ({ first }) => ({ serial: serialOf(first.slot.day) }));
  const lines: readonly Line[] = [...figures, ...why, blank, ...sites, blank, ...days];
  const siteRow = figures.length + why.length + 1;
  const dayRow = siteRow + sites.length + 1;
  return {
    tab,
    colour: 'result',
    rows: lines.map((line) => padded(line.cells)),
    columns: columnLooks(lines),
    formulas: [],
    notes: [],
    links: [],
    cellValidations: [],
    strips: [
      ...lines.flatMap((line, row): Strip[] =>
        line.look === undefined ? [] : [{ row, rows: 1, column: 0, columns: WIDTH, look: line.look }],
      ),
      // Sentences run over the empty cells on their right, the header of their column included.
      { row: 0, rows: figures.length, column: 2, columns: WIDTH - 2, look: 'text' },
    ],
    charts: open.length === 0 ? [] : [dayChart(byDay, dayRow), siteChart(bySite, siteRow)],
    gridRows: lines.length,
    filter: false,
  };
}

/** The tab before the first calculation: its header alone. */
export function blankSummary(tab: string): TabContent {
  const header: Line = { cells: [TEXT.title, TEXT.value, TEXT.toKnow] };
  return {
    tab,
    colour: 'result',
    rows: [padded(header.cells)],
    columns: columnLooks([header]),
    formulas: [],
    notes: [],
    links: [],
    cellValidations: [],
    strips: [],
    charts: [],
    gridRows: 2,
    filter: false,
  };
}

const blank: Line = { cells: [] };

function keyFigures(parts: SummaryParts, open: readonly NumberedSession[]): readonly Line[] {
  const { figures } = parts;
  const all = totalOf(TEXT.total, open);
  const withExtraTime = open.reduce(
    (sum, session) => sum + session.seats.filter(({ candidate }) => candidate.extraTime > 0).length,
    0,
  );
  const figure = (label: string, value: Cell, toKnow = '', format = WHOLE): Line => ({
    cells: [label, value, toKnow],
    formats: ['@', format, '@'],
  });
  return [
    { cells: [TEXT.title, TEXT.value, TEXT.toKnow] },
    figure(TEXT.candidates, figures.candidates),
    figure(TEXT.seated, figures.seated, toKnowOfSeated(figures.unseated)),
    figure(TEXT.unseated, figures.unseated, toKnowOfUnseated(figures.unseated)),
    figure(TEXT.anonymousSeats, figures.anonymousSeats),
    figure(TEXT.sessions, figures.sessions, provenOrBound(figures)),
    figure(TEXT.leastSessions, leastSessions(figures), toKnowOfPriority(parts.priority)),
    figure(TEXT.filling, share(all), toKnowOfFilling(all.headcount, all.places), PERCENT),
    figure(TEXT.extraTime, withExtraTime),
    figure(TEXT.preferred, figures.preferred),
    figure(TEXT.groupSplits, figures.groupSplits),
    figure(TEXT.moved, figures.moved),
  ];
}

/** Empty when it was not looked for. */
const leastSessions = ({ bound, sessions }: PlanningFigures): Cell =>
  bound < 1 && sessions > 0 ? '' : Math.min(bound, sessions);

/** Characters of a line as wide as the table. */
const LINE = 115;

/** Why there are not fewer sessions, and what would seat more people, in lines that fit. */
function whyLines(parts: SummaryParts): readonly Line[] {
  return [
    ...sentences(TEXT.whyNotFewer, [whyNotFewer(parts.bound, parts.figures.sessions)]),
    ...sentences(TEXT.whatWouldHelp, parts.helps),
  ];
}

/** Sentences under their title, each cut where it would be wider than the table; nothing when there are none. */
function sentences(title: string, told: readonly string[]): readonly Line[] {
  const lines = told.filter((sentence) => sentence !== '').flatMap(cut);
  if (lines.length === 0) return [];
  return [blank, { cells: [title], look: 'section' }, ...lines.map((line): Line => ({ cells: [line] }))];
}

function cut(sentence: string): readonly string[] {
  const lines: string[] = [''];
  for (const word of sentence.split(' ')) {
    const last = lines[lines.length - 1] ?? '';
    if (last !== '' && last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

interface Total {
  readonly label: string;
  readonly first: NumberedSession;
  readonly sessions: number;
  readonly headcount: number;
  readonly places: number;
}

const share = ({ headcount: people, places }: Pick<Total, 'headcount' | 'places'>): number =>
  places === 0 ? 0 : people / places;

function totalOf(label: string, sessions: readonly NumberedSession[]): Omit<Total, 'first'> {
  return {
    label,
    sessions: sessions.length,
    headcount: sessions.reduce((sum, session) => sum + headcount(session), 0),
    places: sessions.reduce((sum, session) => sum + session.room.places, 0),
  };
}

/** One total per label, in order of the sessions. */
function totals(
  sessions: readonly NumberedSession[],
  labelOf: (session: NumberedSession) => string,
): readonly Total[] {
  const groups = new Map<string, NumberedSession[]>();
  for (const session of sessions) {
    const group = groups.get(labelOf(session));
    if (group) group.push(session);
    else groups.set(labelOf(session), [session]);
  }
  return [...groups].flatMap(([label, group]) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...totalOf(label, group), first }];
  });
}

function tableLines(
  title: string,
  rows: readonly Total[],
  format: string,
  label: (total: Total) => Cell,
): readonly Line[] {
  const figures = (total: Omit<Total, 'first'>): readonly Cell[] => [
    total.sessions,
    total.headcount,
    total.places,
    total.places - total.headcount,
    share(total),
  ];
  const formats = [format, WHOLE, WHOLE, WHOLE, WHOLE, PERCENT];
  return [
    {
      cells: [title, TEXT.sessions, TEXT.inscribed, TEXT.places, TEXT.freePlaces, TEXT.filling],
      look: 'section',
    },
    ...rows.map((total): Line => ({ cells: [label(total), ...figures(total)], formats })),
  ];
}

function padded(cells: readonly Cell[]): readonly Cell[] {
  return Array.from({ length: WIDTH }, (_, column) => cells[column] ?? '');
}

function columnLooks(lines: readonly Line[]): readonly ColumnLook[] {
  const widths = [290, 110, 110, 110, 110, 110];
  return widths.map((width, column) => ({
    width,
    format: lines.slice(1).map((line) => line.formats?.[column] ?? '@'),
    align: column === 0 ? 'left' : 'right',
    editable: false,
    wrap: false,
    note: null,
    validation: null,
    clearsValidation: true,
  }));
}

function dayChart(days: readonly Total[], row: number): Chart {
  const people = days.reduce((sum, day) => sum + day.headcount, 0);
  const busiest = highest(days, (day) => day.headcount);
  const title =
    busiest === null
      ? ''
      : busiestDay(longDay(busiest.first.slot.day), busiest.headcount / Math.max(1, people));
  return {
    kind: 'column',
    title,
    description: days.map((day) => `${longDay(day.first.slot.day)} : ${day.headcount}`).join(' ; '),
    firstRow: row,
    lastRow: row + days.length,
    categories: 0,
    values: [2],
    row: 1,
    column: CHART_COLUMN,
  };
}

function siteChart(sites: readonly Total[], row: number): Chart {
  const fullest = highest(sites, share);
  return {
    kind: 'bar',
    title: fullest === null ? '' : fillingBySite(fullest.label, share(fullest)),
    description: sites.map((site) => `${site.label} : ${site.headcount} / ${site.places}`).join(' ; '),
    firstRow: row,
    lastRow: row + sites.length,
    categories: 0,
    values: [2, 3],
    row: 1 + CHART_HEIGHT,
    column: CHART_COLUMN,
  };
}

function highest(totals: readonly Total[], measure: (total: Total) => number): Total | null {
  return totals.reduce<Total | null>(
    (best, total) => (best === null || measure(total) > measure(best) ? total : best),
    null,
  );
}
