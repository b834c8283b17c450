import { stopwatch } from '../google/clock';
import { type OutgoingMail, remainingMails, sendMail } from '../google/mail';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { Due, MessageKind, MessageState } from '../messages/due';
import type { MessageRow } from '../messages/record';
import { CONVOCATION_TEXT, leftLine, noAddressLine, sentLine, uncertainLine } from '../text/convocations';
import { type Answer } from './answer';
import { type RecordDesk, recordWithDue, writeRecord } from './message-desk';
import { setSessionStates } from './session-states';
import { StateColumn } from './state-column';

/** Messages of one slice, and how long it may last: the window shows what is done after each. */
const SLICE = { messages: 60, milliseconds: 25_000 } as const;
/** The platform stops a script after six minutes. */
const BUDGET = 240_000;

/** What a slice did. */
export interface SendingAnswer extends Answer {
  readonly sent: number;
  /** What was sent, one by one. */
  readonly kinds: readonly MessageKind[];
  /** Messages that can leave and have not yet. */
  readonly left: number;
  /** Whether asking for another slice would send more. */
  readonly more: boolean;
}

/** An answer in the shape of a slice that sent nothing. */
export function asSending(answer: Answer | SendingAnswer): SendingAnswer {
  return 'sent' in answer ? answer : { ...answer, sent: 0, kinds: [], left: 0, more: false };
}

/** As many slices as one execution allows: what the command line does. */
export function everySlice(slice: () => SendingAnswer): SendingAnswer {
  const elapsed = stopwatch();
  let answer = slice();
  let kinds = answer.kinds;
  while (answer.more && elapsed() < BUDGET) {
    answer = slice();
    kinds = [...kinds, ...answer.kinds];
  }
  if (kinds.length === 0) return answer;
  return { ...answer, lines: [sentLine(kinds), ...answer.lines.slice(1)], kinds, sent: kinds.length };
}

interface Leaving {
  readonly due: Due;
  /** Index in the record. */
  readonly at: number;
}

/**
 * Sends some of the messages that are due. Each row of `Messages` is marked before its message leaves and confirmed
 * after, so that whatever stops the script, at most one message is uncertain, and none leaves twice.
 */
export function deliver(
  book: OpenSpreadsheet,
  desk: RecordDesk,
  due: readonly Due[],
  mailOf: (due: Due) => OutgoingMail,
): SendingAnswer {
  const rows = [...recordWithDue(desk, due)];
  writeRecord(book, desk, rows);
  const leaving = leavingOf(rows, due);
  const quota = leaving.length === 0 ? 0 : remainingMails();
  const now = leaving.slice(0, Math.min(quota, SLICE.messages));
  markConvoked(book, desk, now);
  const states = new StateColumn(book, desk.recordTab.name, rows);
  const sent = sendEach(now, states, mailOf);
  states.end(desk.present);
  const uncertain = desk.record.filter(({ state }) => state === 'uncertain').length + sent.uncertain;
  const unreachable = rows.filter(({ state }) => state === 'noAddress').length;
  const left = leaving.length - sent.done.length - sent.uncertain - sent.refused;
  const out = sent.quota || quota <= sent.done.length;
  return {
    status: 'done',
    lines: [
      leaving.length === 0 ? CONVOCATION_TEXT.nothingDue : sentLine(sent.done),
      ...(uncertain > 0 ? [uncertainLine(uncertain)] : []),
      ...(unreachable + sent.refused > 0 ? [noAddressLine(unreachable + sent.refused)] : []),
      ...(left === 0 ? [] : [leftLine(left), ...(out ? [CONVOCATION_TEXT.quotaReached] : [])]),
    ],
    problems: [],
    sent: sent.done.length,
    kinds: sent.done,
    left,
    more: left > 0 && !out && sent.uncertain === 0,
  };
}

/** The messages of the record that may leave, in its order. */
function leavingOf(rows: readonly MessageRow[], due: readonly Due[]): readonly Leaving[] {
  const keyOf = (kind: MessageKind, who: string): string => `${kind} ${who}`;
  const byKey = new Map(due.map((one) => [keyOf(one.kind, one.expected.who), one]));
  return rows.flatMap((row, at): Leaving[] => {
    const one = byKey.get(keyOf(row.kind, row.who));
    return row.state === 'toSend' && one !== undefined ? [{ due: one, at }] : [];
  });
}

/** Whoever is about to be told of a place keeps it from now on. */
function markConvoked(book: OpenSpreadsheet, desk: RecordDesk, leaving: readonly Leaving[]): void {
  const told = leaving
    .filter(({ due }) => due.kind === 'convocation' || due.kind === 'correction')
    .map(({ due }) => due.expected.session);
  setSessionStates(book, desk.reading, new Set(told), ['draft', 'published'], 'convoked');
}

interface Sent {
  readonly done: readonly MessageKind[];
  readonly uncertain: number;
  readonly refused: number;
  readonly quota: boolean;
}

function sendEach(
  leaving: readonly Leaving[],
  states: StateColumn,
  mailOf: (due: Due) => OutgoingMail,
): Sent {
  const elapsed = stopwatch();
  const done: MessageKind[] = [];
  let refused = 0;
  for (const { due, at } of leaving) {
    if (elapsed() > SLICE.milliseconds) break;
    states.mark(at, 'sending');
    const sending = sendMail(mailOf(due));
    if (sending === 'sent') done.push(due.kind);
    if (sending === 'refused') refused += 1;
    states.set(at, STATE_AFTER[sending]);
    if (sending === 'quota') return { done, uncertain: 0, refused, quota: true };
    // When one message may or may not have left, somebody looks before the next ones do.
    if (sending === 'unknown') return { done, uncertain: 1, refused, quota: false };
  }
  return { done, uncertain: 0, refused, quota: false };
}

const STATE_AFTER: Readonly<Record<ReturnType<typeof sendMail>, MessageState>> = {
  sent: 'sent',
  refused: 'noAddress',
  quota: 'toSend',
  unknown: 'uncertain',
};
