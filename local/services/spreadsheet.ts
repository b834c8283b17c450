import type { SheetModel } from '../model/sheet';
import { isEmail } from '../model/forms/rules';
import { ServiceObject } from './bridge';
import type { SpreadsheetHost } from './host';
import { DeveloperMetadata } from './metadata';
import { readNotation } from './notation';
import type { Protection } from './protection';
import type { Range } from './range';
import { User } from './session';
import { Sheet, nameTaken } from './sheet';

export type ToastSink = (message: string, title: string, seconds: number) => void;

/** The spreadsheet file. */
export class Spreadsheet extends ServiceObject {
  readonly serviceName = 'Spreadsheet';
  private readonly wrapped = new Map<SheetModel, Sheet>();

  constructor(
    readonly host: SpreadsheetHost,
    private readonly showToast: ToastSink,
  ) {
    super();
  }

  getId(): string {
    return this.host.workbook.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.host.workbook.id}/edit`;
  }
  getName(): string {
    return this.host.workbook.name;
  }
  rename(name: string): void {
    this.host.workbook.name = name;
  }
  getSpreadsheetLocale(): string {
    return this.host.workbook.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    this.host.workbook.locale = locale === 'fr' ? 'fr_FR' : locale;
  }
  getSpreadsheetTimeZone(): string {
    return this.host.workbook.timeZone;
  }
  setSpreadsheetTimeZone(zone: string): void {
    this.host.workbook.timeZone = zone;
  }

  getSheets(): Sheet[] {
    return this.host.workbook.sheets.map((model) => this.wrap(model));
  }
  getNumSheets(): number {
    return this.host.workbook.sheets.length;
  }
  getSheetByName(name: string): Sheet | null {
    const model = this.host.workbook.sheetByName(name);
    return model && this.wrap(model);
  }
  getActiveSheet(): Sheet {
    const model = this.host.workbook.active ?? this.host.workbook.sheets[0];
    if (!model) throw new Error('The spreadsheet has no sheet.');
    return this.wrap(model);
  }
  getActiveRange(): Range {
    const sheet = this.getActiveSheet();
    return sheet.rangeOf(sheet.model.activeRect ?? { row: 1, column: 1, rows: 1, columns: 1 });
  }
  setActiveSheet(sheet: Sheet): Sheet {
    this.host.workbook.active = sheet.model;
    return sheet;
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }

  /** After the active sheet unless an index (from 0) is given; the new sheet becomes active. */
  insertSheet(name?: string | number, index?: number): Sheet {
    const { workbook } = this.host;
    const wanted = typeof name === 'string' ? name : this.freeName();
    const given = typeof name === 'number' ? name : index;
    if (wanted === '' || wanted.length > 100) throw new Error('The name of the sheet is not valid.');
    if (workbook.hasName(wanted)) throw new Error(nameTaken(wanted));
    const after = workbook.active ? workbook.sheets.indexOf(workbook.active) + 1 : workbook.sheets.length;
    const model = workbook.addSheet(wanted, given ?? after);
    workbook.active = model;
    return this.wrap(model);
  }
  deleteSheet(sheet: Sheet): void {
    const { workbook } = this.host;
    if (sheet.model.form) {
      throw new Error('You cannot delete a sheet with a linked form. Please unlink the form first.');
    }
    if (workbook.sheets.length === 1) throw new Error("You can't remove all the sheets in a document.");
    workbook.sheets.splice(workbook.sheets.indexOf(sheet.model), 1);
    if (workbook.active === sheet.model) workbook.active = workbook.sheets[0] ?? null;
  }
  moveActiveSheet(position: number): void {
    const { workbook } = this.host;
    const { active } = workbook;
    if (!active || position < 1 || position > workbook.sheets.length) {
      throw new Error('The position of the sheet is out of bounds.');
    }
    workbook.sheets.splice(workbook.sheets.indexOf(active), 1);
    workbook.sheets.splice(position - 1, 0, active);
  }

  /** Protections of every sheet, in the order of the sheets. */
  getProtections(type: unknown): Protection[] {
    return this.getSheets().flatMap((sheet) => sheet.getProtections(type));
  }

  getRange(notation: string): Range {
    const pointed = readNotation(notation, 1, 1);
    const sheet =
      pointed === null || pointed.sheet === null ? this.getActiveSheet() : this.getSheetByName(pointed.sheet);
    if (!sheet) throw new Error('Range not found');
    return sheet.getRange(notation);
  }
  getRangeByName(name: string): Range | null {
    const named = this.host.workbook.namedRanges.get(name);
    return named ? this.wrap(named.sheet).rangeOf(named.rect) : null;
  }
  setNamedRange(name: string, range: Range): void {
    this.host.workbook.namedRanges.set(name, { sheet: range.sheetModel, rect: range.rect });
  }
  removeNamedRange(name: string): void {
    this.host.workbook.namedRanges.delete(name);
  }

  addDeveloperMetadata(key: string, value: string): this {
    this.host.workbook.metadata.set(key, value);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    const { metadata } = this.host.workbook;
    return [...metadata.keys()].map((key) => new DeveloperMetadata(metadata, key));
  }

  /** The address of the form whose answers arrive in the first linked tab. */
  getFormUrl(): string | null {
    return this.host.workbook.sheets.find(({ form }) => form !== null)?.form?.viewUrl ?? null;
  }

  getOwner(): User {
    const { user, workbook } = this.host;
    return new User(workbook.owner ?? (user.owner ? user.email : 'proprietaire@example.org'));
  }
  getEditors(): User[] {
    return [this.getOwner(), ...usersOf(this.host.workbook.editors)];
  }
  getViewers(): User[] {
    return usersOf(this.host.workbook.viewers);
  }
  addEditor(address: string): this {
    return this.addEditors([address]);
  }
  addEditors(addresses: string[]): this {
    const { editors, viewers } = this.host.workbook;
    for (const address of requireAddresses(addresses)) {
      editors.add(address);
      viewers.delete(address);
    }
    return this;
  }
  /** Who can already write keeps that right. */
  addViewer(address: string): this {
    return this.addViewers([address]);
  }
  addViewers(addresses: string[]): this {
    const { editors, viewers } = this.host.workbook;
    for (const address of requireAddresses(addresses)) if (!editors.has(address)) viewers.add(address);
    return this;
  }
  removeEditor(address: string): this {
    this.host.workbook.editors.delete(normal(address));
    return this;
  }
  removeViewer(address: string): this {
    this.host.workbook.viewers.delete(normal(address));
    return this;
  }

  /** 5 seconds unless said; negative: until dismissed. */
  toast(message: string, title: string | null = null, seconds: number | null = null): void {
    this.showToast(message, title ?? '', seconds ?? 5);
  }

  private wrap(model: SheetModel): Sheet {
    let sheet = this.wrapped.get(model);
    if (!sheet) {
      sheet = new Sheet(this, model);
      this.wrapped.set(model, sheet);
    }
    return sheet;
  }

  private freeName(): string {
    const base = this.host.workbook.locale.startsWith('fr') ? 'Feuille ' : 'Sheet';
    for (let number = 1; ; number++) {
      if (!this.host.workbook.hasName(`${base}${number}`)) return `${base}${number}`;
    }
  }
}

/** Addresses are compared without case. */
const normal = (address: string): string => address.trim().toLowerCase();

/** All the addresses or none: one that is not an address shares nothing. */
function requireAddresses(addresses: readonly string[]): string[] {
  const wrong = addresses.find((address) => !isEmail(normal(address)));
  if (wrong !== undefined) throw new Error(`Invalid email: ${wrong}`);
  return addresses.map(normal);
}

const usersOf = (addresses: Iterable<string>): User[] => [...addresses].map((address) => new User(address));
