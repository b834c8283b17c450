import type { Problem } from '../domain/problem';
import type { ProblemCode } from '../workbook/problem-code';
import { DATA_PROBLEMS } from './data-problems';
import { french, placeName } from './format';
import { PLANNING_PROBLEMS } from './planning-problems';
import { Facts, type Sentence } from './problem-facts';

const SENTENCES: Readonly<Record<ProblemCode, Sentence>> = { ...DATA_PROBLEMS, ...PLANNING_PROBLEMS };

const UNFORESEEN: Sentence = (facts) => [
  `La valeur ${facts.seen} n’est pas comprise.`,
  'Vérifiez cette cellule.',
];

/** A problem in words: what is wrong, what to do, and where (`Étudiants!D14`). */
export interface ProblemInWords {
  readonly message: string;
  readonly remedy: string;
  readonly where: string;
}

/** *La date « 31/02/2004 » n'existe pas. — Corrigez-la…*, for one problem found in the workbook. */
export function describeProblem(problem: Problem): ProblemInWords {
  const where = placeName(problem.place);
  const write = isKnown(problem.code) ? SENTENCES[problem.code] : UNFORESEEN;
  const [message, remedy] = write(new Facts(problem));
  return { message: french(message), remedy: french(remedy), where };
}

function isKnown(code: string): code is ProblemCode {
  return Object.prototype.hasOwnProperty.call(SENTENCES, code);
}
