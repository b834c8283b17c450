/** The only list of functions that the platform may call. Each export becomes a top-level function of the script. */

export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu('Pix').addToUi();
}
