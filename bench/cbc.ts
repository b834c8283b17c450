import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MilpAnswer, MilpModel, ProgramSolver } from '../src/allocation/solver';

/** Whether CBC is on this machine (Debian's package coinor-cbc). */
export function hasCbc(): boolean {
  return spawnSync('cbc', ['-quit'], { stdio: 'ignore' }).error === undefined;
}

/** CBC behind the engine's door: each program goes through a file. Bounds are only known of what is proven. */
export const cbc: ProgramSolver = {
  solve(model, { milliseconds, absoluteGap }) {
    const folder = mkdtempSync(join(tmpdir(), 'cbc-'));
    try {
      const program = join(folder, 'program.mps');
      const solution = join(folder, 'solution.txt');
      writeFileSync(program, mpsOf(model));
      spawnSync(
        'cbc',
        [
          program,
          'sec',
          String(milliseconds / 1000),
          'allow',
          String(absoluteGap),
          'ratio',
          '0',
          'solve',
          'solu',
          solution,
        ],
        { stdio: 'ignore' },
      );
      return answerIn(readFileSync(solution, 'utf8'), model, absoluteGap);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function mpsOf(model: MilpModel): string {
  const columns: string[][] = model.cost.map((cost, column) =>
    cost === 0 ? [] : [` C${column} COST ${cost}`],
  );
  const rows: string[] = [];
  const sides: string[] = [];
  const ranges: string[] = [];
  model.rowLower.forEach((low, row) => {
    const high = model.rowUpper[row] ?? Infinity;
    const kind = low === high ? 'E' : high < Infinity ? 'L' : 'G';
    rows.push(` ${low === -Infinity && high === Infinity ? 'N' : kind} R${row}`);
    sides.push(` RHS R${row} ${kind === 'G' ? low : high}`);
    if (kind === 'L' && low > -Infinity) ranges.push(` RANGE R${row} ${high - low}`);
    for (let at = model.rowStart[row] ?? 0; at < (model.rowStart[row + 1] ?? 0); at += 1)
      columns[model.columnIndex[at] ?? 0]?.push(
        ` C${model.columnIndex[at]} R${row} ${model.coefficient[at]}`,
      );
  });
  const marker = (kind: string): string => ` MARKER 'MARKER' '${kind}'`;
  const part = (whole: boolean): string[] =>
    columns.flatMap((lines, column) =>
      model.integer[column] === whole ? (lines.length > 0 ? lines : [` C${column} COST 0`]) : [],
    );
  const bounds = model.lower.flatMap((low, column) => [
    ` LO BOUND C${column} ${low}`,
    ...((model.upper[column] ?? Infinity) < Infinity ? [` UP BOUND C${column} ${model.upper[column]}`] : []),
  ]);
  return [
    'NAME PROGRAM FREE',
    'ROWS',
    ' N COST',
    ...rows,
    'COLUMNS',
    ...part(false),
    marker('INTORG'),
    ...part(true),
    marker('INTEND'),
    'RHS',
    ...sides,
    ...(ranges.length > 0 ? ['RANGES', ...ranges] : []),
    'BOUNDS',
    ...bounds,
    'ENDATA',
    '',
  ].join('\n');
}

function answerIn(text: string, model: MilpModel, absoluteGap: number): MilpAnswer {
  const [head = '', ...lines] = text.split('\n');
  const objective = Number(/objective value\s+(\S+)/.exec(head)?.[1] ?? Infinity);
  const values = model.cost.map(() => 0);
  for (const line of lines) {
    const [, name = '', value = ''] = line
      .trim()
      .replace(/^\*\*\s*/, '')
      .split(/\s+/);
    if (name.startsWith('C')) values[Number(name.slice(1))] = Number(value);
  }
  if (head.startsWith('Optimal'))
    return { status: 'optimal', objective, bound: objective - absoluteGap, values };
  if (/infeasible/i.test(head))
    return { status: 'infeasible', objective: Infinity, bound: -Infinity, values: [] };
  const feasible = head.startsWith('Stopped') && Math.abs(objective) < 1e40 && !/no integer/.test(head);
  return feasible
    ? { status: 'feasible', objective, bound: -Infinity, values }
    : { status: 'unknown', objective: Infinity, bound: -Infinity, values: [] };
}
