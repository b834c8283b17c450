import {
  type MilpAnswer,
  type MilpLimits,
  type MilpModel,
  type MilpSolver,
  type Relaxations,
  SolverFailure,
} from '../solver';

/** What WebAssembly is to this folder: the sources have no DOM types. */
export interface WasmEngine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => object;
}

/** The part of the glue's interface that is used here. */
export interface HighsFactory {
  (options: { readonly instantiateWasm: (imports: object) => object }): HighsRuntime;
}

interface HighsRuntime {
  createModel(source: object): HighsModel;
}

interface InterruptEvent {
  interrupt(): void;
}

interface HighsModel {
  readonly options: { set(values: object): void };
  readonly info: { get(name: string): unknown };
  setSolution(solution: { readonly colValue: readonly number[] }): unknown;
  run(callbacks?: Readonly<Record<number, (event: InterruptEvent) => undefined>>): unknown;
  getModelStatus(): number;
  getObjectiveValue(): number;
  getSolution(): { readonly colValue: Float64Array; readonly rowDual: Float64Array };
  addRows(rows: object): unknown;
  changeRowsBounds(
    selection: { readonly kind: 'set'; readonly indices: readonly number[] },
    lower: readonly number[],
    upper: readonly number[],
  ): unknown;
  zeroAllClocks(): unknown;
  dispose(): void;
}

const OPTIMAL = 7;
const INFEASIBLE = 8;
const FEASIBLE_POINT = 2;
/** Moments at which the solver may be told to stop: simplex, interior points, branching. */
const INTERRUPTS = [1, 2, 6];
/** Where a good solution is at hand the search for others, and care in choosing where to branch, cost more than the proof. */
const PROOF_ONLY = {
  presolve: 'off',
  mip_allow_restart: false,
  mip_allow_cut_separation_at_nodes: false,
  mip_pscost_minreliable: 0,
  mip_heuristic_effort: 0,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_root_reduced_cost: false,
};
/** Errors of the minified glue print its whole source. */
const LONGEST_MESSAGE = 300;

/**
 * HiGHS behind the engine's door. `factory` is the glue made synchronous; throws a `SolverFailure` when it cannot be
 * instantiated, as for any end of the WebAssembly later.
 */
export function adaptHighs(factory: HighsFactory, wasm: Uint8Array, engine: WasmEngine): MilpSolver {
  const runtime = shortened(() =>
    factory({ instantiateWasm: (imports) => new engine.Instance(new engine.Module(wasm), imports) }),
  );
  return {
    solve: (model, limits) =>
      shortened(() => {
        const answer = solve(runtime, model, limits);
        const { start, ...anew } = model;
        // Where nothing is left of the program once it is simplified, HiGHS calls the start optimal whatever it is.
        const isStartOnly = start !== undefined && answer.status === 'optimal' && answer.bound === -Infinity;
        return withBound(isStartOnly ? solve(runtime, anew, limits) : answer, limits);
      }),
    relax: () => new HighsRelaxations(runtime),
  };
}

/** One model of HiGHS that is kept with its basis. */
class HighsRelaxations implements Relaxations {
  private highs: HighsModel | null = null;
  private lower: readonly number[] = [];
  private upper: readonly number[] = [];

  constructor(private readonly runtime: HighsRuntime) {}

  solve(model: MilpModel, limits: MilpLimits): MilpAnswer {
    return shortened(() => {
      const highs = this.grown(model);
      highs.zeroAllClocks();
      highs.options.set({ time_limit: timeLimit(limits) });
      highs.run(interruptions(limits));
      return answerOf(highs, false, limits);
    });
  }

  close(): void {
    const { highs } = this;
    this.highs = null;
    shortened(() => highs?.dispose());
  }

  private grown(model: MilpModel): HighsModel {
    const { rowLower, rowUpper } = model;
    if (this.highs === null) {
      this.highs = this.runtime.createModel(sourceOf(model));
      // Simplifying costs more than it spares once there is a basis to start from, and code that is not yet compiled.
      this.highs.options.set({ output_flag: false, solver: 'simplex', presolve: 'off' });
    } else {
      const changed = this.lower.flatMap((low, row) =>
        low === rowLower[row] && this.upper[row] === rowUpper[row] ? [] : [row],
      );
      if (changed.length > 0)
        this.highs.changeRowsBounds(
          { kind: 'set', indices: changed },
          changed.map((row) => rowLower[row] ?? 0),
          changed.map((row) => rowUpper[row] ?? 0),
        );
      const first = this.lower.length;
      if (rowLower.length > first)
        this.highs.addRows({
          lower: rowLower.slice(first),
          upper: rowUpper.slice(first),
          matrix: matrixOf(model, first),
        });
    }
    this.lower = rowLower.slice();
    this.upper = rowUpper.slice();
    return this.highs;
  }
}

/** What was solved before the search began has no bound of its own. */
function withBound(answer: MilpAnswer, { absoluteGap }: MilpLimits): MilpAnswer {
  if (answer.status !== 'optimal' || answer.bound > -Infinity) return answer;
  return { ...answer, bound: answer.objective - absoluteGap };
}

function solve(runtime: HighsRuntime, model: MilpModel, limits: MilpLimits): MilpAnswer {
  const isMip = model.integer.some(Boolean);
  const highs = runtime.createModel({
    ...sourceOf(model),
    ...(isMip ? { integrality: model.integer.map((whole) => (whole ? 1 : 0)) } : {}),
  });
  try {
    highs.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: limits.absoluteGap,
      [isMip ? 'mip_lp_solver' : 'solver']: limits.method === 'interior' ? 'ipm' : 'choose',
      ...(limits.nodes !== undefined && Number.isFinite(limits.nodes) ? { mip_max_nodes: limits.nodes } : {}),
      ...(limits.prices === true ? { run_crossover: 'off', ipm_optimality_tolerance: 1e-5 } : {}),
      ...(limits.startIsGood === true ? PROOF_ONLY : {}),
      time_limit: timeLimit(limits),
    });
    if (model.start) highs.setSolution({ colValue: model.start });
    highs.run(interruptions(limits));
    return answerOf(highs, isMip, limits);
  } finally {
    highs.dispose();
  }
}

/** The program without its whole numbers. */
function sourceOf(model: MilpModel): object {
  return {
    numCols: model.cost.length,
    numRows: model.rowLower.length,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: matrixOf(model, 0),
  };
}

/** The rows from one on. */
function matrixOf({ cost, rowLower, rowStart, columnIndex, coefficient }: MilpModel, first: number): object {
  const start = rowStart[first] ?? 0;
  return {
    format: 'csr',
    numRows: rowLower.length - first,
    numCols: cost.length,
    starts: rowStart.slice(first).map((at) => at - start),
    indices: columnIndex.slice(start),
    values: coefficient.slice(start),
  };
}

const timeLimit = ({ milliseconds }: MilpLimits): number => Math.max(0.01, milliseconds / 1000);

function interruptions({
  shouldStop,
}: MilpLimits): Readonly<Record<number, (event: InterruptEvent) => undefined>> {
  if (!shouldStop) return {};
  const handler = (event: InterruptEvent): undefined => {
    if (shouldStop()) event.interrupt();
    return undefined;
  };
  return Object.fromEntries(INTERRUPTS.map((moment) => [moment, handler]));
}

function answerOf(highs: HighsModel, isMip: boolean, limits: MilpLimits): MilpAnswer {
  const status = highs.getModelStatus();
  const solved = highs.info.get('primal_solution_status') === FEASIBLE_POINT;
  const objective = solved ? highs.getObjectiveValue() : Infinity;
  const dual = isMip ? Number(highs.info.get('mip_dual_bound')) : status === OPTIMAL ? objective : -Infinity;
  return {
    status:
      status === OPTIMAL ? 'optimal' : status === INFEASIBLE ? 'infeasible' : solved ? 'feasible' : 'unknown',
    objective,
    bound: Number.isFinite(dual) && Math.abs(dual) < 1e20 ? dual : -Infinity,
    values: solved ? Array.from(highs.getSolution().colValue) : [],
    ...(solved && limits.prices === true ? { prices: Array.from(highs.getSolution().rowDual) } : {}),
  };
}

function shortened<T>(attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    throw solverFailure(error);
  }
}

/** Its cause is left behind: a failed WebAssembly quotes whole modules. */
function solverFailure(error: unknown): SolverFailure {
  return new SolverFailure(`HiGHS: ${String(error).slice(0, LONGEST_MESSAGE)}`);
}
