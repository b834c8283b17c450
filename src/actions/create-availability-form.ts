import { now } from '../google/clock';
import { createForm, listenToForms } from '../google/forms';
import { dressHeaders, textColumn } from '../google/linked-sheet';
import { type OpenSpreadsheet, openSpreadsheet } from '../google/spreadsheet';
import { AVAILABILITY_FORM, FORMS_TEXT } from '../text/forms';
import { textOf } from '../workbook/cells/text';
import { readOffer } from '../workbook/read/offer';
import { formAnswersTab } from '../workbook/schema/form-answers';
import { matchKey } from '../workbook/text-match';
import { type Answer, blocked, done } from './answer';
import { freeName, LISTENER, refusalOf } from './create-request-form';
import { availabilityPlan } from './form-plans';
import { makeFormAlone, openForm } from './linked-forms';
import { readWorkbook } from './read-workbook';
import { linkedTab, rememberForm } from './remembered-forms';

/** *Créer le formulaire de disponibilité*: the form that students fill, and the tab that receives their answers. */
export function createAvailabilityForm(): Answer {
  return makeFormAlone(FORMS_TEXT.createAvailability, 'availability', (book) => {
    const offer = readOffer(readWorkbook(book).grids, now(book.timeZone));
    const refusal = refusalOf(offer);
    if (offer === null || refusal !== null) return blocked(refusal ?? FORMS_TEXT.noOffer);
    const known = openForm(book, 'availability');
    const tab = linkedTab(book, 'availability');
    if (known !== null && tab !== null) {
      listenToForms(book, LISTENER);
      return done([FORMS_TEXT.already(tab, known.address)]);
    }
    const form = createForm(book, availabilityPlan(offer));
    const fresh = openSpreadsheet();
    const name = freeName(fresh, AVAILABILITY_FORM.tab);
    fresh.rename(fresh.tabOfSheet(form.sheetId) ?? '', name);
    dress(fresh, name);
    rememberForm(fresh, 'availability', form);
    listenToForms(fresh, LISTENER);
    return done([FORMS_TEXT.made(name, form.address)]);
  });
}

function dress(book: OpenSpreadsheet, tab: string): void {
  const sheet = book.sheet(tab);
  const headers = (book.read(tab, 'nothing')?.cells[0] ?? []).map(textOf);
  if (sheet === null) return;
  const all = headers.some((header) => matchKey(header) === 'suivi') ? headers : [...headers, 'Suivi'];
  dressHeaders(sheet, all, formAnswersTab.columns);
  // A number that begins with a zero stays as it was typed, and an answer that looks like a formula stays a text.
  all.forEach((header, index) => {
    if (index > 0 && header !== '') textColumn(sheet, index + 1);
  });
}
