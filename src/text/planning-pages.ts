import type { CalendarDay } from '../domain/calendar';
import { andList, french, number, percent, plural, shortDay } from './format';

/** Words of the pages that show the planning: list, calendar, weeks of the rooms. */
export const PLANNING_PAGES_TEXT = {
  title: 'Planning imprimable',
  fileName: 'planning.html',
  listTitle: 'Planning des sessions',
  calendarTitle: 'Calendrier du planning',
  calendarFile: 'calendrier-planning.html',
  weekTitle: (room: string): string => room,
  note: 'Certification Pix',
  kinds: { list: 'Liste des sessions', calendar: 'Calendrier', week: 'Semaines des salles' },
  whole: 'Tout le planning',
  listPart: (sessions: number): string => `Liste (${plural(sessions, 'session', 'sessions')})`,
  calendarPart: (days: number): string => `Calendrier (${plural(days, 'jour', 'jours')})`,
  weekPart: (room: string, monday: CalendarDay, sessions: number): string =>
    `${room}, semaine du ${shortDay(monday).slice(5)} (${plural(sessions, 'session', 'sessions')})`,
  week: (monday: CalendarDay): string => french(`Semaine du ${shortDay(monday)}`),
  period: (from: CalendarDay, to: CalendarDay): string =>
    from === to ? french(`Le ${shortDay(from)}`) : french(`Du ${shortDay(from)} au ${shortDay(to)}`),
  made: (sessions: number, pages: number): string =>
    french(`${plural(sessions, 'session', 'sessions')}, ${plural(pages, 'page', 'pages')} à imprimer.`),
  about: french('La liste de toutes les sessions, leur calendrier, et une page par salle et par semaine.'),
  figures: (sessions: number, people: number, places: number): string =>
    french(
      `${plural(sessions, 'session', 'sessions')}, ${plural(people, 'inscrit', 'inscrits')} pour ${plural(places, 'place', 'places')} (${percent(places === 0 ? 0 : people / places)} de remplissage).`,
    ),
  listHeaders: ['Session', 'Horaire', 'Salle', 'Site', 'Inscrits', 'Groupes', 'Surveillants', 'État'],
  day: 'Jour',
  places: (people: number, places: number): string =>
    french(`${number(people)} / ${plural(places, 'place', 'places')}`),
  full: 'complet',
  over: (people: number): string => french(`${number(people)} de trop`),
  others: (count: number): string => (count === 1 ? 'et 1 autre' : `et ${number(count)} autres`),
  watched: (names: readonly string[]): string => french(`Surveillé par ${andList(names)}`),
  nothing: 'Aucune session',
  continued: '(suite)',

  site: 'Site',
  everySite: 'Tous les sites',
  rooms: (count: number): string => plural(count, 'salle', 'salles'),
  legend: 'États',
  goTo: (session: string): string => `Aller à la session ${session} dans l’onglet Planning`,
  choose: french('Choisissez une session pour aller à sa ligne dans l’onglet « Planning ».'),
  print: 'Imprimer',
  close: 'Fermer',
  caption: (days: number, rooms: number): string =>
    french(
      `Sessions par jour (${plural(days, 'ligne', 'lignes')}) et par salle (${plural(rooms, 'colonne', 'colonnes')}).`,
    ),
} as const;
