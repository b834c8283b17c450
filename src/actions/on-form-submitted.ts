import { type FormSubmission, submittedRow } from '../google/forms';
import { logFailure } from '../google/log';
import { alone } from './act';
import { type Answer, done } from './answer';
import { learnTitles, openForm } from './linked-forms';
import { readWorkbook } from './read-workbook';
import { rememberedForms } from './remembered-forms';
import { reviewNewRequests } from './review-requests';
import { sendReceipts } from './send-receipts';
import { takeAnswers } from './take-answers';

/**
 * What happens at each answer to a form of this workbook, in nobody's presence. The row is read again from its tab:
 * the event repeats only what was typed, and nothing of what a later edit left as it was.
 */
export function onFormSubmitted(event: FormSubmission | undefined): Answer {
  try {
    return alone((book) => {
      const forms = rememberedForms(book);
      const submitted = submittedRow(event);
      const isRequest = submitted !== null && submitted.sheetId === forms.requests?.sheetId;
      const isAnswer = submitted !== null && submitted.sheetId === forms.availability?.sheetId;
      if (submitted !== null && !isRequest && !isAnswer) return done([]);
      for (const key of ['requests', 'availability'] as const) {
        const form = openForm(book, key);
        if (form !== null) learnTitles(book, key, form);
      }
      const reading = readWorkbook(book);
      if (!isAnswer) reviewNewRequests(book, reading, { submitted: isRequest ? submitted.row : null });
      if (!isRequest) takeAnswers(book, reading);
      sendReceipts(book);
      return done([]);
    });
  } catch (error) {
    // Nobody is there to read a message; the answer is in its tab, and is checked with the next one.
    logFailure(error);
    return done([]);
  }
}
