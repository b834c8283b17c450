import { type Problem, cellName } from '../../domain/problem';
import type { CellsOf } from './output-columns';
import type { CellLink } from './tab-content';

/** A problem told in words: a row of `À corriger`. */
export interface ToldProblem {
  readonly problem: Problem;
  readonly severity: string;
  readonly message: string;
  readonly advice: string;
  /** Where, what and what to do, in one line. */
  readonly line: string;
}

/** Blocking problems first; then in order of tab (as met), row and column. */
export function inOrderOfUrgency(problems: readonly Problem[]): readonly Problem[] {
  const tabs = [...new Set(problems.map(({ place }) => place.tab))];
  const rank = ({ severity, place }: Problem): readonly number[] => [
    severity === 'blocking' ? 0 : 1,
    tabs.indexOf(place.tab),
    place.row ?? 0,
    place.column ?? 0,
  ];
  return problems
    .map((problem, index) => ({ problem, rank: [...rank(problem), index] }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ problem }) => problem);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const problemCells: CellsOf<ToldProblem> = {
  Gravité: ({ severity }) => severity,
  Onglet: ({ problem }) => problem.place.tab,
  Cellule: ({ problem }) => cellName(problem.place),
  Valeur: ({ problem }) => problem.seen,
  Problème: ({ message }) => message,
  'Que faire': ({ advice }) => advice,
};

/** The cells that lead to what they name, `column` being the one of the cells' names. */
export function problemLinks(told: readonly ToldProblem[], column: number): readonly CellLink[] {
  return told.flatMap(({ problem }, index): CellLink[] => {
    const cell = cellName(problem.place);
    const range = problem.place.row === null && cell !== '' ? `${cell}:${cell}` : cell;
    return range === '' ? [] : [{ row: index + 1, column, tab: problem.place.tab, cell: range }];
  });
}
