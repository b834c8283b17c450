import type { Grid } from '../domain/grid';
import { wallClock } from '../domain/instant';
import type { CellExtras } from '../workbook/write/kept-table';
import { cellOf } from './cells';

/** The spreadsheet that the user has open, as the rest of the house needs it. */
export interface OpenSpreadsheet {
  /** Names of the tabs, hidden ones included, in order. */
  readonly tabs: () => readonly string[];
  /**
   * Every cell that holds something, from A1; `null` when there is no such tab. One read, and another for what is
   * seen in the cells.
   */
  readonly read: (tab: string, shown: 'nothing' | 'first column' | 'all') => Grid | null;
  readonly timeZone: string;
  /** Formats, notes and formulas of the same cells. Three reads. */
  readonly readExtras: (tab: string) => CellExtras | null;
  /** The sheet behind a tab, for the other adapters. */
  readonly sheet: (tab: string) => GoogleAppsScript.Spreadsheet.Sheet | null;
  /** Name of the tab of an identifier that never changes; `null` when it is gone. */
  readonly tabOfSheet: (id: number) => string | null;
  /** Gives a tab another name. */
  readonly rename: (tab: string, name: string) => void;
  /** Adds an empty tab at the end; the tab that the user looks at stays in front. */
  readonly create: (tab: string) => GoogleAppsScript.Spreadsheet.Sheet;
  readonly remove: (tab: string) => void;
  /** Makes sure that what was written is written. */
  readonly flush: () => void;
  readonly file: GoogleAppsScript.Spreadsheet.Spreadsheet;
}

export function openSpreadsheet(): OpenSpreadsheet {
  return openFile(SpreadsheetApp.getActiveSpreadsheet());
}

/** The same over any spreadsheet that the script may open. */
export function openFile(file: GoogleAppsScript.Spreadsheet.Spreadsheet): OpenSpreadsheet {
  const sheets = new Map(file.getSheets().map((sheet) => [sheet.getName(), sheet]));
  const timeZone = file.getSpreadsheetTimeZone();
  const toSerial = wallClock(timeZone);
  return {
    tabs: () => [...sheets.keys()],
    sheet: (tab) => sheets.get(tab) ?? null,
    file,
    create: (tab) => {
      const inFront = file.getActiveSheet();
      const sheet = file.insertSheet(tab, sheets.size);
      file.setActiveSheet(inFront);
      sheets.set(tab, sheet);
      return sheet;
    },
    tabOfSheet: (id) => {
      for (const [tab, sheet] of sheets) if (sheet.getSheetId() === id) return tab;
      return null;
    },
    rename: (tab, name) => {
      const sheet = sheets.get(tab);
      if (sheet === undefined) return;
      sheet.setName(name);
      sheets.delete(tab);
      sheets.set(name, sheet);
    },
    flush: () => SpreadsheetApp.flush(),
    remove: (tab) => {
      const sheet = sheets.get(tab);
      if (sheet === undefined || sheets.size === 1) return;
      file.deleteSheet(sheet);
      sheets.delete(tab);
    },
    timeZone,
    read: (tab, wanted) => {
      const sheet = sheets.get(tab);
      if (sheet === undefined) return null;
      const range = sheet.getDataRange();
      const values = range.getValues();
      const shown =
        wanted === 'nothing'
          ? null
          : wanted === 'all'
            ? range.getDisplayValues()
            : sheet.getRange(1, 1, values.length, 1).getDisplayValues();
      const cells = values.map((row, index) =>
        row.map((value, column) => cellOf(value, shown?.[index]?.[column], toSerial)),
      );
      return { tab, cells, shown };
    },
    readExtras: (tab) => {
      const range = sheets.get(tab)?.getDataRange();
      if (range === undefined) return null;
      return { formats: range.getNumberFormats(), notes: range.getNotes(), formulas: range.getFormulas() };
    },
  };
}
