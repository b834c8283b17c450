import { describe, expect, it } from '@jest/globals';
import type { PlanningRecord, RecordedSession } from '../../src/domain/planning-record';
import { comparePlannings, isSame } from '../../src/domain/compare-plannings';
import {
  type HistoryEntry,
  MOST_CHARACTERS,
  MOST_ENTRIES,
  readEntry,
  readJournal,
  tooMany,
} from '../../src/workbook/history/journal';
import { readRecordText, recordText } from '../../src/workbook/history/record-text';
import { readUndoPage } from '../../src/workbook/history/undo-page';
import { day } from '../support/builders';

const session = (
  number: string,
  seats: readonly string[],
  more: Partial<RecordedSession> = {},
): RecordedSession => ({
  number,
  state: 'published',
  locked: true,
  slot: { code: 'C01', day: day(2027, 1, 11), start: 510, end: 630 },
  room: { code: `R${number}`, name: '=Mercure', site: 'Caen', places: 37 },
  seats: seats.map((candidate) => ({ candidate, locked: candidate === 'B' })),
  anonymous: [{ group: 'L1; "L2"', places: 3 }],
  invigilators: 'Odile Martin',
  beside: { Remarques: '=1+1', Rappel: { serial: 46398.5 }, Clé: true, Total: 12 },
  ...more,
});

const record = (...sessions: readonly RecordedSession[]): PlanningRecord => ({
  sessions,
  beside: { A: { Badge: '007' } },
});

const entry = (id: number, size = 1000): HistoryEntry => ({
  id,
  at: 46356 + id / 100,
  who: '',
  origin: 'calculated',
  figures: { sessions: 1, seated: 2, unseated: null, anonymousSeats: 0, places: 37 },
  settings: null,
  fingerprint: null,
  size,
});

describe('a planning kept as text', () => {
  it('is read back as it was', () => {
    const kept = record(session('S01', ['A', 'B']), session('S02', [], { state: 'cancelled' }));
    expect(readRecordText(recordText(kept))).toEqual(kept);
  });

  it('is nothing when somebody changed the text', () => {
    const text = recordText(record(session('S01', ['A'])));
    for (const spoiled of ['', 'null', '[]', '[2,[],{}]', text.slice(0, -3), text.replace('"A"', '7')])
      expect(readRecordText(spoiled)).toBeNull();
    expect(readUndoPage('{"tabs":[]}')).toBeNull();
    expect(readUndoPage('<html>')).toBeNull();
  });

  it('takes some twelve characters a candidate', () => {
    const people = Array.from({ length: 3000 }, (_, index) => String(22_000_000 + index));
    expect(recordText(record(session('S01', people))).length / 3000).toBeLessThan(13);
  });
});

describe('what is kept', () => {
  it('is the thirty latest, the one that the tabs show besides', () => {
    const entries = Array.from({ length: MOST_ENTRIES + 3 }, (_, index) => entry(index + 1));
    expect(tooMany(entries.slice(3), null)).toEqual([]);
    expect(tooMany(entries, null).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(tooMany(entries, 2).map(({ id }) => id)).toEqual([1, 3, 4]);
  });

  it('is less when plannings are very large, and never less than two', () => {
    const large = MOST_CHARACTERS / 4;
    expect(
      tooMany(
        [1, 2, 3, 4, 5].map((id) => entry(id, large)),
        5,
      ).map(({ id }) => id),
    ).toEqual([1]);
    expect(
      tooMany(
        [1, 2, 3].map((id) => entry(id, MOST_CHARACTERS)),
        3,
      ).map(({ id }) => id),
    ).toEqual([1]);
  });

  it('goes on from what can be read of a spoiled tab', () => {
    expect(readJournal('n’importe quoi', [entry(7)])).toMatchObject({ nextId: 8, current: null });
    const row = { key: '1', at: '46356', who: '', kind: 'calculated', about: '{}' };
    expect(readEntry(row)).toBeNull();
    expect(readEntry({ ...row, kind: 'x', about: '{"figures":{}}' })).toBeNull();
    expect(readEntry({ ...row, about: '{"figures":{}}' })).toMatchObject({ id: 1, settings: null });
  });
});

describe('two plannings compared', () => {
  it('differ in nothing when they are the same', () => {
    const one = record(session('S01', ['A', 'B']));
    expect(isSame(comparePlannings(one, one))).toBe(true);
  });

  it('do not move people whose session was only renumbered at its place', () => {
    const room = session('S01', []).room;
    const found = comparePlannings(
      record(session('S01', ['A', 'B'])),
      record(session('S09', ['A', 'B'], { room })),
    );
    expect(found).toMatchObject({ moved: [], appeared: [], gone: [] });
  });

  it('tell who moved, gained or lost a seat, and what became of sessions', () => {
    const before = record(session('S01', ['A', 'B', 'C']), session('S02', ['D']), session('S03', []));
    const after = record(
      session('S01', ['A', 'E'], { state: 'convoked' }),
      session('S02', ['D', 'B'], { room: { ...session('S02', []).room, code: 'R9' } }),
      session('S04', []),
    );
    const { moved, appeared, gone, changed } = comparePlannings(before, after);
    expect(moved.map(({ candidate, from, to }) => [candidate, from?.number, to?.number])).toEqual([
      ['B', 'S01', 'S02'],
      ['C', 'S01', undefined],
      ['E', undefined, 'S01'],
    ]);
    expect(appeared.map(({ number }) => number)).toEqual(['S04']);
    expect(gone.map(({ number }) => number)).toEqual(['S03']);
    expect(changed.map((one) => [one.after.number, one.aspects])).toEqual([
      ['S01', ['state']],
      ['S02', ['place']],
    ]);
  });

  it('count ticks and cells of the staff’s that changed', () => {
    const before = record(session('S01', ['A', 'B']));
    const after: PlanningRecord = {
      sessions: [
        session('S01', ['A', 'B'], {
          seats: [
            { candidate: 'A', locked: true },
            { candidate: 'B', locked: true },
          ],
          beside: { Remarques: '=1+1', Clé: true, Total: 13 },
        }),
      ],
      beside: {},
    };
    expect(comparePlannings(before, after)).toMatchObject({ moved: [], seatLocks: 1, staffCells: 3 });
  });
});
