import { readMemory, writeMemory } from '../google/memory';
import type { LinkedForm } from '../google/forms';
import type { OpenSpreadsheet } from '../google/spreadsheet';

/** Name under which the forms of this workbook are remembered. */
export const FORMS = 'formulaires';

export type FormKey = 'requests' | 'availability';

/** A form of this workbook: the tab that receives its answers, and what its questions are called today. */
export interface RememberedForm extends LinkedForm {
  /** Headers by key, when they are no longer those that the form was made with. */
  readonly titles: Readonly<Record<string, string>>;
}

export type RememberedForms = Readonly<Partial<Record<FormKey, RememberedForm>>>;

export function rememberedForms(book: OpenSpreadsheet): RememberedForms {
  return parseForms(readMemory(book).get(FORMS));
}

function parseForms(text: string | undefined): RememberedForms {
  if (text === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed)) return {};
    const requests = formOf(parsed['requests']);
    const availability = formOf(parsed['availability']);
    return { ...(requests === null ? {} : { requests }), ...(availability === null ? {} : { availability }) };
  } catch {
    return {};
  }
}

function formOf(value: unknown): RememberedForm | null {
  if (!isRecord(value) || typeof value['sheetId'] !== 'number') return null;
  const items = Object.fromEntries(
    Object.entries(isRecord(value['items']) ? value['items'] : {}).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    ),
  );
  const titles = Object.fromEntries(
    Object.entries(isRecord(value['titles']) ? value['titles'] : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  return { sheetId: value['sheetId'], items, titles };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function rememberForm(book: OpenSpreadsheet, key: FormKey, form: LinkedForm): void {
  const forms = { ...rememberedForms(book), [key]: { sheetId: form.sheetId, items: form.items, titles: {} } };
  writeMemory(book, new Map([...readMemory(book), [FORMS, JSON.stringify(forms)]]));
}

/** Name of the tab that receives the answers to a form, whatever it is called today; `null` when it is gone. */
export function linkedTab(book: OpenSpreadsheet, key: FormKey): string | null {
  const form = rememberedForms(book)[key];
  return form === undefined ? null : book.tabOfSheet(form.sheetId);
}
