import { beforeAll, describe, expect, it } from '@jest/globals';
import type { TypedTab } from '../../local/cli/fill-tabs';
import { COMPLETE, Desk } from '../support/an-addon';

/**
 * Each menu item, window and default answer included, on few rows and on many: a service call is a round trip, and
 * their number may depend on tabs, columns and sessions, never on rows.
 */
const FEW = 50;
const MANY = 500;

/** A message is one call each, whatever is done: of these windows, only the opening is counted. */
const SENDING = new Set(['sendEveryMessage', 'tellAnswerRates']);

const SITE = 'Caen Campus 1';
const SLOTS = ['C01', 'C02', 'C03'];

/** As many sessions whatever the number of people: each group has a slot of its own, in a hall large enough. */
function tabsFor(people: number): readonly TypedTab[] {
  const students = Array.from({ length: people }, (_, index) => {
    const id = String(index + 1).padStart(8, '0');
    const group = `Groupe ${(index % 3) + 1}`;
    const name = [`Nom${index}`, `Prénom${index}`];
    return {
      id,
      group,
      row: [id, ...name, '12/05/2004', 'F', `e${id}@etu.exemple.fr`, SITE, group, 'FRANCE', '14118'],
    };
  });
  return [
    {
      tab: 'Salles',
      rows: [
        ['Site', 'Bâtiment', 'Salle', 'Code', 'Places', 'Certifiée'],
        [SITE, 'Bâtiment D', 'Grande halle', 'H1', 2000, true],
      ],
    },
    {
      tab: 'Créneaux',
      rows: [
        ['Créneau', 'Date', 'Début', 'Fin', 'Site'],
        ['C01', { date: '11/01/2027' }, { time: '08:30' }, { time: '11:30' }, SITE],
        ['C02', { date: '12/01/2027' }, { time: '08:30' }, { time: '11:30' }, SITE],
        ['C03', { date: '13/01/2027' }, { time: '08:30' }, { time: '11:30' }, SITE],
      ],
    },
    {
      tab: 'Étudiants',
      rows: [
        [
          'N° étudiant',
          'Nom',
          'Prénom',
          'Date de naissance',
          'Sexe',
          'Courriel',
          'Site',
          'Groupe',
          'Pays de naissance',
          'Code INSEE',
        ],
        ...students.map(({ row }) => row),
      ],
    },
    {
      tab: 'Disponibilités',
      rows: [
        ['Étudiant ou groupe', ...SLOTS],
        ...students.map(({ id, group }) => [
          id,
          ...SLOTS.map((_, slot) => (group === `Groupe ${slot + 1}` ? 'oui' : '')),
        ]),
      ],
    },
    {
      tab: 'Demandes',
      rows: [
        ['Demandeur', 'Groupe', "Nombre d'étudiants", 'Site', 'Créneaux possibles', 'Statut', 'Suivi'],
        ...students
          .slice(0, people / 10)
          .map(({ id }) => [`Enseignant ${id}`, `Vide ${id}`, 1, SITE, 'C01', 'Acceptée', '']),
      ],
    },
  ];
}

/** Rows and columns are made or cut once per tab, where the grid is not of the right size. */
const SIZING = /^Sheet\.(insert|delete)(Rows|Columns)/;

function callsIn(byMethod: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, count] of byMethod) if (!SIZING.test(name)) sum += count;
  return sum;
}

/** Calls of each item of the whole menu, one after another in the same workbook, by label. */
function callsOf(people: number): ReadonlyMap<string, number> {
  const desk = Desk.prepared(tabsFor(people), COMPLETE);
  const { counters } = desk.runtime;
  return new Map(
    desk.runtime.menuItems().map(({ label, path }) => {
      counters.reset();
      const returned = desk.runtime.click([...path, label].join(' > ')) as { readonly defaultCall?: string };
      const { defaultCall } = returned;
      if (defaultCall !== undefined && !SENDING.has(defaultCall)) desk.runtime.call(defaultCall);
      return [label, callsIn(counters.byMethod)];
    }),
  );
}

describe('the menu', () => {
  let few: ReadonlyMap<string, number>;
  let many: ReadonlyMap<string, number>;
  beforeAll(() => {
    few = callsOf(FEW);
    many = callsOf(MANY);
  });

  it('makes as many service calls for 500 people as for 50', () => {
    expect(few.size).toBeGreaterThan(20);
    expect(Object.fromEntries(many)).toEqual(Object.fromEntries(few));
  });

  it('does each thing in some hundreds of calls', () => {
    expect([...many].filter(([, calls]) => calls > 600)).toEqual([]);
  });

  it('has in the essential edition nothing that the complete one has not', () => {
    const labels = Desk.prepared([])
      .runtime.menuItems()
      .map(({ label }) => label);
    expect(labels.filter((label) => !many.has(label))).toEqual([]);
  });
});
