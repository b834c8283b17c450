import type { TypedTab } from '../../local/cli/fill-tabs';
import { COMPLETE, Desk } from './an-addon';

export const REQUEST_FORM = 'Demande de session de certification Pix';
export const AVAILABILITY_FORM = 'Certification Pix : quand pouvez-vous venir ?';

/** Slots as the forms offer them. */
export const SLOTS = {
  C01: 'C01 lun. 11/01/2027 de 8 h 30 à 10 h 30',
  C02: 'C02 mar. 12/01/2027 de 13 h 30 à 16 h 30',
  C03: 'C03 jeu. 14/01/2027 de 8 h 30 à 10 h 30',
} as const;

const student = (index: number): readonly (string | number)[] => {
  const id = String(index).padStart(8, '0');
  return [
    id,
    `NOM${index}`,
    `Prénom${index}`,
    'F',
    `etu${index}@etu.exemple.fr`,
    'Caen Campus 1',
    index <= 12 ? 'Droit L2' : 'AES L2',
    index === 3 ? 'oui' : '',
  ];
};

/** A prepared workbook: three slots, twenty students of two groups at one site, two invigilators. */
export function aCampaign(options: ConstructorParameters<typeof Desk>[1] = {}): Desk {
  return Desk.prepared(
    [
      {
        tab: 'Créneaux',
        rows: [
          ['Créneau', 'Date', 'Début', 'Fin'],
          ['C01', { date: '11/01/2027' }, { time: '08:30' }, { time: '10:30' }],
          ['C02', { date: '12/01/2027' }, { time: '13:30' }, { time: '16:30' }],
          ['C03', { date: '14/01/2027' }, { time: '08:30' }, { time: '10:30' }],
        ],
      },
      {
        tab: 'Étudiants',
        rows: [
          ['N° étudiant', 'Nom', 'Prénom', 'Sexe', 'Courriel', 'Site', 'Groupe', 'Temps majoré'],
          ...Array.from({ length: 20 }, (_, index) => student(index + 1)),
        ],
      },
    ],
    { ...COMPLETE, ...options },
  );
}

/** What a teacher answers, unless told otherwise. */
export function aRequest(more: Readonly<Record<string, string | readonly string[]>> = {}) {
  return {
    Demandeur: 'Agnès Rivoal',
    Composante: 'UFR HSS',
    Formation: 'Master Archéologie',
    Groupe: 'Archéologie M2',
    "Nombre d'étudiants": '18',
    Site: 'Caen Campus 1',
    'Créneaux possibles': [SLOTS.C01, SLOTS.C02],
    'Nombre de temps majorés': '0',
    ...more,
  };
}

/** Tabs as staff type them. */
export const tabs = (...typed: readonly TypedTab[]): readonly TypedTab[] => typed;
