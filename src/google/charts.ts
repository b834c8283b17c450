import type { Chart } from '../workbook/write/tab-content';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Of one or two series; of more, which stand for sites, colours that differ in lightness too. */
const COLOURS = ['#2f5bd7', '#c3cfef'];
const MANY_COLOURS = ['#2f5bd7', '#8fb3f2', '#1e7d4f', '#a6d3b8', '#9a5b00'];

/** Pixels: of a chart across unless it is told, and of the rows and columns of a new tab. */
const CHART_WIDTH = 600;
const ROW = 21;
const COLUMN = 100;

/** Replaces the charts of a tab that the add-on writes whole. */
export function drawCharts(sheet: Sheet, charts: readonly Chart[]): void {
  makeRoom(sheet, charts);
  sheet.getCharts().forEach((chart) => sheet.removeChart(chart));
  charts.forEach((chart) => draw(sheet, chart));
}

/** A chart stands on cells: the tab gets as many as its charts cover. */
function makeRoom(sheet: Sheet, charts: readonly Chart[]): void {
  const bottom = Math.max(0, ...charts.map(({ row, height }) => row + Math.ceil(height / ROW) + 1));
  const right = Math.max(0, ...charts.map(({ column }) => column + Math.ceil(CHART_WIDTH / COLUMN) + 1));
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (bottom > rows) sheet.insertRowsAfter(rows, bottom - rows);
  if (right <= columns) return;
  // New columns look like the last one, whose titles are coloured.
  sheet.insertColumnsAfter(columns, right - columns);
  sheet.getRange(1, columns + 1, Math.max(bottom, rows), right - columns).clear();
}

function draw(sheet: Sheet, chart: Chart): void {
  const rows = chart.lastRow - chart.firstRow + 1;
  const builder = chart.kind === 'column' ? sheet.newChart().asColumnChart() : sheet.newChart().asBarChart();
  builder.addRange(sheet.getRange(chart.firstRow + 1, chart.categories + 1, rows, 1));
  for (const column of chart.values) {
    builder.addRange(sheet.getRange(chart.firstRow + 1, column + 1, rows, 1));
  }
  builder
    .setNumHeaders(1)
    .setPosition(chart.row + 1, chart.column + 1, 0, 0)
    .setOption('title', chart.title)
    .setOption('altText', chart.description)
    .setOption('colors', chart.values.length > COLOURS.length ? MANY_COLOURS : COLOURS)
    .setOption('isStacked', chart.stacked)
    .setOption('legend', { position: chart.values.length > 1 ? 'top' : 'none' })
    // Each figure stands on its bar.
    .setOption('series', Object.fromEntries(chart.values.map((_, at) => [at, { dataLabel: 'value' }])))
    .setOption('height', chart.height);
  // Days without sessions leave no hole.
  if (chart.kind === 'column') builder.setOption('treatLabelsAsText', true);
  sheet.insertChart(builder.build());
}
