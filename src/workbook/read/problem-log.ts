import { cellName, type Problem, type Severity } from '../../domain/problem';
import type { ProblemCode } from '../problem-code';

export type WorkbookProblem = Problem<ProblemCode>;

/** Where in a tab, counted as users see it; leave out what does not apply. */
export interface Spot {
  readonly tab: string;
  readonly row?: number | undefined;
  readonly column?: number | null | undefined;
}

/** `D14`, for a sentence that names another cell than its own. */
export const cellAt = ({ tab, row, column }: Spot): string =>
  cellName({ tab, row: row ?? null, column: column ?? null });

/** Gathers the problems met while reading, in the order in which they are met. */
export class ProblemLog {
  private readonly list: WorkbookProblem[] = [];

  blocking(code: ProblemCode, spot: Spot, seen = '', params: Problem['params'] = {}): void {
    this.add('blocking', code, spot, seen, params);
  }

  warning(code: ProblemCode, spot: Spot, seen = '', params: Problem['params'] = {}): void {
    this.add('warning', code, spot, seen, params);
  }

  get all(): readonly WorkbookProblem[] {
    return this.list;
  }

  get hasBlocking(): boolean {
    return this.list.some(({ severity }) => severity === 'blocking');
  }

  /** Whether something blocks besides problems of these kinds. */
  blocksBeyond(codes: readonly ProblemCode[]): boolean {
    return this.list.some(({ severity, code }) => severity === 'blocking' && !codes.includes(code));
  }

  private add(
    severity: Severity,
    code: ProblemCode,
    spot: Spot,
    seen: string,
    params: Problem['params'],
  ): void {
    const place = { tab: spot.tab, row: spot.row ?? null, column: spot.column ?? null };
    this.list.push({ code, severity, place, seen, params });
  }
}
