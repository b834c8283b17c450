import type { CalendarDay } from '../domain/calendar';
import { andList, french, number, plural, shortDay, time } from './format';

/** What a sentence about a shared session needs. */
interface Told {
  readonly session: string;
  readonly day: CalendarDay;
  readonly start: number;
  readonly end: number;
  readonly site: string;
  readonly building: string;
  readonly room: string;
  readonly places: number;
  readonly enrolled: number;
  readonly groups: readonly { readonly group: string; readonly people: number }[];
  readonly invigilators: readonly string[];
}

const when = ({ day, start }: Told): string => `${shortDay(day)} à ${time(start)}`;
const groupsOf = ({ groups }: Told): string => groups.map(({ group }) => group).join(', ');

/** A session that was only put at another time ends at another time too: that goes without saying. */
const endMoved = (old: Told, now: Told): boolean =>
  old.end !== now.end && (when(old) === when(now) || old.end - old.start !== now.end - now.start);

/** What teachers read in the shared planning, and what staff read when they share it. */
export const SHARED_TEXT = {
  title: 'Partager avec les enseignants',
  fileName: (workbook: string): string => `Planning Pix – ${workbook}`,
  groupFileName: (group: string): string => `Planning Pix – groupe ${group.slice(0, 80)}`,
  explanation: 'Les sessions de certification Pix. Cette feuille est mise à jour à chaque publication.',
  changesExplanation: 'Ce qui a changé à chaque publication, la plus récente en premier.',
  groupExplanation: 'Les étudiants de votre groupe et leur session. Ne diffusez pas cette liste.',
  firstPublication: 'Première publication.',
  nothingChanged: 'Rien n’a changé depuis la dernière publication.',
  added: (session: Told): string => french(`Nouvelle session : ${when(session)}, ${session.room}.`),
  removed: (session: Told): string =>
    french(`Session annulée : elle était prévue ${when(session)}, ${session.room}.`),
  changed: (old: Told, now: Told): string => {
    const parts = [
      ...(when(old) === when(now) ? [] : [`${when(now)} au lieu de ${when(old)}`]),
      ...(endMoved(old, now) ? [`fin à ${time(now.end)} au lieu de ${time(old.end)}`] : []),
      ...(old.site === now.site ? [] : [`site : ${now.site} au lieu de ${old.site}`]),
      ...(old.building === now.building
        ? []
        : [`bâtiment : ${now.building || 'non précisé'} au lieu de ${old.building || 'non précisé'}`]),
      ...(old.room === now.room ? [] : [`salle ${now.room} au lieu de ${old.room}`]),
      ...(old.enrolled === now.enrolled
        ? []
        : [`${plural(now.enrolled, 'inscrit', 'inscrits')} au lieu de ${number(old.enrolled)}`]),
      ...(old.places === now.places
        ? []
        : [`${plural(now.places, 'place', 'places')} au lieu de ${number(old.places)}`]),
      ...(groupsOf(old) === groupsOf(now) ? [] : [`groupes : ${groupsOf(now) || 'aucun'}`]),
      ...(old.invigilators.join() === now.invigilators.join()
        ? []
        : [`surveillants : ${now.invigilators.join(', ') || 'à désigner'}`]),
    ];
    return parts.length === 0 ? '' : french(`${parts.join(' ; ')}.`);
  },
  nothingPlanned: french('Aucune session n’est planifiée. Choisissez d’abord « Calculer le planning ».'),
  published: (sessions: number): string =>
    french(`${plural(sessions, 'session publiée', 'sessions publiées')} dans la feuille partagée.`),
  address: (url: string): string => french(`Adresse de la feuille : ${url}`),
  groupAddress: (group: string, url: string): string => french(`Liste du groupe « ${group} » : ${url}`),
  viewers: (count: number): string =>
    count === 0
      ? 'Elle n’est partagée avec personne : ajoutez des adresses quand vous publiez.'
      : french(`${plural(count, 'personne peut', 'personnes peuvent')} la lire, sans la modifier.`),
  changes: (count: number): string =>
    french(
      `${plural(count, 'session a', 'sessions ont')} changé depuis la dernière publication : voir l’onglet « Changements ».`,
    ),
  groups: (count: number): string =>
    french(
      `${plural(count, 'liste de groupe partagée', 'listes de groupe partagées')} avec qui a demandé le groupe.`,
    ),
  badAddresses: (bad: readonly string[]): string =>
    french(
      `Rien n’est publié. ${plural(bad.length, 'adresse n’est pas valable', 'adresses ne sont pas valables')} : ${andList(bad)}. Corrigez, puis recommencez.`,
    ),
  refusedAddresses: (bad: readonly string[]): string =>
    french(`Google refuse de partager avec ${andList(bad)} : vérifiez ces adresses.`),
  lost: 'La feuille partagée a été supprimée, ou n’est plus à votre portée : une nouvelle a été créée.',
  // The window.
  intro: french(
    'Les sessions sont publiées dans une feuille à part : dates, heures, salles, groupes, effectifs, surveillants, places libres. Aucun nom de candidat n’y figure.',
  ),
  viewersLabel: 'Adresses qui peuvent la lire',
  viewersHelp: 'Une adresse par ligne. Qui n’est plus dans la liste n’y a plus accès.',
  groupsLabel:
    'Donner à chaque demandeur la liste de son groupe (noms et sessions), dans une feuille pour lui seul',
  publish: 'Publier le planning',
  close: 'Fermer',
  working: 'Publication en cours…',
} as const;
