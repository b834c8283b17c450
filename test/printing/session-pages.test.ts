import { describe, expect, it } from '@jest/globals';
import { attendancePages } from '../../src/printing/attendance-sheet';
import { doorLists, doorPages } from '../../src/printing/door-list';
import { invigilatorPages } from '../../src/printing/invigilator-page';
import type { PrintedPerson, PrintedSession } from '../../src/printing/session';
import { evenly, printableFile, type PrintedPage } from '../../src/printing/sheet';
import { day } from '../support/certif-campaign';

const person = (index: number, change: Partial<PrintedPerson> = {}): PrintedPerson => ({
  id: String(index).padStart(8, '0'),
  lastName: `NOM${String(index).padStart(3, '0')}`,
  firstName: 'Zoé',
  group: 'Droit L2',
  extraTime: 0,
  ...change,
});

function session(change: Partial<PrintedSession> = {}): PrintedSession {
  return {
    number: 'S01',
    state: 'draft',
    pixNumber: '',
    day: day('2027-01-11'),
    start: 510,
    end: 660,
    site: 'Caen Campus 1',
    building: 'Bâtiment D',
    room: 'Mercure',
    code: 'DR S03',
    places: 37,
    invigilators: ['Odile Martin'],
    people: [person(1)],
    nameless: [],
    setupMinutes: 15,
    testMinutes: 105,
    past: false,
    ...change,
  };
}

const crowd = (count: number): readonly PrintedPerson[] =>
  Array.from({ length: count }, (_, index) => person(index + 1));
/** Rows of the tables of a page, as texts. */
const rowsOf = ({ html }: PrintedPage): readonly string[] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) => textOf(row)).slice(1);
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')
    .replace(/[\u00a0\u202f]/g, ' ');
const all = (pages: readonly PrintedPage[]): string => textOf(pages.map(({ html }) => html).join(''));
const occurrences = (text: string, part: string): number => text.split(part).length - 1;

describe('the attendance sheet', () => {
  it('lists everybody once, in the order of names whatever their accents, 22 a page at most', () => {
    const people = [
      person(3, { lastName: 'Zola' }),
      person(2, { lastName: 'Émond' }),
      person(1, { lastName: 'Dupont' }),
    ];
    const [page] = attendancePages(session({ people, places: 3 }));
    expect(page === undefined ? [] : rowsOf(page).map((row) => row.split('|')[2])).toEqual([
      'Dupont',
      'Émond',
      'Zola',
    ]);
    const pages = attendancePages(session({ people: crowd(45), places: 45 }));
    expect(pages.map((one) => rowsOf(one).length)).toEqual([15, 15, 15]);
    const text = all(pages);
    for (const { id } of crowd(45)) expect(occurrences(text, id)).toBe(1);
    pages.forEach((one, index) => {
      expect(textOf(one.html)).toContain('Nom de naissance');
      expect(textOf(one.html)).toContain('Session S01');
      expect(textOf(one.html)).toContain(`Page ${index + 1} sur 3`);
      expect(textOf(one.html)).toContain('Les feuilles officielles sont celles de Pix Certif.');
    });
  });

  it('has a line for each reserved place, and blank ones while places are free', () => {
    const rows = (change: Partial<PrintedSession>): readonly string[] =>
      attendancePages(session(change)).flatMap(rowsOf);
    const reserved = rows({ nameless: [{ group: 'Archéologie M2', places: 3 }], places: 4 });
    expect(
      reserved.filter((row) => row.includes('Place réservée') && row.includes('Archéologie M2')),
    ).toHaveLength(3);
    expect(reserved).toHaveLength(4);
    expect(rows({ places: 1 })).toHaveLength(1);
    expect(rows({ places: 2 })).toHaveLength(2);
    expect(rows({ places: 30 })).toHaveLength(3);
  });

  it('tells other candidates nothing of extra time', () => {
    const with33 = attendancePages(session({ people: [person(1, { extraTime: 0.33 }), person(2)] }));
    const without = attendancePages(session({ people: [person(1), person(2)] }));
    expect(with33).toEqual(without);
  });

  it('keeps what people typed a text', () => {
    const pages = attendancePages(
      session({
        people: [person(1, { lastName: '<img src=x onerror=alert(1)>', firstName: `"O'Neill" & fils` })],
      }),
    );
    const html = pages.map((page) => page.html).join('');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('&quot;O&#39;Neill&quot; &amp; fils');
  });
});

describe('the page of the invigilator', () => {
  it('says who, where and when, and when each extra time really ends', () => {
    const text = all(
      invigilatorPages(
        session({
          pixNumber: '4321',
          people: [person(1, { extraTime: 1 / 3 }), person(2, { extraTime: 0.5 }), person(3)],
          nameless: [{ group: 'L1', places: 2 }],
        }),
      ),
    );
    for (const told of [
      'Odile Martin',
      'Mercure (DR S03)',
      'Bâtiment D, Caen Campus 1',
      'lun. 11/01/2027',
      '4321',
      'Arrivée des candidats|8 h 30',
      'Début de l’épreuve|8 h 45',
      'Fin de l’épreuve|10 h 30',
      'Fin du dernier temps majoré|11 h 23',
      'Candidats attendus|3 et 2 places sans nom',
      'Places libres|32 sur 37',
      'NOM001 Zoé|00000001|33 %|11 h 05',
      'NOM002 Zoé|00000002|50 %|11 h 23',
      'Les feuilles officielles sont celles de Pix Certif.',
    ])
      expect(text).toContain(told);
    expect(text).not.toContain('NOM003');
  });

  it('warns when the last end comes after that of the slot', () => {
    const late = session({ people: [person(1, { extraTime: 0.5 })] });
    expect(all(invigilatorPages(late))).toContain('la salle n’est réservée que jusqu’à 11 h');
    expect(all(invigilatorPages({ ...late, end: 700 }))).not.toContain('n’est réservée que');
  });

  it('goes on on another page when many have extra time', () => {
    const people = crowd(60).map((one) => ({ ...one, extraTime: 0.33 }));
    const pages = invigilatorPages(session({ people, places: 80 }));
    expect(pages).toHaveLength(3);
    const text = all(pages);
    for (const { id } of people) expect(occurrences(text, id)).toBe(1);
  });
});

describe('door lists', () => {
  it('has one list for each room and day, its sessions in order of time', () => {
    const lists = doorLists([
      session({ number: 'S04', day: day('2027-01-12') }),
      session({ number: 'S03', start: 810, end: 960 }),
      session({ number: 'S02', code: 'SC S36', room: 'Venus' }),
      session(),
    ]);
    expect(lists.map(({ sessions }) => sessions.map(({ number }) => number))).toEqual([
      ['S01', 'S03'],
      ['S02'],
      ['S04'],
    ]);
    const [first] = lists;
    const text = first === undefined ? '' : all(doorPages(first));
    expect(text).toContain('lundi 11 janvier 2027');
    expect(text.indexOf('8 h 30 – session S01')).toBeLessThan(text.indexOf('13 h 30 – session S03'));
  });

  it('has none for a session that nobody is expected at', () => {
    expect(doorLists([session({ people: [] })])).toEqual([]);
    expect(doorLists([session({ people: [], nameless: [{ group: 'L1', places: 2 }] })])).toHaveLength(1);
  });

  it('gives names, and the number of two people of one name only', () => {
    const people = [
      person(1, { extraTime: 0.33 }),
      person(2, { lastName: 'NOM001', firstName: 'ZOÉ' }),
      person(3),
    ];
    const text = all(doorPages({ day: day('2027-01-11'), sessions: [session({ people })] }));
    expect(text).toContain('n° 00000001');
    expect(text).toContain('n° 00000002');
    for (const secret of ['00000003', '33', 'majoré', 'Droit L2']) expect(text).not.toContain(secret);
  });

  it.each([1, 2, 59, 60, 61, 80, 200])('loses nobody among %d', (count) => {
    const other = session({ number: 'S02', start: 810, end: 960, people: crowd(10) });
    const pages = doorPages({ day: day('2027-01-11'), sessions: [session({ people: crowd(count) }), other] });
    const names = pages.flatMap(({ html }) =>
      [...html.matchAll(/<strong>(NOM\d+)<\/strong>/g)].map(([, name]) => name),
    );
    expect(names.sort()).toEqual([...crowd(count), ...crowd(10)].map(({ lastName }) => lastName).sort());
    for (const { html } of pages) {
      const rows = [...html.matchAll(/<tr>/g)].length + 3 * [...html.matchAll(/<h3>/g)].length;
      expect(rows).toBeLessThanOrEqual(33);
    }
  });
});

describe('long names', () => {
  const long = crowd(80).map((one, index) =>
    index % 3 === 0
      ? { ...one, lastName: `${one.lastName} DE LA TOUR D’AUVERGNE-LAURAGUAIS DE SAINT-PAULET` }
      : one,
  );

  it('leave room on the doors, and nobody out', () => {
    const pages = doorPages({ day: day('2027-01-11'), sessions: [session({ people: long })] });
    expect(pages.length).toBeGreaterThan(2);
    for (const { lastName } of long) expect(occurrences(all(pages), lastName.slice(0, 6))).toBe(1);
    expect(pages.map(({ html }) => html.includes('(suite)'))).toEqual(pages.map((_, index) => index > 0));
  });

  it('are written smaller on the sheet, whose lines keep their height', () => {
    const html = attendancePages(session({ people: long, places: 80 }))
      .map((page) => page.html)
      .join('');
    expect(occurrences(html, 'fitted small')).toBe(27);
  });
});

describe('what pages are made of', () => {
  it('cuts rows evenly, and makes one page of none', () => {
    expect(evenly([1, 2, 3, 4, 5], 4).map(({ length }) => length)).toEqual([3, 2]);
    expect(evenly([], 4)).toEqual([[]]);
  });

  it('makes a file without script that stands alone', () => {
    const text = printableFile(
      'Feuilles <1>',
      attendancePages(session()).map(({ html }) => html),
    );
    expect(text).toContain('<title>Feuilles &lt;1&gt;</title>');
    expect(text).toContain('@page { size: A4');
    expect(text).not.toMatch(/<script|https?:|src=/);
  });
});
