import type { Cell, Grid } from '../domain/grid';
import { TEMPLATES } from '../text/convocations';
import { identifierOf, textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable } from '../workbook/read/table';
import { MESSAGE_STATE_LABELS, messagesTab } from '../workbook/schema/messages';
import { matchKey } from '../workbook/text-match';
import { keepTable, type CellExtras } from '../workbook/write/kept-table';
import { tableContent } from '../workbook/write/table-content';
import type { TabContent } from '../workbook/write/tab-content';
import { type Due, mayHaveLeft, type MessageKind, type MessageState, type RecordedMessage } from './due';
import { isMailAddress } from './plain-words';

/** A message of the tab `Messages`, with when it left. */
export interface MessageRow extends RecordedMessage {
  readonly at: Cell;
}

const KINDS: readonly MessageKind[] = [
  'convocation',
  'correction',
  'cancellation',
  'unseated',
  'invigilation',
  'reminder',
];
const STATES: readonly MessageState[] = ['toSend', 'noAddress', 'sending', 'sent', 'uncertain'];

const KIND_OF = new Map(KINDS.map((kind) => [matchKey(TEMPLATES[kind].label), kind]));
const STATE_OF = new Map(STATES.map((state) => [matchKey(MESSAGE_STATE_LABELS[state]), state]));

/**
 * The record as it stands. A message that was leaving when its execution was stopped is uncertain: the caller holds
 * the lock, so nobody else is sending it.
 */
export function readRecord(grid: Grid | null): readonly MessageRow[] {
  const table = grid === null ? null : readTable(grid, messagesTab, new ProblemLog());
  return (table?.rows ?? []).flatMap((row): MessageRow[] => {
    const text = (key: string): string => identifierOf(row.cell(key), undefined);
    const kind = KIND_OF.get(matchKey(textOf(row.cell('kind'))));
    const number = text('number');
    if (kind === undefined || number === '') return [];
    // A state that nobody understands is not one that lets a message leave twice.
    const state = STATE_OF.get(matchKey(textOf(row.cell('state')))) ?? 'uncertain';
    return [
      {
        number,
        kind,
        who: text('who'),
        name: text('name'),
        address: text('address'),
        session: text('session'),
        state: state === 'sending' ? 'uncertain' : state,
        mark: text('mark'),
        at: row.cell('at'),
      },
    ];
  });
}

/** What left stays as it is; below come the messages that are due: one that waited already keeps its number. */
export function withDue(record: readonly MessageRow[], due: readonly Due[]): readonly MessageRow[] {
  const left = record.filter(mayHaveLeft);
  const keyOf = (kind: MessageKind, who: string, mark: string): string => `${kind} ${who} ${mark}`;
  const waiting = new Map(
    record.filter((row) => !mayHaveLeft(row)).map((row) => [keyOf(row.kind, row.who, row.mark), row.number]),
  );
  let last = record.reduce(
    (highest, { number }) => Math.max(highest, Number(/\d+/.exec(number)?.[0] ?? 0)),
    0,
  );
  const newNumber = (): string => {
    last += 1;
    return `M${String(last).padStart(4, '0')}`;
  };
  return [
    ...left,
    ...due.map(({ kind, expected }): MessageRow => {
      const { who, name, address, session, mark } = expected;
      return {
        number: waiting.get(keyOf(kind, who, mark)) ?? newNumber(),
        kind,
        who,
        name,
        address,
        session,
        state: isMailAddress(address.trim()) ? 'toSend' : 'noAddress',
        mark,
        at: '',
      };
    }),
  ];
}

/** The tab `Messages`; columns that staff added follow their message. */
export function recordContent(
  name: string,
  rows: readonly MessageRow[],
  before: Grid | null,
  readExtras: () => CellExtras | null,
): TabContent {
  return tableContent(
    name,
    'settings',
    messagesTab,
    rows,
    {
      Message: ({ number }) => number,
      Type: ({ kind }) => TEMPLATES[kind].label,
      Pour: ({ who }) => who,
      Nom: ({ name: called }) => called,
      Courriel: ({ address }) => address,
      Session: ({ session }) => session,
      État: ({ state }) => MESSAGE_STATE_LABELS[state],
      Le: ({ at }) => at,
      Repère: ({ mark }) => mark,
    },
    {
      kept: keepTable(before, messagesTab, 'number', readExtras),
      keyOf: ({ number }) => matchKey(number),
      editable: ['État'],
    },
  );
}
