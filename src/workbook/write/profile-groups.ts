import type { Cell } from '../../domain/grid';
import { PROFILE_GROUPS_TEXT as TEXT } from '../../text/profile-groups';
import type { Areas } from '../schema/profiles';
import { type Picture, type ProfilePicture, shareOf } from './profile-picture';
import type { Chart, ColumnLook, Strip, TabContent } from './tab-content';

const WIDTH = 6;
const WHOLE = '#,##0';
const PERCENT = '0%';
const CHART_COLUMN = WIDTH + 1;
/** Rows that a chart of the usual height stands on. */
const CHART_ROWS = 18;
const CHART_HEIGHT = 340;
/** Of the chart of the groups: its title and axis, then each bar. */
const CHART_MARGIN = 120;
const BAR_HEIGHT = 28;

interface Line {
  readonly cells: readonly Cell[];
  readonly formats?: readonly string[];
  readonly look?: 'section';
}

/** The tab `Profils par groupe`: scores by group, then by area, then both, with a chart of each of the first two. */
export function profileGroupsContent(tab: string, picture: ProfilePicture, areas: Areas): TabContent {
  const groups = groupLines(picture);
  const byArea = areaLines(picture, areas);
  const both = bothLines(picture, areas);
  const blank: Line = { cells: [] };
  const lines = [...groups, blank, ...byArea, blank, ...both];
  const areaRow = groups.length + 1;
  return {
    tab,
    colour: 'result',
    rows: lines.map(({ cells }) => padded(cells)),
    columns: columnLooks(lines),
    formulas: [],
    notes: [],
    links: [],
    cellValidations: [],
    strips: lines.flatMap((line, row): Strip[] =>
      line.look === undefined ? [] : [{ row, rows: 1, column: 0, columns: WIDTH, look: line.look }],
    ),
    charts:
      picture.all.profiles === 0
        ? []
        : [areaChart(picture, areas, areaRow), groupChart(picture, groups.length - 1)],
    gridRows: lines.length,
    filter: false,
  };
}

function groupLines({ all, groups, maximum }: ProfilePicture): readonly Line[] {
  const line = (picture: Picture): Line => ({
    cells: [
      picture.label,
      picture.students,
      picture.profiles,
      picture.certifiable,
      known(picture.score),
      known(shareOf(picture.score, maximum.score)),
    ],
    formats: ['@', WHOLE, WHOLE, WHOLE, WHOLE, PERCENT],
  });
  return [
    {
      cells: [
        TEXT.group,
        TEXT.students,
        TEXT.profiles,
        TEXT.certifiable,
        TEXT.meanScore,
        TEXT.shareOf(maximum.score),
      ],
    },
    line(all),
    ...groups.map(line),
  ];
}

function areaLines({ all, maximum }: ProfilePicture, areas: Areas): readonly Line[] {
  return [
    { cells: [TEXT.area, TEXT.meanPix, TEXT.maximum, TEXT.share], look: 'section' },
    ...areas.map(({ name }, rank): Line => ({
      cells: [
        name,
        known(all.areas[rank] ?? null),
        maximum.areas[rank] ?? '',
        known(shareOf(all.areas[rank] ?? null, maximum.areas[rank] ?? 0)),
      ],
      formats: ['@', WHOLE, WHOLE, PERCENT],
    })),
  ];
}

function bothLines({ all, groups, maximum }: ProfilePicture, areas: Areas): readonly Line[] {
  const line = (picture: Picture): Line => ({
    cells: [
      picture.label,
      ...areas.map((_, rank) => known(shareOf(picture.areas[rank] ?? null, maximum.areas[rank] ?? 0))),
    ],
    formats: ['@', ...areas.map(() => PERCENT)],
  });
  return [
    { cells: [TEXT.shareByArea, ...areas.map(({ name }) => name)], look: 'section' },
    line(all),
    ...groups.map(line),
  ];
}

const known = (value: number | null): Cell => value ?? '';

function padded(cells: readonly Cell[]): readonly Cell[] {
  return Array.from({ length: WIDTH }, (_, column) => cells[column] ?? '');
}

function columnLooks(lines: readonly Line[]): readonly ColumnLook[] {
  return Array.from({ length: WIDTH }, (_, column) => ({
    width: column === 0 ? 210 : 105,
    format: lines.slice(1).map((line) => line.formats?.[column] ?? '@'),
    align: column === 0 ? 'left' : 'right',
    editable: false,
    wrap: true,
    note: column === 0 ? TEXT.explanation : null,
    validation: null,
    clearsValidation: true,
  }));
}

function areaChart({ all, maximum }: ProfilePicture, areas: Areas, row: number): Chart {
  const shares = areas.map(({ name }, rank) => ({
    name,
    share: shareOf(all.areas[rank] ?? null, maximum.areas[rank] ?? 0) ?? 0,
  }));
  const weakest = [...shares].sort((a, b) => a.share - b.share)[0];
  return {
    kind: 'bar',
    title: weakest === undefined ? '' : TEXT.weakestArea(weakest.name, weakest.share),
    description: shares.map(({ name, share }) => TEXT.described(name, share)).join(' ; '),
    firstRow: row,
    lastRow: row + areas.length,
    categories: 0,
    values: [3],
    stacked: false,
    row: 1,
    column: CHART_COLUMN,
    height: CHART_HEIGHT,
  };
}

/** @param last row of the last group */
function groupChart({ all, groups, maximum }: ProfilePicture, last: number): Chart {
  const share = (picture: Picture): number => shareOf(picture.score, maximum.score) ?? 0;
  return {
    kind: 'bar',
    title: TEXT.meanShare(share(all), maximum.score),
    description: groups.map((group) => TEXT.described(group.label, share(group))).join(' ; '),
    firstRow: 0,
    lastRow: last,
    categories: 0,
    values: [5],
    stacked: false,
    row: 1 + CHART_ROWS,
    column: CHART_COLUMN,
    height: groupChartHeight(last),
  };
}

const groupChartHeight = (bars: number): number => CHART_MARGIN + bars * BAR_HEIGHT;
