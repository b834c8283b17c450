/** What the parameter `Priorité` moves right after goal 1. */
export type Priority = 'sessions' | 'preferences' | 'earliest';

/**
 * `improve`: reach the goals and, among equal plans, move the fewest people; `complete`: everyone seated keeps their
 * seat; `restart`: keep only the locks.
 */
export type Recalculation = 'improve' | 'complete' | 'restart';

/** The parameters that shape a planning. Durations in minutes. */
export interface PlanningSettings {
  readonly testMinutes: number;
  readonly setupMinutes: number;
  /** Minimum gap between two sessions in one room. */
  readonly gapMinutes: number;
  /** Places kept free in each session. */
  readonly keptFree: number;
  /** 0: one invigilator per session whatever its size; k: ⌈candidates / k⌉. */
  readonly candidatesPerInvigilator: number;
  readonly priority: Priority;
  readonly recalculation: Recalculation;
  readonly certifiableOnly: boolean;
}

export const DEFAULT_SETTINGS: PlanningSettings = {
  testMinutes: 105,
  setupMinutes: 15,
  gapMinutes: 0,
  keptFree: 0,
  candidatesPerInvigilator: 0,
  priority: 'sessions',
  recalculation: 'improve',
  certifiableOnly: false,
};

/**
 * Minutes that a slot must last for a candidate: installation + test × (1 + extra time), rounded up to the minute.
 * The tiny tolerance keeps 105 × 4/3 = 140 from becoming 141.
 */
export function minutesNeeded(settings: PlanningSettings, extraTime: number): number {
  return Math.ceil(settings.setupMinutes + settings.testMinutes * (1 + extraTime) - 1e-6);
}
