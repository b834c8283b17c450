import { holidaysBetween } from '../../../domain/holidays';
import { time } from '../../../text/format';
import { SLOTS_TEXT as TEXT } from '../../../text/slots';
import { element } from '../../client/element';
import type { SlotsWindow } from '../exchange';
import { type SlotChoice, dayOf } from './choice';

/** Monday first. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];

/** What the window proposes before anything is typed. */
export function firstChoice({ defaults, gap, matrices }: SlotsWindow): SlotChoice {
  return {
    from: defaults.from,
    to: defaults.to,
    weekdays: new Set([1, 2, 3, 4, 5]),
    worked: new Set(),
    excluded: [],
    hours: 'listed',
    starts: defaults.starts.map((start) => time(start)).join(' ; '),
    firstStart: '08:30',
    lastEnd: '18:00',
    gap: String(gap),
    duration: String(defaults.duration),
    site: '',
    columns: matrices.length > 0,
  };
}

/** The fields; `changed` is called at each change. */
export function slotForm(data: SlotsWindow, choice: SlotChoice, changed: () => void): HTMLElement {
  const holidays = element('div');
  const excluded = element('ul', { class: 'chips' });
  const showDays = (): void => {
    holidays.replaceChildren(...holidayBoxes(choice, changed));
    excluded.replaceChildren(...excludedChips(choice, again));
  };
  const again = (): void => {
    showDays();
    changed();
  };
  showDays();
  return element(
    'form',
    { class: 'choice', onsubmit: (event) => event.preventDefault() },
    element(
      'fieldset',
      {},
      element('legend', {}, TEXT.period),
      element(
        'div',
        { class: 'row' },
        field(TEXT.from, 'date', choice.from, (text) => {
          choice.from = text;
          again();
        }),
        field(TEXT.to, 'date', choice.to, (text) => {
          choice.to = text;
          again();
        }),
      ),
      element(
        'div',
        { class: 'row days', role: 'group', 'aria-label': TEXT.weekdays },
        ...WEEK.map((day) => weekdayBox(choice, day, changed)),
      ),
      holidays,
      exclusion(choice, again),
      excluded,
    ),
    element(
      'fieldset',
      {},
      element('legend', {}, TEXT.hours),
      hoursChoice(choice, changed),
      field(TEXT.duration, 'number', choice.duration, (text) => {
        choice.duration = text;
        changed();
      }),
      element(
        'p',
        { class: 'hint' },
        [
          TEXT.needs(data.needs.plain, data.needs.usual),
          ...data.needs.extra
            .filter(({ minutes }) => minutes > data.needs.usual)
            .map(({ people, minutes }) => TEXT.peopleNeed(people, minutes)),
        ].join(' '),
      ),
    ),
    siteChoice(data, choice, changed),
    data.matrices.length === 0
      ? null
      : box(TEXT.columns(data.matrices), choice.columns, (checked) => {
          choice.columns = checked;
          changed();
        }),
  );
}

function field(label: string, type: string, value: string, set: (text: string) => void): HTMLElement {
  const input = element('input', { type, value, ...(type === 'number' ? { min: 0, max: 720 } : {}) });
  input.addEventListener('input', () => set(input.value));
  return element('label', {}, label, input);
}

function box(label: string, checked: boolean, set: (checked: boolean) => void): HTMLElement {
  const input = element('input', { type: 'checkbox', checked });
  input.addEventListener('change', () => set(input.checked));
  return element('label', { class: 'box' }, input, element('span', {}, label));
}

function weekdayBox({ weekdays }: SlotChoice, day: number, changed: () => void): HTMLElement {
  return box(TEXT.days[day] ?? '', weekdays.has(day), (checked) => {
    if (checked) weekdays.add(day);
    else weekdays.delete(day);
    changed();
  });
}

/** The public holidays of the period, ticked: excluded. */
function holidayBoxes({ from, to, worked }: SlotChoice, changed: () => void): readonly HTMLElement[] {
  const [first, last] = [dayOf(from), dayOf(to)];
  const holidays = first === null || last === null ? [] : holidaysBetween(first, last);
  if (holidays.length === 0) return [];
  return [
    element('p', { class: 'label' }, TEXT.holidays),
    ...holidays.map(({ day, name }) =>
      box(TEXT.holiday(day, name), !worked.has(day), (checked) => {
        if (checked) worked.delete(day);
        else worked.add(day);
        changed();
      }),
    ),
  ];
}

function exclusion(choice: SlotChoice, changed: () => void): HTMLElement {
  const from = element('input', { type: 'date', 'aria-label': `${TEXT.excluded} : ${TEXT.excludedFrom}` });
  const to = element('input', { type: 'date', 'aria-label': `${TEXT.excluded} : ${TEXT.excludedTo}` });
  const exclude = (): void => {
    const first = dayOf(from.value);
    if (first === null) {
      from.focus();
      return;
    }
    const last = dayOf(to.value) ?? first;
    choice.excluded = [
      ...choice.excluded,
      last < first ? { from: last, to: first } : { from: first, to: last },
    ];
    from.value = '';
    to.value = '';
    changed();
    from.focus();
  };
  return element(
    'div',
    {},
    element('p', { class: 'label' }, TEXT.excluded),
    element(
      'div',
      { class: 'row' },
      from,
      element('span', {}, 'au'),
      to,
      element('button', { type: 'button', onclick: exclude }, TEXT.exclude),
    ),
  );
}

function excludedChips(choice: SlotChoice, changed: () => void): readonly HTMLElement[] {
  return choice.excluded.map((span) => {
    const days = TEXT.excludedDays(span.from, span.to);
    const keep = (): void => {
      choice.excluded = choice.excluded.filter((one) => one !== span);
      changed();
    };
    return element(
      'li',
      {},
      days,
      element('button', { type: 'button', class: 'link', 'aria-label': TEXT.keep(days), onclick: keep }, '✕'),
    );
  });
}

function hoursChoice(choice: SlotChoice, changed: () => void): HTMLElement {
  const fields = element('div');
  const showFields = (): void => fields.replaceChildren(...hourFields(choice, changed));
  const pick = (hours: SlotChoice['hours'], label: string): HTMLElement => {
    const input = element('input', { type: 'radio', name: 'hours', checked: choice.hours === hours });
    input.addEventListener('change', () => {
      choice.hours = hours;
      showFields();
      changed();
    });
    return element('label', { class: 'box' }, input, element('span', {}, label));
  };
  showFields();
  return element(
    'div',
    {},
    element('div', { class: 'row' }, pick('listed', TEXT.listed), pick('inTurn', TEXT.inTurn)),
    fields,
  );
}

function hourFields(choice: SlotChoice, changed: () => void): readonly HTMLElement[] {
  const set =
    (key: 'starts' | 'firstStart' | 'lastEnd' | 'gap') =>
    (text: string): void => {
      choice[key] = text;
      changed();
    };
  if (choice.hours === 'listed')
    return [
      field(TEXT.starts, 'text', choice.starts, set('starts')),
      element('p', { class: 'hint' }, TEXT.startsHelp),
    ];
  return [
    element(
      'div',
      { class: 'row' },
      field(TEXT.firstStart, 'time', choice.firstStart, set('firstStart')),
      field(TEXT.lastEnd, 'time', choice.lastEnd, set('lastEnd')),
      field(TEXT.gap, 'number', choice.gap, set('gap')),
    ),
  ];
}

function siteChoice({ sites }: SlotsWindow, choice: SlotChoice, changed: () => void): HTMLElement | null {
  if (sites.length === 0) return null;
  const list = element(
    'select',
    {},
    element('option', { value: '' }, TEXT.everySite),
    ...sites.map((site) => element('option', { value: site }, site)),
  );
  list.addEventListener('change', () => {
    choice.site = list.value;
    changed();
  });
  return element('label', {}, TEXT.site, list);
}
