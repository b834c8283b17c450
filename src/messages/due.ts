/**
 * Who has to be written to, from what each person was told already. A mark says in short what a message told: when the
 * mark of today is the one that was told, there is nothing to say.
 */

export type MessageKind =
  'convocation' | 'correction' | 'cancellation' | 'unseated' | 'invigilation' | 'reminder';

/** Who a message is for: the two audiences may bear the same name. */
export type Audience = 'candidate' | 'invigilator';

/** `toSend`: may leave; `noAddress`: cannot; the others have left, or may have. */
export type MessageState = 'toSend' | 'noAddress' | 'sending' | 'sent' | 'uncertain';

/** A message of the record, told or to tell. */
export interface RecordedMessage {
  /** `M0001`, never given twice. */
  readonly number: string;
  readonly kind: MessageKind;
  /** `N° étudiant`, or the name of an invigilator. */
  readonly who: string;
  readonly name: string;
  readonly address: string;
  /** Numbers of the sessions that it tells of, in short. */
  readonly session: string;
  readonly state: MessageState;
  readonly mark: string;
}

/** What a person should know today. */
export interface Expected {
  readonly audience: Audience;
  readonly who: string;
  readonly name: string;
  /** As typed; not every one can be written to. */
  readonly address: string;
  readonly session: string;
  /** Empty: no place (or nothing to invigilate). */
  readonly mark: string;
}

/** A message to write. */
export interface Due {
  readonly kind: MessageKind;
  readonly expected: Expected;
  /** What was told before; empty when nothing stands. */
  readonly before: string;
  /** Messages told to this person before: the version of the event in their calendar. */
  readonly told: number;
}

const AUDIENCE: Readonly<Record<MessageKind, Audience | null>> = {
  convocation: 'candidate',
  correction: 'candidate',
  cancellation: 'candidate',
  unseated: 'candidate',
  invigilation: 'invigilator',
  reminder: null,
};

/** Whether a message has left, or may have: such a one is never sent again. */
export function mayHaveLeft({ state }: Pick<RecordedMessage, 'state'>): boolean {
  return state === 'sent' || state === 'sending' || state === 'uncertain';
}

interface Told {
  readonly mark: string;
  readonly count: number;
}

/** What stands in the minds of people, by audience and identifier. */
function toldBefore(record: readonly RecordedMessage[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const message of record) {
    const audience = AUDIENCE[message.kind];
    if (audience === null || !mayHaveLeft(message)) continue;
    const key = keyOf(audience, message.who);
    const holds = message.kind !== 'cancellation' && message.kind !== 'unseated';
    told.set(key, { mark: holds ? message.mark : '', count: (told.get(key)?.count ?? 0) + 1 });
  }
  return told;
}

const keyOf = (audience: Audience, who: string): string => `${audience} ${who}`;

/** The messages that are due, in the order of `expected`. */
export function messagesDue(
  expected: readonly Expected[],
  record: readonly RecordedMessage[],
): readonly Due[] {
  const told = toldBefore(record);
  return expected.flatMap((person): Due[] => {
    const before = told.get(keyOf(person.audience, person.who));
    const kind = kindOf(person, before);
    return kind === null
      ? []
      : [{ kind, expected: person, before: before?.mark ?? '', told: before?.count ?? 0 }];
  });
}

function kindOf({ audience, mark }: Expected, told: Told | undefined): MessageKind | null {
  if (mark === (told?.mark ?? ''))
    return mark === '' && told === undefined && audience === 'candidate' ? 'unseated' : null;
  if (audience === 'invigilator') return 'invigilation';
  if (mark === '') return 'cancellation';
  return told === undefined || told.mark === '' ? 'convocation' : 'correction';
}

/** People who were told of a place, and whom the workbook no longer names: they are told that it is cancelled. */
export function forgotten(
  record: readonly RecordedMessage[],
  known: (audience: Audience, who: string) => boolean,
): readonly Expected[] {
  const told = toldBefore(record);
  const last = new Map(
    record.flatMap((message): [string, RecordedMessage][] => {
      const audience = AUDIENCE[message.kind];
      return audience === null || !mayHaveLeft(message) ? [] : [[keyOf(audience, message.who), message]];
    }),
  );
  return [...last].flatMap(([key, message]): Expected[] => {
    const audience = AUDIENCE[message.kind];
    if (audience === null || (told.get(key)?.mark ?? '') === '' || known(audience, message.who)) return [];
    const { who, name, address } = message;
    return [{ audience, who, name, address, session: message.session, mark: '' }];
  });
}
