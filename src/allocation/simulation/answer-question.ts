import type { Campaign } from '../../domain/campaign';
import type { TrialEdit } from '../../domain/trial';
import { allocate } from '../allocate';
import { loadedOnce } from '../loaded-once';
import { type Opportunities, opportunitiesOf } from './opportunities';
import { type TrialFigures, type TrialMeans, engineMeans, simulate, trialFigures } from './simulate';

/** Of the budget, for the calculation that others are compared with. */
const FIRST_SHARE = 0.5;

/** The campaign as it is, beside what a trial would make of it: both within the budget. */
export function compareTrial(
  campaign: Campaign,
  edits: readonly TrialEdit[],
  means: TrialMeans,
): { readonly today: TrialFigures; readonly changed: TrialFigures } {
  const end = means.elapsed() + means.budget;
  const once = { ...means, loadSolver: loadedOnce(means.loadSolver) };
  const today = trialFigures(campaign, { ...once, budget: means.budget * FIRST_SHARE });
  const changed = simulate(campaign, edits, { ...once, budget: Math.max(0, end - means.elapsed()) });
  return { today, changed };
}

/** The rooms and invigilators that would help most, given the best that can be done without them: all within the budget. */
export function rankedLevers(
  campaign: Campaign,
  means: TrialMeans & { readonly onTried?: (soFar: Opportunities) => void },
): Opportunities {
  const free: Campaign = { ...campaign, settings: { ...campaign.settings, recalculation: 'improve' } };
  const end = means.elapsed() + means.budget;
  const once = { ...means, loadSolver: loadedOnce(means.loadSolver) };
  const plan = allocate(free, { ...engineMeans(once), budget: means.budget * FIRST_SHARE });
  return opportunitiesOf(free, plan, { ...once, budget: Math.max(0, end - means.elapsed()) });
}
