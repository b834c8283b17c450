/** Shows a page in a window over the spreadsheet. Sizes in pixels. */
export function showPage(title: string, html: string, width: number, height: number): void {
  const output = HtmlService.createHtmlOutput(html).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(output, title);
}
