/** An item of a menu: its label and the top-level function that it calls. */
export interface MenuEntry {
  readonly label: string;
  readonly entryPoint: string;
}

/** Items behind one label. */
export interface MenuFolder {
  readonly label: string;
  readonly items: readonly MenuEntry[];
}

/** Adds a menu. Allowed before any authorisation: it names nothing but the bar of menus. */
export function addMenu(title: string, entries: readonly (MenuEntry | MenuFolder | 'separator')[]): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(title);
  for (const entry of entries) {
    if (entry === 'separator') menu.addSeparator();
    else if ('items' in entry)
      menu.addSubMenu(
        entry.items.reduce(
          (folder, { label, entryPoint }) => folder.addItem(label, entryPoint),
          ui.createMenu(entry.label),
        ),
      );
    else menu.addItem(entry.label, entry.entryPoint);
  }
  menu.addToUi();
}

/** Shows an answer; where there is no window to show it in (a trigger, a command), it is only returned. */
export function say(title: string, lines: readonly string[]): void {
  const ui = openUi();
  ui?.alert(title, lines.join('\n\n'), ui.ButtonSet.OK);
}

/** @returns `true` for yes; `byDefault` when there is no window to ask in or the window is closed */
export function askYesOrNo(title: string, question: string, byDefault: boolean): boolean {
  return askOrNot(title, question) ?? byDefault;
}

/** @returns `null` when there is no window to ask in or the window is closed */
export function askOrNot(title: string, question: string): boolean | null {
  const ui = openUi();
  if (ui === null) return null;
  const answer = ui.alert(title, question, ui.ButtonSet.YES_NO);
  if (answer === ui.Button.YES) return true;
  return answer === ui.Button.NO ? false : null;
}

/** Shows a message in a corner of the spreadsheet, for some seconds. */
export function notify(title: string, message: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(message, title, 15);
}

/** Shows a tab, if that can be done: nothing depends on it. */
export function bringToFront(sheet: GoogleAppsScript.Spreadsheet.Sheet | null): void {
  try {
    if (sheet !== null) SpreadsheetApp.setActiveSheet(sheet);
  } catch {
    // What was written is there, in a tab behind another one.
  }
}

/** Selects cells (`D14`, `D:D`, `14:14`; empty: the tab alone). @returns `false` when they are no longer there */
export function selectCells(tab: string, cells: string): boolean {
  const file = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = file.getSheetByName(tab);
  if (sheet === null) return false;
  try {
    if (cells === '') file.setActiveSheet(sheet);
    else file.setActiveRange(sheet.getRange(cells));
    return true;
  } catch {
    return false;
  }
}

function openUi(): GoogleAppsScript.Base.Ui | null {
  try {
    return SpreadsheetApp.getUi();
  } catch {
    return null;
  }
}
