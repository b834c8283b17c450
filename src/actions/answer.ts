import type { PlanningFigures } from '../domain/figures';

/** What an action gives back: the command line prints it, the window has shown its lines already. Plain data. */
export interface Answer {
  /** `blocked`: the data must be corrected first; `failed`: the platform or the add-on let the user down. */
  readonly status: 'done' | 'blocked' | 'failed';
  /** Sentences for the user. */
  readonly lines: readonly string[];
  readonly summary?: PlanningSummary;
  readonly problems: readonly AnswerProblem[];
  /** What the action made to be kept outside the workbook, in order. */
  readonly files?: readonly AnswerFile[];
}

export interface AnswerFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
  /** `base64`: `text` is bytes written so, for files that are not texts. */
  readonly encoding?: 'base64';
}

/** As the command line prints it with `--json`. */
export interface PlanningSummary extends Omit<PlanningFigures, 'anonymousMissing'> {
  /** Time of the engine. */
  readonly milliseconds: number;
}

/** @param milliseconds time of the engine */
export function summaryOf(figures: PlanningFigures, milliseconds: number): PlanningSummary {
  const { anonymousMissing: _told, ...printed } = figures;
  return { ...printed, milliseconds: Math.round(milliseconds) };
}

export interface AnswerProblem {
  readonly tab: string;
  /** `D14`, `D`, `14:14`, or empty for the whole tab. */
  readonly cell: string;
  readonly severity: 'bloquant' | 'avertissement';
  readonly message: string;
}

/** A window was opened. `defaultCall` does what its primary button does when nothing in it is changed. */
export interface WindowOpened {
  /** An entry point that needs no argument and returns an `Answer`. */
  readonly defaultCall: string;
}

export function done(lines: readonly string[]): Answer {
  return { status: 'done', lines, problems: [] };
}

export function failed(line: string): Answer {
  return { status: 'failed', lines: [line], problems: [] };
}

/** Something has to be done first, which the line says; nothing changed. */
export function blocked(line: string): Answer {
  return { status: 'blocked', lines: [line], problems: [] };
}
