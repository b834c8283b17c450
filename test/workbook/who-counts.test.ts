import { describe, expect, it } from '@jest/globals';
import type { Availability } from '../../src/domain/candidate';
import type { Cell } from '../../src/domain/grid';
import { AWorkbook, date } from '../support/a-workbook';
import { readWorkbook } from '../support/read-workbook';

function availabilityOf(workbook: AWorkbook, id: string): Availability | undefined {
  return readWorkbook(workbook).campaign?.candidates.find((candidate) => candidate.id === id)?.availability;
}

const accepted = (group: string, count: number, slots: string, status = 'Acceptée'): Cell[] => [
  date(2026, 11, 16),
  'a@exemple.fr',
  'Agnès Rivoal',
  'UFR',
  'Licence',
  group,
  count,
  'Caen',
  slots,
  0,
  '',
  status,
  '',
];

describe('whose answer counts', () => {
  it('is the last of several rows of one student', () => {
    const book = new AWorkbook().add('availability', ['01000003', 'oui', '', '', '']);
    expect(availabilityOf(book, '01000003')).toEqual({ source: 'own', possible: ['C01'], preferred: [] });
  });

  it('is not a row of unticked boxes', () => {
    const book = new AWorkbook().add('availability', ['01000001', false, '', false, ' ']);
    expect(availabilityOf(book, '01000001')?.source).toBe('group');
  });

  it('is nobody’s when the number lost its zeros, and the message says whose it seems to be', () => {
    const reading = readWorkbook(new AWorkbook().add('availability', [1000003, 'oui', '', '', '']));
    expect(reading.problems.find(({ code }) => code === 'whoUnknown')?.params).toEqual({ close: '01000003' });
  });

  it('is a row that says no', () => {
    const book = new AWorkbook().add('availability', ['01000001', 'non', '', '', '']);
    expect(availabilityOf(book, '01000001')).toEqual({ source: 'own', possible: [], preferred: [] });
  });

  it('is the accepted request when the group said nothing', () => {
    const book = new AWorkbook().set('availability', 'A2', '').set('availability', 'B2', '');
    book.set('availability', 'C2', '').add('requests', accepted('droit l2', 2, 'C03\nC04 jeu. 14/01'));
    expect(availabilityOf(book, '01000001')).toEqual({
      source: 'request',
      possible: ['C03', 'C04'],
      preferred: [],
    });
  });

  it.each(['Nouvelle', 'Refusée', 'Annulée', ''])('is not a request that is « %s »', (status) => {
    const book = new AWorkbook().set('availability', 'A2', '').set('availability', 'B2', '');
    book.set('availability', 'C2', '').add('requests', accepted('Droit L2', 2, 'C03', status));
    expect(availabilityOf(book, '01000001')?.source).toBe('none');
  });

  it('is the parameter when nobody said anything', () => {
    const book = new AWorkbook().set('availability', 'A2', '').set('availability', 'B2', '');
    book.set('availability', 'C2', '').add('settings', ['Sans réponse', 'Disponible  partout', '']);
    expect(availabilityOf(book, '01000001')).toEqual({
      source: 'default',
      possible: ['C01', 'C02', 'C03', 'C04'],
      preferred: [],
    });
  });

  it('may be a list with line breaks, commas or semicolons', () => {
    const book = new AWorkbook().replace('availability', [
      ['Étudiant ou groupe', 'Créneaux possibles', 'Créneaux préférés'],
      ['Droit L2', 'C01 lun. 11/01 8 h 30, C02; C03\nC04', 'C03\nC04'],
    ]);
    const answer = availabilityOf(book, '01000001');
    expect([...(answer?.possible ?? [])].sort()).toEqual(['C01', 'C02', 'C03', 'C04']);
    expect([...(answer?.preferred ?? [])].sort()).toEqual(['C03', 'C04']);
  });

  it('is one object for a whole group', () => {
    const [first, second] = readWorkbook(new AWorkbook()).campaign?.candidates ?? [];
    expect(first?.availability).toBe(second?.availability);
  });
});

describe('the seats without a name', () => {
  it.each([
    [20, 17],
    [3, 0],
    [1, 0],
  ])('of a request for %p, three students being listed, are %p', (asked, kept) => {
    const book = new AWorkbook().add('requests', accepted('Droit L2', asked, 'C01'));
    const places = readWorkbook(book).campaign?.requests.map((request) => request.places) ?? [];
    expect(places.reduce((sum, count) => sum + count, 0)).toBe(kept);
  });

  it('deduct each student once, whatever the number of requests', () => {
    const book = new AWorkbook().add(
      'requests',
      accepted('Droit L2', 2, 'C01'),
      accepted('Droit L2', 5, 'C02'),
    );
    const requests = readWorkbook(book).campaign?.requests ?? [];
    expect(requests.reduce((sum, { places }) => sum + places, 0)).toBe(4);
  });
});

describe('slots that have begun', () => {
  it('are closed, the others being open', () => {
    const book = new AWorkbook().set('slots', 'B2', date(2026, 11, 20));
    expect(readWorkbook(book).campaign?.slots.map(({ code, closed }) => [code, closed])).toEqual([
      ['C01', true],
      ['C02', false],
      ['C03', false],
      ['C04', false],
    ]);
  });

  it('are all open when all have begun, with a warning', () => {
    const book = new AWorkbook();
    for (const row of [2, 3, 4, 5]) book.set('slots', `B${row}`, date(2026, 1, row));
    const { campaign, problems } = readWorkbook(book);
    expect(campaign?.slots.some(({ closed }) => closed)).toBe(false);
    expect(problems.map(({ severity, place }) => [severity, place.tab])).toContainEqual([
      'warning',
      'Créneaux',
    ]);
  });
});

describe('hand edits of the planning', () => {
  it('count: slot and room in the sessions, session in the seats', () => {
    const book = new AWorkbook().planned(
      [
        ['S01', 'Brouillon', 'C02', 'sc s36', true],
        ['S02', 'Publiée', 'C01', 'DR S03', false],
      ],
      [
        ['01000001', 'S01', false],
        ['01000002', 'S02', true],
      ],
    );
    expect(readWorkbook(book).campaign?.existing).toEqual([
      {
        number: 'S01',
        slot: 'C02',
        room: 'SC S36',
        state: 'draft',
        locked: true,
        closed: false,
        seats: [{ candidate: '01000001', locked: false }],
        anonymous: [],
      },
      {
        number: 'S02',
        slot: 'C01',
        room: 'DR S03',
        state: 'published',
        locked: false,
        closed: false,
        seats: [{ candidate: '01000002', locked: true }],
        anonymous: [],
      },
    ]);
  });
});
