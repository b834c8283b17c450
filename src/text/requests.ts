import type { CalendarDay } from '../domain/calendar';
import type { RequestFinding } from '../workbook/read/review-requests';
import { andList, duration, french, number, plural, shortDay, timeRange } from './format';

/** `Statut` of a request, in French. */
export const REQUEST_STATE_LABELS = {
  new: 'Nouvelle',
  incomplete: 'À compléter',
  accepted: 'Acceptée',
  planned: 'Planifiée',
  replaced: 'Remplacée',
} as const;

/** The longest text of a stranger that is quoted. */
const quoted = (text: string): string => `« ${text.length > 60 ? `${text.slice(0, 59)}…` : text} »`;

/** The first of them by name, so that the sentence stays one. */
const others = (who: readonly string[]): string =>
  who.length <= 4
    ? andList(who.map(quoted))
    : andList([...who.slice(0, 3).map(quoted), `${number(who.length - 3)} autres personnes`]);

function sentenceOf(finding: RequestFinding): string {
  switch (finding.kind) {
    case 'missing':
      return finding.seen === ''
        ? `La réponse à ${quoted(finding.header)} manque.`
        : `La réponse ${quoted(finding.seen)} à ${quoted(finding.header)} n’est pas comprise.`;
    case 'unknownSite':
      return `Le site ${quoted(finding.seen)} n’est pas dans l’onglet des salles.`;
    case 'slotGone':
      return `Le créneau ${quoted(finding.seen)} n’est plus proposé.`;
    case 'slotMoved':
      return `Le créneau ${quoted(finding.seen)} a changé de date ou d’heure (${shortDay(finding.slot.day)} ${timeRange(finding.slot.start, finding.slot.end)}) : il ne compte pas.`;
    case 'tooFewPlaces':
      return `${plural(finding.asked, 'place demandée', 'places demandées')}, mais ${plural(finding.slots, 'créneau coché', 'créneaux cochés')} : ${plural(finding.places, 'place certifiée', 'places certifiées')} au plus. Cochez d’autres créneaux.`;
    case 'tooManyExtraTimes':
      return `${plural(finding.count, 'temps majoré annoncé', 'temps majorés annoncés')} pour ${plural(finding.asked, 'étudiant', 'étudiants')} : à vérifier.`;
    case 'noLongSlot':
      return `Aucun créneau coché ne dure ${duration(finding.needed)}, ce qu’il faut à un temps majoré.`;
    case 'alsoAskedBy':
      return `Ce groupe est aussi demandé par ${others(finding.who)} : à vérifier, pour ne pas compter deux fois.`;
    case 'groupLooksLike':
      return `Le groupe ressemble à ${quoted(finding.group)} de l’onglet des étudiants : voir « Rapprocher les groupes ».`;
    case 'replaces':
      return finding.accepted
        ? 'Remplace une demande qui était acceptée : à accepter de nouveau.'
        : 'Remplace la demande précédente.';
  }
}

/** `Suivi` of a request that was just checked. */
export function reviewSentence(
  findings: readonly RequestFinding[],
  asked: number | null,
  places: number,
  edited: boolean,
): string {
  const opening = edited ? ['Modifiée après coup.'] : [];
  const complete =
    asked === null
      ? []
      : [
          `${plural(asked, 'place demandée', 'places demandées')}, ${number(places)} au plus sur les créneaux cochés.`,
        ];
  const sentences = findings.map(sentenceOf);
  const tight = findings.some(({ kind }) => kind === 'tooFewPlaces');
  return french([...opening, ...(tight ? [] : complete), ...sentences].join(' '));
}

export function replacedSentence(day: CalendarDay | null): string {
  return french(
    day === null
      ? 'Remplacée par une demande plus récente.'
      : `Remplacée par la demande du ${shortDay(day)}.`,
  );
}

/** Where the students of a request are, after a planning. */
export interface PlannedPart {
  readonly session: string;
  readonly where: string;
  readonly people: number;
}

export function plannedSentence(parts: readonly PlannedPart[], asked: number): string {
  const placed = parts.reduce((sum, { people }) => sum + people, 0);
  const list = parts.map(
    ({ session, where, people }) => `${session} (${where}, ${plural(people, 'place', 'places')})`,
  );
  if (parts.length === 0)
    return french('Aucune place n’a pu être réservée : voir les onglets « Non placés » et « À corriger ».');
  const rest = asked - placed;
  return french(
    `${list.join(' ; ')}.${rest > 0 ? ` Il manque ${plural(rest, 'place', 'places')} sur ${number(asked)}.` : ''}`,
  );
}

export const GROUPS_TEXT = {
  title: 'Rapprocher les groupes',
  none: 'Tous les groupes demandés ont le même nom que dans l’onglet des étudiants, ou ne ressemblent à aucun.',
  intro: french(
    'Ces groupes sont demandés sous un nom et listés sous un autre. Confirmez ceux qui sont le même groupe : personne n’est alors compté deux fois.',
  ),
  row: (seen: string, tab: string, rows: number, group: string, students: number): string =>
    french(
      `« ${seen} » (${tab}, ${plural(rows, 'ligne', 'lignes')}) est le groupe « ${group} » (${plural(students, 'étudiant', 'étudiants')})`,
    ),
  confirm: 'Rapprocher',
  cancel: 'Fermer',
  done: (count: number, rows: number): string =>
    french(
      count === 0
        ? 'Aucun groupe n’a été rapproché.'
        : `${plural(count, 'groupe rapproché', 'groupes rapprochés')} : ${plural(rows, 'cellule change', 'cellules changent')} de nom.`,
    ),
} as const;
