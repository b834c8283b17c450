import { movedRect, type LineChange } from './line-change';
import type { Rect } from './rect-layer';
import { DEFAULT_COLUMNS, DEFAULT_ROWS, SheetModel } from './sheet';

/** A spreadsheet file in memory. */
export class WorkbookModel {
  readonly id: string;
  name: string;
  locale: string;
  timeZone: string;
  readonly sheets: SheetModel[] = [];
  readonly namedRanges = new Map<string, { sheet: SheetModel; rect: Rect }>();
  readonly metadata = new Map<string, string>();
  active: SheetModel | null = null;
  /** Address of the owner, when scripts of this account made the file. */
  owner: string | null = null;
  /** Addresses of those with whom the file is shared, besides its owner. */
  readonly editors = new Set<string>();
  readonly viewers = new Set<string>();
  private nextSheetId = 0;

  constructor(options: { id?: string; name?: string; locale?: string; timeZone?: string } = {}) {
    this.id = options.id ?? 'local-spreadsheet';
    this.name = options.name ?? 'Classeur';
    this.locale = options.locale ?? 'fr_FR';
    this.timeZone = options.timeZone ?? 'Europe/Paris';
  }

  /** A blank spreadsheet as the platform makes it: one tab of 1000 × 26 with its localised name. */
  static blank(options: ConstructorParameters<typeof WorkbookModel>[0] = {}): WorkbookModel {
    const workbook = new WorkbookModel(options);
    workbook.addSheet(workbook.locale.startsWith('fr') ? 'Feuille 1' : 'Sheet1');
    return workbook;
  }

  addSheet(
    name: string,
    index = this.sheets.length,
    rows = DEFAULT_ROWS,
    columns = DEFAULT_COLUMNS,
  ): SheetModel {
    const sheet = new SheetModel(name, this.nextSheetId++, rows, columns);
    sheet.onChange = (change) => this.moveNames(sheet, change);
    this.sheets.splice(index, 0, sheet);
    this.active ??= sheet;
    return sheet;
  }

  /** Names are compared as the platform finds them: exactly. */
  sheetByName(name: string): SheetModel | null {
    return this.sheets.find((sheet) => sheet.name === name) ?? null;
  }

  /** Names clash whatever their case. */
  hasName(name: string): boolean {
    return this.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  private moveNames(sheet: SheetModel, change: LineChange): void {
    for (const [name, named] of this.namedRanges) {
      if (named.sheet !== sheet) continue;
      const rect = movedRect(named.rect, change);
      if (rect) this.namedRanges.set(name, { sheet, rect });
      else this.namedRanges.delete(name);
    }
  }
}
