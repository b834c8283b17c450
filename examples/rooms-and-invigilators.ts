import type { SampleCell } from './sample-tab';
import { slots } from './slots';

type Slots = 'all' | readonly string[];

const marks = (free: Slots, not: readonly string[] = []): readonly SampleCell[] =>
  slots.map(({ code }) => ((free === 'all' || free.includes(code)) && !not.includes(code) ? 'oui' : null));

const header = (first: readonly string[]): readonly SampleCell[] => [
  ...first,
  ...slots.map(({ label }) => label),
];

/** Rooms without a row are free at every slot. */
export const roomAvailabilityRows: readonly (readonly SampleCell[])[] = [
  header(['Code']),
  ['DR S03', ...marks('all', ['C02', 'C10'])],
  ['DR S04', ...marks('all', ['C01', 'C04', 'C07'])],
  ['SC S36', ...marks('all', ['C09'])],
  ['SO S41', ...marks(['C03', 'C05', 'C09', 'C13'])],
];

const person = (name: string, mail: string, site: string, free: Slots): readonly SampleCell[] => [
  name,
  mail,
  null,
  site,
  ...marks(free),
];

export const invigilatorRows: readonly (readonly SampleCell[])[] = [
  header(['Nom', 'Courriel', 'Téléphone', 'Site']),
  person('Hélène Marchand', 'helene.marchand@exemple.fr', 'Caen Campus 1', 'all'),
  person('Karim Bouzid', 'karim.bouzid@exemple.fr', 'Caen Campus 1', 'all'),
  person('Sylvie Lecomte', 'sylvie.lecomte@exemple.fr', 'Caen Campus 1; Campus de Saint Lô', [
    'C03',
    'C05',
    'C08',
    'C09',
    'C13',
  ]),
  person('Paul Tirel', 'paul.tirel@exemple.fr', "Campus d'Alençon", ['C03', 'C05', 'C12']),
  person('Maud Josse', 'maud.josse@exemple.fr', "Campus d'Alençon", ['C12']),
  person('Gaël Pottier', 'gael.pottier@exemple.fr', 'Campus de Saint Lô', ['C03', 'C05', 'C09', 'C13']),
];
