import type { PlanningFigures } from '../domain/figures';
import type { Priority } from '../domain/settings';
import type { BoundPart, BoundReason } from '../domain/plan';
import { andList, french, number, orList, percent, plural } from './format';

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

/**
 * *Il est impossible de faire moins de 9 sessions : il en faut 7 à Caen et 2 à Alençon. À Alençon, il faut 56 places, et
 * 1 session en offre au plus 30…*; sentences that a person can check, or empty.
 */
export function whyNotFewer(bound: BoundReason | null, sessions: number): string {
  if (bound === null || bound.sessions < 2) return '';
  const least = plural(bound.sessions, 'session', 'sessions');
  const opening =
    bound.sessions >= sessions
      ? `Il est impossible de faire moins de ${least}`
      : `Il faut au moins ${least}, et le planning en compte ${number(sessions)}`;
  const parts = bound.parts.filter((part) => part.sessions > 0);
  const [only] = parts;
  if (parts.length === 1 && only) return french(`${opening} : ${partSentence(only)}.`);
  const shares = parts.map((part) => `${number(part.sessions)} pour ${andList(part.sites)}`);
  const sentences = parts.map((part) => `${andList(part.sites)} : ${partReason(part)}.`);
  return french([`${opening} : ${shares.join(', ')}.`, ...sentences].join(' '));
}

/** Groups of people with slots of their own that are named; the others are counted. */
const CONFINED_NAMED = 6;

const partSentence = (part: BoundPart): string => `à ${andList(part.sites)}, ${partReason(part)}`;

function partReason(part: BoundPart): string {
  const people = plural(part.people, 'place', 'places');
  const needed = plural(part.sessions, 'session', 'sessions');
  if (part.sessions === 1) return `il faut ${people}, donc 1 session`;
  const own = part.confined.reduce((sum, { sessions }) => sum + sessions, 0);
  const confined = confinedWords(part);
  if (part.places === null)
    return own < part.sessions
      ? `il faut ${people} ; toutes les façons d’ouvrir moins de ${needed} ont été examinées, et aucune ne suffit`
      : confined;
  const fewer = part.sessions - 1;
  const most = `${number(fewer)} ${fewer === 1 ? 'session en offre' : 'sessions en offrent'} au plus ${number(part.places)}`;
  return confined === ''
    ? `il faut ${people}, et ${most}`
    : `${confined} ; avec ces sessions, ${most}, et il faut ${people}`;
}

/** *32 personnes ne peuvent venir qu'à C03, C09 ou C13 (2 sessions) et 7 qu'à C05 (1 session)*. */
function confinedWords({ confined, sites }: BoundPart): string {
  const named = confined.slice(0, CONFINED_NAMED).map((group, at): string => {
    const where = group.sites.length < sites.length ? ` à ${andList(group.sites)}` : '';
    const people =
      at === 0
        ? plural(group.people, 'personne ne peut venir qu’', 'personnes ne peuvent venir qu’')
        : `${number(group.people)} qu’`;
    return `${people}au${group.slots.length === 1 ? ' créneau' : 'x créneaux'} ${orList(group.slots)}${where} (${plural(group.sessions, 'session', 'sessions')})`;
  });
  const others = confined.slice(CONFINED_NAMED);
  if (others.length > 0)
    named.push(
      `d’autres à d’autres créneaux encore (${plural(
        others.reduce((sum, { sessions }) => sum + sessions, 0),
        'session',
        'sessions',
      )})`,
    );
  return andList(named);
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
