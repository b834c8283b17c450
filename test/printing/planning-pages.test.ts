import { describe, expect, it } from '@jest/globals';
import { calendarOf, calendarPages } from '../../src/printing/calendar-page';
import type { CalendarSession } from '../../src/printing/calendar-session';
import { planningPages } from '../../src/printing/planning-list';
import { roomWeekPage, roomWeeks } from '../../src/printing/room-week';
import type { PrintedPage } from '../../src/printing/sheet';
import { day } from '../support/certif-campaign';

const session = (number: string, on: string, change: Partial<CalendarSession> = {}): CalendarSession => ({
  number,
  state: 'published',
  day: day(on),
  start: 510,
  end: 665,
  site: 'Caen Campus 1',
  building: 'Bâtiment D',
  room: 'Mercure (DR S03)',
  places: 37,
  enrolled: 30,
  groups: ['Droit L2'],
  invigilators: ['Odile Martin'],
  past: false,
  ...change,
});

const textOf = ({ html }: Pick<PrintedPage, 'html'>): string =>
  html
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')
    .replace(/[\u00a0\u202f]/g, ' ');
const all = (pages: readonly PrintedPage[]): string => pages.map(textOf).join('');

describe('the list of the sessions', () => {
  it('names each day once, with the number, place, people, groups and state of its sessions', () => {
    const pages = planningPages([
      session('S01', '2027-01-11'),
      session('S02', '2027-01-11', { start: 810, end: 965, enrolled: 37, state: 'convoked' }),
      session('S03', '2027-01-12', { enrolled: 39, groups: ['=AES', '<b>L3</b>'], invigilators: [] }),
    ]);
    expect(pages).toHaveLength(1);
    const text = all(pages);
    expect(text.match(/lun\. 11\/01\/2027\|/g)).toHaveLength(1);
    expect(text).toContain('|S02|13 h 30 – 16 h 05|Mercure (DR S03)|Caen Campus 1|37 / 37 places| complet|');
    expect(text).toContain('Convoquée');
    expect(text).toContain('39 / 37 places| 2 de trop|');
    expect(text).toContain('=AES, &lt;b&gt;L3&lt;/b&gt;');
    expect(text).toContain('3 sessions, 106 inscrits pour 111 places (95 % de remplissage).');
  });

  it('goes on over several pages, each with the headers and the day that goes on', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      session(`S${index + 1}`, '2027-01-11', { room: `Salle ${index}` }),
    );
    const pages = planningPages(many);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(textOf(page)).toContain('|Session|Horaire|Salle|');
    expect(textOf(pages[0] ?? { html: '' })).not.toContain('(suite)');
    expect(textOf(pages[1] ?? { html: '' })).toContain('|lun. 11/01/2027 (suite)|');
    const shown = [...all(pages).matchAll(/\|(S\d+)\|8 h 30/g)].map(([, number]) => number);
    expect(shown).toEqual(many.map(({ number }) => number));
  });
});

describe('the calendar', () => {
  const three = [
    session('S02', '2027-01-11', { start: 810, end: 965 }),
    session('S01', '2027-01-11'),
    session('S03', '2027-01-13', { room: 'B100', site: 'Alençon', building: '' }),
  ];

  it('has days down and rooms across, by site, sessions of a cell in order of time', () => {
    const { days, rooms, at } = calendarOf(three);
    expect(days).toEqual(['2027-01-11', '2027-01-13']);
    expect(rooms.map(({ name }) => name)).toEqual(['B100', 'Mercure (DR S03)']);
    const [, second] = rooms;
    if (second === undefined) throw new Error('There are two rooms.');
    expect(at(day('2027-01-11'), second).map(({ number }) => number)).toEqual(['S01', 'S02']);
    expect(at(day('2027-01-13'), second)).toEqual([]);
  });

  it('shows every session once on paper, whatever the number of rooms', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      session(`S${index + 1}`, `2027-01-${11 + (index % 5)}`, {
        room: `Salle ${index % 13}`,
        start: 480 + 160 * Math.floor(index / 20),
        end: 630 + 160 * Math.floor(index / 20),
        groups: ['Droit L2', 'AES L1', 'Informatique L3', 'Physique L3', 'BUT GEA', 'Histoire', 'Lettres'],
      }),
    );
    const pages = calendarPages(many);
    const shown = [...all(pages).matchAll(/\|(S\d+)\|/g)].map(([, number]) => number);
    expect([...shown].sort()).toEqual(many.map(({ number }) => number).sort());
    expect(all(pages)).toContain('BUT GEA et 2 autres');
    for (const page of pages) expect(page.html.match(/<th scope="col"/g)?.length).toBeLessThanOrEqual(7);
  });
});

describe('the week of a room', () => {
  it('is one page a room and a week, from Monday, the week-end only when it serves', () => {
    const weeks = roomWeeks([
      session('S01', '2027-01-11'),
      session('S02', '2027-01-16', { start: 540, end: 695 }),
      session('S03', '2027-01-18'),
      session('S04', '2027-01-18', { room: 'Venus' }),
    ]);
    expect(weeks.map(({ room, monday, sessions }) => [room, monday, sessions.length])).toEqual([
      ['Mercure (DR S03)', '2027-01-11', 2],
      ['Mercure (DR S03)', '2027-01-18', 1],
      ['Venus', '2027-01-18', 1],
    ]);
    const [first, second] = weeks.map((week) => textOf(roomWeekPage(week)));
    expect(first).toContain('sam. 16/01/2027');
    expect(first).not.toContain('dim. 17/01/2027');
    expect(second).not.toContain('sam. 23/01/2027');
    expect(first).toContain('Surveillé par Odile Martin');
  });

  it('places sessions by the hour, and side by side when hand edits made them overlap', () => {
    const [week] = roomWeeks([
      session('S01', '2027-01-11', { start: 420, end: 540 }),
      session('S02', '2027-01-11', { start: 480, end: 1200 }),
    ]);
    if (week === undefined) throw new Error('There is a week.');
    const { html } = roomWeekPage(week);
    const places = [...html.matchAll(/class="slot" style="([^"]+)"/g)].map(([, style]) => style);
    expect(places).toEqual([
      'top:0.00%;height:15.38%;left:0.00%;width:50.00%',
      'top:7.69%;height:92.31%;left:50.00%;width:50.00%',
    ]);
  });
});
