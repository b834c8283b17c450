import type { Help } from '../domain/lever';
import { type LeverNames, leverWords } from './helps';
import { andList, duration, french, number, percent, plural, time } from './format';

interface SiteSizing {
  readonly site: string;
  readonly people: number;
  readonly placesPerSlot: number;
  readonly choices: readonly { readonly slots: number; readonly sessions: number }[];
  readonly longSlots: number;
}

interface Figures {
  readonly candidates: number;
  readonly seated: number;
  readonly unseated: number;
  readonly anonymousSeats: number;
  readonly sessions: number;
  readonly proven: boolean;
  readonly headcount: number;
  readonly places: number;
}

type EditKind =
  | 'addRoom'
  | 'removeRoom'
  | 'openRoom'
  | 'closeRoom'
  | 'addSlot'
  | 'removeSlot'
  | 'addPeople'
  | 'removePeople';

const sessionsIn = (slots: number, sessions: number): string =>
  `${plural(sessions, 'session', 'sessions')} sur ${plural(slots, 'créneau', 'créneaux')}`;

/** *Simuler*. */
export const SIMULATION_TEXT = {
  title: 'Simuler',
  intro: french('Rien de ce que vous essayez ici n’est écrit : le planning et les onglets ne changent pas.'),
  question: 'Que voulez-vous savoir ?',
  questions: {
    sizing: [
      'Combien de sessions et de créneaux faut-il ?',
      'D’après les effectifs, les salles et les durées : la question du début d’une campagne.',
    ],
    levers: [
      'Qu’est-ce qui aiderait le plus ?',
      'Une salle à un créneau, un surveillant, d’autres créneaux pour quelques candidats : chaque possibilité est essayée par le calcul.',
    ],
    trial: [
      'Et si l’on changeait quelque chose ?',
      'Des salles, des créneaux ou des candidats en plus ou en moins.',
    ],
  },
  notYet: french('Il faut d’abord des étudiants, des créneaux et des salles sans problème bloquant.'),
  sites: 'Effectifs et salles par site',
  site: 'Site',
  people: 'Candidats',
  extraTime: 'Dont temps majoré',
  rooms: 'Places des salles',
  roomsHint: french('Une salle par nombre, séparées par des points-virgules : 80; 50; 37.'),
  of: (what: string, site: string): string => `${what}, ${site}`,
  otherSite: 'Autre site',
  conditions: 'Conditions',
  slotLength: (minutes: number): string => french(`Un créneau dure au moins ${duration(minutes)}.`),
  longSlotLength: (minutes: number, share: number): string =>
    french(`Avec un temps majoré de ${percent(share)}, ${duration(minutes)}.`),
  dayStart: 'La journée commence à',
  dayEnd: 'et finit à',
  atOnce: 'Sessions surveillées en même temps, par site',
  atOnceHint: 'Vide : autant que de salles.',
  least: 'Au minimum',
  nothingAsked: 'Donnez au moins un effectif.',
  impossible: (sites: readonly string[]): string =>
    french(
      `${andList(sites)} : des candidats, et aucune salle certifiée utilisable. Ces candidats ne sont pas comptés ci-dessous.`,
    ),
  siteLine: ({ site, people, placesPerSlot, choices }: SiteSizing): string => {
    const [first] = choices;
    const last = choices[choices.length - 1];
    const head = `${site} : ${plural(people, 'candidat', 'candidats')}, ${plural(placesPerSlot, 'place', 'places')} par créneau`;
    if (first === undefined || last === undefined) return french(`${head}.`);
    const most = sessionsIn(last.slots, last.sessions);
    return french(
      first === last
        ? `${head} ; au moins ${most}.`
        : `${head} ; au moins ${most}, ou ${sessionsIn(first.slots, first.sessions)} si le temps manque.`,
    );
  },
  longSlots: (site: string, count: number): string =>
    french(
      `${site} : ${count < 2 ? 'un créneau au moins doit être' : `${number(count)} créneaux au moins doivent être`} assez ${count < 2 ? 'long' : 'longs'} pour le temps majoré.`,
    ),
  total: 'Tous les sites ensemble',
  slots: 'Créneaux',
  sessions: 'Sessions',
  days: 'Jours',
  daysValue: (count: number, perDay: number): string =>
    perDay <= 0 ? '–' : french(`${number(Math.ceil(count / perDay))} (${number(perDay)} par jour)`),
  totalLine: (slots: number, sessions: number, perDay: number): string =>
    french(
      `En tout : ${sessionsIn(slots, sessions)}${perDay > 0 ? `, soit ${plural(Math.ceil(slots / perDay), 'jour', 'jours')} à ${plural(perDay, 'créneau', 'créneaux')} par jour` : ''}.`,
    ),
  sizingNote: french(
    'C’est un minimum : il suppose que chacun peut venir à tous les créneaux. Avec les disponibilités réelles, il en faut souvent davantage.',
  ),
  search: 'Chercher',
  searching: 'Calcul de chaque possibilité…',
  calculating: 'Calcul de l’effet…',
  triedSoFar: (tried: number, all: number): string =>
    french(`${number(tried)} possibilités essayées sur ${number(all)}`),
  stop: 'Arrêter et montrer',
  ranking: 'Classement',
  rank: 'Rang',
  lever: 'Ce qui aiderait',
  morePeople: 'Candidats placés de plus',
  fewerSessions: 'Sessions de moins',
  noLever: (tried: number, all: number): string =>
    french(
      tried === 0 && all > 0
        ? `Le temps n’a pas suffi pour essayer une des ${number(all)} possibilités.`
        : tried < all
          ? `Aucune des ${number(tried)} possibilités les plus prometteuses (sur ${number(all)}) ne placerait quelqu’un de plus ni n’économiserait de session.`
          : `Aucune des ${number(all)} possibilités essayées ne placerait quelqu’un de plus ni n’économiserait de session.`,
    ),
  tried: (tried: number, all: number): string =>
    french(
      tried < all
        ? `${number(tried)} possibilités essayées par le calcul, les plus prometteuses des ${number(all)}.`
        : `${number(all)} possibilités essayées par le calcul.`,
    ),
  leverLine: (lever: Help['lever'], seats: number, sessions: number, names: LeverNames): string => {
    const several = lever.kind === 'moreSlots';
    const effects = [
      ...(seats > 0
        ? [`${several ? 'placeraient' : 'placerait'} ${plural(seats, 'candidat', 'candidats')} de plus`]
        : []),
      ...(sessions > 0
        ? [`${several ? 'économiseraient' : 'économiserait'} ${plural(sessions, 'session', 'sessions')}`]
        : []),
    ];
    return french(`${leverWords(lever, names)} ${andList(effects)}.`);
  },
  oneChange: 'Un changement à essayer',
  change: 'Changement',
  kinds: {
    addRoom: 'Ajouter une salle',
    removeRoom: 'Retirer une salle',
    openRoom: 'Ouvrir une salle à un créneau',
    closeRoom: 'Fermer une salle à un créneau',
    addSlot: 'Ajouter un créneau',
    removeSlot: 'Retirer un créneau',
    addPeople: 'Ajouter des candidats',
    removePeople: 'Retirer des candidats',
  } satisfies Readonly<Record<EditKind, string>>,
  room: 'Salle',
  slot: 'Créneau',
  places: 'Places',
  day: 'Date',
  start: 'Début',
  end: 'Fin',
  everySite: 'Tous les sites',
  who: 'Qui peut venir',
  everybody: 'Tout le monde',
  like: (slot: string): string => `Comme à ${slot}`,
  count: 'Nombre',
  likeGroup: 'Semblables à',
  group: 'Groupe',
  groupOption: (name: string, count: number): string => french(`${name} (${number(count)})`),
  newGroup: (site: string): string => `Disponibles partout, ${site}`,
  addEdit: 'Ajouter à l’essai',
  incompleteEdit: 'Complétez ce changement avant de l’ajouter.',
  edits: 'Ce qui change dans cet essai',
  noEdits: 'Rien pour l’instant.',
  removeEdit: (edit: string): string => `Retirer de l’essai : ${edit}`,
  addRoomWords: (site: string, places: number): string =>
    french(`Une salle de ${plural(places, 'place', 'places')} de plus à ${site}`),
  removeRoomWords: (room: string): string => french(`Sans « ${room} »`),
  openRoomWords: (room: string, slot: string): string => `${room} ouverte à ${slot}`,
  closeRoomWords: (room: string, slot: string): string => `${room} fermée à ${slot}`,
  addSlotWords: (day: string, start: number, end: number, site: string, who: string): string =>
    french(`Un créneau le ${day} de ${time(start)} à ${time(end)}, ${site} (${who})`),
  removeSlotWords: (slot: string): string => `Sans le créneau ${slot}`,
  addPeopleWords: (count: number, like: string): string =>
    french(`${plural(count, 'candidat', 'candidats')} de plus : ${like}`),
  removePeopleWords: (count: number, group: string): string =>
    french(`${plural(count, 'candidat', 'candidats')} de moins : ${group}`),
  calculate: 'Calculer l’effet',
  effect: 'L’effet',
  today: 'Aujourd’hui',
  changed: 'Avec ces changements',
  difference: 'Écart',
  rows: {
    candidates: 'Candidats',
    seated: 'Placés',
    unseated: 'Non placés',
    anonymousSeats: 'Places sans nom réservées',
    sessions: 'Sessions',
    places: 'Places ouvertes',
    filling: 'Remplissage',
  },
  fillingValue: ({ headcount, places }: Figures): string =>
    places === 0 ? '–' : percent(headcount / places),
  signed: (value: number): string =>
    value > 0 ? `+ ${number(value)}` : value < 0 ? `− ${number(-value)}` : '=',
  summary: (today: Figures, changed: Figures): string => {
    const sessions = changed.sessions - today.sessions;
    const unseated = changed.unseated - today.unseated;
    const words = [
      sessions === 0
        ? 'autant de sessions'
        : `${plural(Math.abs(sessions), 'session', 'sessions')} de ${sessions > 0 ? 'plus' : 'moins'}`,
      unseated === 0
        ? 'autant de non placés'
        : `${plural(Math.abs(unseated), 'non placé', 'non placés')} de ${unseated > 0 ? 'plus' : 'moins'}`,
    ];
    return french(`Avec ces changements : ${andList(words)}.`);
  },
  unproven: french('Le nombre de sessions peut encore baisser : le minimum n’a pas pu être prouvé.'),
  basis: french(
    '« Aujourd’hui » est ce que donnerait un calcul avec les données actuelles ; ce qui est verrouillé, convoqué ou passé reste en place.',
  ),
  onServer: french('Le calcul se fait sur les serveurs de Google : il dure 4 minutes au plus.'),
  back: 'Autre question',
  again: 'Modifier l’essai',
  close: 'Fermer',
  unreadable: french('La question reçue est illisible. Recommencez.'),
  failedCall: french('Google ne répond pas. Vérifiez la connexion, puis recommencez : rien n’a été écrit.'),
  noRooms: french('Aucune salle certifiée : remplissez d’abord l’onglet « Salles ».'),
} as const;
