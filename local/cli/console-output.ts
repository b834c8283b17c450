import { NO_PLAN, type Answer, type AnswerProblem } from './answer';

/** Where results and complaints go. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
}

/** `[bloquant] Salles!D14 : message`; the place is not said twice when the message begins with it. */
export function problemLine({ tab, cell, severity, message }: AnswerProblem): string {
  const place = [tab, cell].filter((part) => part !== '').join('!');
  const located = place === '' || message.startsWith(place);
  return `[${severity}] ${located ? '' : `${place}\u00a0: `}${message}`;
}

/** The one object of `--json`. */
export function printJson(terminal: Terminal, answer: Pick<Answer, 'summary' | 'problems'>): void {
  terminal.out(JSON.stringify({ ...(answer.summary ?? NO_PLAN), problems: answer.problems }));
}

/**
 * Prints an answer. With `json` standard output has the object and nothing else. Without, what was done goes to
 * standard output and what prevents it to standard error; `problemsWanted` when problems are the result asked for.
 */
export function printAnswer(
  terminal: Terminal,
  answer: Answer,
  { json, problemsWanted = false }: { json: boolean; problemsWanted?: boolean },
): void {
  if (json) printJson(terminal, answer);
  const good = answer.status === 'done' || problemsWanted;
  const print = (text: string): void => (good && !json ? terminal.out(text) : terminal.error(text));
  if (!json || !good) for (const line of answer.lines) print(line);
  if (json && good) return;
  for (const problem of answer.problems) print(problemLine(problem));
}
