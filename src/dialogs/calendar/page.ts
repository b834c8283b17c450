import type { SessionState } from '../../domain/session';
import { type Calendar, calendarOf, calendarPages } from '../../printing/calendar-page';
import type { CalendarSession } from '../../printing/calendar-session';
import { groupsInBrief } from '../../printing/session-card';
import { PRINT_STYLE } from '../../printing/style';
import { shortDay, timeRangeShort } from '../../text/format';
import { PLANNING_PAGES_TEXT as TEXT } from '../../text/planning-pages';
import { STATE_LABELS } from '../../text/states';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { type Child, element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { CALENDAR_WINDOW } from './exchange';

/** The calendar of the planning: rooms across, days down; on paper, as many rooms as fit on a page. */
const { sessions } = windowData(CALENDAR_WINDOW);
const sites = [...new Set(sessions.map(({ site }) => site))].sort((a, b) => a.localeCompare(b, 'fr'));
const grid = element('div', { class: 'grid', role: 'region', tabindex: 0 });
const paper = element('div', { class: 'paper', 'aria-hidden': 'true' });
const figures = element('p', { role: 'status' });

function showSite(site: string): void {
  const own = site === '' ? sessions : sessions.filter((session) => session.site === site);
  const calendar = calendarOf(own);
  const places = own.reduce((sum, session) => sum + session.places, 0);
  const enrolled = own.reduce((sum, session) => sum + session.enrolled, 0);
  figures.textContent = TEXT.figures(own.length, enrolled, places);
  grid.setAttribute('aria-label', TEXT.caption(calendar.days.length, calendar.rooms.length));
  grid.replaceChildren(calendarTable(calendar));
  // Made from texts that were escaped: see src/printing/html.ts.
  paper.innerHTML = calendarPages(own)
    .map(({ html }) => html)
    .join('');
}

/** Pixels: columns are as wide as one another, and never narrower. */
const DAY_WIDTH = 125;
const ROOM_WIDTH = 190;

function calendarTable(calendar: Calendar): HTMLElement {
  const { days, rooms } = calendar;
  return element(
    'table',
    { style: `width: max(100%, ${DAY_WIDTH + rooms.length * ROOM_WIDTH}px)` },
    element('caption', { class: 'hidden-text' }, TEXT.caption(days.length, rooms.length)),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, TEXT.day),
        ...rooms.map(({ name, site }) =>
          element('th', { scope: 'col' }, name, element('span', { class: 'hint' }, site)),
        ),
      ),
    ),
    element(
      'tbody',
      {},
      ...days.map((day) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, shortDay(day)),
          ...rooms.map((room) => element('td', {}, ...calendar.at(day, room).map(card))),
        ),
      ),
    ),
  );
}

function card(session: CalendarSession): Child {
  const { number, state, start, end, enrolled, places, invigilators } = session;
  const left = places - enrolled;
  const groups = groupsInBrief(session);
  return element(
    'button',
    {
      type: 'button',
      class: `card ${state}`,
      title: TEXT.goTo(number),
      onclick: () => void goTo(number),
    },
    element(
      'span',
      { class: 'head' },
      element('span', {}, element('strong', {}, number), ` ${timeRangeShort(start, end)}`),
      stateMark(state),
    ),
    groups === '' ? null : element('span', {}, groups),
    element(
      'span',
      {},
      TEXT.places(enrolled, places),
      left > 0
        ? null
        : element(
            'em',
            { class: left < 0 ? 'error' : 'good' },
            ` ${left < 0 ? `▲ ${TEXT.over(-left)}` : `✓ ${TEXT.full}`}`,
          ),
    ),
    invigilators.length === 0 ? null : element('span', { class: 'hint' }, TEXT.watched(invigilators)),
  );
}

const stateMark = (state: SessionState): HTMLElement =>
  element('span', { class: `state ${state}` }, STATE_LABELS[state]);

async function goTo(session: string): Promise<void> {
  try {
    await callServer<boolean>('goToSession', session);
  } finally {
    closeWindow();
  }
}

function siteChoice(): HTMLElement | null {
  if (sites.length < 2) return null;
  const list = element(
    'select',
    {},
    element('option', { value: '' }, TEXT.everySite),
    ...sites.map((site) => element('option', { value: site }, site)),
  );
  list.addEventListener('change', () => showSite(list.value));
  return element('label', { class: 'site' }, TEXT.site, list);
}

document.head.append(element('style', {}, PRINT_STYLE));
show(
  element('div', { class: 'top no-print' }, figures, siteChoice()),
  grid,
  paper,
  element(
    'div',
    { class: 'footer no-print' },
    element('p', { class: 'hint' }, TEXT.choose),
    buttonRow({ label: TEXT.print, press: () => window.print() }, { label: TEXT.close, press: closeWindow }),
  ),
);
showSite('');
closeOnEscape();
focusAtStart(document.querySelector('.buttons .primary'));
