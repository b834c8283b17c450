import type { ProblemsSidebar, ShownProblem } from '../dialogs/problems/exchange';
import { type Problem, cellName } from '../domain/problem';
import { inOrderOfUrgency } from '../workbook/write/problems';
import { describeProblem } from '../text/problems';

/** Problems in one list: more are corrected in turns. */
const SHOWN = 100;

/** Problems as the sidebar lists them, the most urgent first. */
export function shownProblems(problems: readonly Problem[]): Pick<ProblemsSidebar, 'problems' | 'more'> {
  const ordered = inOrderOfUrgency(problems);
  return {
    problems: ordered.slice(0, SHOWN).map((problem): ShownProblem => {
      const { message, remedy } = describeProblem(problem);
      const cell = cellName(problem.place);
      const column = problem.place.row === null && cell !== '';
      return {
        severity: problem.severity,
        tab: problem.place.tab,
        cell: column ? `${cell}:${cell}` : cell,
        message,
        remedy,
      };
    }),
    more: Math.max(0, ordered.length - SHOWN),
  };
}
