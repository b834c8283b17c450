import { isListening } from '../google/forms';
import { ownAddress, remainingMails } from '../google/mail';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { DIAGNOSTIC_TEXT as TEXT } from '../text/diagnostic';
import { LISTENER } from './create-request-form';
import { type Checked, type DiagnosedEdition, good, toSee, wrong } from './diagnose';
import { openForm } from './linked-forms';
import { type FormKey, linkedTab, rememberedForms } from './remembered-forms';

/** What only the complete edition may ask of the account. */
export const COMPLETE: DiagnosedEdition = {
  name: TEXT.editions.complete,
  checks: [
    {
      key: 'account',
      look: () => {
        const address = ownAddress();
        const words = TEXT.account(address);
        return address === '' ? toSee(words, 'hidden') : good(words, 'known');
      },
    },
    {
      key: 'mail',
      look: () => {
        const left = remainingMails();
        return left > 0 ? good(TEXT.mail(left), `${left} left`) : toSee(TEXT.noMail, 'none left');
      },
    },
    { key: 'forms', look: (book) => formsFinding(book()) },
    {
      key: 'trigger',
      look: (book) => {
        if (keysOf(book()).length === 0) return good(TEXT.noNeedToListen, 'no form');
        return isListening(book(), LISTENER) ? good(TEXT.listening) : toSee(TEXT.notListening, 'none');
      },
    },
  ],
};

const FORM_KEYS: readonly FormKey[] = ['requests', 'availability'];

function keysOf(book: OpenSpreadsheet): readonly FormKey[] {
  const forms = rememberedForms(book);
  return FORM_KEYS.filter((key) => forms[key] !== undefined);
}

function formsFinding(book: OpenSpreadsheet): Checked {
  const keys = keysOf(book);
  const tabs = keys.flatMap((key) => linkedTab(book, key) ?? []);
  const lost = keys.filter((key) => openForm(book, key) === null);
  const technical = `${keys.length} forms, ${lost.length} out of reach`;
  return lost.length === 0
    ? good(TEXT.forms(tabs), technical)
    : wrong(TEXT.lostForms(lost.flatMap((key) => linkedTab(book, key) ?? [])), technical);
}
