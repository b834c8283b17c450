import type { Cell, Grid } from '../domain/grid';
import { now } from '../google/clock';
import { createForm, listenToForms } from '../google/forms';
import { type OpenSpreadsheet, openSpreadsheet } from '../google/spreadsheet';
import { FORMS_TEXT } from '../text/forms';
import { textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { type Offer, readOffer } from '../workbook/read/offer';
import { hasHeaders, readTable } from '../workbook/read/table';
import { REQUEST_STATES } from '../workbook/schema/inputs';
import { COUNT } from '../workbook/schema/tab-schema';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { dressHeaders, listColumn, makeRoom, textColumn } from '../google/linked-sheet';
import { type Answer, blocked, done } from './answer';
import { findTabs, readSettingsTab } from './find-tabs';
import { offeredSlots, requestPlan } from './form-plans';
import { makeFormAlone, openForm } from './linked-forms';
import { readWorkbook } from './read-workbook';
import { linkedTab, rememberForm } from './remembered-forms';

/** The function that the platform calls at each answer. */
export const LISTENER = 'onFormSubmitted';

/**
 * *Créer le formulaire de demande*: makes the form, and gives the tab that receives its answers the part of `Demandes`.
 * What that tab held already is copied there; the old tab stays under another name.
 */
export function createRequestForm(): Answer {
  return makeFormAlone(FORMS_TEXT.createRequest, 'requests', (book) => {
    const offer = readOffer(readWorkbook(book).grids, now(book.timeZone));
    const refusal = refusalOf(offer);
    if (offer === null || refusal !== null) return blocked(refusal ?? FORMS_TEXT.noOffer);
    const known = openForm(book, 'requests');
    const tab = linkedTab(book, 'requests');
    if (known !== null && tab !== null) {
      listenToForms(book, LISTENER);
      return done([FORMS_TEXT.already(tab, known.address)]);
    }
    const form = createForm(book, requestPlan(offer));
    const fresh = openSpreadsheet();
    const { name, moved, before } = takeThePartOf(fresh, form.sheetId);
    rememberForm(fresh, 'requests', form);
    listenToForms(fresh, LISTENER);
    return done([
      FORMS_TEXT.made(name, form.address),
      ...(moved > 0 && before !== null ? [FORMS_TEXT.moved(moved, before)] : []),
    ]);
  });
}

/** Why no form can be made today, or `null`. */
export function refusalOf(offer: Offer | null): string | null {
  if (offer === null) return FORMS_TEXT.noOffer;
  return offeredSlots(offer).length === 0 ? FORMS_TEXT.allPast : null;
}

interface Taken {
  readonly name: string;
  readonly moved: number;
  /** New name of the old tab; `null` when there was none, or nothing in it. */
  readonly before: string | null;
}

function takeThePartOf(book: OpenSpreadsheet, sheetId: number): Taken {
  const linked = book.tabOfSheet(sheetId) ?? '';
  const old = findTabs(book, readSettingsTab(book)).requests;
  const grid = old.exists ? book.read(old.name, 'all') : null;
  const rows = rowsToMove(grid);
  let before: string | null = null;
  if (old.exists && rows.length === 0) book.remove(old.name);
  else if (old.exists) {
    before = freeName(book, FORMS_TEXT.oldTab(old.name));
    book.rename(old.name, before);
  }
  book.rename(linked, old.name);
  addOwnColumns(book, old.name);
  if (rows.length > 0) copyRows(book, old.name, rows);
  return { name: old.name, moved: rows.length, before };
}

/** The rows of the old tab, by key of column. */
function rowsToMove(grid: Grid | null): readonly ReadonlyMap<string, Cell>[] {
  if (grid === null || !hasHeaders(grid, TABS.requests)) return [];
  const table = readTable(grid, TABS.requests, new ProblemLog());
  return (table?.rows ?? []).map(
    (row) => new Map(TABS.requests.columns.map(({ key }) => [key, row.cell(key)] as const)),
  );
}

/** `Statut` and `Suivi`, after the columns of the form. */
function addOwnColumns(book: OpenSpreadsheet, tab: string): void {
  const sheet = book.sheet(tab);
  const headers = (book.read(tab, 'nothing')?.cells[0] ?? []).map(textOf);
  if (sheet === null) return;
  const missing = ['Statut', 'Suivi'].filter(
    (name) => !headers.some((one) => matchKey(one) === matchKey(name)),
  );
  dressHeaders(sheet, [...headers, ...missing], TABS.requests.columns);
  const all = [...headers, ...missing];
  listColumn(sheet, all.indexOf('Statut') + 1, REQUEST_STATES);
  // What people type stays as they type it: `007`, `=1+1`.
  all.forEach((header, index) => {
    const known = TABS.requests.columns.find((column) => matchKey(column.header) === matchKey(header));
    if (index > 0 && known !== undefined && known.format !== COUNT.format) textColumn(sheet, index + 1);
  });
}

/** Below the header, column by column of the contract. */
function copyRows(book: OpenSpreadsheet, tab: string, rows: readonly ReadonlyMap<string, Cell>[]): void {
  const grid = book.read(tab, 'nothing');
  const sheet = book.sheet(tab);
  const table = grid === null ? null : readTable(grid, TABS.requests, new ProblemLog());
  if (sheet === null || table === null) return;
  makeRoom(sheet, table.headerRow + rows.length);
  for (const { key, format } of TABS.requests.columns) {
    const column = table.columns.get(key);
    if (column === undefined) continue;
    const values = rows.map((row) => {
      const cell = row.get(key) ?? '';
      return [typeof cell === 'object' ? cell.serial : cell];
    });
    const text = values.every(([value]) => typeof value === 'string');
    sheet
      .getRange(table.headerRow + 1, column, rows.length, 1)
      .setNumberFormat(text ? '@' : format)
      .setValues(values);
  }
}

export function freeName(book: OpenSpreadsheet, wanted: string): string {
  const taken = new Set(book.tabs().map(matchKey));
  let name = wanted;
  for (let count = 2; taken.has(matchKey(name)); count += 1) name = `${wanted} ${count}`;
  return name;
}
