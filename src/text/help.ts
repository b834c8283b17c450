import type { PlanningProgress, WorkbookProgress } from '../workbook/read/progress';
import { andList, french, number, plural, shortDay, time } from './format';

/** Parts of the checklist of *Aide*, in order. */
export type HelpPhase = 'fill' | 'plan' | 'announce' | 'day';

/** How a step stands: `optional`: nothing waits for it. */
export type StepState = 'done' | 'todo' | 'attention' | 'optional';

/** Words of the sidebar *Aide*, those of its steps apart. */
export const HELP_TEXT = {
  title: 'Aide',
  next: 'Prochaine étape',
  allDone: french('Toutes les étapes sont faites.'),
  progress: (done: number, all: number): string =>
    french(`${plural(done, 'étape faite', 'étapes faites')} sur ${number(all)}.`),
  phases: {
    fill: 'Remplir le classeur',
    plan: 'Faire le planning',
    announce: 'Annoncer',
    day: 'Le jour venu',
  } satisfies Readonly<Record<HelpPhase, string>>,
  states: {
    done: 'Fait',
    todo: 'À faire',
    attention: 'À revoir',
    optional: 'Facultatif',
  } satisfies Readonly<Record<StepState, string>>,
  tab: (name: string): string => french(`Onglet « ${name} »`),
  showProblems: 'Voir les problèmes',
  refresh: 'Actualiser',
  refreshing: 'Lecture du classeur…',
  working: 'En cours…',
  tabGone: french('Cet onglet n’existe plus : actualisez.'),
  failedCall: french('Google ne répond pas. Vérifiez la connexion, puis recommencez.'),
  glossary: 'Les mots',
  troubles: 'En cas de difficulté',
  version: (version: string): string => french(`PixOrga ${version}, outil indépendant de Pix.`),
} as const;

/** A step in words: its title, and how it stands. */
export interface StepWords {
  readonly title: string;
  readonly detail: string;
}

/** The words of every step, given how far the campaign is. */
export const STEP_TEXT = {
  prepare: ({ missingTabs }: WorkbookProgress): StepWords =>
    words(
      'Préparer le classeur',
      missingTabs.length === 0
        ? 'Les onglets nécessaires sont là.'
        : `Il manque ${andList(missingTabs.map((name) => `« ${name} »`))}. PixOrga ${missingTabs.length === 1 ? 'le' : 'les'} crée sans toucher au reste.`,
    ),
  rooms: ({ rooms, places }: WorkbookProgress): StepWords =>
    words(
      'Lister les salles',
      rooms === 0
        ? 'Une ligne par salle : site, code, places, et « Certifiée » cochée.'
        : `${plural(rooms, 'salle certifiée', 'salles certifiées')}, ${plural(places, 'place', 'places')}.`,
    ),
  slots: ({ slots, slotsToCome }: WorkbookProgress): StepWords =>
    words(
      'Proposer des créneaux',
      slots === 0
        ? 'Une ligne par créneau possible : date, début, fin.'
        : slotsToCome === 0
          ? 'Tous les créneaux sont passés : ajoutez ceux de la prochaine campagne.'
          : `${plural(slotsToCome, 'créneau à venir', 'créneaux à venir')}${slots > slotsToCome ? `, ${plural(slots - slotsToCome, 'passé', 'passés')}` : ''}.`,
    ),
  students: ({ candidates, usable, blocking }: WorkbookProgress): StepWords =>
    words(
      'Lister les étudiants',
      candidates === 0
        ? 'Une ligne par candidat : N° étudiant, nom, prénom, site au moins.'
        : `${plural(candidates, 'candidat', 'candidats')}${usable < candidates && usable > 0 && blocking === 0 ? `, dont ${plural(candidates - usable, 'ligne à corriger', 'lignes à corriger')}` : ''}.`,
    ),
  requests: ({ requests, requestsWaiting }: WorkbookProgress): StepWords =>
    words(
      'Traiter les demandes des enseignants',
      requests === 0
        ? 'Utile quand les enseignants demandent des places pour un groupe.'
        : requestsWaiting === 0
          ? `${plural(requests, 'demande traitée', 'demandes traitées')}.`
          : `${plural(requestsWaiting, 'demande attend', 'demandes attendent')} : choisissez « Acceptée » ou « Refusée » dans la colonne « Statut ».`,
    ),
  availability: ({ usable, withSlot }: WorkbookProgress): StepWords =>
    words(
      'Recueillir les disponibilités',
      usable === 0
        ? 'Une ligne par étudiant ou par groupe, une colonne par créneau.'
        : withSlot === usable
          ? 'Tous les candidats ont au moins un créneau possible.'
          : withSlot === 0
            ? 'Aucun candidat n’a de créneau possible : écrivez « oui » sous les créneaux de chaque groupe.'
            : `${plural(usable - withSlot, 'candidat n’a', 'candidats n’ont')} aucun créneau possible, sur ${number(usable)}.`,
    ),
  invigilators: ({ invigilators }: WorkbookProgress): StepWords =>
    words(
      'Lister les surveillants',
      invigilators === 0
        ? 'Tant que l’onglet est vide, ils ne limitent pas le planning.'
        : `${plural(invigilators, 'surveillant', 'surveillants')} : chaque session a besoin du sien.`,
    ),
  check: ({ blocking, warnings }: WorkbookProgress): StepWords =>
    words('Vérifier les données', checkDetail(blocking, warnings)),
  compute: ({ planning }: WorkbookProgress): StepWords =>
    words(
      'Calculer le planning',
      planning.sessions === 0
        ? 'Le résultat vous est montré d’abord : rien n’est écrit sans votre accord.'
        : `${plural(planning.sessions, 'session', 'sessions')}, ${plural(planning.seated, 'placé', 'placés')}${planning.unseated === 0 ? '' : `, ${plural(planning.unseated, 'non placé', 'non placés')}`}.`,
    ),
  verify: ({ planning }: WorkbookProgress): StepWords =>
    words(
      'Vérifier le planning',
      planning.sessions === 0
        ? 'Après vos changements à la main : ce qu’ils cassent est dit, avec la cellule.'
        : planning.broken === 0
          ? 'Il respecte toutes les règles.'
          : `${plural(planning.broken, 'point à corriger', 'points à corriger')}.`,
    ),
  publish: ({ planning }: WorkbookProgress): StepWords =>
    words(
      'Annoncer le planning aux enseignants',
      share(planning, planning.published, 'est publiée', 'sont publiées') ||
        'Dans la colonne « État » de « Planning », choisissez « Publiée ».',
    ),
  pixNumbers: ({ planning }: WorkbookProgress): StepWords =>
    words(
      'Créer les sessions dans Pix Certif',
      share(planning, planning.numbered, 'a son « N° session Pix »', 'ont leur « N° session Pix »') ||
        'Exportez le fichier, déposez-le dans Pix Certif, puis notez les numéros donnés dans « N° session Pix ».',
    ),
  convoke: ({ planning }: WorkbookProgress): StepWords =>
    words(
      'Convoquer les candidats',
      share(planning, planning.convoked, 'est convoquée', 'sont convoquées') ||
        'Une session « Convoquée » ne bouge plus, et personne n’y change de place.',
    ),
  sheets: ({ planning: { next, sessions } }: WorkbookProgress): StepWords =>
    words(
      'Préparer la prochaine session',
      next !== null
        ? `${next.number}, ${shortDay(next.day)} à ${time(next.start)} : imprimez sa feuille d’émargement.`
        : sessions === 0
          ? 'Les feuilles d’émargement s’impriment depuis le planning.'
          : 'Toutes les sessions ont eu lieu.',
    ),
  held: ({ planning: { sessions, held, toMarkHeld } }: WorkbookProgress): StepWords =>
    words(
      'Noter les sessions tenues',
      toMarkHeld > 0
        ? `${plural(toMarkHeld, 'session a eu lieu', 'sessions ont eu lieu')} : choisissez « Tenue » dans la colonne « État ».`
        : sessions > 0 && held === sessions
          ? 'Toutes les sessions sont tenues.'
          : 'Après chaque session, choisissez « Tenue » dans la colonne « État ».',
    ),
} as const;

export type StepKey = keyof typeof STEP_TEXT;

/** `12 sessions sur 14 sont publiées`; empty before the first one. */
function share({ sessions }: PlanningProgress, count: number, one: string, several: string): string {
  if (count === 0) return '';
  if (count === sessions) return sessions === 1 ? `La session ${one}.` : `Toutes les sessions ${several}.`;
  return `${plural(count, 'session', 'sessions')} sur ${number(sessions)} ${count < 2 ? one : several}.`;
}

function checkDetail(blocking: number, warnings: number): string {
  const warned = plural(warnings, 'avertissement', 'avertissements');
  if (blocking > 0)
    return `${plural(blocking, 'problème empêche', 'problèmes empêchent')} le calcul${warnings > 0 ? ` ; ${warned}` : ''}.`;
  return warnings > 0 ? `Rien ne bloque ; ${warned}.` : 'Aucun problème.';
}

const words = (title: string, detail: string): StepWords => ({ title, detail: french(detail) });
