import type { OutgoingMail } from '../google/mail';
import type { Due } from '../messages/due';
import { oneLine } from '../messages/plain-words';
import { textOf } from '../workbook/cells/text';
import { aloneInWords } from './act';
import { asSending, deliver, everySlice, type SendingAnswer } from './deliver-messages';
import { choiceOf, type Exclusions, type MessageDesk, openMessageDesk } from './message-desk';

/** Sends some of the messages about the planning that are due. @param excluded parts that staff left out */
export function sendMessages(excluded: Exclusions = []): SendingAnswer {
  return asSending(
    aloneInWords<SendingAnswer>((book) => {
      const desk = openMessageDesk(book);
      if ('status' in desk) return desk;
      const due = desk.letters.due(desk.record).filter((one) => !excluded.includes(choiceOf(one)));
      return deliver(book, desk, due, (one) => mailOf(desk, one));
    }),
  );
}

/** Every message that is due, as far as one execution allows. */
export function sendEveryMessage(): SendingAnswer {
  return everySlice(() => sendMessages());
}

/** The message that a person gets. */
export function mailOf({ letters, templates, reading }: MessageDesk, due: Due): OutgoingMail {
  const { subject, text, html, calendar } = letters.write(due, templates[due.kind]);
  const { values } = reading.settings;
  return {
    to: due.expected.address.trim(),
    subject,
    text,
    html,
    senderName: oneLine(textOf(values.get('senderName'))),
    replyTo: textOf(values.get('replyTo')),
    attachment: calendar,
  };
}
