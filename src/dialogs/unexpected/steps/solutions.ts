import type { Repair } from '../../../allocation/repair/repairs';
import type { Campaign } from '../../../domain/campaign';
import { UNEXPECTED_TEXT as TEXT } from '../../../text/unexpected';
import { element } from '../../client/element';
import { scrolling, tableHead, textRow } from '../../client/table';
import { type ShownPerson, type ShownRepair, shownRepair } from '../outcome';

/** People shown; the tabs have them all. */
const PEOPLE_SHOWN = 200;

/** The solutions as cards to choose from, the best chosen. @param choose is told the place of the one chosen */
export function solutionCards(
  campaign: Campaign,
  repairs: readonly Repair[],
  choose: (at: number, shown: ShownRepair) => void,
): readonly HTMLElement[] {
  return repairs.map((repair, at) => {
    const shown = shownRepair(campaign, repair);
    if (at === 0) choose(at, shown);
    return element(
      'section',
      { class: 'card solution' },
      repairs.length === 1
        ? element('h2', {}, shown.heading)
        : element(
            'label',
            { class: 'choice' },
            element('input', {
              type: 'radio',
              name: 'solution',
              value: at,
              checked: at === 0,
              onchange: () => choose(at, shown),
            }),
            element('strong', {}, shown.heading),
          ),
      ...shown.lines.map((line) => element('p', {}, line)),
      shown.proof === '' ? null : element('p', { class: 'hint' }, shown.proof),
      shown.people.length === 0 ? null : peopleTable(shown.people),
    );
  });
}

function peopleTable(people: readonly ShownPerson[]): HTMLElement {
  const label = TEXT.details(people.length);
  return element(
    'details',
    {},
    element('summary', {}, label),
    scrolling(
      label,
      element(
        'table',
        {},
        tableHead([TEXT.who, TEXT.from, TEXT.to, TEXT.why]),
        element(
          'tbody',
          {},
          ...people.slice(0, PEOPLE_SHOWN).map(({ who, from, to, why }) => textRow([who, from, to, why])),
        ),
      ),
    ),
    people.length > PEOPLE_SHOWN ? element('p', {}, TEXT.more(people.length - PEOPLE_SHOWN)) : null,
  );
}
