/** What a menu item gives back to whoever ran it; the platform ignores it. Read as data: it comes from a script. */
export interface Answer {
  readonly status: 'done' | 'blocked' | 'failed';
  /** French sentences. */
  readonly lines: readonly string[];
  readonly summary: Summary | null;
  readonly problems: readonly AnswerProblem[];
  readonly files: readonly AnswerFile[];
}

export interface AnswerProblem {
  readonly tab: string;
  readonly cell: string;
  readonly severity: string;
  readonly message: string;
}

export interface AnswerFile {
  readonly name: string;
  /** Text, or bytes of a file that is none. */
  readonly content: string | Uint8Array;
}

/** Key figures of a planning, as `--json` prints them; `milliseconds` is the engine's time. */
export interface Summary {
  readonly candidates: number;
  readonly seated: number;
  readonly unseated: number;
  readonly anonymousSeats: number;
  readonly sessions: number;
  readonly bound: number;
  readonly proven: boolean;
  readonly preferred: number;
  readonly groupSplits: number;
  readonly moved: number;
  readonly milliseconds: number;
}

/** The figures of a workbook that could not be planned. */
export const NO_PLAN: Summary = {
  candidates: 0,
  seated: 0,
  unseated: 0,
  anonymousSeats: 0,
  sessions: 0,
  bound: 0,
  proven: false,
  preferred: 0,
  groupSplits: 0,
  moved: 0,
  milliseconds: 0,
};

/** The function that gives the default answer of the window that a menu item opened; `null` when it opened none. */
export function defaultCallOf(value: unknown): string | null {
  const { defaultCall } = recordOf(value);
  return typeof defaultCall === 'string' ? defaultCall : null;
}

/** Reads what a menu item returned; an item that returns nothing is done. */
export function readAnswer(value: unknown): Answer {
  const given = recordOf(value);
  const status = given.status === 'blocked' || given.status === 'failed' ? given.status : 'done';
  const summary =
    typeof given.summary === 'object' && given.summary !== null ? recordOf(given.summary) : null;
  return {
    status,
    lines: listOf(given.lines).map(String),
    summary: summary && readSummary(summary),
    problems: listOf(given.problems).map(readProblem),
    files: listOf(given.files).map(readFile),
  };
}

function readSummary(given: Readonly<Record<string, unknown>>): Summary {
  const number = (name: keyof Summary): number => (typeof given[name] === 'number' ? given[name] : 0);
  return {
    candidates: number('candidates'),
    seated: number('seated'),
    unseated: number('unseated'),
    anonymousSeats: number('anonymousSeats'),
    sessions: number('sessions'),
    bound: number('bound'),
    proven: given.proven === true,
    preferred: number('preferred'),
    groupSplits: number('groupSplits'),
    moved: number('moved'),
    milliseconds: number('milliseconds'),
  };
}

function readFile(value: unknown): AnswerFile {
  const { name, text, encoding } = recordOf(value);
  const content = textOf(text);
  return { name: textOf(name), content: encoding === 'base64' ? Buffer.from(content, 'base64') : content };
}

function readProblem(value: unknown): AnswerProblem {
  const { tab, cell, severity, message } = recordOf(value);
  return { tab: textOf(tab), cell: textOf(cell), severity: textOf(severity), message: textOf(message) };
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
/** Arrays of a script belong to its own context: `Array.isArray` knows them, `instanceof` does not. */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
