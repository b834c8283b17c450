import type { PlanningProblemCode } from '../workbook/problem-code';
import { number } from './format';
import { type Facts, LEFT_OUT, type Sentence } from './problem-facts';

/** What lifts a lock, as it was set: by the tick of a person, that of the session, or the state of the session. */
function lockRemedy(facts: Facts): string {
  const session = facts.text('session');
  const lift = {
    seat: 'Décochez « Verrouillée »',
    session: `Décochez « Verrouillée » pour ${session} dans « Planning »`,
    state: `Donnez à ${session} un autre état que « Convoquée » dans « Planning »`,
  }[lockOf(facts)];
  return `${lift}, corrigez ce qui l’empêche, ou lancez « Traiter un imprévu » pour réparer le planning.`;
}

type Lock = 'seat' | 'session' | 'state';

function lockOf(facts: Facts): Lock {
  const by = facts.text('by');
  return by === 'session' || by === 'state' ? by : 'seat';
}

/** *Cette personne est verrouillée*, or in a session that is. */
function lockedPerson(facts: Facts): string {
  const session = facts.text('session');
  return {
    seat: 'Cette personne est verrouillée',
    session: `Cette personne est en ${session}, qui est verrouillée,`,
    state: `Cette personne est en ${session}, qui est convoquée,`,
  }[lockOf(facts)];
}

const SEAT_REMEDY = 'Donnez-lui une autre session, ou corrigez ce qui l’empêche.';

const MOVE_REMEDY = 'Changez la salle ou le créneau de l’une des deux';

/** Two sessions of one room at once, or without the gap between them. */
const tooClose = (facts: Facts, which = ''): string => {
  const both = `Les sessions ${facts.text('other')} et ${facts.text('session')}${which}`;
  if (!facts.has('gap')) return `${both} occupent la salle ${facts.text('room')} en même temps.`;
  const apart = facts.number('apart') === 0 ? 'sans intervalle' : `à ${facts.duration('apart')} d’intervalle`;
  return `${both} se suivent dans la salle ${facts.text('room')} ${apart} : le paramètre « Battement entre deux sessions (min) » demande ${facts.duration('gap')}.`;
};

const gapRemedy = (facts: Facts): string =>
  facts.has('gap') ? `${MOVE_REMEDY}, ou changez ce paramètre.` : `${MOVE_REMEDY}.`;

/** Why a row of `Planning` must not be left out. */
const KEPT: Readonly<Record<string, string>> = {
  convoked: 'est convoquée',
  held: 'est tenue',
  begun: 'a commencé',
  ticked: 'est verrouillée',
  people: 'a des personnes verrouillées',
};

const isRoom = (facts: Facts): boolean => facts.text('header') === 'Code';

function unusablePlace(facts: Facts): string {
  if (facts.seen === '') return isRoom(facts) ? 'son code de salle manque' : 'son créneau manque';
  switch (facts.text('why')) {
    case 'notCertified':
      return `la salle ${facts.seen} est dans « Salles », mais elle n’y est pas cochée « Certifiée »`;
    case 'unusable':
      return isRoom(facts)
        ? `la salle ${facts.seen} est dans « Salles », mais sa ligne ne peut pas être utilisée`
        : `le créneau ${facts.seen} est dans « Créneaux », mais sa ligne ne peut pas être utilisée`;
    default:
      return `${facts.seen} n’est le code d’${isRoom(facts) ? 'aucune salle' : 'aucun créneau'}`;
  }
}

function placeRemedy(facts: Facts): string {
  const mayFail = ['convoked', 'ticked'].includes(facts.text('kept'));
  const cancel = mayFail ? ' Si la session n’a pas lieu, choisissez l’état « Annulée ».' : '';
  const other = isRoom(facts) ? 'le code d’une autre salle' : 'un autre créneau';
  const tab = isRoom(facts) ? '« Salles »' : '« Créneaux »';
  switch (facts.seen === '' ? '' : facts.text('why')) {
    case 'notCertified':
      return `Cochez « Certifiée » si elle l’est, ou écrivez ${other}.${cancel}`;
    case 'unusable':
      return `Corrigez cette ligne de ${tab} (places, date, heures), ou écrivez ${other}.${cancel}`;
    default:
      return `Écrivez un code de l’onglet ${tab}.${cancel}`;
  }
}

/** *ses 20 personnes reçoivent*. */
const itsPeople = (facts: Facts): string =>
  facts.number('people') === 1
    ? 'la personne qui y est placée reçoit une autre place'
    : `les ${number(facts.number('people'))} personnes qui y sont placées reçoivent une autre place`;

/** Of sessions, locks, and a planning that was changed by hand. */
export const PLANNING_PROBLEMS: Readonly<Record<PlanningProblemCode, Sentence>> = {
  planningTabUnread: (facts) => [
    `La ligne des titres est introuvable : ce que contient ${facts.tab} serait perdu au prochain calcul.`,
    `Annulez ce qui l’a effacée, ou remettez au-dessus des autres lignes, chacun sur sa colonne : ${facts.text('headers')}. Pour repartir de rien, videz l’onglet ; si ce n’est pas celui de PixOrga, renommez-le.`,
  ],
  lockColumnLost: (facts) => [
    facts.seen === ''
      ? `La colonne « ${facts.text('header')} » n’a plus de titre : ce qu’elle dit serait perdu au prochain calcul.`
      : `La colonne « ${facts.text('header')} » manque ; la colonne ${facts.seen} semble en tenir lieu.`,
    facts.seen === ''
      ? `Écrivez « ${facts.text('header')} » en haut de cette colonne.`
      : `Si c’est bien elle, renommez-la « ${facts.text('header')} » ; sinon, ajoutez une colonne « ${facts.text('header')} ».`,
  ],
  lockColumnMissing: (facts) => [
    facts.text('header') === 'État'
      ? 'La colonne « État » manque : toutes les sessions sont lues comme des brouillons.'
      : `La colonne « ${facts.text('header')} » manque : rien n’est lu comme coché.`,
    'Si elle a été supprimée par erreur, annulez la suppression ; sinon, elle revient au prochain calcul.',
  ],
  seatsWithoutPlanning: (facts) => [
    `L’onglet « Planning » n’existe pas ou n’a aucune session : la session des ${facts.count('people', 'personne', 'personnes')} de ${facts.tab} est inconnue${facts.has('locked') ? `, et ${facts.number('locked') === 1 ? '1 personne y est verrouillée' : `${facts.text('locked')} personnes y sont verrouillées`}` : ''}.`,
    facts.has('locked')
      ? `Remettez « Planning » (Fichier ▸ Historique des versions). Pour repartir de rien, videz ${facts.tab}.`
      : 'Remettez « Planning » (Fichier ▸ Historique des versions), ou recalculez pour repartir de rien.',
  ],
  placesWithoutPlanning: (facts) => [
    `L’onglet « Planning » n’existe pas ou n’a aucune session : les places de ${facts.tab} sont redistribuées au prochain calcul.`,
    'Remettez « Planning » (Fichier ▸ Historique des versions), ou recalculez pour repartir de rien.',
  ],
  seatsGone: (facts) => [
    `La session ${facts.text('session')} compte ${facts.count('people', 'inscrit', 'inscrits')}, et « Affectations » n’a plus aucune ligne.`,
    'Remettez « Affectations » (Fichier ▸ Historique des versions). Pour repartir de rien, videz aussi « Planning ».',
  ],
  sessionStateUnknown: (facts) => [
    `L’état ${facts.seen} n’est pas connu : rien ne dit si les personnes de cette session peuvent en changer.`,
    facts.has('close')
      ? `Écrivez « ${facts.text('close')} » si c’est ce que vous vouliez dire, ou choisissez un autre état de la liste de la cellule.`
      : 'Choisissez un état de la liste de la cellule : Brouillon, Publiée, Convoquée, Tenue ou Annulée.',
  ],
  sessionNumberUnreadable: (facts) => [
    facts.has('kept')
      ? `Le numéro de session manque, alors que la session ${KEPT[facts.text('kept')] ?? 'est verrouillée'}.`
      : `Le numéro de session manque. ${LEFT_OUT}`,
    'Écrivez un numéro comme S01.',
  ],
  sessionUnknown: (facts) => {
    const missing = `La session ${facts.seen} n’existe pas dans « Planning »`;
    switch (facts.text('what')) {
      case 'locked':
        return [
          `${missing}, et ${facts.count('people', 'personne y est verrouillée', 'personnes y sont verrouillées')}.`,
          'Écrivez le numéro d’une session de « Planning », ou décochez « Verrouillée ».',
        ];
      case 'places':
        return [
          `${missing} : ${facts.number('places') === 1 ? 'sa place sans nom est redistribuée' : `ses ${facts.text('places')} places sans nom sont redistribuées`} au prochain calcul.`,
          'Écrivez le numéro d’une session de « Planning », ou recalculez le planning.',
        ];
      default:
        return [
          `${missing} : ${itsPeople(facts)} au prochain calcul, s’il y en a.`,
          'Écrivez le numéro d’une session de « Planning », ou recalculez le planning.',
        ];
    }
  },
  sessionOverfull: (facts) => [
    `La session${facts.has('session') ? ` ${facts.text('session')}` : ''} a plus d’occupants verrouillés que de places${facts.has('seated') && facts.has('places') ? ` (${facts.text('seated')} pour ${facts.text('places')})` : ''}.`,
    'Changez de salle, ou déplacez des personnes, dans « Affectations ».',
  ],
  sessionsOverlap: (facts) => [
    tooClose(facts, ', verrouillées ou convoquées,'),
    facts.has('ticked')
      ? gapRemedy(facts).replace(/\.$/, ', ou décochez « Verrouillée ».')
      : gapRemedy(facts),
  ],
  sessionLeftOut: (facts) => [
    facts.has('kept')
      ? `La session ${facts.text('session')} ${KEPT[facts.text('kept')] ?? 'est verrouillée'}, et ${unusablePlace(facts)}.`
      : `La session ${facts.text('session')} est mise de côté : ${unusablePlace(facts)}.`,
    placeRemedy(facts),
  ],
  seatsLeftOut: (facts) => [
    facts.text('why') === 'cancelled'
      ? `La session ${facts.seen} est annulée : ${itsPeople(facts)} au prochain calcul, s’il y en a.`
      : `La session ${facts.seen} est mise de côté : ${itsPeople(facts)} au prochain calcul, s’il y en a.`,
    facts.text('why') === 'cancelled'
      ? 'Recalculez le planning.'
      : 'Pour que rien ne change, corrigez d’abord la ligne de cette session dans « Planning ».',
  ],
  lockUnreadable: (facts) => [
    `La valeur ${facts.seen} ne dit pas si la ligne est verrouillée : elle l’est, par prudence.`,
    'Cochez ou décochez la case.',
  ],
  lockedTwice: (facts) => [
    facts.number('fixed') > 1
      ? `Cette personne est verrouillée ou convoquée dans deux sessions : ${facts.text('other')} à la ligne ${facts.text('row')}, ${facts.text('session')} à cette ligne.`
      : `Cette personne a deux sessions, ${facts.text('other')} à la ligne ${facts.text('row')} et ${facts.text('session')} à cette ligne, et elle est verrouillée ou convoquée dans l’une des deux.`,
    'Supprimez la ligne qui ne vaut plus.',
  ],
  seatedTwice: (facts) => [
    `Cette personne a deux sessions : ${facts.text('other')} à la ligne ${facts.text('row')}, ${facts.text('session')} à cette ligne. C’est ${facts.text('kept')} qui compte.`,
    'Supprimez la ligne qui ne vaut plus.',
  ],
  lockedCancelled: (facts) => [
    facts.number('people') > 1
      ? `${facts.text('people')} personnes sont verrouillées dans la session ${facts.text('session')}, qui est annulée ; la première est ici.`
      : `Cette personne est verrouillée dans la session ${facts.text('session')}, qui est annulée.`,
    'Décochez « Verrouillée », ou donnez un autre état à cette session dans « Planning ».',
  ],
  lockedUnavailable: (facts) => [
    `${lockedPerson(facts)} à un créneau où elle n’est pas disponible${facts.has('slot') ? ` (${facts.text('slot')})` : ''}.`,
    lockRemedy(facts),
  ],
  keptDespiteAnswer: (facts) => [
    facts.text('what') === 'request'
      ? `Le créneau de la place que cette personne garde${facts.has('slot') ? ` (${facts.text('slot')})` : ''} a changé de date ou d’heure depuis la demande pour son groupe : la place ne change pas.`
      : `Dans le formulaire, cette personne ne coche pas le créneau de la place qu’elle garde${facts.has('slot') ? ` (${facts.text('slot')})` : ''} : la place ne change pas.`,
    'Pour lui en donner une autre, choisissez « Traiter un imprévu ».',
  ],
  lockedSlotTooShort: (facts) => [
    `${lockedPerson(facts)} à un créneau trop court pour elle${facts.has('slot') ? ` (${facts.text('slot')})` : ''}${facts.has('needed') && facts.has('length') ? ` : il faut ${facts.duration('needed')}, et il dure ${facts.duration('length')}` : ''}.`,
    lockRemedy(facts),
  ],
  lockedSite: (facts) => [
    `${lockedPerson(facts)} à un site qu’elle n’accepte pas${facts.has('site') ? ` (${facts.text('site')})` : ''}.`,
    lockRemedy(facts),
  ],
  lockedRoomUnavailable: (facts) => [
    `La session ${facts.text('session')} ${{ seat: 'a des personnes verrouillées', session: 'est verrouillée', state: 'est convoquée' }[lockOf(facts)]} dans une salle qui n’est pas libre à son créneau${facts.has('slot') ? ` (${facts.text('slot')})` : ''}.`,
    lockRemedy(facts),
  ],
  lockedUnwatched: (facts) => [
    `La session ${facts.seen} est verrouillée ou convoquée, et aucun surveillant n’est disponible pour elle${facts.has('slot') ? ` au créneau ${facts.text('slot')}` : ''}.`,
    'Complétez l’onglet « Surveillants », ou lancez « Traiter un imprévu » pour réparer le planning.',
  ],
  lockedNotCertifiable: (facts) => [
    `${lockedPerson(facts).replace(/,$/, '')}, mais elle n’est pas marquée « Certifiable », et les paramètres l’exigent.`,
    lockRemedy(facts),
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
  plannedOverlap: (facts) => [tooClose(facts), gapRemedy(facts)],
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
  typedInvigilatorAtOdds: (facts) => {
    const misfit = {
      site: `ne surveille pas à ${facts.text('site')}`,
      slot: `n’est pas disponible au créneau ${facts.text('slot')}`,
      twice: `surveille ${facts.text('other')} en même temps`,
    }[facts.text('why')];
    return [
      `${facts.seen}, tapé à la main pour la session ${facts.text('session')}, ${misfit ?? 'ne convient pas'} : son nom n’a pas changé.`,
      facts.has('wanted')
        ? `Mettez-y ${facts.text('wanted')}, ou corrigez l’onglet « Surveillants ».`
        : 'Choisissez un autre surveillant, ou corrigez l’onglet « Surveillants ».',
    ];
  },
};
