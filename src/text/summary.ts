import type { PlanningFigures } from '../domain/figures';
import type { Priority } from '../domain/settings';
import type { BoundPart, BoundReason } from '../domain/plan';
import { andList, french, number, percent, plural } from './format';

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
  if (bound < 1) return 'minimum non recherché';
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

/** *Il est impossible de faire moins de 14 sessions : …*; a sentence that a person can check, or empty. */
export function whyNotFewer(bound: BoundReason | null, sessions: number): string {
  if (bound === null || bound.sessions < 2) return '';
  const least = plural(bound.sessions, 'session', 'sessions');
  const opening =
    bound.sessions >= sessions
      ? `Il est impossible de faire moins de ${least}`
      : `Il faut au moins ${least} ; le planning en compte ${number(sessions)}`;
  const parts = bound.parts.filter((part) => part.sessions > 0).map(partSentence);
  return french(parts.length === 0 ? `${opening}.` : `${opening} : ${parts.join(' ; ')}.`);
}

function partSentence(part: BoundPart): string {
  const there = `à ${andList(part.sites)}`;
  const at =
    part.slots === null
      ? there
      : `${part.slots.length === 1 ? 'sur le seul créneau' : 'sur les seuls créneaux'} ${andList(part.slots)} ${there}`;
  const people = plural(part.people, 'place', 'places');
  if (part.places === null)
    return `${at}, il faut ${people}, et toutes les combinaisons de moins de ${plural(part.sessions, 'session', 'sessions')} ont été écartées`;
  if (part.sessions === 1) return `${at}, il faut ${people}, donc 1 session`;
  return `${at}, il faut déjà ${people}, et ${number(part.sessions - 1)} ${part.sessions === 2 ? 'session' : 'sessions'} en ${part.sessions === 2 ? 'offre' : 'offrent'} au plus ${number(part.places)}`;
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
  if (figures.bound >= figures.sessions) return 'Minimum prouvé.';
  if (figures.bound < 1) return 'Planning qui n’a pas été calculé : le minimum n’a pas été recherché.';
  return `Le minimum est entre ${number(figures.bound)} et ${number(figures.sessions)}.`;
}

export const toKnowOfFilling = (headcount: number, places: number): string =>
  french(`${number(headcount)} inscrits pour ${plural(places, 'place ouverte', 'places ouvertes')}.`);

/** *Jeudi 14 janvier porte la moitié des inscrits*, in figures. */
export function busiestDay(day: string, share: number): string {
  return french(`Inscrits par jour : ${percent(share)} le ${day}`);
}

export function fillingBySite(site: string, share: number): string {
  return french(`Inscrits et places par site : ${site} est rempli à ${percent(share)}`);
}
