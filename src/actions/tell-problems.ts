import type { Problem } from '../domain/problem';
import { cellName } from '../domain/problem';
import { SEVERITY_LABELS, problemLine } from '../text/checked';
import { describeProblem } from '../text/problems';
import { type ToldProblem, inOrderOfUrgency } from '../workbook/write/problems';
import type { AnswerProblem } from './answer';

/** Problems in words, the most urgent first. */
export function tellProblems(problems: readonly Problem[]): readonly ToldProblem[] {
  return inOrderOfUrgency(problems).map((problem) => {
    const words = describeProblem(problem);
    return {
      problem,
      severity: SEVERITY_LABELS[problem.severity],
      message: words.message,
      advice: words.remedy,
      line: problemLine(words),
    };
  });
}

/** The same problems as the answer carries them. */
export function answerProblems(told: readonly ToldProblem[]): readonly AnswerProblem[] {
  return told.map(({ problem, line }) => ({
    tab: problem.place.tab,
    cell: cellName(problem.place),
    severity: problem.severity === 'blocking' ? 'bloquant' : 'avertissement',
    message: line,
  }));
}

/** Lines of the blocking problems. */
export function blockingLines(told: readonly ToldProblem[]): readonly string[] {
  return told.filter(({ problem }) => problem.severity === 'blocking').map(({ line }) => line);
}
