import type { AnswerFinding } from '../workbook/read/form-answers';
import { french, number, percent, plural, shortDay, timeRange } from './format';

const quoted = (text: string): string => `« ${text.length > 60 ? `${text.slice(0, 59)}…` : text} »`;

function sentenceOf(finding: AnswerFinding): string {
  switch (finding.kind) {
    case 'unknownStudent':
      return `Le numéro ${quoted(finding.seen)} n’est pas dans l’onglet des étudiants : la réponse n’est pas prise en compte.`;
    case 'replaced':
      return 'Remplacée par une réponse plus récente.';
    case 'otherAddress':
      return `L’adresse de la réponse, ${quoted(finding.address)}, n’est pas celle de l’onglet des étudiants : à vérifier.`;
    case 'noAddress':
      return `L’onglet des étudiants n’a pas d’adresse pour cette personne ; celle de la réponse est ${quoted(finding.address)} : à vérifier.`;
    case 'slotGone':
      return `Le créneau ${quoted(finding.seen)} n’existe plus : il ne compte pas.`;
    case 'slotMoved':
      return `Le créneau ${quoted(finding.seen)} a changé de date ou d’heure (${shortDay(finding.slot.day)} ${timeRange(finding.slot.start, finding.slot.end)}) : il ne compte pas.`;
    case 'late':
      return 'Arrivée après le calcul du planning : elle comptera au prochain calcul.';
    case 'keepsPlace':
      return `La personne garde la place de la session ${finding.session} (${finding.slot}), que sa réponse exclut : pour lui en donner une autre, choisissez « Traiter un imprévu ».`;
    case 'contradiction':
      return `La réponse coche aussi ${quoted(finding.seen)} : à vérifier.`;
    case 'nothingTicked':
      return 'Aucun créneau coché : la personne n’est disponible à aucun.';
  }
}

/** `Suivi` of an answer to the availability form. */
export function answerSentence(
  findings: readonly AnswerFinding[],
  possible: number,
  preferred: number,
  conflict: boolean,
): string {
  // Where the word of staff wins, the answer excludes nothing.
  const told = conflict ? findings.filter(({ kind }) => kind !== 'keepsPlace') : findings;
  const sentences = told.map(sentenceOf);
  if (findings.some(({ kind }) => kind === 'unknownStudent' || kind === 'replaced'))
    return french(sentences.join(' '));
  const taken = conflict
    ? 'L’onglet « Disponibilités » dit autre chose, saisi par le service : la saisie du service l’emporte.'
    : `Prise en compte : ${plural(possible, 'créneau possible', 'créneaux possibles')}${preferred > 0 ? `, dont ${number(preferred)} ${preferred === 1 ? 'préféré' : 'préférés'}` : ''}.`;
  return french([taken, ...sentences].join(' '));
}

/** Answers of a group: *Droit L2 : 12 réponses sur 34 (35 %)*. */
export interface GroupRate {
  readonly group: string;
  readonly students: number;
  readonly answered: number;
}

export const ANSWERS_TEXT = {
  title: 'Suivi des réponses',
  withoutGroup: 'Sans groupe',
  group: 'Groupe',
  students: 'Étudiants',
  answered: 'Réponses',
  rate: 'Taux',
  everyone: 'Ensemble',
  rateOf: (answered: number, students: number): string =>
    students === 0 ? '–' : percent(answered / students),
  line: ({ group, students, answered }: GroupRate): string =>
    french(`${group} : ${plural(answered, 'réponse', 'réponses')} sur ${number(students)}`),
  waiting: (count: number): string =>
    french(
      count === 0
        ? 'Tout le monde a répondu.'
        : `${plural(count, 'étudiant n’a', 'étudiants n’ont')} pas encore répondu.`,
    ),
  toAskAgain: (count: number): string =>
    french(
      count === 1
        ? '1 étudiant a répondu, mais les créneaux qu’il a cochés ont tous changé depuis : il faut le lui redemander.'
        : `${number(count)} étudiants ont répondu, mais les créneaux qu’ils ont cochés ont tous changé depuis : il faut le leur redemander.`,
    ),
  reminded: (count: number): string =>
    french(`${plural(count, 'étudiant a', 'étudiants ont')} déjà reçu un rappel aujourd’hui.`),
  unreachable: (count: number): string =>
    french(
      `${plural(count, 'étudiant sans réponse n’a pas d’adresse utilisable et ne peut', 'étudiants sans réponse n’ont pas d’adresse utilisable et ne peuvent')} pas recevoir de rappel : complétez la colonne « Courriel ».`,
    ),
  remind: (count: number): string => `Envoyer un rappel à ${plural(count, 'étudiant', 'étudiants')}`,
  close: 'Fermer',
  nobody: 'Personne n’est à relancer.',
  noForm: french(
    'Il n’y a pas de formulaire de disponibilité : choisissez « Créer le formulaire de disponibilité ».',
  ),
  moved: (count: number): string =>
    french(
      `${plural(count, 'réponse d’étudiant coche', 'réponses d’étudiants cochent')} un créneau qui a depuis changé de date ou d’heure : il ne compte pas pour ${count === 1 ? 'elle' : 'elles'}, voir la colonne « Suivi ». Demandez une nouvelle réponse à ces personnes.`,
    ),
  taken: (taken: number, unknown: number, conflicts: number, moved: number): readonly string[] => [
    ...(taken > 0
      ? [
          french(
            `${plural(taken, 'réponse reportée', 'réponses reportées')} dans l’onglet des disponibilités.`,
          ),
        ]
      : []),
    ...(unknown > 0
      ? [
          french(
            `${plural(unknown, 'réponse porte un numéro inconnu', 'réponses portent un numéro inconnu')} : voir la colonne « Suivi ».`,
          ),
        ]
      : []),
    ...(conflicts > 0
      ? [
          french(
            `${plural(conflicts, 'réponse contredit', 'réponses contredisent')} ce que le service a saisi : la saisie l’emporte, voir la colonne « Suivi ».`,
          ),
        ]
      : []),
    ...(moved > 0 ? [ANSWERS_TEXT.moved(moved)] : []),
  ],
} as const;
