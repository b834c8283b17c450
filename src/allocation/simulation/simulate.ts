import type { Campaign } from '../../domain/campaign';
import { figuresOf } from '../../domain/figures';
import type { TrialEdit } from '../../domain/trial';
import { allocate } from '../allocate';
import type { AllocationOptions } from '../options';
import type { MilpSolver } from '../solver';
import { editedCampaign } from './edited-campaign';

/** What a campaign amounts to. */
export interface TrialFigures {
  readonly candidates: number;
  readonly seated: number;
  readonly unseated: number;
  readonly anonymousSeats: number;
  readonly sessions: number;
  /** The sessions are proven least. */
  readonly proven: boolean;
  /** Seats taken and places of the sessions. */
  readonly headcount: number;
  readonly places: number;
}

export interface TrialMeans {
  readonly loadSolver: (() => MilpSolver) | null;
  readonly elapsed: () => number;
  /** Milliseconds. */
  readonly budget: number;
  readonly shouldStop?: () => boolean;
  /** As for a calculation. */
  readonly onDefect?: (error: unknown) => void;
}

/** For seats and sessions alone, which is what a trial is about. */
export const engineMeans = (means: TrialMeans): AllocationOptions => {
  const { loadSolver, elapsed, budget, shouldStop, onDefect } = means;
  return {
    loadSolver,
    elapsed,
    budget,
    patience: 0,
    ...(shouldStop ? { shouldStop } : {}),
    ...(onDefect ? { onDefect } : {}),
  };
};

/** What the campaign would amount to with these changes, nobody's seat being told; nothing is written. */
export function simulate(campaign: Campaign, edits: readonly TrialEdit[], means: TrialMeans): TrialFigures {
  return trialFigures(editedCampaign(campaign, edits), means);
}

/** Seats and sessions as the engine finds them; what is locked, convoked or past stays. */
export function trialFigures(campaign: Campaign, means: TrialMeans): TrialFigures {
  const free: Campaign = { ...campaign, settings: { ...campaign.settings, recalculation: 'improve' } };
  const plan = allocate(free, engineMeans(means));
  const places = new Map(campaign.rooms.map(({ code, places: certified }) => [code, certified]));
  const { candidates, seated, unseated, anonymousSeats, sessions, proven } = figuresOf(plan, 0);
  return {
    candidates,
    seated,
    unseated,
    anonymousSeats,
    sessions,
    proven,
    headcount: seated + anonymousSeats,
    places: plan.sessions.reduce((sum, { room }) => sum + (places.get(room) ?? 0), 0),
  };
}
