import { calendarDay } from '../../../domain/calendar';
import type { Campaign } from '../../../domain/campaign';
import type { TrialEdit } from '../../../domain/trial';
import { SIMULATION_TEXT as TEXT } from '../../../text/simulation';
import { element } from '../../client/element';
import { editWords, slotNames } from './edit-words';
import { minutesOf } from './sizing';

type Kind = TrialEdit['kind'];

const KINDS: readonly Kind[] = [
  'addRoom',
  'removeRoom',
  'openRoom',
  'closeRoom',
  'addSlot',
  'removeSlot',
  'addPeople',
  'removePeople',
];

/** The fields of one kind of change, and what they say; `null` while something is missing. */
interface Fields {
  readonly view: readonly HTMLElement[];
  readonly read: () => TrialEdit | null;
}

/** Changes to try: one form that adds them to a list. `edits` changes as staff add and remove them. */
export function trialForm(campaign: Campaign, edits: TrialEdit[], changed: () => void): HTMLElement {
  const fields = element('div', { class: 'fields' });
  const list = element('ul', { class: 'edits' });
  const fault = element('p', { class: 'error', role: 'alert' });
  let current = fieldsOf(campaign, 'addRoom');
  const showFields = (): void => fields.replaceChildren(...current.view);
  const showList = (): void => {
    list.replaceChildren(
      ...(edits.length === 0
        ? [element('li', { class: 'hint' }, TEXT.noEdits)]
        : edits.map((edit, at) => {
            const words = editWords(campaign, edit);
            const remove = (): void => {
              edits.splice(at, 1);
              showList();
              kind.focus();
            };
            return element(
              'li',
              {},
              `${words} `,
              element(
                'button',
                { type: 'button', 'aria-label': TEXT.removeEdit(words), onclick: remove },
                '✕',
              ),
            );
          })),
    );
    changed();
  };
  const kind = selectOf(
    'kind',
    KINDS.map((one) => [one, TEXT.kinds[one]]),
  );
  kind.addEventListener('change', () => {
    current = fieldsOf(campaign, KINDS.find((one) => one === kind.value) ?? 'addRoom');
    fault.textContent = '';
    showFields();
  });
  const add = (): void => {
    const edit = current.read();
    fault.textContent = edit === null ? `✕ ${TEXT.incompleteEdit}` : '';
    if (edit === null) return;
    edits.push(edit);
    showList();
  };
  showFields();
  showList();
  return element(
    'div',
    { class: 'step' },
    element(
      'fieldset',
      {},
      element('legend', {}, TEXT.oneChange),
      labelled('kind', TEXT.change, kind),
      fields,
      fault,
      element('button', { type: 'button', onclick: add }, TEXT.addEdit),
    ),
    element('section', { class: 'card' }, element('h2', {}, TEXT.edits), list),
  );
}

function fieldsOf(campaign: Campaign, kind: Kind): Fields {
  const sites = [...new Set(campaign.rooms.map(({ site }) => site))].sort();
  const slotName = slotNames(campaign);
  const site = (): HTMLSelectElement =>
    selectOf(
      'site',
      sites.map((name) => [name, name]),
    );
  const room = (): HTMLSelectElement =>
    selectOf(
      'room',
      campaign.rooms.map(({ code, name, site: at }) => [
        code,
        `${name === code ? name : `${name} (${code})`}, ${at}`,
      ]),
    );
  const slot = (): HTMLSelectElement =>
    selectOf(
      'slot',
      campaign.slots.filter(({ closed }) => !closed).map(({ code }) => [code, slotName(code)]),
    );
  const amount = (): HTMLInputElement => element('input', { type: 'number', id: 'amount', min: 1 });
  const roomOf = (list: HTMLSelectElement) => campaign.rooms.find(({ code }) => code === list.value);
  const slotOf = (list: HTMLSelectElement) => campaign.slots.find(({ code }) => code === list.value);
  switch (kind) {
    case 'addRoom': {
      const [at, places] = [site(), amount()];
      return {
        view: [labelled('site', TEXT.site, at), labelled('amount', TEXT.places, places)],
        read: () => {
          const name = sites.find((one) => one === at.value);
          const count = wholeOf(places.value);
          return name === undefined || count === 0 ? null : { kind, site: name, places: count };
        },
      };
    }
    case 'removeRoom': {
      const list = room();
      return {
        view: [labelled('room', TEXT.room, list)],
        read: () => {
          const found = roomOf(list);
          return found === undefined ? null : { kind, room: found.code };
        },
      };
    }
    case 'openRoom':
    case 'closeRoom': {
      const [list, when] = [room(), slot()];
      return {
        view: [labelled('room', TEXT.room, list), labelled('slot', TEXT.slot, when)],
        read: () => {
          const [found, at] = [roomOf(list), slotOf(when)];
          return found === undefined || at === undefined ? null : { kind, room: found.code, slot: at.code };
        },
      };
    }
    case 'addSlot':
      return slotFields(campaign, sites);
    case 'removeSlot': {
      const list = slot();
      return {
        view: [labelled('slot', TEXT.slot, list)],
        read: () => {
          const found = slotOf(list);
          return found === undefined ? null : { kind, slot: found.code };
        },
      };
    }
    case 'addPeople':
    case 'removePeople':
      return peopleFields(campaign, sites, kind);
  }
}

function slotFields(campaign: Campaign, sites: readonly Campaign['rooms'][number]['site'][]): Fields {
  const day = element('input', { type: 'date', id: 'day' });
  const start = element('input', { type: 'time', id: 'start', value: '08:30' });
  const end = element('input', { type: 'time', id: 'end', value: '10:30' });
  const at = selectOf('site', [['', TEXT.everySite], ...sites.map((name): [string, string] => [name, name])]);
  const slotName = slotNames(campaign);
  const who = selectOf('who', [
    ['', TEXT.everybody],
    ...campaign.slots.map(({ code }): [string, string] => [code, TEXT.like(slotName(code))]),
  ]);
  return {
    view: [
      labelled('day', TEXT.day, day),
      labelled('start', TEXT.start, start),
      labelled('end', TEXT.end, end),
      labelled('site', TEXT.site, at),
      labelled('who', TEXT.who, who),
    ],
    read: () => {
      const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.value);
      const date = parts === null ? null : calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
      const [from, to] = [minutesOf(start.value), minutesOf(end.value)];
      if (date === null || start.value === '' || end.value === '' || from >= to) return null;
      const like = campaign.slots.find(({ code }) => code === who.value);
      return {
        kind: 'addSlot',
        day: date,
        start: from,
        end: to,
        site: sites.find((one) => one === at.value) ?? null,
        who: like === undefined ? 'everybody' : { like: like.code },
      };
    },
  };
}

function peopleFields(
  { candidates }: Campaign,
  sites: readonly Campaign['rooms'][number]['site'][],
  kind: 'addPeople' | 'removePeople',
): Fields {
  const groups = new Map<NonNullable<(typeof candidates)[number]['group']>, number>();
  for (const { group } of candidates) if (group !== null) groups.set(group, (groups.get(group) ?? 0) + 1);
  const names = [...groups.keys()].sort((a, b) => a.localeCompare(b, 'fr'));
  const amount = element('input', { type: 'number', id: 'amount', min: 1 });
  const list = selectOf('group', [
    ...names.map((name): [string, string] => [`g${name}`, TEXT.groupOption(name, groups.get(name) ?? 0)]),
    ...(kind === 'addPeople' ? sites.map((name): [string, string] => [`s${name}`, TEXT.newGroup(name)]) : []),
  ]);
  return {
    view: [
      labelled('amount', TEXT.count, amount),
      labelled('group', kind === 'addPeople' ? TEXT.likeGroup : TEXT.group, list),
    ],
    read: () => {
      const count = wholeOf(amount.value);
      const group = names.find((name) => list.value === `g${name}`);
      const site = sites.find((name) => list.value === `s${name}`);
      if (count === 0) return null;
      if (kind === 'removePeople') return group === undefined ? null : { kind, count, group };
      if (group !== undefined) return { kind, count, like: { group } };
      return site === undefined ? null : { kind, count, like: { site } };
    },
  };
}

function selectOf(id: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  return element('select', { id }, ...options.map(([value, label]) => element('option', { value }, label)));
}

const labelled = (id: string, label: string, field: HTMLElement): HTMLElement =>
  element('div', {}, element('label', { for: id }, label), field);

function wholeOf(text: string): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 20_000) : 0;
}
