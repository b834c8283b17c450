import { slotsPerDay, type SiteNeed, sizingOf } from '../../../allocation/simulation/sizing';
import { SIMULATION_TEXT as TEXT } from '../../../text/simulation';
import { number } from '../../../text/format';
import { type Child, element } from '../../client/element';
import { tableHead } from '../../client/table';
import type { SimulationWindow } from '../exchange';

/** Sites beyond those of the workbook. */
const MORE_SITES = 1;
const DAY = { start: '08:30', end: '18:00' } as const;
/** A minimum for more people than this is a slip of the keyboard. */
const MOST_PEOPLE = 1_000_000;

interface Row {
  readonly name: () => string;
  readonly people: HTMLInputElement;
  readonly extraTime: HTMLInputElement;
  readonly rooms: HTMLInputElement;
}

/** How many sessions and slots at least: answers as numbers are typed. */
export function sizingStep(data: SimulationWindow): HTMLElement {
  const rows: Row[] = [];
  const result = element('section', { class: 'card', 'aria-live': 'polite' });
  const refresh = (): void => result.replaceChildren(...view().filter((child) => child !== null));
  const field = (type: string, label: string, value: string): HTMLInputElement => {
    const input = element('input', {
      type,
      'aria-label': label,
      value,
      ...(type === 'number' ? { min: 0 } : {}),
      ...(label === TEXT.otherSite ? { placeholder: label } : {}),
    });
    input.addEventListener('input', refresh);
    return input;
  };
  const siteRow = (need: SiteNeed | null): HTMLElement => {
    const site = need?.site ?? TEXT.otherSite;
    const name = need === null ? field('text', TEXT.otherSite, '') : null;
    const shown = (count: number | undefined): string =>
      count === undefined || count === 0 ? '' : String(count);
    const row: Row = {
      name: () => name?.value.trim() ?? site,
      people: field('number', TEXT.of(TEXT.people, site), shown(need?.people)),
      extraTime: field('number', TEXT.of(TEXT.extraTime, site), shown(need?.extraTime)),
      rooms: field('text', TEXT.of(TEXT.rooms, site), need?.rooms.join('; ') ?? ''),
    };
    rows.push(row);
    return element(
      'tr',
      {},
      name === null ? element('th', { scope: 'row' }, site) : element('td', {}, name),
      ...[row.people, row.extraTime, row.rooms].map((input) => element('td', {}, input)),
    );
  };
  const start = element('input', {
    type: 'time',
    id: 'day-start',
    value: DAY.start,
    oninput: () => refresh(),
  });
  const end = element('input', { type: 'time', id: 'day-end', value: DAY.end, oninput: () => refresh() });
  const atOnce = element('input', { type: 'number', id: 'at-once', min: 1, oninput: () => refresh() });
  const length = data.setupMinutes + data.testMinutes;
  const long = Math.ceil(data.setupMinutes + data.testMinutes * (1 + data.extraTime) - 1e-6);

  const view = (): readonly (Child & (Node | string | null))[] => {
    const needs = rows.map((row): SiteNeed => ({
      site: row.name() === '' ? TEXT.otherSite : row.name(),
      people: countOf(row.people.value),
      extraTime: countOf(row.extraTime.value),
      rooms: row.rooms.value
        .split(/[^0-9]+/)
        .map(countOf)
        .filter((places) => places > 0),
    }));
    const limit = countOf(atOnce.value);
    const sizing = sizingOf(needs, { keptFree: data.keptFree, atOnce: limit > 0 ? limit : null });
    const asked = sizing.sites.filter(({ people, choices }) => people > 0 && choices.length > 0);
    const perDay = slotsPerDay(minutesOf(start.value), minutesOf(end.value), length, data.gapMinutes);
    return [
      element('h2', {}, TEXT.least),
      sizing.impossible.length === 0
        ? null
        : element('p', { class: 'warning' }, `▲ ${TEXT.impossible(sizing.impossible)}`),
      asked.length === 0 ? element('p', {}, TEXT.nothingAsked) : null,
      ...asked.map((site) => element('p', {}, TEXT.siteLine(site))),
      ...asked
        .filter(({ longSlots }) => longSlots > 0)
        .map(({ site, longSlots }) => element('p', {}, TEXT.longSlots(site, longSlots))),
      asked.length === 0 ? null : choicesTable(sizing.choices, perDay),
      asked.length === 0 ? null : element('p', { class: 'hint' }, TEXT.sizingNote),
    ];
  };
  const table = element(
    'table',
    { class: 'needs' },
    element('caption', { class: 'hidden-text' }, TEXT.sites),
    tableHead([TEXT.site, TEXT.people, TEXT.extraTime, TEXT.rooms]),
    element(
      'tbody',
      {},
      ...data.sites.map(siteRow),
      ...Array.from({ length: MORE_SITES }, () => siteRow(null)),
    ),
  );
  refresh();
  return element(
    'div',
    { class: 'step' },
    table,
    result,
    element(
      'div',
      { class: 'conditions' },
      element('div', {}, element('label', { for: 'day-start' }, TEXT.dayStart), start),
      element('div', {}, element('label', { for: 'day-end' }, TEXT.dayEnd), end),
      element(
        'div',
        {},
        element('label', { for: 'at-once' }, TEXT.atOnce),
        atOnce,
        element('span', { class: 'hint' }, TEXT.atOnceHint),
      ),
    ),
    element(
      'p',
      { class: 'hint' },
      `${TEXT.roomsHint} ${TEXT.slotLength(length)} ${TEXT.longSlotLength(long, data.extraTime)}`,
    ),
  );
}

function choicesTable(
  choices: readonly { readonly slots: number; readonly sessions: number }[],
  perDay: number,
): HTMLElement {
  return element(
    'table',
    {},
    element('caption', {}, TEXT.total),
    tableHead([{ number: TEXT.slots }, { number: TEXT.sessions }, { number: TEXT.days }]),
    element(
      'tbody',
      {},
      ...choices.map(({ slots, sessions }) =>
        element(
          'tr',
          {},
          ...[number(slots), number(sessions), TEXT.daysValue(slots, perDay)].map((text) =>
            element('td', { class: 'number' }, text),
          ),
        ),
      ),
    ),
  );
}

function countOf(text: string): number {
  const value = Math.floor(Number(text));
  return Number.isFinite(value) ? Math.min(MOST_PEOPLE, Math.max(0, value)) : 0;
}

/** `08:30` in minutes. */
export function minutesOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
