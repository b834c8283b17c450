import type { Change } from '../../../domain/change';
import type { CandidateId, RoomCode, SessionNumber, SlotCode } from '../../../domain/ids';
import type { ExistingSession } from '../../../domain/session';
import { STATE_LABELS } from '../../../text/states';
import { UNEXPECTED_TEXT as TEXT } from '../../../text/unexpected';
import { element } from '../../client/element';
import type { UnexpectedReading } from '../exchange';
import { type Directory, directoryOf } from '../outcome';
import { peopleChoice } from './people-choice';
import { type OfferedSlot, slotChoice } from './slot-choice';

type Ready = Extract<UnexpectedReading, { readonly kind: 'ready' }>;
type Kind = Change['kind'];

const KINDS: readonly Kind[] = [
  'roomLost',
  'sessionCancelled',
  'invigilatorMissing',
  'candidatesAway',
  'tabsCorrected',
];

/** When candidates cannot come: at their own session, never, or at slots that are named. */
type Absence = 'own' | 'every' | 'these';

/** What staff say has happened, as they fill it in. */
export class WhatHappened {
  private kind: Kind = 'roomLost';
  private room: RoomCode | null = null;
  private session: SessionNumber | null = null;
  private invigilator: string | null = null;
  private readonly people = new Set<CandidateId>();
  private absence: Absence = 'own';
  private slots: Set<SlotCode> | 'every' = new Set();
  private readonly names: Directory;
  private readonly open: readonly ExistingSession[];

  constructor(private readonly data: Ready) {
    this.names = directoryOf(data.campaign);
    this.open = data.campaign.existing.filter(({ state, closed }) => state !== 'cancelled' && !closed);
    if (data.broken > 0) this.kind = 'tabsCorrected';
  }

  /** `null` while something is missing; `incomplete` says what. */
  change(): Change | null {
    const slots = this.slots === 'every' ? 'every' : [...this.slots];
    const anySlot = slots === 'every' || slots.length > 0;
    switch (this.kind) {
      case 'roomLost':
        return this.room === null || !anySlot ? null : { kind: this.kind, room: this.room, slots };
      case 'sessionCancelled':
        return this.session === null ? null : { kind: this.kind, session: this.session };
      case 'invigilatorMissing': {
        const { invigilator } = this;
        return invigilator === null || !anySlot ? null : { kind: this.kind, invigilator, slots };
      }
      case 'candidatesAway': {
        const away = this.absence === 'these' ? slots : this.absence === 'every' ? 'every' : this.ownSlots();
        if (this.people.size === 0 || (away !== 'every' && away.length === 0)) return null;
        return { kind: this.kind, candidates: [...this.people], slots: away };
      }
      case 'tabsCorrected':
        return { kind: this.kind };
    }
  }

  get incomplete(): string {
    return TEXT.incomplete[this.kind];
  }

  view(): HTMLElement {
    const details = element('div', { class: 'details' });
    const showDetails = (): void => details.replaceChildren(...this.details(showDetails));
    const choices = KINDS.map((kind) => {
      const reason = this.reasonAgainst(kind);
      const [label, explanation] = TEXT.kinds[kind];
      return element(
        'label',
        { class: 'choice' },
        element('input', {
          type: 'radio',
          name: 'kind',
          value: kind,
          checked: this.kind === kind,
          disabled: reason !== '',
          onchange: () => {
            this.kind = kind;
            this.slots = new Set();
            showDetails();
          },
        }),
        element('span', {}, label, element('span', { class: 'hint' }, reason === '' ? explanation : reason)),
      );
    });
    showDetails();
    return element(
      'div',
      { class: 'what' },
      element('fieldset', {}, element('legend', {}, TEXT.what), ...choices),
      details,
    );
  }

  private reasonAgainst(kind: Kind): string {
    if (kind === 'invigilatorMissing' && this.data.campaign.invigilators === null) return TEXT.noStaff;
    return kind === 'tabsCorrected' && this.data.broken === 0 ? TEXT.nothingToCorrect : '';
  }

  private details(again: () => void): readonly HTMLElement[] {
    switch (this.kind) {
      case 'roomLost':
        return this.roomDetails(again);
      case 'sessionCancelled':
        return [
          choiceOf(
            'session',
            TEXT.session,
            this.open.map((one) => [one.number, this.sessionLabel(one)]),
            this.session,
            (number) => (this.session = number),
          ),
        ];
      case 'invigilatorMissing':
        return this.invigilatorDetails(again);
      case 'candidatesAway':
        return this.peopleDetails(again);
      case 'tabsCorrected':
        return [element('p', {}, TEXT.broken(this.data.broken))];
    }
  }

  private roomDetails(again: () => void): readonly HTMLElement[] {
    const { rooms } = this.data.campaign;
    const used = (code: RoomCode): readonly ExistingSession[] =>
      this.open.filter(({ room }) => room === code);
    const list = rooms.map(({ code, name, site }): readonly [RoomCode, string] => {
      const label = name === code ? name : `${name} (${code})`;
      return [code, `${label}, ${site} – ${TEXT.roomSessions(used(code).length)}`];
    });
    const select = choiceOf('room', TEXT.room, list, this.room, (code) => {
      this.room = code;
      this.slots = new Set();
      again();
    });
    const room = rooms.find(({ code }) => code === this.room);
    if (room === undefined) return [select];
    const sessions = new Map(used(room.code).map((session) => [session.slot, session]));
    const free = (code: SlotCode): boolean => room.freeAt === 'every' || room.freeAt.includes(code);
    const slots = this.offered(
      (code, site) => (site === null || site === room.site) && (free(code) || sessions.has(code)),
      (code) => {
        const session = sessions.get(code);
        return session === undefined
          ? TEXT.noSession
          : TEXT.slotSession(session.number, session.seats.length + anonymousIn(session));
      },
      (code) => sessions.has(code),
    );
    return [select, this.slotList(slots)];
  }

  private invigilatorDetails(again: () => void): readonly HTMLElement[] {
    const people = this.data.campaign.invigilators ?? [];
    const watched = this.watchedBy(this.invigilator);
    const select = choiceOf(
      'invigilator',
      TEXT.invigilator,
      people.map(({ name }) => [name, name]),
      this.invigilator,
      (name) => {
        this.invigilator = name;
        this.slots = new Set();
        again();
      },
    );
    const person = people.find(({ name }) => name === this.invigilator);
    if (person === undefined) return [select];
    const slots = this.offered(
      (code) => person.possible.includes(code),
      (code) => {
        const sessions = watched.get(code) ?? [];
        return sessions.length === 0 ? TEXT.noSession : TEXT.watches(sessions);
      },
      (code) => watched.has(code),
    );
    return [select, this.slotList(slots)];
  }

  private peopleDetails(again: () => void): readonly HTMLElement[] {
    const { campaign } = this.data;
    const seatOf = new Map(
      this.open.flatMap(({ number, seats }) => seats.map(({ candidate }) => [candidate, number] as const)),
    );
    const absences: readonly (readonly [Absence, string])[] = [
      ['own', TEXT.ownSlots],
      ['every', TEXT.noMoreSlots],
      ['these', TEXT.theseSlots],
    ];
    const when = element(
      'fieldset',
      {},
      element('legend', {}, TEXT.when),
      ...absences.map(([absence, label]) =>
        element(
          'label',
          { class: 'choice' },
          element('input', {
            type: 'radio',
            name: 'absence',
            value: absence,
            checked: this.absence === absence,
            onchange: () => {
              this.absence = absence;
              again();
              document.querySelector<HTMLElement>(`input[name=absence][value=${absence}]`)?.focus();
            },
          }),
          element('span', {}, label),
        ),
      ),
    );
    const all = this.offered(
      () => true,
      () => '',
      () => false,
    );
    return [
      peopleChoice(campaign.candidates, this.people, ({ id, group }) =>
        [group ?? '', seatOf.get(id) ?? TEXT.noSeat].filter((text) => text !== '').join(' · '),
      ),
      when,
      ...(this.absence === 'these' ? [this.slotList(all)] : []),
    ];
  }

  private slotList(slots: readonly OfferedSlot[]): HTMLElement {
    return slotChoice(slots, this.slots, (now) => (this.slots = now));
  }

  /** Slots to come, those that matter first. */
  private offered(
    isOffered: (code: SlotCode, site: string | null) => boolean,
    note: (code: SlotCode) => string,
    matters: (code: SlotCode) => boolean,
  ): readonly OfferedSlot[] {
    return this.data.campaign.slots
      .filter(({ code, closed, site }) => !closed && isOffered(code, site))
      .map(({ code }) => ({ code, label: `${code} – ${this.names.slot(code)}`, note: note(code) }))
      .sort((a, b) => Number(matters(b.code)) - Number(matters(a.code)));
  }

  private watchedBy(name: string | null): ReadonlyMap<SlotCode, readonly string[]> {
    const watching = new Map(this.data.watching);
    const found = new Map<SlotCode, string[]>();
    for (const { number, slot } of this.open)
      if (name !== null && watching.get(number)?.includes(name) === true)
        found.set(slot, [...(found.get(slot) ?? []), number]);
    return found;
  }

  private ownSlots(): readonly SlotCode[] {
    const own = this.open.filter(({ seats }) => seats.some(({ candidate }) => this.people.has(candidate)));
    return [...new Set(own.map(({ slot }) => slot))];
  }

  private sessionLabel(session: ExistingSession): string {
    const people = TEXT.slotSession(session.number, session.seats.length + anonymousIn(session));
    return `${people} – ${this.names.place(session.slot, session.room)} – ${STATE_LABELS[session.state]}`;
  }
}

const anonymousIn = ({ anonymous }: ExistingSession): number =>
  anonymous.reduce((sum, { places }) => sum + places, 0);

function choiceOf<Value extends string>(
  id: string,
  label: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value | null,
  choose: (value: Value | null) => void,
): HTMLElement {
  const list = element(
    'select',
    { id },
    element('option', { value: '' }, TEXT.choose),
    ...options.map(([value, text]) => element('option', { value, selected: value === chosen }, text)),
  );
  list.addEventListener('change', () => {
    const found = options.find(([value]) => value === list.value);
    choose(found === undefined ? null : found[0]);
    document.getElementById(id)?.focus();
  });
  return element('div', {}, element('label', { for: id }, label), list);
}
