import type { AvailabilitySource } from '../domain/candidate';
import type { UnseatedReason } from '../domain/plan';
import { andList, duration, french, number, percent, plural } from './format';

/** Why someone has no seat, and what staff can do about it: the columns `Motif` and `Que faire` of `Non placés`. */
export interface Explanation {
  readonly reason: string;
  readonly advice: string;
}

/**
 * @param source where the availability of the candidate comes from
 * @param helps what would give a seat to those concerned, in sentences
 * @param competences certifiable competences of the last profile that Pix gave; `undefined`: nothing is known of it
 */
export function explain(
  reason: UnseatedReason,
  source: AvailabilitySource,
  helps: readonly string[] = [],
  competences?: number,
): Explanation {
  const lacking =
    reason.kind === 'notCertifiable' && competences !== undefined && competences < COMPETENCES_NEEDED;
  const told = lacking ? tooFewCompetences(competences) : sentences(reason, source);
  const advice =
    helps.length === 0 ? told.advice : `${helps.join(' ')} Sinon : ${decapitalised(told.advice)}`;
  return { reason: french(told.reason), advice: french(advice) };
}

const decapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Of someone whose row of `Étudiants` could not be used. */
export function explainLeftOut(): Explanation {
  return {
    reason: 'La ligne de l’onglet « Étudiants » est incomplète ou illisible.',
    advice: 'Corrigez-la comme l’indique l’onglet « À corriger », puis recalculez.',
  };
}

/** Competences of level 1 that make a profile certifiable. */
const COMPETENCES_NEEDED = 5;

function tooFewCompetences(count: number): Explanation {
  return {
    reason: `Son dernier profil Pix a ${plural(count, 'compétence certifiable', 'compétences certifiables')} sur ${COMPETENCES_NEEDED} nécessaires, et le planning exige la certifiabilité.`,
    advice:
      'Quand cette personne aura progressé sur Pix et renvoyé son profil, choisissez « Importer les profils Pix », puis recalculez.',
  };
}

function sentences(reason: UnseatedReason, source: AvailabilitySource): Explanation {
  switch (reason.kind) {
    case 'notCertifiable':
      return {
        reason: reason.known
          ? 'La colonne « Certifiable » dit non, et le planning exige la certifiabilité.'
          : 'La colonne « Certifiable » est vide, et le planning exige la certifiabilité.',
        advice:
          'Si cette personne est certifiable, écrivez « oui » dans la colonne « Certifiable » de l’onglet « Étudiants », puis recalculez.',
      };
    case 'noAvailability':
      return noAvailability(source);
    case 'notRestored':
      return {
        reason: 'Le planning restauré ne lui donne pas de place.',
        advice: 'Calculez le planning avec « Compléter sans déplacer » pour lui en trouver une.',
      };
    case 'noRoomAtSite':
      return {
        reason: `Aucune salle certifiée à ${andList(reason.sites)}.`,
        advice:
          'Ajoutez une salle certifiée de ce site dans l’onglet « Salles », ou un autre site à cette personne dans l’onglet « Étudiants ».',
      };
    case 'slotsTooShort':
      return {
        reason: `Il faut ${duration(reason.needed)}${withExtraTime(reason.extraTime)}, et le plus long de ses créneaux dure ${duration(reason.longest)}.`,
        advice: `Proposez un créneau d’au moins ${duration(reason.needed)}, ou prolongez l’un des siens dans l’onglet « Créneaux ».`,
      };
    case 'slotsBegun':
      return {
        reason: `Ses créneaux sont passés ou déjà commencés : ${listed(reason.slots)}.`,
        advice: 'Demandez à cette personne d’autres créneaux, puis recalculez.',
      };
    case 'otherSites':
      return {
        reason: `Ses créneaux sont réservés à d’autres sites que les siens : ${listed(reason.slots)}.`,
        advice:
          'Videz la colonne « Site » de l’un d’eux dans l’onglet « Créneaux » s’il vaut pour tous les sites, ou proposez d’autres créneaux.',
      };
    case 'allKeptFree':
      return {
        reason: `Le paramètre « Places gardées libres » vaut ${number(reason.kept)} : il ne laisse aucune place dans les salles libres ${atSlots(reason.slots)}.`,
        advice: 'Diminuez-le dans l’onglet « Paramètres », puis recalculez.',
      };
    case 'noRoomFree':
      return {
        reason: `Aucune salle certifiée n’est libre, à ses sites, ${atSlots(reason.slots)}.`,
        advice:
          'Libérez une salle à l’un de ces créneaux dans l’onglet « Disponibilités salles », ou proposez d’autres créneaux.',
      };
    case 'occupied':
      return {
        reason: `Les salles de ses sites sont prises ${atSlots(reason.slots)} par des sessions à garder, complètes ou fermées.`,
        advice:
          'Si l’une d’elles peut changer, décochez « Verrouillée » ; sinon, ajoutez une salle ou proposez d’autres créneaux.',
      };
    case 'cancelled':
      return {
        reason: `Les seules sessions possibles ${atSlots(reason.slots)} sont annulées.`,
        advice:
          'Changez leur « État » dans l’onglet « Planning » si l’une d’elles peut avoir lieu, ou proposez d’autres créneaux.',
      };
    case 'noInvigilator':
      return {
        reason: `Aucun surveillant n’est disponible ${atSlots(reason.slots)}.`,
        advice: 'Ajoutez un surveillant à l’un de ces créneaux dans l’onglet « Surveillants ».',
      };
    case 'sessionsFull':
      return {
        reason:
          reason.open.length > 0
            ? `Les sessions ouvertes ${atSlots(reason.open)} n’ont plus de place.`
            : `Aucune session n’est ouverte ${atSlots(reason.closed)}.`,
        advice:
          reason.closed.length > 0
            ? `Une session de plus ${atSlots(reason.closed)} donnerait une place : lancez « Calculer le planning ».`
            : 'Proposez à cette personne d’autres créneaux, ou ajoutez une salle à l’un des siens.',
      };
    case 'crowd':
      return {
        reason: `${plural(reason.candidates, 'personne ne peut', 'personnes ne peuvent')} venir que ${where(reason)}, pour ${reason.places === 0 ? 'aucune place' : plural(reason.places, 'place', 'places')}.`,
        advice: `Il manque ${plural(reason.candidates - reason.places, 'place', 'places')} : ajoutez un créneau ou une salle, ou proposez à ces personnes d’autres créneaux.`,
      };
    case 'coupling':
      return coupling(reason);
  }
}

function noAvailability(source: AvailabilitySource): Explanation {
  if (source === 'own' || source === 'group' || source === 'request')
    return {
      reason: `${source === 'own' ? 'Sa réponse' : 'La réponse de son groupe'} ne donne aucun créneau possible.`,
      advice: 'Demandez d’autres créneaux, ajoutez-les dans l’onglet « Disponibilités », puis recalculez.',
    };
  return {
    reason: 'Aucune disponibilité connue, ni pour cette personne ni pour son groupe.',
    advice:
      'Ajoutez une ligne dans l’onglet « Disponibilités », ou choisissez « disponible partout » au paramètre « Sans réponse ».',
  };
}

type Coupling = Extract<UnseatedReason, { readonly kind: 'coupling' }>;

function coupling(reason: Coupling): Explanation {
  const open = reason.places === 1 ? 'place ouverte' : 'places ouvertes';
  const crowd = `${plural(reason.candidates, 'personne', 'personnes')} pour ${number(reason.places)} ${open} ${where(reason)}`;
  switch (reason.rule) {
    case 'overlap':
      return {
        reason: `${crowd} ; une session de plus en chevaucherait une autre dans la même salle.`,
        advice: 'Ajoutez une salle, ou un créneau qui ne chevauche pas les autres.',
      };
    case 'invigilators':
      return {
        reason: `${crowd} ; les surveillants manquent pour en ouvrir plus.`,
        advice: 'Ajoutez un surveillant à ces créneaux dans l’onglet « Surveillants ».',
      };
  }
}

function where(reason: { readonly slots: readonly string[]; readonly sites: readonly string[] }): string {
  return `${atSlots(reason.slots)} à ${andList(reason.sites)}`;
}

const SLOTS_NAMED = 6;

const atSlots = (slots: readonly string[]): string =>
  `${slots.length === 1 ? 'au créneau' : 'aux créneaux'} ${listed(slots)}`;

/** The first slots by name, then how many others. */
function listed(slots: readonly string[]): string {
  if (slots.length <= SLOTS_NAMED) return andList(slots);
  const others = slots.length - SLOTS_NAMED;
  return andList([...slots.slice(0, SLOTS_NAMED), `${number(others)} ${others === 1 ? 'autre' : 'autres'}`]);
}

const withExtraTime = (extraTime: number): string =>
  extraTime > 0 ? ` avec son temps majoré de ${percent(extraTime)}` : '';
