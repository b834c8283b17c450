import type { WindowPage } from '../dialogs/window-page';
import { readHtmlFile } from './html';

/** How a page is shown, and the data that it starts with. */
export interface ShownPage<Data> {
  readonly title: string;
  readonly data: Data;
}

/** Sizes in pixels. */
export interface ShownWindow<Data> extends ShownPage<Data> {
  readonly width: number;
  readonly height: number;
}

/** Shows a window over the spreadsheet, which waits until it is closed. */
export function showWindow<Data>(page: WindowPage<Data>, shown: ShownWindow<Data>): void {
  const output = pageOutput(page, shown.data).setWidth(shown.width).setHeight(shown.height);
  SpreadsheetApp.getUi().showModalDialog(output, shown.title);
}

/** Shows a page beside the spreadsheet, which stays at hand. */
export function showSidebar<Data>(page: WindowPage<Data>, { title, data }: ShownPage<Data>): void {
  SpreadsheetApp.getUi().showSidebar(pageOutput(page, data).setTitle(title));
}

/** The element of the page that waits for its data. */
const DATA = /(<script type="application\/json" id="window-data">)null(<\/script>)/;

function pageOutput<Data>({ folder }: WindowPage<Data>, data: Data): GoogleAppsScript.HTML.HtmlOutput {
  const html = readHtmlFile(`window_${folder}`).replace(
    DATA,
    (_, start: string, end: string) => `${start}${inertJson(data)}${end}`,
  );
  return HtmlService.createHtmlOutput(html);
}

/** JSON that cannot close its element, whatever the texts in it hold. */
function inertJson(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
