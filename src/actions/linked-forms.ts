import { FormOfSheet } from '../google/forms';
import { askYesOrNo } from '../google/ui';
import { FORMS_TEXT } from '../text/forms';
import { act, alone } from './act';
import { type Answer, blocked } from './answer';
import { readMemory, writeMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { type HeaderRole, parseHeaderRoles } from '../workbook/read/header-roles';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { HEADER_ROLES } from './read-workbook';
import { FORMS, type FormKey, linkedTab, rememberedForms } from './remembered-forms';

/** The form itself, found through its tab; `null` when there is none or it is out of reach. */
export function openForm(book: OpenSpreadsheet, key: FormKey): FormOfSheet | null {
  const form = rememberedForms(book)[key];
  const tab = linkedTab(book, key);
  return form === undefined || tab === null ? null : FormOfSheet.open(book.sheet(tab), form.items);
}

/**
 * Makes a form in the document alone. When one sends its answers here already and is out of reach, staff are asked first,
 * outside the lock, whether the answers to it may be left unread.
 */
export function makeFormAlone(title: string, key: FormKey, make: (book: OpenSpreadsheet) => Answer): Answer {
  return act(title, () => {
    const first = alone<string>((book) => hiddenFormOf(book, key) ?? make(book));
    if (typeof first !== 'string') return first;
    if (!askYesOrNo(title, FORMS_TEXT.outOfReach(first), false)) return blocked(FORMS_TEXT.keptAsIs);
    return alone(make);
  });
}

/** The tab of a form that is deleted or not shared with whoever asks; `null` when there is none. */
function hiddenFormOf(book: OpenSpreadsheet, key: FormKey): string | null {
  const tab = linkedTab(book, key);
  const hidden = tab !== null && book.sheet(tab)?.getFormUrl() !== null && openForm(book, key) === null;
  return hidden ? tab : null;
}

/**
 * Remembers what the questions are called today: someone who rewords a question renames its column, and the column
 * still plays its part.
 */
export function learnTitles(book: OpenSpreadsheet, key: FormKey, form: FormOfSheet): void {
  const forms = rememberedForms(book);
  const remembered = forms[key];
  if (remembered === undefined) return;
  const titles = Object.fromEntries(form.titles());
  const memory = new Map(readMemory(book));
  memory.set(FORMS, JSON.stringify({ ...forms, [key]: { ...remembered, titles } }));
  if (key === 'requests') {
    const roles = parseHeaderRoles(memory.get(HEADER_ROLES));
    const learnt = rolesOfRequests(titles).filter(
      ({ seen }) => !roles.some((role) => role.key === 'requests' && role.confirmed && role.seen === seen),
    );
    if (learnt.length > 0) memory.set(HEADER_ROLES, JSON.stringify([...roles, ...learnt]));
  }
  const before = readMemory(book);
  const changed = [...memory].some(([name, text]) => before.get(name) !== text);
  if (changed) writeMemory(book, memory);
}

function rolesOfRequests(titles: Readonly<Record<string, string>>): readonly HeaderRole[] {
  return TABS.requests.columns.flatMap(({ key, header }): HeaderRole[] => {
    const seen = titles[key];
    if (seen === undefined || matchKey(seen) === matchKey(header)) return [];
    return [{ key: 'requests', seen, header, confirmed: true }];
  });
}
