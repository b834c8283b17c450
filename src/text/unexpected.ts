import type { FingerprintPart } from '../domain/fingerprint';
import { partNames } from './calculation';
import { andList, french, number, plural } from './format';

type Kind = 'roomLost' | 'sessionCancelled' | 'invigilatorMissing' | 'candidatesAway' | 'tabsCorrected';

/** What a repair costs, in numbers. */
interface Cost {
  readonly unseated: number;
  readonly moved: number;
  readonly makeRoom: number;
  readonly added: number;
}

/** *Traiter un imprévu*. */
export const UNEXPECTED_TEXT = {
  title: 'Traiter un imprévu',
  noPlanning: french(
    'Il n’y a pas encore de planning à réparer. Lancez d’abord « Calculer le planning » dans le menu Pix.',
  ),
  standing: (sessions: number): string =>
    french(`Le planning compte ${plural(sessions, 'session', 'sessions')}.`),
  nothingBroken: french('Toutes les places données sont encore bonnes : il n’y a rien à réparer.'),
  broken: (people: number): string =>
    french(
      `${plural(people, 'personne a', 'personnes ont')} une place que les onglets n’autorisent plus : choisissez « Les onglets ont déjà été corrigés ».`,
    ),
  toChoose: french(
    'Si un imprévu arrive, dites dans cette fenêtre ce qui s’est passé (une salle perdue, une session annulée, un surveillant absent, des candidats empêchés) : les solutions vous sont montrées avant que rien ne soit écrit.',
  ),
  reading: 'Lecture du planning…',
  what: 'Que s’est-il passé ?',
  kinds: {
    roomLost: ['Une salle n’est plus disponible', 'À un ou plusieurs créneaux.'],
    sessionCancelled: [
      'Une session est annulée',
      french('Aucune autre ne prend sa place dans cette salle à ce créneau.'),
    ],
    invigilatorMissing: ['Un surveillant manque', 'À un ou plusieurs créneaux.'],
    candidatesAway: ['Des candidats ne peuvent plus venir', 'À leur session, ou du tout.'],
    tabsCorrected: [
      'Les onglets ont déjà été corrigés',
      french('Le planning, lui, n’a pas encore suivi : il s’agit de le remettre d’accord avec eux.'),
    ],
  } satisfies Readonly<Record<Kind, readonly [string, string]>>,
  noStaff: french('L’onglet « Surveillants » est vide : les surveillants ne limitent pas le planning.'),
  nothingToCorrect: 'Aucune place du planning ne contredit les onglets.',
  room: 'Salle',
  session: 'Session',
  invigilator: 'Surveillant',
  choose: 'Choisissez…',
  when: 'À quels créneaux ?',
  everySlot: 'À tous les créneaux',
  theseSlots: 'À ces créneaux',
  ownSlots: 'Au créneau de leur session',
  noMoreSlots: french('À aucun créneau : ils ne viendront pas'),
  slotSession: (session: string, people: number): string =>
    french(`${session}, ${plural(people, 'inscrit', 'inscrits')}`),
  roomSessions: (count: number): string => plural(count, 'session', 'sessions'),
  noSession: 'pas de session',
  watches: (sessions: readonly string[]): string => `surveille ${andList(sessions)}`,
  find: 'Nom, numéro ou groupe',
  found: 'Personnes trouvées',
  nobodyFound: 'Personne de ce nom.',
  moreFound: (count: number): string => french(`… et ${number(count)} de plus : précisez.`),
  group: (name: string, count: number): string =>
    french(`Tout le groupe ${name} (${plural(count, 'personne', 'personnes')})`),
  add: (who: string): string => `Ajouter ${who}`,
  remove: (who: string): string => `Retirer ${who}`,
  chosen: (count: number): string =>
    count === 0 ? 'Personne n’est choisi.' : plural(count, 'personne choisie', 'personnes choisies'),
  incomplete: {
    roomLost: french('Choisissez la salle, et au moins un créneau.'),
    sessionCancelled: 'Choisissez la session.',
    invigilatorMissing: french('Choisissez le surveillant, et au moins un créneau.'),
    candidatesAway: french('Choisissez au moins une personne, et quand elle ne peut plus venir.'),
    tabsCorrected: '',
  } satisfies Readonly<Record<Kind, string>>,
  search: 'Chercher des solutions',
  searching: 'Recherche des solutions…',
  foundSoFar: (count: number): string =>
    count === 0 ? '' : plural(count, 'solution trouvée', 'solutions trouvées'),
  onServer: french('La recherche se fait sur les serveurs de Google : elle dure 2 minutes au plus.'),
  stop: 'Arrêter et montrer',
  solutions: (count: number): string => plural(count, 'solution', 'solutions'),
  none: french(
    'Aucune solution n’a été trouvée. Si des sessions n’ont plus de surveillant, complétez l’onglet « Surveillants », puis recommencez.',
  ),
  nobodyConcerned: french('Personne n’est concerné : le planning reste comme il est, l’imprévu est noté.'),
  heading: ({ unseated, moved, added }: Cost): string => {
    const sessions =
      added === 0 ? 'sans session de plus' : `avec ${plural(added, 'session', 'sessions')} de plus`;
    if (unseated > 0)
      return french(`${plural(unseated, 'personne reste', 'personnes restent')} sans place, ${sessions}`);
    if (moved === 0) return french('Personne ne change de session');
    return french(`Chacun retrouve une place, ${sessions}`);
  },
  movedLine: ({ moved, makeRoom }: Cost): string => {
    if (moved === 0) return french('Personne n’est déplacé.');
    const people = plural(moved, 'personne change', 'personnes changent');
    return french(
      makeRoom === 0
        ? `${people} de session ; personne d’autre ne bouge.`
        : `${people} de session, dont ${number(makeRoom)} pour laisser ${makeRoom === 1 ? 'sa place' : 'leur place'} ; personne d’autre ne bouge.`,
    );
  },
  convoked: (count: number): string =>
    french(
      `${plural(count, 'personne avait', 'personnes avaient')} déjà reçu une convocation : « Préparer les convocations » proposera une correction.`,
    ),
  addedLine: (places: readonly string[]): string =>
    french(`${places.length === 1 ? 'Session ajoutée' : 'Sessions ajoutées'} : ${andList(places)}.`),
  cancelledLine: (sessions: readonly string[]): string =>
    french(`${sessions.length === 1 ? 'Session annulée' : 'Sessions annulées'} : ${andList(sessions)}.`),
  emptiedLine: (sessions: readonly string[]): string =>
    french(
      `${sessions.length === 1 ? 'Session supprimée, plus personne n’y est' : 'Sessions supprimées, plus personne n’y est'} : ${andList(sessions)}.`,
    ),
  placesLost: (count: number): string =>
    french(
      `${plural(count, 'place sans nom n’est plus réservée', 'places sans nom ne sont plus réservées')}.`,
    ),
  watcherLine: (session: string, before: readonly string[], after: readonly string[]): string =>
    french(
      after.length === 0
        ? `${session} : ${andList(before)} ne surveille plus.`
        : `${session} : ${andList(after)} remplace ${andList(before)}.`,
    ),
  leastProven: french('Prouvé : avec aussi peu de sessions, on ne peut pas déranger moins de monde.'),
  leastUnproven: french('Une solution qui dérange moins de monde existe peut-être.'),
  people: (count: number): string => plural(count, 'candidat', 'candidats'),
  who: 'Qui',
  from: 'De',
  to: 'Vers',
  why: 'Pourquoi',
  noSeat: 'sans place',
  newSession: (place: string): string => french(`nouvelle session : ${place}`),
  reasons: {
    cancelled: 'sa session n’a plus lieu',
    forbidden: 'sa place n’est plus possible',
    makesRoom: 'laisse sa place à d’autres',
  },
  details: (count: number): string =>
    french(`Voir ${count < 2 ? 'la personne concernée' : `les ${number(count)} personnes concernées`}`),
  more: (count: number): string => french(`… et ${number(count)} de plus.`),
  apply: 'Appliquer cette solution',
  note: 'Noter l’imprévu',
  applying: 'Écriture du planning réparé…',
  applied: 'Le planning est réparé',
  back: 'Autre imprévu',
  cancel: 'Annuler',
  close: 'Fermer',
  nothingWritten: french('Rien n’est écrit avant que vous appliquiez une solution.'),
  showProblems: 'Corriger dans le volet',
  retry: 'Relire et recommencer',
  unreadable: french('La solution reçue est illisible : rien n’a été écrit. Recommencez la recherche.'),
  changed: (parts: readonly FingerprintPart[]): string =>
    french(
      `Rien n’a été écrit : ${andList(partNames(parts))} ${parts.length === 1 && parts[0] === 'planning' ? 'a' : 'ont'} changé depuis la recherche. Recommencez pour en tenir compte.`,
    ),
  failedCall: french('Google ne répond pas. Vérifiez la connexion, puis recommencez : rien n’a été écrit.'),
  recorded: (tab: string, who: string, newRows: number): string =>
    french(
      `L’imprévu est noté dans l’onglet « ${tab} » (${who})${newRows === 0 ? '' : `, avec ${plural(newRows, 'ligne', 'lignes')} de plus`} : le prochain calcul en tiendra compte.`,
    ),
  notRecorded: (why: string): string =>
    french(
      `Le planning est réparé, mais l’imprévu n’a pas pu être noté dans son onglet : ${why} Notez-le à la main (« non » au créneau), sinon le prochain calcul l’ignorera.`,
    ),
  tabUnreadable: (tab: string): string =>
    french(
      `L’onglet « ${tab} » n’a pas de titres reconnus : notez-y l’imprévu à la main, sinon le prochain calcul l’ignorera.`,
    ),
  typedWatchers: (session: string, typed: readonly string[], wanted: readonly string[]): string =>
    french(
      `${session} : « ${typed.join('; ')} » a été tapé à la main dans « Surveillants » et n’a pas changé${wanted.length === 0 ? '.' : ` ; mettez-y ${andList(wanted)}.`}`,
    ),
} as const;
