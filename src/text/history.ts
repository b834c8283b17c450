import type { SessionAspect } from '../domain/compare-plannings';
import type { FingerprintPart } from '../domain/fingerprint';
import type { RecordedSession } from '../domain/planning-record';
import type { PlanningSettings } from '../domain/settings';
import { CALCULATION_TEXT, partNames } from './calculation';
import { andList, french, moment, number, percent, plural, shortDay, time } from './format';
import { STATE_LABELS } from './states';

type Origin = 'calculated' | 'mended' | 'restored' | 'byHand';

const ORIGINS: Readonly<Record<Origin, string>> = {
  calculated: 'Calculé',
  mended: 'Réparé après un imprévu',
  restored: 'Restauré',
  byHand: 'Modifié à la main',
};

type SessionReason =
  | 'slotGone'
  | 'roomGone'
  | 'slotPast'
  | 'cancelled'
  | 'slotElsewhere'
  | 'roomNotFree'
  | 'overlap'
  | 'noInvigilator';

const SESSION_REASONS: Readonly<Record<SessionReason, string>> = {
  slotGone: 'son créneau n’existe plus à cette date et à cette heure',
  roomGone: 'sa salle n’existe plus ou n’est plus certifiée',
  slotPast: 'son créneau est passé',
  cancelled: 'elle est annulée aujourd’hui',
  slotElsewhere: 'son créneau est réservé à un autre site',
  roomNotFree: 'sa salle n’est plus libre à ce créneau',
  overlap: 'sa salle est prise par une autre session au même moment',
  noInvigilator: 'aucun surveillant n’est disponible',
};

type SeatReason =
  | 'unknown'
  | 'fixedElsewhere'
  | 'sessionClosed'
  | 'siteNotAccepted'
  | 'notAvailable'
  | 'slotTooShort'
  | 'notCertifiable'
  | 'full';

/** Of one person, and of several. */
const SEAT_REASONS: Readonly<Record<SeatReason, readonly [string, string]>> = {
  unknown: ['n’est plus dans la liste des étudiants', 'ne sont plus dans la liste des étudiants'],
  fixedElsewhere: [
    'garde sa place d’aujourd’hui, verrouillée, convoquée ou passée',
    'gardent leur place d’aujourd’hui, verrouillée, convoquée ou passée',
  ],
  sessionClosed: ['la session est commencée ou tenue', 'la session est commencée ou tenue'],
  siteNotAccepted: ['ce site n’est plus le sien', 'ce site n’est plus le leur'],
  notAvailable: ['n’est plus disponible à ce créneau', 'ne sont plus disponibles à ce créneau'],
  slotTooShort: [
    'le créneau est trop court pour son temps majoré',
    'le créneau est trop court pour leur temps majoré',
  ],
  notCertifiable: ['n’est plus certifiable', 'ne sont plus certifiables'],
  full: ['la salle n’a plus assez de places', 'la salle n’a plus assez de places'],
};

const ASPECTS: Readonly<Record<SessionAspect, string>> = {
  place: 'lieu ou heure',
  state: 'état',
  lock: 'verrou',
  invigilators: 'surveillants',
  anonymous: 'places sans nom',
};

/** `S03, lun. 11/01/2027 à 8 h 30, Mercure`. */
export function sessionName({ number: session, slot, room }: RecordedSession): string {
  const when = slot.day === null ? slot.code : `${shortDay(slot.day)} à ${time(slot.start)}`;
  return french(`${session}, ${when}, ${room.name === '' ? room.code : room.name}`);
}

const sessionCount = (count: number): string => plural(count, 'session', 'sessions');

export const HISTORY_TEXT = {
  title: 'Historique',
  intro: french(
    'Chaque planning écrit est gardé ici, dans le classeur. Comparez-le au planning actuel, ou restaurez-le.',
  ),
  empty: french(
    'Aucun planning n’a encore été gardé. Le premier le sera quand vous aurez écrit un planning (Pix ▸ Calculer le planning).',
  ),
  when: 'Écrit le',
  how: 'Comment',
  who: 'Par',
  result: 'Résultat',
  actions: 'Actions',
  origin: (origin: Origin): string => ORIGINS[origin],
  current: 'Planning actuel',
  currentEdited: 'Planning actuel, modifié depuis',
  figures: (figures: {
    readonly sessions: number;
    readonly seated: number;
    readonly unseated: number | null;
    readonly anonymousSeats: number;
    readonly places: number;
  }): string => {
    const { sessions, seated, unseated, anonymousSeats, places } = figures;
    const filling = places === 0 ? '' : `, ${percent((seated + anonymousSeats) / places)} de remplissage`;
    const without =
      unseated === null || unseated === 0 ? '' : `, ${plural(unseated, 'non placé', 'non placés')}`;
    return french(`${plural(seated, 'placé', 'placés')} en ${sessionCount(sessions)}${without}${filling}`);
  },
  settings: ({ recalculation, priority }: PlanningSettings): string =>
    french(
      `${CALCULATION_TEXT.kinds[recalculation][0]} ; priorité : ${CALCULATION_TEXT.priorities[priority]}`,
    ),
  sameData: 'Mêmes données qu’aujourd’hui',
  otherData: (parts: readonly FingerprintPart[]): string =>
    french(
      `Depuis, ${andList(partNames(parts))} ${parts.length === 1 && parts[0] === 'planning' ? 'a' : 'ont'} changé`,
    ),
  compare: 'Comparer',
  compareTo: (when: string): string => `Comparer le planning du ${when} au planning actuel`,
  restore: 'Restaurer',
  restoreOf: (when: string): string => `Restaurer le planning du ${when}`,
  limits: (most: number, dropped: number, until: number | null): string =>
    french(
      `Les ${number(most)} derniers plannings sont gardés, moins s’ils sont très grands.${
        dropped === 0 || until === null
          ? ''
          : ` ${plural(dropped, 'plus ancien a laissé', 'plus anciens ont laissé')} la place, jusqu’à celui du ${moment(until)}.`
      }`,
    ),
  line: (when: string, how: string, who: string, figures: string, current: string): string =>
    french(
      `${when} : ${how.toLowerCase()}${who === '' ? '' : ` par ${who}`}, ${figures}${current === '' ? '' : ` (${current.toLowerCase()})`}.`,
    ),

  edited: french('Le planning a été modifié à la main depuis qu’il a été écrit :'),
  editedElse: french('cellules ajoutées à côté du planning ou surveillants changés.'),
  editedKept: french(
    'Ces modifications restent en place. Si un nouveau planning est écrit, elles sont d’abord gardées ici.',
  ),
  undo: 'Annuler la dernière écriture',
  undoOf: (when: string, who: string): string =>
    french(`Dernière écriture : ${when}${who === '' ? '' : `, par ${who}`}.`),
  nothingToUndo: french('Il n’y a pas d’écriture à annuler.'),
  undoIntro: (when: string): string =>
    french(
      `Les onglets de résultats redeviennent exactement ce qu’ils étaient avant l’écriture du ${when}, avec les colonnes et les notes que vous y aviez ajoutées.`,
    ),
  undoEdits: french(
    'Depuis cette écriture, vous avez modifié le planning à la main. Ces modifications quittent les onglets ; elles sont gardées dans l’historique :',
  ),
  undoChanges: 'Ce qui change',
  confirmUndo: 'Annuler l’écriture',
  undone: (when: string): string =>
    french(`L’écriture du ${when} est annulée : les onglets de résultats sont comme avant elle.`),
  redo: french('Pour revenir sur cette annulation, choisissez de nouveau « Annuler la dernière écriture ».'),
  numbersStay: french('Les numéros de session déjà donnés ne seront pas donnés à d’autres.'),

  comparison: (when: string): string => french(`Du planning du ${when} au planning actuel`),
  nothingDiffers: french('Les deux plannings sont identiques.'),
  moved: (count: number): string =>
    french(
      count === 0
        ? 'Personne ne change de session'
        : `${plural(count, 'personne change', 'personnes changent')} de session`,
    ),
  sessionsDiffer: (count: number): string =>
    french(count === 0 ? 'Aucune session ne change' : plural(count, 'session diffère', 'sessions diffèrent')),
  person: 'Qui',
  from: 'De',
  to: 'Vers',
  noSeat: 'sans place',
  session: 'Session',
  change: 'Ce qui change',
  people: 'Inscrits',
  appeared: 'Ajoutée',
  gone: 'Supprimée',
  changed: (before: RecordedSession, after: RecordedSession, aspects: readonly SessionAspect[]): string =>
    french(
      aspects
        .map((aspect) => {
          if (aspect === 'state') return `${STATE_LABELS[before.state]} → ${STATE_LABELS[after.state]}`;
          if (aspect === 'lock') return after.locked ? 'verrouillée' : 'déverrouillée';
          if (aspect === 'place') return `était ${sessionName(before)}`;
          return `${ASPECTS[aspect]} : ${aspect === 'invigilators' ? shownText(before.invigilators, after.invigilators) : 'changé'}`;
        })
        .join(' ; '),
    ),
  seatLocks: (count: number): string =>
    french(`${plural(count, 'affectation a changé', 'affectations ont changé')} de verrou.`),
  staffCells: (count: number): string =>
    french(
      `${plural(count, 'cellule de vos colonnes a changé', 'cellules de vos colonnes ont changé')} (remarques, numéros Pix, colonnes ajoutées).`,
    ),
  more: (count: number): string => french(`… et ${number(count)} de plus.`),
  back: 'Retour à la liste',

  restoration: (when: string): string => french(`Restaurer le planning du ${when}`),
  allFits: french('Tout ce planning tient encore avec les données d’aujourd’hui.'),
  misfits: french('Ce qui ne tient plus avec les données d’aujourd’hui'),
  misfitsIntro: french(
    'Restaurer ce planning laisse de côté ce qui suit ; les personnes concernées seront dans « Non placés ».',
  ),
  sessionMisfit: (session: RecordedSession, why: SessionReason, people: number): string =>
    french(
      `Session ${sessionName(session)} (${plural(people, 'inscrit', 'inscrits')}) : ${SESSION_REASONS[why]}.`,
    ),
  seatMisfits: (
    names: readonly string[],
    more: number,
    session: RecordedSession,
    why: SeatReason,
  ): string => {
    const people = more === 0 ? andList(names) : `${names.join(', ')} et ${plural(more, 'autre', 'autres')}`;
    const [one, several] = SEAT_REASONS[why];
    return french(
      `${session.number} (${plural(names.length + more, 'personne', 'personnes')}), ${names.length + more < 2 ? one : several} : ${people}.`,
    );
  },
  anonymousMisfit: (group: string, places: number): string =>
    french(
      `${plural(places, 'place sans nom', 'places sans nom')} pour ${group} : plus demandées, ou plus de place.`,
    ),
  newPeople: (count: number): string =>
    french(
      `${plural(count, 'candidat n’avait', 'candidats n’avaient')} pas de place dans ce planning : ensuite, calculez avec « Compléter sans déplacer ».`,
    ),
  staying: french(
    'Ce qui est verrouillé, convoqué, tenu ou commencé aujourd’hui ne bouge pas. Les états et les numéros de session restent ce qu’ils sont.',
  ),
  effect: 'Par rapport au planning actuel',
  confirmRestore: 'Restaurer ce planning',
  confirmPartly: 'Restaurer ce qui tient encore',
  restored: 'Le planning est restauré',
  restoredLine: (when: string): string => french(`Le planning du ${when} est restauré.`),
  noLongerKept: french('Ce planning n’est plus gardé. Rouvrez l’historique.'),
  unreadable: french(
    'Ce planning n’est plus lisible dans l’historique : l’onglet caché a peut-être été modifié. Rien n’a changé.',
  ),
  nothingHolds: french(
    'Rien de ce planning ne tient avec les données d’aujourd’hui : le restaurer viderait le planning. Rien n’a changé.',
  ),
  changedSince: french(
    'Rien n’a été écrit : le classeur a changé entre-temps. Voici ce qu’il en est maintenant.',
  ),
  working: 'Un instant…',
  writing: 'Écriture du planning…',
  close: 'Fermer',
  cancel: 'Annuler',

  handEditsKept: french(
    'Ce que vous aviez modifié à la main dans le planning précédent est gardé dans l’historique (Pix ▸ Historique).',
  ),
  dropped: (moments: readonly number[]): string =>
    french(
      `Historique : pour faire place, ${plural(moments.length, 'ancien planning a été retiré', 'anciens plannings ont été retirés')} (${andList(moments.map(moment))}).`,
    ),
  notKept: (reference: string): string =>
    french(`Le planning est écrit, mais l’historique n’a pas pu le garder (référence ${reference}).`),
} as const;

const shownText = (before: string, after: string): string =>
  `${before === '' ? 'personne' : before} → ${after === '' ? 'personne' : after}`;
