import { join } from 'node:path';
import { defaultCallOf } from '../../local/cli/answer';
import { fillTabs, type TypedTab } from '../../local/cli/fill-tabs';
import { LocalRuntime, type RuntimeOptions } from '../../local/execution';
import { readScriptFolder } from '../../local/execution/script-files';
import { WorkbookModel } from '../../local/model/workbook';

const FILES = readScriptFolder(join(__dirname, '../../dist'));
/** The edition with forms, messages, sharing and calendar. */
export const COMPLETE = { files: readScriptFolder(join(__dirname, '../../dist-complet')) } as const;
/** 30 November 2026, 9:00 in Paris. */
const NOW = Date.UTC(2026, 10, 30, 8);

export type Value = string | number | boolean | null;

/** The built add-on over a workbook in memory, as a member of staff uses it. */
export class Desk {
  readonly runtime: LocalRuntime;

  constructor(
    readonly workbook: WorkbookModel = WorkbookModel.blank(),
    options: Partial<RuntimeOptions> = {},
  ) {
    this.runtime = new LocalRuntime({ workbook, files: FILES, now: NOW, ...options });
    this.runtime.open();
  }

  /** A workbook that *Préparer le classeur* made and staff filled. */
  static prepared(tabs: readonly TypedTab[] = [], options: Partial<RuntimeOptions> = {}): Desk {
    const desk = new Desk(WorkbookModel.blank(), options);
    desk.click('Préparer le classeur');
    desk.fill(tabs);
    return desk;
  }

  fill(tabs: readonly TypedTab[]): void {
    fillTabs(this.workbook, tabs, 2026);
  }

  /** What the menu item answers, or what the window that it opens does by default. */
  click(label: string): AddonAnswer {
    const returned = this.runtime.click(label);
    const call = defaultCallOf(returned);
    return (call === null ? returned : this.runtime.call(call)) as AddonAnswer;
  }

  get tabs(): readonly string[] {
    return this.workbook.sheets.map((sheet) => sheet.name);
  }

  /** What a tab holds, from A1 to its last cell: dates are serial numbers, `null` is an empty cell. */
  values(tab: string): readonly (readonly Value[])[] {
    const sheet = this.workbook.sheetByName(tab);
    if (sheet === null) throw new Error(`There is no tab ${tab}.`);
    const { lastRow, lastColumn } = sheet;
    return Array.from({ length: lastRow }, (_, row) =>
      Array.from({ length: lastColumn }, (_, column) => sheet.get(row + 1, column + 1) ?? null),
    );
  }

  /** One object per row under the header row 1. */
  records(tab: string): readonly Readonly<Record<string, Value>>[] {
    const [headers = [], ...rows] = this.values(tab);
    return rows.map((row) =>
      Object.fromEntries(headers.map((header, column) => [String(header), row[column] ?? null])),
    );
  }

  column(tab: string, header: string): readonly Value[] {
    return this.records(tab).map((record) => record[header] ?? null);
  }

  /** Everything in every tab, to compare before and after. */
  snapshot(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.workbook.sheets.map(({ name }) => [name, this.values(name)]));
  }

  set(tab: string, row: number, column: number, value: Value): void {
    this.workbook.sheetByName(tab)?.set(row, column, value ?? undefined);
  }
}

export interface AddonAnswer {
  readonly status: 'done' | 'blocked' | 'failed';
  readonly lines: readonly string[];
  readonly summary?: Readonly<Record<string, number | boolean>>;
  readonly problems: readonly {
    readonly tab: string;
    readonly cell: string;
    readonly severity: string;
    readonly message: string;
  }[];
}
