import type { SheetProtection } from '../model/sheet';
import { ServiceObject } from './bridge';
import type { Range } from './range';
import { User } from './session';
import type { Sheet } from './sheet';

/** A protection mirrors the file's editors, so protects nothing, until its list of editors changes. */
export class Protection extends ServiceObject {
  readonly serviceName = 'Protection';
  constructor(
    private readonly sheet: Sheet,
    readonly state: SheetProtection,
  ) {
    super();
  }
  getDescription(): string {
    return this.state.description;
  }
  setDescription(text: string): this {
    this.state.description = text;
    return this;
  }
  isWarningOnly(): boolean {
    return this.state.warningOnly;
  }
  setWarningOnly(on: boolean): this {
    this.state.warningOnly = on;
    return this;
  }
  getProtectionType(): string {
    return this.state.rect === null ? 'SHEET' : 'RANGE';
  }
  getRange(): Range {
    const { maxRows, maxColumns } = this.sheet.model;
    if (this.state.rect) return this.sheet.rangeOf(this.state.rect);
    const whole = { row: 1, column: 1, rows: maxRows, columns: maxColumns };
    return this.sheet.rangeOf(whole, { rows: true, columns: true });
  }
  setUnprotectedRanges(ranges: Range[]): this {
    this.state.unprotected = ranges.map((range) => range.rect);
    return this;
  }
  getUnprotectedRanges(): Range[] {
    return this.state.unprotected.map((rect) => this.sheet.rangeOf(rect));
  }
  canEdit(): boolean {
    return this.sheet.host.user.owner || (this.state.editors?.includes(this.sheet.host.user.email) ?? true);
  }
  canDomainEdit(): boolean {
    return false;
  }
  /** Until its list changes, the editors of the file. */
  getEditors(): User[] {
    const editors = this.sheet.getParent().getEditors();
    return this.state.editors === null
      ? editors
      : [...new Set([...this.state.editors, ...editors.slice(0, 1).map((owner) => owner.getEmail())])].map(
          (email) => new User(email),
        );
  }
  /** The owner and the current user can never be removed. */
  removeEditors(): this {
    this.state.editors = [this.sheet.host.user.email];
    return this;
  }
  addEditors(emails: string[]): this {
    this.state.editors = [...(this.state.editors ?? []), ...emails];
    return this;
  }
  addEditor(email: string): this {
    return this.addEditors([email]);
  }
  remove(): void {
    const { protections } = this.sheet.model;
    const at = protections.indexOf(this.state);
    if (at !== -1) protections.splice(at, 1);
  }
}
