import type { PlanningFigures } from '../domain/figures';
import type { Priority } from '../domain/settings';
import type { CalendarDay } from '../domain/calendar';
import { french, longDay, number, percent, plural } from './format';

/** *377 candidats, 372 placés en 14 sessions (minimum prouvé), 5 non placés : voir l'onglet « Non placés ».* */
export function headline(figures: PlanningFigures): string {
  const { candidates, seated, unseated, sessions } = figures;
  const placed = `${plural(candidates, 'candidat', 'candidats')}, ${number(seated)} ${seated === 1 ? 'placé' : 'placés'} en ${plural(sessions, 'session', 'sessions')} (${proofInBrief(figures)})`;
  if (unseated === 0) return french(`${placed}. Tout le monde a une place.`);
  return french(`${placed}, ${plural(unseated, 'non placé', 'non placés')} : voir l'onglet « Non placés ».`);
}

/** The same of a planning that was mended: nobody looked for fewer sessions. */
export function mendedHeadline({ candidates, seated, unseated, sessions }: PlanningFigures): string {
  const placed = `Le planning réparé compte ${plural(sessions, 'session', 'sessions')} : ${plural(candidates, 'candidat', 'candidats')}, ${number(seated)} ${seated === 1 ? 'placé' : 'placés'}`;
  if (unseated === 0) return french(`${placed}. Tout le monde a une place.`);
  return french(`${placed}, ${plural(unseated, 'non placé', 'non placés')} : voir l'onglet « Non placés ».`);
}

function proofInBrief({ sessions, bound, proven }: PlanningFigures): string {
  if (proven) return 'minimum prouvé';
  if (bound < 1) return 'minimum inconnu';
  if (bound >= sessions) return `${number(sessions)} au minimum pour ces places`;
  return `au moins ${number(bound)} nécessaires`;
}

/** The lines under the headline that have something to say. */
export function details(figures: PlanningFigures): readonly string[] {
  const lines: string[] = [];
  const { anonymousSeats, anonymousMissing, moved } = figures;
  if (anonymousSeats > 0)
    lines.push(
      `${plural(anonymousSeats, 'place réservée', 'places réservées')} sans nom : voir l'onglet « Places sans nom ».`,
    );
  if (anonymousMissing > 0)
    lines.push(
      `${plural(anonymousMissing, "place sans nom n'a pas", "places sans nom n'ont pas")} pu être ${anonymousMissing === 1 ? 'réservée' : 'réservées'}.`,
    );
  if (moved > 0)
    lines.push(`${plural(moved, 'personne change', 'personnes changent')} de session ou de place.`);
  return lines.map(french);
}

/** Labels of `Synthèse`. */
export const SUMMARY_TEXT = {
  title: 'Chiffres clés',
  value: 'Valeur',
  toKnow: 'À savoir',
  candidates: 'Candidats',
  seated: 'Placés',
  unseated: 'Non placés',
  anonymousSeats: 'Places réservées sans nom',
  sessions: 'Sessions',
  leastSessions: 'Minimum de sessions',
  filling: 'Remplissage',
  extraTime: 'Candidats placés avec temps majoré',
  preferred: 'Placés sur un créneau préféré',
  groupSplits: 'Sessions en plus pour des groupes partagés',
  moved: 'Personnes qui changent de session',
  perSite: 'Par site',
  perDay: 'Par jour',
  perDayAndSite: 'Inscrits par jour et par site',
  otherSites: 'Autres sites',
  perSession: 'Par session',
  findings: 'Ce que montrent les graphiques',
  inscribed: 'Inscrits',
  places: 'Places',
  freePlaces: 'Places libres',
  total: 'Ensemble',
  whyNotFewer: 'Pourquoi pas moins de sessions',
  whatWouldHelp: 'Ce qui placerait plus de monde',
} as const;

export function toKnowOfSeated(unseated: number): string {
  return unseated === 0 ? 'Tout le monde a une place.' : '';
}

export function toKnowOfUnseated(unseated: number): string {
  return unseated === 0 ? '' : french("Les raisons sont dans l'onglet « Non placés ».");
}

export function toKnowOfPriority(priority: Priority): string {
  switch (priority) {
    case 'sessions':
      return '';
    case 'preferences':
      return french('Priorité aux préférences : le nombre de sessions vient après.');
    case 'earliest':
      return french('Priorité aux dates les plus proches : le nombre de sessions vient après.');
  }
}

export function provenOrBound(figures: PlanningFigures): string {
  const { proven, bound, sessions } = figures;
  if (proven) return 'Minimum prouvé.';
  if (bound < 1) return 'Le minimum n’est pas connu.';
  if (bound >= sessions) return `${plural(sessions, 'session', 'sessions')} au minimum pour ces places.`;
  return `Le minimum est entre ${number(bound)} et ${number(sessions)}.`;
}

export const toKnowOfFilling = (headcount: number, places: number): string =>
  french(`${number(headcount)} inscrits pour ${plural(places, 'place ouverte', 'places ouvertes')}.`);

/** *Jeudi 14 janvier reçoit la moitié des inscrits*: what the chart of the days shows. */
export function dayFinding(days: readonly { readonly day: CalendarDay; readonly people: number }[]): string {
  const all = days.reduce((sum, { people }) => sum + people, 0);
  const busiest = days.reduce<(typeof days)[number] | null>(
    (best, day) => (best === null || day.people > best.people ? day : best),
    null,
  );
  if (busiest === null || all === 0) return 'Aucun inscrit';
  if (days.length === 1) return french(`Tous les inscrits viennent le ${longDay(busiest.day)}`);
  return french(`${capitalised(longDay(busiest.day))} reçoit ${fraction(busiest.people / all)} des inscrits`);
}

/** *7 sessions sur 9 remplies à 90 % ou plus ; S07 l’est à 34 %*. */
export function sessionFinding(
  sessions: readonly { readonly number: string; readonly filling: number }[],
): string {
  const full = sessions.filter(({ filling }) => filling >= NEARLY_FULL).length;
  const [first] = sessions;
  if (first === undefined) return 'Aucune session';
  if (sessions.length === 1)
    return french(`La session ${first.number} est remplie à ${percent(first.filling)}`);
  if (full === sessions.length)
    return french(`Toutes les sessions sont remplies à ${percent(NEARLY_FULL)} ou plus`);
  const emptiest = sessions.reduce((least, one) => (one.filling < least.filling ? one : least));
  const filled =
    full === 0
      ? 'Aucune session remplie'
      : `${plural(full, 'session', 'sessions')} sur ${number(sessions.length)} ${full === 1 ? 'remplie' : 'remplies'}`;
  return french(
    `${filled} à ${percent(NEARLY_FULL)} ou plus ; ${emptiest.number} l’est à ${percent(emptiest.filling)}`,
  );
}

const NEARLY_FULL = 0.9;

/** *De 74 % (Caen Campus 1) à 95 % (Campus de Saint Lô) de remplissage selon le site*. */
export function siteFinding(sites: readonly { readonly site: string; readonly filling: number }[]): string {
  const [first] = sites;
  if (first === undefined) return 'Aucun site';
  const [least, most] = [
    sites.reduce((best, one) => (one.filling < best.filling ? one : best)),
    sites.reduce((best, one) => (one.filling > best.filling ? one : best)),
  ];
  return french(
    sites.length === 1
      ? `${first.site} est rempli à ${percent(first.filling)}`
      : `De ${percent(least.filling)} (${least.site}) à ${percent(most.filling)} (${most.site}) de remplissage selon le site`,
  );
}

/** Shares that have a name, within two hundredths. */
const FRACTIONS: readonly (readonly [number, string])[] = [
  [1 / 4, 'un quart'],
  [1 / 3, 'un tiers'],
  [1 / 2, 'la moitié'],
  [2 / 3, 'les deux tiers'],
  [3 / 4, 'les trois quarts'],
];

function fraction(share: number): string {
  const named = FRACTIONS.find(([value]) => Math.abs(value - share) < 0.02);
  return named === undefined ? percent(share) : named[1];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How a session is called in a chart: `S01, 11/01, Mercure`. */
export const sessionLabel = (session: string, day: CalendarDay, room: string): string =>
  `${session}, ${day.slice(8, 10)}/${day.slice(5, 7)}, ${room}`;
