import type { Campaign } from '../../domain/campaign';
import type { TrialEdit } from '../../domain/trial';
import { allocate } from '../allocate';
import { loadedOnce } from '../loaded-once';
import { type Opportunities, opportunitiesOf } from './opportunities';
import { type TrialFigures, type TrialMeans, simulate, trialFigures } from './simulate';

/** The campaign as it is, beside what a trial would make of it. */
export function compareTrial(
  campaign: Campaign,
  edits: readonly TrialEdit[],
  means: TrialMeans,
): { readonly today: TrialFigures; readonly changed: TrialFigures } {
  const once = { ...means, loadSolver: loadedOnce(means.loadSolver) };
  return { today: trialFigures(campaign, once), changed: simulate(campaign, edits, once) };
}

/** The rooms and invigilators that would help most, given the best that can be done without them. */
export function rankedLevers(
  campaign: Campaign,
  means: TrialMeans & { readonly onTried?: (soFar: Opportunities) => void },
): Opportunities {
  const free: Campaign = { ...campaign, settings: { ...campaign.settings, recalculation: 'improve' } };
  const loadSolver = loadedOnce(means.loadSolver);
  const plan = allocate(free, {
    loadSolver,
    elapsed: means.elapsed,
    budget: means.budget,
    patience: 0,
  });
  return opportunitiesOf(free, plan, { ...means, loadSolver });
}
