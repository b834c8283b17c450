import type { Chart } from '../workbook/write/tab-content';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const COLOURS = ['#2f5bd7', '#c3cfef'];

/** Replaces the charts of a tab that the add-on writes whole. */
export function drawCharts(sheet: Sheet, charts: readonly Chart[]): void {
  sheet.getCharts().forEach((chart) => sheet.removeChart(chart));
  charts.forEach((chart) => draw(sheet, chart));
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
    .setOption('colors', COLOURS)
    .setOption('legend', { position: chart.values.length > 1 ? 'bottom' : 'none' })
    .setOption('width', 560)
    .setOption('height', 340);
  sheet.insertChart(builder.build());
}
