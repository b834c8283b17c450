import type { Opportunities } from '../../../allocation/simulation/opportunities';
import type { TrialFigures } from '../../../allocation/simulation/simulate';
import type { Campaign } from '../../../domain/campaign';
import { leverWords, leverNamesOf } from '../../../text/helps';
import { number } from '../../../text/format';
import { SIMULATION_TEXT as TEXT } from '../../../text/simulation';
import { element } from '../../client/element';
import { tableHead } from '../../client/table';
import type { TrialResult } from '../exchange';

/** Ranks shown. */
const SHOWN = 20;

/** The rooms that would help most, in order. */
export function rankingView(
  campaign: Campaign,
  { ranked, tried, all }: Opportunities,
): readonly HTMLElement[] {
  const heading = element('h1', { tabindex: -1 }, TEXT.ranking);
  if (ranked.length === 0) return [heading, element('p', {}, TEXT.noLever(tried, all))];
  const names = leverNamesOf(campaign);
  return [
    heading,
    element(
      'table',
      {},
      tableHead([
        { number: TEXT.rank },
        TEXT.lever,
        { number: TEXT.morePeople },
        { number: TEXT.fewerSessions },
      ]),
      element(
        'tbody',
        {},
        ...ranked
          .slice(0, SHOWN)
          .map(({ lever, seats, sessions }, at) =>
            element(
              'tr',
              {},
              element('td', { class: 'number' }, number(at + 1)),
              element('td', {}, leverWords(lever, names)),
              element('td', { class: 'number' }, number(seats)),
              element('td', { class: 'number' }, number(sessions)),
            ),
          ),
      ),
    ),
    element('p', { class: 'hint' }, TEXT.tried(tried, all)),
  ];
}

/** What a trial changes, beside things as they are. */
export function effectView({ today, changed }: TrialResult): readonly HTMLElement[] {
  const { rows } = TEXT;
  const line = (label: string, value: (figures: TrialFigures) => number): HTMLElement =>
    row(label, number(value(today)), number(value(changed)), TEXT.signed(value(changed) - value(today)));
  return [
    element('h1', { tabindex: -1 }, TEXT.effect),
    element('p', { role: 'status' }, element('strong', {}, TEXT.summary(today, changed))),
    element(
      'table',
      {},
      tableHead(['', { number: TEXT.today }, { number: TEXT.changed }, { number: TEXT.difference }]),
      element(
        'tbody',
        {},
        line(rows.sessions, ({ sessions }) => sessions),
        line(rows.candidates, ({ candidates }) => candidates),
        line(rows.seated, ({ seated }) => seated),
        line(rows.unseated, ({ unseated }) => unseated),
        line(rows.anonymousSeats, ({ anonymousSeats }) => anonymousSeats),
        line(rows.places, ({ places }) => places),
        row(rows.filling, TEXT.fillingValue(today), TEXT.fillingValue(changed), ''),
      ),
    ),
    ...(today.proven && changed.proven ? [] : [element('p', { class: 'hint' }, TEXT.unproven)]),
    element('p', { class: 'hint' }, TEXT.basis),
  ];
}

function row(label: string, ...values: readonly string[]): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, label),
    ...values.map((text) => element('td', { class: 'number' }, text)),
  );
}
