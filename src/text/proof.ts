import type { BoundPart, BoundReason, ConfinedPeople } from '../domain/plan';
import { andList, french, number, orList, plural } from './format';

/**
 * *Il est impossible de faire moins de 9 sessions : il en faut 7 à Caen et 2 à Alençon. À Alençon, il faut 56 places, et
 * 1 session en offre au plus 30…*; sentences that a person can check, or empty.
 */
export function whyNotFewer(bound: BoundReason | null, sessions: number): string {
  return proofSentences(bound, sessions).join(' ');
}

/** The same, sentence by sentence: what is proven, then why for each part. */
export function proofSentences(bound: BoundReason | null, sessions: number): readonly string[] {
  if (bound === null || bound.sessions < 2) return [];
  const least = plural(bound.sessions, 'session', 'sessions');
  const opening =
    bound.sessions >= sessions
      ? `Il est impossible de faire moins de ${least}`
      : `Il faut au moins ${least}, et le planning en compte ${number(sessions)}`;
  const places = [
    ...groupedBy(
      bound.parts.filter((part) => part.sessions > 0),
      ({ sites }) => andList(sites),
    ),
  ];
  const told = places.map(([place, parts]) => ({
    place,
    sessions: parts.reduce((sum, part) => sum + part.sessions, 0),
    // People of one place who share no slot with the others.
    reason: parts.map(partReason).join(' ; pour d’autres personnes, à d’autres créneaux, '),
  }));
  const [only] = told;
  if (told.length === 1 && only) return [french(`${opening} : à ${only.place}, ${only.reason}.`)];
  const shares = told.map(({ place, sessions: least }) => `${number(least)} pour ${place}`);
  const sentences = told.map(({ place, reason }) => `${place} : ${reason}.`);
  return [`${opening} : ${shares.join(', ')}.`, ...sentences].map(french);
}

/** Groups of people with slots of their own that are named; the others are counted. */
const CONFINED_NAMED = 6;

function partReason(part: BoundPart): string {
  const { standing } = part;
  if (part.sessions <= standing)
    return plural(standing, 'session ne peut pas être fermée', 'sessions ne peuvent pas être fermées');
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
  const all = `${plural(fewer, 'session', 'sessions')}${standingWords(fewer, standing)}`;
  const most = `${all} ${fewer === 1 ? 'en offre' : 'en offrent'} au plus ${number(part.places)}`;
  return confined === ''
    ? `il faut ${people}, et ${most}`
    : `${confined} ; avec ces sessions, ${most}, et il faut ${people}`;
}

/** *, dont 1 qui ne peut pas être fermée,*; empty when none stands anyway. */
function standingWords(sessions: number, standing: number): string {
  if (standing === 0) return '';
  const which = standing === 1 ? 'qui ne peut pas être fermée' : 'qui ne peuvent pas être fermées';
  return sessions === standing ? ` ${which}` : `, dont ${number(standing)} ${which},`;
}

/**
 * *32 personnes ne peuvent venir qu'à C03, C09 ou C13 (2 sessions), 7 qu'à C05 et 4 qu'à C08 (1 session pour chacun de ces
 * groupes)*, place by place where there are several.
 */
function confinedWords({ confined, sites }: BoundPart): string {
  const named = confined.slice(0, CONFINED_NAMED);
  const places = groupedBy(named, (group) => (group.sites.length < sites.length ? andList(group.sites) : ''));
  const told = [...places].map(([place, groups], at): string => {
    const [first] = groups;
    const opening =
      first === undefined
        ? ''
        : at === 0
          ? plural(first.people, 'personne ne peut venir', 'personnes ne peuvent venir')
          : plural(first.people, 'ne peut venir', 'ne peuvent venir');
    const shares = [...groupedBy(groups, sessionsOwed)].map(([owed, alike]) => {
      const own = alike.map(
        (group) => `${group === first ? opening : number(group.people)} ${onlyAt(group)}`,
      );
      const each = alike.length === 1 ? '' : ' pour chacun de ces groupes';
      return `${andList(own)} (${owed}${each})`;
    });
    return `${place === '' ? '' : `à ${place}, `}${shares.join(', ')}`;
  });
  const others = confined.slice(CONFINED_NAMED).reduce((sum, { sessions }) => sum + sessions, 0);
  if (others > 0)
    told.push(`d’autres, à d’autres créneaux encore (${plural(others, 'session', 'sessions')})`);
  return told.join(' ; ');
}

/** By key, in the order in which keys come first. */
function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const sessionsOwed = ({ sessions, standing }: ConfinedPeople): string =>
  `${plural(sessions, 'session', 'sessions')}${standingWords(sessions, standing).replace(/,$/, '')}`;

const onlyAt = ({ slots }: ConfinedPeople): string =>
  `qu’au${slots.length === 1 ? ' créneau' : 'x créneaux'} ${orList(slots)}`;
