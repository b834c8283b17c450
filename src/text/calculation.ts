import type { FingerprintPart } from '../domain/fingerprint';
import type { Phase } from '../domain/phases';
import type { Priority, Recalculation } from '../domain/settings';
import { andList, french, number, percent, plural } from './format';

/** What the window read, in numbers. */
interface Counts {
  readonly candidates: number;
  readonly leftOut: number;
  readonly requests: number;
  readonly requestedPlaces: number;
  readonly slots: number;
  readonly rooms: number;
  readonly sessions: number;
  readonly published: number;
}

const PHASES: Readonly<Record<Phase, string>> = {
  preparing: 'Lecture des possibilités de chacun…',
  construction: 'Un premier planning est prêt…',
  sessions: 'Recherche du plus petit nombre de sessions…',
  preferences: 'Prise en compte des préférences…',
  groups: 'Réunion des groupes, puis choix des dates…',
  finishing: 'Derniers réglages…',
};

const PARTS: Readonly<Record<FingerprintPart, string>> = {
  rooms: 'les salles ou leurs disponibilités',
  slots: 'les créneaux',
  students: 'les étudiants',
  availability: 'les disponibilités',
  requests: 'les demandes',
  invigilators: 'les surveillants',
  planning: 'le planning lui-même',
  settings: 'les paramètres',
};

/** What a calculation depends on, in words, each with its article. */
export const partNames = (parts: readonly FingerprintPart[]): readonly string[] =>
  parts.map((part) => PARTS[part]);

/** Why someone changes session, as the engine's rules name it. */
type MoveReason =
  | 'sessionCancelled'
  | 'siteNotAccepted'
  | 'notAvailable'
  | 'slotTooShort'
  | 'notCertifiable'
  | 'roomNotFree'
  | 'sessionClosed'
  | 'better';

const REASONS: Readonly<Record<MoveReason, string>> = {
  sessionCancelled: 'sa session est annulée',
  siteNotAccepted: 'ce site n’est plus le sien',
  notAvailable: 'plus disponible à ce créneau',
  slotTooShort: 'créneau trop court',
  notCertifiable: 'plus certifiable',
  roomNotFree: 'la salle n’est plus libre',
  sessionClosed: 'session supprimée pour en faire moins',
  better: 'le planning est meilleur ainsi',
};

export const CALCULATION_TEXT = {
  title: 'Calculer le planning',
  candidates: (count: number): string => (count < 2 ? 'candidat' : 'candidats'),
  slots: (count: number): string => (count < 2 ? 'créneau' : 'créneaux'),
  rooms: (count: number): string => (count < 2 ? 'salle' : 'salles'),
  requests: (count: number): string => (count < 2 ? 'demande acceptée' : 'demandes acceptées'),
  requestedPlaces: (places: number): string =>
    french(
      `${plural(places, 'place sans nom est demandée', 'places sans nom sont demandées')} pour des étudiants qui ne sont pas encore dans la liste.`,
    ),
  present: ({ sessions, published }: Counts): string =>
    french(
      sessions === 0
        ? 'Il n’y a pas encore de planning : celui-ci est le premier.'
        : `Le planning actuel compte ${plural(sessions, 'session', 'sessions')}${published === 0 ? '' : `, dont ${plural(published, 'publiée ou convoquée', 'publiées ou convoquées')}`}.`,
    ),
  problems: 'Données à corriger',
  blocking: (count: number): string =>
    french(
      `${plural(count, 'problème empêche', 'problèmes empêchent')} le calcul. Corrigez, puis recommencez : le volet mène à chaque cellule.`,
    ),
  warnings: (count: number): string =>
    french(
      `${plural(count, 'avertissement', 'avertissements')} : le calcul est possible, sans les lignes concernées.`,
    ),
  noProblem: 'Aucun problème dans les données.',
  more: (count: number): string => french(`… et ${number(count)} de plus.`),
  showProblems: 'Corriger dans le volet',
  recalculation: 'Que faire du planning actuel ?',
  kinds: {
    complete: [
      'Compléter sans déplacer',
      'Chacun garde sa place ; seules les autres personnes en reçoivent une.',
    ],
    improve: ['Améliorer', french('Le meilleur planning, en déplaçant le moins de personnes possible.')],
    restart: ['Repartir de zéro', 'Ne garde que ce qui est verrouillé, convoqué ou passé.'],
  } satisfies Readonly<Record<Recalculation, readonly [string, string]>>,
  warnPublished: french(
    'Des personnes connaissent déjà leur session : tout autre choix que « Compléter sans déplacer » peut la changer.',
  ),
  priority: 'Après avoir placé le plus de monde, préférer',
  priorities: {
    sessions: 'moins de sessions',
    preferences: 'les créneaux préférés',
    earliest: 'les dates les plus proches',
  } satisfies Readonly<Record<Priority, string>>,
  nothingWrittenYet: french('Le résultat vous est montré d’abord : rien n’est écrit sans votre accord.'),
  calculate: 'Calculer',
  cancel: 'Annuler',
  close: 'Fermer',
  stop: 'Arrêter et garder le meilleur',
  stopping: 'Arrêt en cours…',
  progress: 'Avancement du calcul',
  loading: 'Préparation du calcul…',
  onServer: french('Le calcul se fait sur les serveurs de Google : il dure 4 minutes au plus.'),
  phase: (phase: Phase): string => PHASES[phase],
  bestSoFar: (best: number | null, bound: number | null): string =>
    best === null
      ? ''
      : french(
          bound === null || bound >= best
            ? `Meilleur planning : ${plural(best, 'session', 'sessions')}.`
            : `Meilleur planning : ${plural(best, 'session', 'sessions')} ; il en faut au moins ${number(bound)}.`,
        ),
  elapsed: (seconds: number): string => french(`Depuis ${number(seconds)} s`),
  result: 'Le planning proposé',
  seated: (count: number): string => (count < 2 ? 'placé' : 'placés'),
  unseatedFigure: (count: number): string => (count < 2 ? 'non placé' : 'non placés'),
  sessions: (count: number): string => (count < 2 ? 'session' : 'sessions'),
  filling: 'de remplissage',
  fillingValue: (headcount: number, places: number): string =>
    places === 0 ? '–' : percent(headcount / places),
  anonymous: (reserved: number, missing: number): string =>
    french(
      `${plural(reserved, 'place sans nom est réservée', 'places sans nom sont réservées')} pour les demandes acceptées${missing === 0 ? '' : ` ; il en manque ${number(missing)}`}.`,
    ),
  stoppedEarly: french(
    'Le calcul a été arrêté avant la fin : ce planning est valable, un meilleur existe peut-être.',
  ),
  moves: (count: number): string =>
    french(
      count === 0
        ? 'Personne ne change de session.'
        : `${plural(count, 'personne change', 'personnes changent')} de session`,
    ),
  who: 'Qui',
  from: 'De',
  to: 'Vers',
  why: 'Pourquoi',
  reason: (reason: MoveReason): string => REASONS[reason],
  noSeat: 'sans place',
  unseated: (count: number): string =>
    french(
      count === 0
        ? 'Tout le monde a une place.'
        : `${plural(count, 'personne n’a', 'personnes n’ont')} pas de place`,
    ),
  whatToDo: 'Que faire',
  people: (names: readonly string[], more: number): string =>
    more === 0 ? andList(names) : `${names.join(', ')} ${french(`et ${number(more)} de plus`)}`,
  write: 'Écrire le planning',
  writing: 'Écriture du planning…',
  back: 'Autre calcul',
  written: 'Le planning est écrit',
  changed: (parts: readonly FingerprintPart[]): string =>
    french(
      `Rien n’a été écrit : ${parts.length === 0 ? 'les données' : andList(parts.map((part) => PARTS[part]))} ${parts.length === 1 && parts[0] === 'planning' ? 'a' : 'ont'} changé depuis le calcul. Recalculez pour en tenir compte.`,
    ),
  recalculate: 'Recalculer',
  unreadablePlan: french('Le planning reçu est illisible : rien n’a été écrit. Relancez le calcul.'),
  blocked: french('Des données bloquent le calcul. Corrigez-les, puis recommencez.'),
  failedCall: french('Google ne répond pas. Vérifiez la connexion, puis recommencez : rien n’a été écrit.'),
} as const;
