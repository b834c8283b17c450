import type { Candidate } from '../../../domain/candidate';
import type { CandidateId } from '../../../domain/ids';
import { UNEXPECTED_TEXT as TEXT } from '../../../text/unexpected';
import { type Child, element } from '../../client/element';

/** Offers shown for what is typed. */
const SHOWN = 8;

interface Offer {
  readonly label: string;
  readonly note: string;
  readonly people: readonly CandidateId[];
}

/** Finds people by name, number or group, and keeps those who are chosen. */
export function peopleChoice(
  candidates: readonly Candidate[],
  chosen: Set<CandidateId>,
  noteOf: (candidate: Candidate) => string,
): HTMLElement {
  const groups = groupsOf(candidates);
  const nameOf = ({ firstName, lastName }: Candidate): string => `${firstName} ${lastName}`.trim();
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const field = element('input', { type: 'search', id: 'find', autocomplete: 'off' });
  const offers = element('ul', { class: 'offers', 'aria-label': TEXT.found });
  const kept = element('div', { class: 'kept' });
  const count = element('p', { class: 'hint', role: 'status' });

  const showKept = (): void => {
    count.textContent = TEXT.chosen(chosen.size);
    kept.replaceChildren(
      ...[...chosen].map((id) => {
        const candidate = byId.get(id);
        const name = candidate === undefined ? id : nameOf(candidate);
        return element(
          'button',
          {
            type: 'button',
            class: 'chip',
            'aria-label': TEXT.remove(name),
            onclick: () => {
              chosen.delete(id);
              showKept();
              field.focus();
            },
          },
          `${name} ✕`,
        );
      }),
    );
  };
  const take = (people: readonly CandidateId[]): void => {
    for (const id of people) chosen.add(id);
    field.value = '';
    showOffers();
    showKept();
    field.focus();
  };
  const matching = (): readonly Offer[] => {
    const words = keyOf(field.value)
      .split(' ')
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    const matches = (text: string): boolean => words.every((word) => keyOf(text).includes(word));
    return [
      ...[...groups]
        .filter(([name]) => matches(name))
        .map(([name, people]): Offer => ({ label: TEXT.group(name, people.length), note: '', people })),
      ...candidates
        .filter((one) => !chosen.has(one.id) && matches(`${nameOf(one)} ${one.id}`))
        .map((one): Offer => ({ label: nameOf(one), note: `${one.id} · ${noteOf(one)}`, people: [one.id] })),
    ];
  };
  const showOffers = (): void => {
    const found = matching();
    const rows: Child[] = found
      .slice(0, SHOWN)
      .map(({ label, note, people }) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'link', 'aria-label': TEXT.add(label), onclick: () => take(people) },
            label,
          ),
          note === '' ? null : element('span', { class: 'hint' }, ` ${note}`),
        ),
      );
    const more = found.length - SHOWN;
    const last =
      found.length === 0 && field.value.trim() !== ''
        ? TEXT.nobodyFound
        : more > 0
          ? TEXT.moreFound(more)
          : '';
    if (last !== '') rows.push(element('li', { class: 'hint' }, last));
    offers.replaceChildren(...rows.filter((row): row is Node => row instanceof Node));
  };
  field.addEventListener('input', showOffers);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [first] = matching();
    if (first !== undefined) take(first.people);
  });
  showKept();
  return element(
    'div',
    { class: 'people' },
    element('label', { for: 'find' }, TEXT.find),
    field,
    offers,
    kept,
    count,
  );
}

function groupsOf(candidates: readonly Candidate[]): ReadonlyMap<string, readonly CandidateId[]> {
  const groups = new Map<string, CandidateId[]>();
  for (const { id, group } of candidates) {
    if (group === null) continue;
    const people = groups.get(group) ?? [];
    groups.set(group, people);
    people.push(id);
  }
  return groups;
}

const keyOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
