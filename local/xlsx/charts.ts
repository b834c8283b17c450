import type { Chart, SheetChart, WriteChartKind } from 'hucre';
import type { ChartModel } from '../model/sheet';
import type { Rect } from '../model/rect-layer';
import { qualifiedAddress, readQualified } from './addresses';

const KINDS: readonly (readonly [string, WriteChartKind])[] = [
  ['COLUMN', 'column'],
  ['BAR', 'bar'],
  ['LINE', 'line'],
  ['PIE', 'pie'],
  ['SCATTER', 'scatter'],
  ['AREA', 'area'],
];
const WIDTH_OF_COLUMN = 100;
const HEIGHT_OF_ROW = 21;

/**
 * A chart as a file says it: the first column holds the categories, each other one is a series. `headerText` gives the
 * name of a series. `null` when there is nothing to draw.
 */
export function fileChart(
  chart: ChartModel,
  headerText: (sheet: string, row: number, column: number) => string,
): SheetChart | null {
  const columns = chart.ranges.flatMap(({ sheet, rect }) =>
    Array.from({ length: rect.columns }, (_, index) => ({
      sheet,
      rect: { ...rect, column: rect.column + index, columns: 1 },
    })),
  );
  const [categories, ...series] = columns;
  if (!categories || series.length === 0) return null;
  const data = (part: { sheet: string; rect: Rect }): string => {
    const headers = Math.min(chart.headers, part.rect.rows - 1);
    return qualifiedAddress({
      sheet: part.sheet,
      rect: { ...part.rect, row: part.rect.row + headers, rows: part.rect.rows - headers },
    });
  };
  const { title, altText } = chart.options;
  const colours = Array.isArray(chart.options.colors) ? chart.options.colors.map(String) : [];
  const [width, height] = [Number(chart.options.width ?? 600), Number(chart.options.height ?? 371)];
  return {
    type: KINDS.find(([name]) => name === chart.type)?.[1] ?? 'column',
    ...(typeof title === 'string' && { title }),
    ...(typeof altText === 'string' && { altText }),
    ...(chart.options.isStacked === true && { barGrouping: 'stacked' as const }),
    ...(hasLabels(chart.options.series) && { dataLabels: { showValue: true } }),
    series: series.map((part, index) => ({
      ...(colours[index] !== undefined && { color: colours[index].replace('#', '') }),
      ...(chart.headers > 0 && { name: headerText(part.sheet, part.rect.row, part.rect.column) }),
      values: data(part),
      categories: data(categories),
    })),
    anchor: {
      from: { row: chart.row - 1, col: chart.column - 1 },
      to: {
        row: chart.row - 1 + Math.max(1, Math.round(height / HEIGHT_OF_ROW)),
        col: chart.column - 1 + Math.max(1, Math.round(width / WIDTH_OF_COLUMN)),
      },
    },
    ...(chart.options.legend === 'none' || isHiddenLegend(chart.options.legend)
      ? { legend: false as const }
      : {}),
  };
}

/** Whether each series shows its figures, as the option `series` of the platform says it. */
const hasLabels = (series: unknown): boolean =>
  typeof series === 'object' &&
  series !== null &&
  Object.values(series).some(
    (one: unknown) =>
      typeof one === 'object' && one !== null && 'dataLabel' in one && one.dataLabel === 'value',
  );

const isHiddenLegend = (legend: unknown): boolean =>
  typeof legend === 'object' && legend !== null && 'position' in legend && legend.position === 'none';

/**
 * A chart of a file as the platform describes it; `null` when its data are not ranges. Bars are taken for columns: the
 * reader does not tell them apart.
 */
export function sheetChart(chart: Chart, home: string, id: number): ChartModel | null {
  const references = (chart.series ?? []).flatMap((series, index) => {
    const parts = index === 0 ? [series.categoriesRef, series.valuesRef] : [series.valuesRef];
    return parts.flatMap((text) => (text === undefined ? [] : (readQualified(text, home) ?? [])));
  });
  if (references.length === 0) return null;
  const named = (chart.series ?? []).some((series) => series.name !== undefined);
  const headers = named && references.every(({ rect }) => rect.row > 1) ? 1 : 0;
  const ranges = references.map(({ sheet, rect }) => ({
    sheet,
    rect: { ...rect, row: rect.row - headers, rows: rect.rows + headers },
  }));
  const [kind = 'bar'] = chart.kinds;
  const anchor = chart.anchor?.from ?? { row: 0, col: 0 };
  const to = chart.anchor?.to;
  return {
    id,
    type: kind.startsWith('bar') ? 'COLUMN' : kind.replace('3D', '').toUpperCase(),
    ranges: joined(ranges),
    options: {
      ...(chart.title !== undefined && { title: chart.title }),
      ...(chart.legend === false && { legend: { position: 'none' } }),
      ...(to && {
        width: (to.col - anchor.col) * WIDTH_OF_COLUMN,
        height: (to.row - anchor.row) * HEIGHT_OF_ROW,
      }),
    },
    row: anchor.row + 1,
    column: anchor.col + 1,
    offsetX: 0,
    offsetY: 0,
    headers,
  };
}

/** Neighbouring columns of the same rows become one range again. */
function joined(ranges: ChartModel['ranges']): ChartModel['ranges'] {
  const result: ChartModel['ranges'] = [];
  for (const range of ranges) {
    const last = result[result.length - 1];
    const follows =
      last?.sheet === range.sheet &&
      last.rect.row === range.rect.row &&
      last.rect.rows === range.rect.rows &&
      last.rect.column + last.rect.columns === range.rect.column;
    if (last && follows) last.rect = { ...last.rect, columns: last.rect.columns + range.rect.columns };
    else result.push({ sheet: range.sheet, rect: range.rect });
  }
  return result;
}
