import type { PlanningProblemCode } from '../workbook/problem-code';
import { LEFT_OUT, type Sentence } from './problem-facts';

const LOCK_REMEDY =
  'Décochez « Verrouillée », corrigez ce qui l’empêche, ou lancez « Traiter un imprévu » pour réparer le planning.';

const SEAT_REMEDY = 'Donnez-lui une autre session, ou corrigez ce qui l’empêche.';

/** Of sessions, locks, and a planning that was changed by hand. */
export const PLANNING_PROBLEMS: Readonly<Record<PlanningProblemCode, Sentence>> = {
  sessionNumberUnreadable: (facts) => [
    facts.seen === ''
      ? `Le numéro de session manque. ${LEFT_OUT}`
      : `Le numéro de session ${facts.seen} n’est pas compris. ${LEFT_OUT}`,
    'Écrivez un numéro comme S01.',
  ],
  sessionUnknown: (facts) => [
    `La session ${facts.seen} n’existe pas dans « Planning ».`,
    'Écrivez le numéro d’une session de « Planning », ou décochez « Verrouillée ».',
  ],
  sessionOverfull: (facts) => [
    `La session${facts.has('session') ? ` ${facts.text('session')}` : ''} a plus d’occupants verrouillés que de places${facts.has('seated') && facts.has('places') ? ` (${facts.text('seated')} pour ${facts.text('places')})` : ''}.`,
    'Changez de salle, ou déplacez des personnes, dans « Affectations ».',
  ],
  sessionsOverlap: (facts) => [
    `Deux sessions verrouillées occupent la même salle en même temps${facts.has('other') ? ` (l’autre est ${facts.text('other')})` : ''}.`,
    'Changez la salle ou le créneau de l’une, ou décochez « Verrouillée ».',
  ],
  sessionLeftOut: (facts) => [
    facts.seen === ''
      ? 'La session est mise de côté : sa salle ou son créneau manque.'
      : `La session est mise de côté : ${facts.seen} n’est ${facts.text('header') === 'Code' ? 'le code d’aucune salle utilisable' : 'le code d’aucun créneau'}.`,
    'Écrivez un code de l’onglet « Salles » et un créneau de l’onglet « Créneaux ».',
  ],
  lockUnreadable: (facts) => [
    `La valeur ${facts.seen} ne dit pas si la ligne est verrouillée : elle ne l’est pas.`,
    'Cochez ou décochez la case.',
  ],
  lockedTwice: (facts) => [
    `Cette personne est verrouillée dans deux sessions${facts.has('row') ? ` (voir aussi la ligne ${facts.text('row')})` : ''}.`,
    'Décochez « Verrouillée » pour l’une des deux.',
  ],
  lockedUnavailable: (facts) => [
    `Cette personne est verrouillée à un créneau où elle n’est pas disponible${facts.has('slot') ? ` (${facts.text('slot')})` : ''}.`,
    LOCK_REMEDY,
  ],
  keptDespiteAnswer: (facts) => [
    facts.text('what') === 'request'
      ? `Le créneau de la place que cette personne garde${facts.has('slot') ? ` (${facts.text('slot')})` : ''} a changé de date ou d’heure depuis la demande pour son groupe : la place ne change pas.`
      : `Dans le formulaire, cette personne ne coche pas le créneau de la place qu’elle garde${facts.has('slot') ? ` (${facts.text('slot')})` : ''} : la place ne change pas.`,
    'Pour lui en donner une autre, choisissez « Traiter un imprévu ».',
  ],
  lockedSlotTooShort: (facts) => [
    `Cette personne est verrouillée à un créneau trop court pour elle${facts.has('slot') ? ` (${facts.text('slot')})` : ''}${facts.has('needed') && facts.has('length') ? ` : il faut ${facts.duration('needed')}, et il dure ${facts.duration('length')}` : ''}.`,
    LOCK_REMEDY,
  ],
  lockedSite: (facts) => [
    `Cette personne est verrouillée à un site qu’elle n’accepte pas${facts.has('site') ? ` (${facts.text('site')})` : ''}.`,
    LOCK_REMEDY,
  ],
  lockedRoomUnavailable: (facts) => [
    `La session est verrouillée dans une salle qui n’est pas libre à son créneau${facts.has('slot') ? ` (${facts.text('slot')})` : ''}.`,
    LOCK_REMEDY,
  ],
  lockedUnwatched: (facts) => [
    `La session ${facts.seen} est verrouillée ou convoquée, et aucun surveillant n’est disponible pour elle${facts.has('slot') ? ` au créneau ${facts.text('slot')}` : ''}.`,
    'Complétez l’onglet « Surveillants », ou lancez « Traiter un imprévu » pour réparer le planning.',
  ],
  lockedNotCertifiable: () => [
    'Cette personne est verrouillée, mais elle n’est pas marquée « Certifiable », et les paramètres l’exigent.',
    LOCK_REMEDY,
  ],
  candidateUnknown: (facts) => [
    `${facts.seen} n’est le numéro d’aucun étudiant de la liste. ${LEFT_OUT}`,
    'Écrivez le numéro comme dans l’onglet « Étudiants », ou supprimez la ligne.',
  ],
  plannedOverfull: (facts) => [
    `La session ${facts.text('session')} compte ${facts.text('seated')} inscrits pour ${facts.text('places')} places dans la salle ${facts.seen}.`,
    'Choisissez une salle plus grande, ou changez des personnes de session dans « Affectations ».',
  ],
  plannedKeptFree: (facts) => [
    `La session ${facts.text('session')} compte ${facts.text('seated')} inscrits : sur ${facts.text('places')} places, ${facts.text('kept')} ${facts.text('kept') === '1' ? 'devait rester libre' : 'devaient rester libres'}.`,
    'Choisissez une salle plus grande, ou changez le paramètre « Places gardées libres ».',
  ],
  plannedRoomUnavailable: (facts) => [
    `La salle ${facts.seen} n’est pas libre au créneau ${facts.text('slot')} de la session ${facts.text('session')}.`,
    'Choisissez une autre salle ou un autre créneau, ou corrigez « Disponibilités salles ».',
  ],
  plannedSlotElsewhere: (facts) => [
    `Le créneau ${facts.seen} de la session ${facts.text('session')} n’existe qu’à ${facts.text('site')}, et sa salle est ailleurs.`,
    'Choisissez un autre créneau, ou une salle de ce site.',
  ],
  plannedOverlap: (facts) => [
    `Les sessions ${facts.text('other')} et ${facts.text('session')} occupent la salle ${facts.text('room')} en même temps, ou sans le battement prévu.`,
    'Changez la salle ou le créneau de l’une des deux.',
  ],
  plannedCancelled: (facts) => [
    `Cette personne est dans la session ${facts.seen}, qui est annulée.`,
    'Donnez-lui une autre session, ou recalculez le planning.',
  ],
  plannedSite: (facts) => [
    `${facts.text('who')} est en ${facts.seen} à ${facts.text('site')}, un site qui n’est pas le sien.`,
    SEAT_REMEDY,
  ],
  plannedUnavailable: (facts) => [
    `${facts.text('who')} n’est pas disponible au créneau ${facts.text('slot')} de la session ${facts.seen}.`,
    SEAT_REMEDY,
  ],
  plannedSlotTooShort: (facts) => [
    `${facts.text('who')} a besoin de ${facts.duration('needed')}, et le créneau ${facts.text('slot')} de la session ${facts.seen} dure ${facts.duration('length')}.`,
    'Donnez-lui une session dont le créneau est plus long.',
  ],
  plannedNotCertifiable: (facts) => [
    `${facts.text('who')} a une place en ${facts.seen} sans être marqué « Certifiable », ce que les paramètres exigent.`,
    'Complétez « Certifiable » dans « Étudiants », ou retirez cette personne de la session.',
  ],
  plannedTooFewInvigilators: (facts) => [
    `La session ${facts.text('session')} a ${facts.text('found')} surveillant${Number(facts.text('found')) > 1 ? 's' : ''} ; il en faut ${facts.text('needed')}.`,
    'Ajoutez un nom, séparé par « ; », ou recalculez le planning.',
  ],
  plannedInvigilatorUnknown: (facts) => [
    `${facts.seen} n’est pas dans l’onglet « Surveillants ».`,
    'Écrivez le nom comme dans cet onglet, ou ajoutez-y cette personne.',
  ],
  plannedInvigilatorUnavailable: (facts) => [
    `${facts.seen} n’est pas disponible au créneau ${facts.text('slot')} de la session ${facts.text('session')}.`,
    'Choisissez un autre surveillant, ou corrigez l’onglet « Surveillants ».',
  ],
  plannedInvigilatorSite: (facts) => [
    `${facts.seen} ne surveille pas à ${facts.text('site')}, le site de la session ${facts.text('session')}.`,
    'Choisissez un autre surveillant, ou corrigez l’onglet « Surveillants ».',
  ],
  plannedInvigilatorTwice: (facts) => [
    `${facts.seen} surveille en même temps les sessions ${facts.text('other')} et ${facts.text('session')}.`,
    'Choisissez un autre surveillant pour l’une des deux.',
  ],
};
