import type { Rect } from '../model/rect-layer';
import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';

/** Who is at the keyboard. */
export interface LocalUser {
  readonly email: string;
  readonly owner: boolean;
}

/** What the spreadsheet services need to know of the world around them. */
export class SpreadsheetHost {
  /** Tabs touched since the last `takeTouched`, for whoever shows the workbook. */
  constructor(
    readonly workbook: WorkbookModel,
    readonly user: LocalUser,
    private readonly clock: () => number,
  ) {}

  now(): number {
    return this.clock();
  }

  /** The year that completes a date typed without one. */
  year(): number {
    return new Date(this.clock()).getFullYear();
  }

  /** Throws when the user may not write there: a protection that does not only warn, without this user as editor. */
  requireUnprotected(sheet: SheetModel, rect: Rect): void {
    if (this.user.owner) return;
    for (const protection of sheet.protections) {
      if (
        protection.warningOnly ||
        protection.editors === null ||
        protection.editors.includes(this.user.email)
      )
        continue;
      const concerned = protection.rect === null || overlap(protection.rect, rect);
      const excepted = protection.unprotected.some((free) => contains(free, rect));
      if (concerned && !excepted) {
        throw new Error(
          'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
        );
      }
    }
  }
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

const contains = (outer: Rect, inner: Rect): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;
