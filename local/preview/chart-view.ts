import { displayOf } from '../model/display';
import type { ChartModel, SheetModel, Value } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import type { ChartView } from './protocol';

interface Column {
  readonly cells: readonly { readonly value: Value | undefined; readonly text: string }[];
}

/** The charts of a tab with the numbers that they show: first column of the ranges for the names, one series for each other. */
export function chartViews(workbook: WorkbookModel, sheet: SheetModel): ChartView[] {
  return sheet.charts.map((chart) => chartView(workbook, chart));
}

function chartView(workbook: WorkbookModel, chart: ChartModel): ChartView {
  const columns = chart.ranges.flatMap(({ sheet: name, rect }) => {
    const source = workbook.sheetByName(name);
    return source ? columnsOf(workbook, source, rect) : [];
  });
  const [names, ...numbers] = columns;
  const hasHeader =
    chart.headers > 0 ||
    (numbers.length > 0 && numbers.every(({ cells }) => typeof cells[0]?.value === 'string'));
  const skip = hasHeader ? Math.max(1, chart.headers) : 0;
  const options = chart.options;
  return {
    id: chart.id,
    type: chart.type,
    title: textOf(options['title']),
    row: chart.row,
    column: chart.column,
    offsetX: chart.offsetX,
    offsetY: chart.offsetY,
    width: numberOf(options['width'], 600),
    height: numberOf(options['height'], 371),
    stacked: options['isStacked'] === true || String(options['isStacked']).includes('percent'),
    colors: Array.isArray(options['colors']) ? options['colors'].map(String) : [],
    categories: names?.cells.slice(skip).map(({ text }) => text) ?? [],
    series: numbers.map(({ cells }) => ({
      name: hasHeader ? (cells[skip - 1]?.text ?? '') : '',
      values: cells.slice(skip).map(({ value }) => (typeof value === 'number' ? value : 0)),
      texts: cells.slice(skip).map(({ text }) => text),
    })),
  };
}

function columnsOf(
  workbook: WorkbookModel,
  sheet: SheetModel,
  rect: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
): Column[] {
  const last = Math.min(rect.row + rect.rows - 1, sheet.lastRow);
  return Array.from({ length: rect.columns }, (_, index) => {
    const column = rect.column + index;
    const cells = [];
    for (let row = rect.row; row <= last; row++) {
      const value = sheet.get(row, column);
      cells.push({
        value,
        text: displayOf(value, sheet.styles.numberFormat.get(row, column), workbook.locale),
      });
    }
    return { cells };
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value > 0 ? value : otherwise;
