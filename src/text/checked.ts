import { french, number, plural } from './format';

/** What *Vérifier les données* says, and *Calculer le planning* of the data. */
export const CHECK_TEXT = { title: 'Vérifier les données' } as const;

/** Counts of what was read; `null` parts are not told. */
export interface DataCounts {
  readonly candidates: number;
  readonly rooms: number;
  readonly slots: number;
}

export function dataRead(counts: DataCounts): string {
  return french(
    `Lu : ${plural(counts.candidates, 'candidat', 'candidats')}, ${plural(counts.rooms, 'salle certifiée', 'salles certifiées')}, ${plural(counts.slots, 'créneau', 'créneaux')}.`,
  );
}

/** *2 problèmes bloquants et 3 avertissements : voir l'onglet « À corriger ».* */
export function problemCount(blocking: number, warnings: number, tab: string): string {
  if (blocking === 0 && warnings === 0) return french('Aucun problème : vous pouvez calculer le planning.');
  const parts = [
    ...(blocking > 0 ? [plural(blocking, 'problème bloquant', 'problèmes bloquants')] : []),
    ...(warnings > 0 ? [plural(warnings, 'avertissement', 'avertissements')] : []),
  ];
  return french(`${parts.join(' et ')} : voir l'onglet « ${tab} ».`);
}

export const nothingComputed = french(
  "Le planning n'a pas été calculé et n'a pas changé. Corrigez ce qui bloque, puis recommencez.",
);

/** The first blocking problems, in full. */
export function firstProblems(messages: readonly string[], shown: number): readonly string[] {
  const rest = messages.length - shown;
  return rest > 0 ? [...messages.slice(0, shown), french(`… et ${number(rest)} de plus.`)] : messages;
}

/** One problem in one line: *Étudiants!D14 : la date… Corrigez-la…* */
export function problemLine(words: {
  readonly where: string;
  readonly message: string;
  readonly remedy: string;
}): string {
  return french(`${words.where} : ${words.message} ${words.remedy}`).trim();
}

export const SEVERITY_LABELS = { blocking: 'Bloquant', warning: 'Avertissement' } as const;
