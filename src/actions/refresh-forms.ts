import { now } from '../google/clock';
import { listenToForms } from '../google/forms';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { AVAILABILITY_FORM, FORMS_TEXT, REQUEST_FORM } from '../text/forms';
import { readOffer } from '../workbook/read/offer';
import { actAlone } from './act';
import { type Answer, blocked, done } from './answer';
import { LISTENER, refusalOf } from './create-request-form';
import { availabilityChoices, type Choices, requestChoices } from './form-plans';
import { takeAnswers } from './take-answers';
import { learnTitles, openForm } from './linked-forms';
import { readWorkbook, type WorkbookReading } from './read-workbook';
import { type FormKey, linkedTab } from './remembered-forms';
import { recoverLost } from './recover-lost';
import { reviewNewRequests } from './review-requests';
import { sendReceipts } from './send-receipts';

/**
 * *Actualiser les formulaires*: offers the slots and sites of today, recognises questions that were reworded, fetches
 * the answers that never reached their tab, and checks all that nobody has decided on.
 */
export function refreshForms(): Answer {
  return actAlone(FORMS_TEXT.refresh, (book) => {
    const offer = readOffer(readWorkbook(book).grids, now(book.timeZone));
    const refusal = refusalOf(offer);
    if (offer === null || refusal !== null) return blocked(refusal ?? FORMS_TEXT.noOffer);
    if (linkedTab(book, 'requests') === null && linkedTab(book, 'availability') === null)
      return blocked(FORMS_TEXT.noForm);
    listenToForms(book, LISTENER);
    const requests = refresh(book, 'requests', requestChoices(offer));
    const availability = refresh(book, 'availability', availabilityChoices(offer));
    const changed = [
      ...(requests.changed ? [REQUEST_FORM.title] : []),
      ...(availability.changed ? [AVAILABILITY_FORM.title] : []),
    ];
    const recovered = recoverLost(book, 'requests') + recoverLost(book, 'availability');
    const checked = reviewNewRequests(book, readWorkbook(book), { again: true });
    const reading = readWorkbook(book);
    const moved = requestsMoved(reading);
    const taken = takeAnswers(book, reading);
    sendReceipts(book);
    const lost = [...requests.lost, ...availability.lost].map(FORMS_TEXT.lost);
    const lines = [
      FORMS_TEXT.refreshed(changed),
      ...(recovered > 0 ? [FORMS_TEXT.recovered(recovered)] : []),
      ...(checked > 0 ? [FORMS_TEXT.checked(checked)] : []),
      ...(moved > 0 ? [FORMS_TEXT.requestsMoved(moved)] : []),
      ...taken.lines,
      ...lost,
    ];
    return lost.length > 0 ? { status: 'blocked', lines, problems: [] } : done(lines);
  });
}

/** Accepted requests of which a slot has moved since: it no longer counts for them. */
function requestsMoved({ problems, tabs }: WorkbookReading): number {
  const rows = problems.flatMap(({ code, place }) =>
    code === 'slotListMoved' && place.tab === tabs.requests.name ? [place.row] : [],
  );
  return new Set(rows).size;
}

interface Refreshed {
  readonly changed: boolean;
  /** The tab whose form is out of reach. */
  readonly lost: readonly string[];
}

function refresh(book: OpenSpreadsheet, key: FormKey, choices: Choices): Refreshed {
  const tab = linkedTab(book, key);
  if (tab === null) return { changed: false, lost: [] };
  const form = openForm(book, key);
  if (form === null) return { changed: false, lost: [tab] };
  learnTitles(book, key, form);
  const changes = Object.entries(choices).map(([question, offered]) => form.offer(question, offered));
  return { changed: changes.includes(true), lost: [] };
}
