import type { Campaign } from '../../domain/campaign';
import type { Lever } from '../../domain/lever';
import type { GoalName, Plan } from '../../domain/plan';
import { allocate } from '../allocate';
import { leversFor } from '../help/levers';
import { withLever } from '../help/with-lever';
import { type TrialMeans, engineMeans } from './simulate';

/** What a room or an invigilator more at a slot is worth, found by calculating with it. */
export interface Opportunity {
  readonly lever: Lever;
  /** People more who have a seat. */
  readonly seats: number;
  /** Sessions fewer, for as many people at least. */
  readonly sessions: number;
}

export interface Opportunities {
  readonly ranked: readonly Opportunity[];
  /** Levers whose worth is known, and levers that there are. */
  readonly tried: number;
  readonly all: number;
}

/** Levers tried: each costs a calculation. */
const MOST_TRIED = 40;
/** Of what is left, for one trial: if it does not end, there is time for others. */
const SHARE = 0.25;

/**
 * The rooms and invigilators that would seat the most people or save the most sessions, the best first. The most
 * promising are tried, each by a calculation of its own, as long as the budget lasts; one that ended without a proof says
 * nothing, and does not count as tried.
 *
 * @param plan the best plan as things are
 */
export function opportunitiesOf(
  campaign: Campaign,
  plan: Plan,
  means: TrialMeans & { readonly onTried?: (soFar: Opportunities) => void },
): Opportunities {
  const started = means.elapsed();
  const left = (): number => (means.shouldStop?.() === true ? 0 : means.budget - (means.elapsed() - started));
  const unseated = new Set(
    plan.unseated
      .filter(({ reason }) => reason.kind !== 'noAvailability' && reason.kind !== 'notCertifiable')
      .map(({ candidate }) => candidate),
  );
  const seating = unseated.size === 0 ? [] : leversFor(campaign, plan, unseated);
  const levers = distinct([...seating, ...askingAgain(campaign, plan), ...leversFor(campaign, plan, null)]);
  const found: Opportunity[] = [];
  let tried = 0;
  const soFar = (): Opportunities => ({
    ranked: [...found].sort((a, b) => b.seats - a.seats || b.sessions - a.sessions || ease(a) - ease(b)),
    tried,
    all: levers.length,
  });
  const toTry = areSeatsProven(plan) ? levers.slice(0, MOST_TRIED) : [];
  for (const lever of toTry) {
    const time = Math.min(left(), Math.max(left() * SHARE, means.budget / MOST_TRIED));
    if (time <= 0) break;
    const trial = withLever(
      { ...campaign, settings: { ...campaign.settings, recalculation: 'improve' } },
      lever,
    );
    const after = allocate(trial, engineMeans({ ...means, budget: time }));
    const gain = gainOf(plan, after);
    if (gain === null) continue;
    tried += 1;
    if (gain.seats > 0 || gain.sessions > 0) found.push({ lever, ...gain });
    means.onTried?.(soFar());
  }
  return soFar();
}

/** Of more people nobody asks for other slots one by one. */
const MOST_ASKED = 12;

/** Few people who can come at few slots alone may be what a session is opened for. */
function askingAgain(campaign: Campaign, { sessionBound }: Plan): readonly Lever[] {
  const confined = (sessionBound?.parts ?? []).flatMap((part) => part.confined);
  return confined
    .filter(({ people }) => people <= MOST_ASKED)
    .sort((a, b) => a.people - b.people)
    .flatMap(({ sites, slots }): Lever[] => {
      const [at, when] = [new Set<string>(sites), new Set<string>(slots)];
      const candidates = campaign.candidates
        .filter(
          ({ sites: accepted, availability: { possible } }) =>
            possible.length > 0 &&
            possible.every((slot) => when.has(slot)) &&
            accepted.every((site) => at.has(site)),
        )
        .map(({ id }) => id);
      return candidates.length === 0 || candidates.length > MOST_ASKED
        ? []
        : [{ kind: 'moreSlots', candidates, slots }];
    });
}

/** Of two as good, the easier to obtain first. */
const ease = ({ lever }: Opportunity): number =>
  (['moreSlots', 'openRoom', 'invigilator', 'lengthenSlot', 'newRoom'] as const).findIndex(
    (kind) => kind === lever.kind,
  );

/** What a plan has more than another; `null` when it might as well be chance: one of them can be better than it is. */
function gainOf(before: Plan, after: Plan): Pick<Opportunity, 'seats' | 'sessions'> | null {
  if (!areSeatsProven(before) || !areSeatsProven(after)) return null;
  const more = (goal: GoalName): number => valueOf(after, goal) - valueOf(before, goal);
  const seats = Math.max(0, more('seated'));
  if (more('seated') < 0 || more('anonymous') < 0) return { seats, sessions: 0 };
  if (isProven(before, 'sessions') && isProven(after, 'sessions'))
    return { seats, sessions: Math.max(0, -more('sessions')) };
  return seats > 0 ? { seats, sessions: 0 } : null;
}

const areSeatsProven = (plan: Plan): boolean => isProven(plan, 'seated') && isProven(plan, 'anonymous');

const isProven = ({ goals }: Plan, name: GoalName): boolean =>
  goals.some(({ goal, proven }) => goal === name && proven);

const valueOf = ({ goals }: Plan, name: GoalName): number =>
  goals.find(({ goal }) => goal === name)?.value ?? 0;

function distinct(levers: readonly Lever[]): readonly Lever[] {
  return [...new Map(levers.map((lever) => [JSON.stringify(lever), lever])).values()];
}
