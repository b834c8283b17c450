import type { PlanningFigures } from '../../domain/figures';
import type { BoundReason } from '../../domain/plan';
import type { Priority } from '../../domain/settings';
import type { Cell } from '../../domain/grid';
import {
  SUMMARY_TEXT as TEXT,
  dayFinding,
  provenOrBound,
  sessionFinding,
  siteFinding,
  toKnowOfFilling,
  toKnowOfPriority,
  toKnowOfSeated,
  toKnowOfUnseated,
} from '../../text/summary';
import { proofSentences } from '../../text/proof';
import { type NumberedPlan, type NumberedSession, headcount } from './numbered-plan';
import { type ChartedTable, summaryCharts } from './summary-charts';
import {
  type Line,
  PERCENT,
  type Total,
  WHOLE,
  WIDTH,
  dayLines,
  daysBySite,
  sessionLines,
  share,
  siteLines,
  totalOf,
  totals,
} from './summary-tables';
import type { ColumnLook, Strip, TabContent } from './tab-content';

/** What `Synthèse` tells. */
export interface SummaryParts {
  readonly figures: PlanningFigures;
  readonly numbered: NumberedPlan;
  readonly bound: BoundReason | null;
  readonly priority: Priority;
  /** What would seat more people, in sentences. */
  readonly helps: readonly string[];
}

/** The whole tab: key figures, what the charts show, then one table per site, day and session beside the charts. */
export function summaryContent(tab: string, parts: SummaryParts): TabContent {
  const open = parts.numbered.sessions.filter((session) => session.state !== 'cancelled');
  const bySite = totals(open, (session) => session.room.site);
  const byDay = totals(open, (session) => session.slot.day);
  const figures = keyFigures(parts, open);
  const crossed = daysBySite(open, byDay, bySite);
  const top = [...figures, ...whyLines(parts), ...findingLines(open, byDay, bySite)];
  const tables = [siteLines(bySite), dayLines(byDay), crossed?.lines ?? [], sessionLines(open)];
  const lines = [...top, ...tables.flatMap((table) => (table.length === 0 ? [] : [blank, ...table]))];
  const tableAt = (index: number): ChartedTable => ({
    row:
      top.length +
      tables.slice(0, index).reduce((sum, { length }) => sum + (length === 0 ? 0 : length + 1), 1),
    count: (tables[index]?.length ?? 1) - 1,
  });
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
    charts: summaryCharts(open, byDay, bySite, {
      sites: tableAt(0),
      days: tableAt(1),
      daysBySite: crossed === null ? null : { ...tableAt(2), sites: crossed.sites.length },
      sessions: tableAt(3),
    }),
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

/** What the charts say, for who cannot see them; the tables below have the figures. */
function findingLines(
  open: readonly NumberedSession[],
  days: readonly Total[],
  sites: readonly Total[],
): readonly Line[] {
  if (open.length === 0) return [];
  const sentences = [
    dayFinding(days.map((day) => ({ day: day.first.slot.day, people: day.headcount }))),
    sessionFinding(
      open.map((session) => ({
        number: session.number,
        filling: share({ headcount: headcount(session), places: session.room.places }),
      })),
    ),
    siteFinding(sites.map((site) => ({ site: site.label, filling: share(site) }))),
  ];
  return [
    blank,
    { cells: [TEXT.findings], look: 'section' },
    ...sentences.map((sentence): Line => ({ cells: [`${sentence}.`] })),
  ];
}

/** Characters of a line as wide as the table. */
const LINE = 115;

/** Why there are not fewer sessions, and what would seat more people, in lines that fit. */
function whyLines(parts: SummaryParts): readonly Line[] {
  return [
    ...sentences(TEXT.whyNotFewer, proofSentences(parts.bound, parts.figures.sessions)),
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
