import {
  CONVOCATIONS_WINDOW,
  type ConvocationsWindow,
  type MessagePart,
} from '../dialogs/convocations/exchange';
import { ownAddress, remainingMails, sendMail } from '../google/mail';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { showWindow } from '../google/page-window';
import type { Due } from '../messages/due';
import { isMailAddress } from '../messages/plain-words';
import {
  CONVOCATION_TEXT,
  kindCounts,
  noAddressLine,
  PART_LABELS,
  quotaLine,
  sessionPart,
  TEMPLATES,
  uncertainLine,
} from '../text/convocations';
import { act, aloneInWords } from './act';
import { type Answer, done, failed, type WindowOpened } from './answer';
import {
  CANCELLED,
  choiceOf,
  INVIGILATORS,
  type MessageDesk,
  openMessageDesk,
  recordWithDue,
  UNSEATED,
  writeRecord,
} from './message-desk';
import { mailOf } from './send-messages';

const WINDOW = { width: 720, height: 640 } as const;
/** Messages shown before they leave. */
const SHOWN = 30;

/**
 * *Préparer les convocations*: lists who has to be told what, shows the messages as they would leave, and sends nothing.
 * The window's button calls `sendMessages`, slice after slice.
 */
export function prepareConvocations(): Answer | WindowOpened {
  const shown: ConvocationsWindow[] = [];
  const answer = aloneInWords((book) => {
    const desk = openMessageDesk(book);
    if ('status' in desk) return desk;
    const data = prepare(book, desk);
    shown.push(data);
    return done(data.lines);
  });
  const [data] = shown;
  if (answer.status !== 'done' || data === undefined || countOf(data) === 0)
    return act(CONVOCATION_TEXT.title, () => answer);
  showWindow(CONVOCATIONS_WINDOW, { title: CONVOCATION_TEXT.title, data, ...WINDOW });
  return { defaultCall: 'sendEveryMessage' };
}

const countOf = ({ parts }: ConvocationsWindow): number => parts.reduce((sum, { count }) => sum + count, 0);

function prepare(book: OpenSpreadsheet, desk: MessageDesk): ConvocationsWindow {
  const waiting = desk.letters.due(desk.record);
  writeRecord(book, desk, recordWithDue(desk, waiting));
  const leaving = waiting.filter(canLeave);
  const quota = leaving.length === 0 ? 0 : remainingMails();
  const uncertain = desk.record.filter(({ state }) => state === 'uncertain').length;
  const unreachable = waiting.length - leaving.length;
  return {
    lines: [
      waiting.length === 0
        ? CONVOCATION_TEXT.nothingDue
        : leaving.length === 0
          ? CONVOCATION_TEXT.nothingCanLeave
          : CONVOCATION_TEXT.dueLine(kindCounts(leaving.map(({ kind }) => kind))),
      ...(leaving.length > 0 ? [quotaLine(quota, leaving.length)] : []),
      ...(unreachable > 0 ? [noAddressLine(unreachable)] : []),
      ...(uncertain > 0 ? [uncertainLine(uncertain)] : []),
    ],
    parts: partsOf(desk, leaving),
    previews: sampleOf(leaving).map(({ one, index }) => {
      const { to, subject, text, attachment } = mailOf(desk, one);
      return {
        index,
        kind: TEMPLATES[one.kind].label,
        to: `${one.expected.name} <${to}>`,
        subject,
        text,
        attachment: attachment?.name ?? '',
      };
    }),
    quota,
    ownAddress: ownAddress(),
  };
}

/** Some messages of each session and kind, in their order, so that none is sent that nobody could look at. */
function sampleOf(leaving: readonly Due[]): readonly { readonly one: Due; readonly index: number }[] {
  const seen = new Map<string, number>();
  const most = Math.max(2, Math.floor(SHOWN / new Set(leaving.map(choiceOf)).size));
  return leaving.flatMap((one, index) => {
    const part = `${choiceOf(one)} ${one.kind}`;
    const count = (seen.get(part) ?? 0) + 1;
    seen.set(part, count);
    return count <= most ? [{ one, index }] : [];
  });
}

const canLeave = ({ expected }: Due): boolean => isMailAddress(expected.address.trim());

function partsOf({ campaign }: MessageDesk, leaving: readonly Due[]): readonly MessagePart[] {
  const counts = new Map<string, number>();
  for (const one of leaving) counts.set(choiceOf(one), (counts.get(choiceOf(one)) ?? 0) + 1);
  const label = (key: string): string => {
    if (key === UNSEATED) return PART_LABELS.unseated;
    if (key === CANCELLED) return PART_LABELS.cancelled;
    if (key === INVIGILATORS) return PART_LABELS.invigilators;
    const session = campaign.existing.find(({ number }) => number === key);
    const slot = campaign.slots.find(({ code }) => code === session?.slot);
    const room = campaign.rooms.find(({ code }) => code === session?.room);
    return slot === undefined || room === undefined ? key : sessionPart(key, slot.day, slot.start, room.name);
  };
  return [...counts].map(([key, count]) => ({ key, label: label(key), count }));
}

/** One message of those that are due, sent to whoever asks instead of to whom it is for. Nothing is marked. */
export function sendTestMessage(shown = 0): Answer {
  return aloneInWords((book) => {
    const address = ownAddress();
    if (!isMailAddress(address)) return failed(CONVOCATION_TEXT.noOwnAddress);
    const desk = openMessageDesk(book);
    if ('status' in desk) return desk;
    const one = desk.letters.due(desk.record).filter(canLeave)[shown];
    if (one === undefined) return failed(CONVOCATION_TEXT.nothingDue);
    const mail = mailOf(desk, one);
    const sending = sendMail({ ...mail, to: address, subject: CONVOCATION_TEXT.testSubject(mail.subject) });
    return sending === 'sent'
      ? done([CONVOCATION_TEXT.testSent(address)])
      : failed(CONVOCATION_TEXT.testNotSent);
  });
}
