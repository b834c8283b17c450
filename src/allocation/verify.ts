import type { Campaign } from '../domain/campaign';
import type { Plan } from '../domain/plan';

/** A hard rule that a plan breaks; a bug of the engine if it ever happens. `detail` is for the log, not for users. */
export interface Violation {
  readonly rule: string;
  readonly detail: string;
}

export declare function verifyPlan(campaign: Campaign, plan: Plan): readonly Violation[];
