import { describe, expect, it } from '@jest/globals';
import {
  type Expected,
  forgotten,
  messagesDue,
  type MessageKind,
  type RecordedMessage,
} from '../../src/messages/due';

const person = (mark: string, more: Partial<Expected> = {}): Expected => ({
  audience: 'candidate',
  who: '1',
  name: 'Léa',
  address: 'lea@exemple.fr',
  session: 'S01',
  mark,
  ...more,
});
const told = (
  kind: MessageKind,
  mark: string,
  state: RecordedMessage['state'] = 'sent',
): RecordedMessage => ({
  number: 'M0001',
  kind,
  who: '1',
  name: 'Léa',
  address: 'lea@exemple.fr',
  session: 'S01',
  state,
  mark,
});
const due = (expected: Expected, ...record: readonly RecordedMessage[]): readonly string[] =>
  messagesDue([expected], record).map(({ kind }) => kind);

describe('who has to be written to', () => {
  it('is convoked once', () => {
    expect(due(person('A'))).toEqual(['convocation']);
    expect(due(person('A'), told('convocation', 'A'))).toEqual([]);
  });

  it('hears of a change, and of a change back', () => {
    expect(due(person('B'), told('convocation', 'A'))).toEqual(['correction']);
    expect(due(person('A'), told('convocation', 'A'), told('correction', 'B'))).toEqual(['correction']);
  });

  it('hears once that the place is lost, then of the new one', () => {
    expect(due(person(''), told('convocation', 'A'))).toEqual(['cancellation']);
    expect(due(person(''), told('convocation', 'A'), told('cancellation', ''))).toEqual([]);
    expect(due(person('B'), told('convocation', 'A'), told('cancellation', ''))).toEqual(['convocation']);
  });

  it('hears once that there is no place', () => {
    expect(due(person(''))).toEqual(['unseated']);
    expect(due(person(''), told('unseated', ''))).toEqual([]);
  });

  it('is not written to again when nobody knows whether the message left', () => {
    expect(due(person('A'), told('convocation', 'A', 'uncertain'))).toEqual([]);
    expect(due(person('A'), told('convocation', 'A', 'toSend'))).toEqual(['convocation']);
  });

  it('is an invigilator who has sessions, or had some', () => {
    const watcher = (mark: string): Expected => person(mark, { audience: 'invigilator' });
    expect(due(watcher(''))).toEqual([]);
    expect(due(watcher('A'))).toEqual(['invigilation']);
    expect(due(watcher(''), told('invigilation', 'A'))).toEqual(['invigilation']);
    // A candidate of the same name is somebody else.
    expect(due(watcher('A'), told('convocation', 'A'))).toEqual(['invigilation']);
  });

  it('is somebody who left the list with a place', () => {
    const gone = forgotten([told('convocation', 'A')], () => false);
    expect(gone).toMatchObject([{ who: '1', mark: '', address: 'lea@exemple.fr' }]);
    expect(forgotten([told('convocation', 'A')], () => true)).toEqual([]);
    expect(forgotten([told('convocation', 'A'), told('cancellation', '')], () => false)).toEqual([]);
  });
});
