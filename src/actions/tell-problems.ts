import type { Problem } from '../domain/problem';
import { cellName } from '../domain/problem';
import type { ShownProblem } from '../dialogs/problems/exchange';
import { SEVERITY_LABELS, problemLine } from '../text/checked';
import { french, placeName } from '../text/format';
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

/** A problem whose words are those of a file for a platform. */
export function tellProblem(problem: Problem, message: string, remedy: string): ToldProblem {
  const words = { where: placeName(problem.place), message: french(message), remedy: french(remedy) };
  return {
    problem,
    severity: SEVERITY_LABELS[problem.severity],
    message: words.message,
    advice: words.remedy,
    line: problemLine(words),
  };
}

/** Findings of an export, then what was read: a cell that the platform would refuse is told once, in its words. */
export function withoutRepeats(
  findings: readonly ToldProblem[],
  read: readonly ToldProblem[],
): readonly ToldProblem[] {
  const told = new Set(findings.map(({ problem }) => placeName(problem.place)));
  return [...findings, ...read.filter(({ problem }) => !told.has(placeName(problem.place)))];
}

/** Problems in one list of a window. */
const SHOWN = 100;

/** The same problems as a window lists them, and how many it leaves out. */
export function shownTold(
  told: readonly ToldProblem[],
  most: number = SHOWN,
): { readonly problems: readonly ShownProblem[]; readonly more: number } {
  return {
    problems: told.slice(0, most).map(({ problem: { severity, place }, message, advice }) => ({
      severity,
      tab: place.tab,
      cell: cellName(place),
      message,
      remedy: advice,
    })),
    more: Math.max(0, told.length - most),
  };
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
