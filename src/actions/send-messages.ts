import type { Cell } from '../domain/grid';
import { stopwatch } from '../google/clock';
import { type OutgoingMail, remainingMails, sendMail } from '../google/mail';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { Due, MessageKind, MessageState } from '../messages/due';
import type { MessageRow } from '../messages/record';
import { CONVOCATION_TEXT, leftLine, noAddressLine, sentLine, uncertainLine } from '../text/convocations';
import { textOf } from '../workbook/cells/text';
import { MESSAGE_STATE_LABELS } from '../workbook/schema/messages';
import { alone } from './act';
import { type Answer } from './answer';
import {
  choiceOf,
  type Exclusions,
  type MessageDesk,
  openMessageDesk,
  recordWithDue,
  writeRecord,
} from './message-desk';
import { setSessionStates } from './session-states';

/** Messages of one slice, and how long it may last: the window shows what is done after each. */
const SLICE = { messages: 60, milliseconds: 25_000 } as const;
/** The platform stops a script after six minutes. */
const BUDGET = 240_000;

/** What a slice did. */
export interface SendingAnswer extends Answer {
  readonly sent: number;
  /** Messages that can leave and have not yet. */
  readonly left: number;
  /** Whether asking for another slice would send more. */
  readonly more: boolean;
}

/**
 * Sends some of the messages that are due. Each row of `Messages` is marked before its message leaves and confirmed
 * after, so that whatever stops the script, at most one message is uncertain, and none leaves twice.
 */
export function sendSlice(excluded: Exclusions = []): SendingAnswer {
  const answer = alone<SendingAnswer>((book) => {
    const desk = openMessageDesk(book);
    return 'status' in desk ? { ...desk, sent: 0, left: 0, more: false } : send(book, desk, excluded);
  });
  return 'sent' in answer ? answer : { ...answer, sent: 0, left: 0, more: false };
}

/** Every message that is due, in as many slices as one execution allows: what the command line does. */
export function sendEverything(): SendingAnswer {
  const elapsed = stopwatch();
  let sent = 0;
  let answer = sendSlice();
  sent += answer.sent;
  while (answer.more && elapsed() < BUDGET) {
    answer = sendSlice();
    sent += answer.sent;
  }
  return { ...answer, sent };
}

interface Leaving {
  readonly due: Due;
  /** Index in the record. */
  readonly at: number;
}

function send(book: OpenSpreadsheet, desk: MessageDesk, excluded: Exclusions): SendingAnswer {
  const due = desk.letters.due(desk.record).filter((one) => !excluded.includes(choiceOf(one)));
  const rows = [...recordWithDue(desk, due)];
  writeRecord(book, desk, rows);
  const leaving = leavingOf(rows, due);
  const quota = leaving.length === 0 ? 0 : remainingMails();
  const now = leaving.slice(0, Math.min(quota, SLICE.messages));
  markConvoked(book, desk, now);
  const states = new StateColumn(book, desk.recordTab.name, rows);
  const sent = sendEach(desk, now, states);
  states.end(desk.present);
  const unreachable = rows.filter(({ state }) => state === 'noAddress').length;
  const left = leaving.length - sent.done.length - sent.uncertain - sent.refused;
  const out = sent.quota || quota <= sent.done.length;
  return {
    status: 'done',
    lines: [
      leaving.length === 0 ? CONVOCATION_TEXT.nothingDue : sentLine(sent.done),
      ...(sent.uncertain > 0 ? [uncertainLine(sent.uncertain)] : []),
      ...(unreachable + sent.refused > 0 ? [noAddressLine(unreachable + sent.refused)] : []),
      ...(left === 0 ? [] : [leftLine(left), ...(out ? [CONVOCATION_TEXT.quotaReached] : [])]),
    ],
    problems: [],
    sent: sent.done.length,
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
function markConvoked(book: OpenSpreadsheet, desk: MessageDesk, leaving: readonly Leaving[]): void {
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

function sendEach(desk: MessageDesk, leaving: readonly Leaving[], states: StateColumn): Sent {
  const elapsed = stopwatch();
  const done: MessageKind[] = [];
  let refused = 0;
  for (const { due, at } of leaving) {
    if (elapsed() > SLICE.milliseconds) break;
    states.mark(at, 'sending');
    const sending = sendMail(mailOf(desk, due));
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

/** The message that a person gets. */
export function mailOf({ letters, templates, reading }: MessageDesk, due: Due): OutgoingMail {
  const { subject, text, html, calendar } = letters.write(due, templates[due.kind]);
  const { values } = reading.settings;
  return {
    to: due.expected.address.trim(),
    subject,
    text,
    html,
    senderName: textOf(values.get('senderName')),
    replyTo: textOf(values.get('replyTo')),
    attachment: calendar,
  };
}

/** The column `État` of the record while messages leave: one write a message tells what became of the one before. */
class StateColumn {
  private readonly sheet: GoogleAppsScript.Spreadsheet.Sheet | null;
  private readonly column: number;
  private readonly timeColumn: number;
  private readonly states: MessageState[];
  private readonly changed = new Set<number>();
  private written = -1;

  constructor(
    private readonly book: OpenSpreadsheet,
    tab: string,
    private readonly rows: readonly MessageRow[],
  ) {
    this.sheet = book.sheet(tab);
    const headers = (book.read(tab, 'nothing')?.cells[0] ?? []).map(textOf);
    this.column = headers.indexOf('État') + 1;
    this.timeColumn = headers.indexOf('Le') + 1;
    this.states = rows.map(({ state }) => state);
  }

  set(at: number, state: MessageState): void {
    this.states[at] = state;
    this.changed.add(at);
  }

  /** The state is in the spreadsheet when this returns. */
  mark(at: number, state: MessageState): void {
    this.set(at, state);
    this.write(this.written === -1 ? at : this.written, at);
    this.written = at;
    this.book.flush();
  }

  /** The last states, and when the messages left. */
  end(present: number): void {
    const touched = [...this.changed];
    if (touched.length === 0 || this.sheet === null) return;
    const [first, last] = [Math.min(...touched), Math.max(...touched)];
    this.write(first, last);
    const times = this.rows.slice(first, last + 1).map(({ at }, index): [string | number] => {
      const row = first + index;
      const left = this.changed.has(row) && this.states[row] !== 'toSend' && this.states[row] !== 'noAddress';
      return [left ? present : plain(at)];
    });
    if (this.timeColumn > 0)
      this.sheet.getRange(first + 2, this.timeColumn, times.length, 1).setValues(times);
    this.book.flush();
  }

  private write(first: number, last: number): void {
    const labels = this.states.slice(first, last + 1).map((state) => [MESSAGE_STATE_LABELS[state]]);
    this.sheet?.getRange(first + 2, this.column, labels.length, 1).setValues(labels);
  }
}

const plain = (cell: Cell): string | number =>
  typeof cell === 'object' ? cell.serial : typeof cell === 'number' ? cell : '';
