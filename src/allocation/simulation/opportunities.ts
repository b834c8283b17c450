import type { Campaign } from '../../domain/campaign';
import type { Lever } from '../../domain/lever';
import type { Plan } from '../../domain/plan';
import { allocate } from '../allocate';
import { leversFor } from '../help/levers';
import { withLever } from '../help/with-lever';
import type { TrialMeans } from './simulate';

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
  /** Levers tried, and levers that there are. */
  readonly tried: number;
  readonly all: number;
}

/** Levers tried: each costs a calculation. */
const MOST_TRIED = 40;

/**
 * The rooms and invigilators that would seat the most people or save the most sessions, the best first. The most
 * promising are tried, each by a calculation of its own, as long as the budget lasts.
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
  const before = worthOf(plan);
  const found: Opportunity[] = [];
  let tried = 0;
  const soFar = (): Opportunities => ({
    ranked: [...found].sort((a, b) => b.seats - a.seats || b.sessions - a.sessions || ease(a) - ease(b)),
    tried,
    all: levers.length,
  });
  for (const lever of levers.slice(0, MOST_TRIED)) {
    if (left() <= 0) break;
    const trial = withLever(
      { ...campaign, settings: { ...campaign.settings, recalculation: 'improve' } },
      lever,
    );
    const after = worthOf(
      allocate(trial, {
        loadSolver: means.loadSolver,
        elapsed: means.elapsed,
        budget: left(),
        patience: 0,
        ...(means.shouldStop ? { shouldStop: means.shouldStop } : {}),
      }),
    );
    tried += 1;
    const seats = after.seated - before.seated;
    const asMany = seats >= 0 && after.anonymous >= before.anonymous;
    const sessions = asMany ? Math.max(0, before.sessions - after.sessions) : 0;
    if (seats > 0 || sessions > 0) found.push({ lever, seats: Math.max(0, seats), sessions });
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

function worthOf({ sessions }: Plan): {
  readonly seated: number;
  readonly anonymous: number;
  readonly sessions: number;
} {
  return {
    seated: sessions.reduce((sum, { seats }) => sum + seats.length, 0),
    anonymous: sessions.reduce(
      (sum, { anonymous }) => sum + anonymous.reduce((all, { places }) => all + places, 0),
      0,
    ),
    sessions: sessions.length,
  };
}

function distinct(levers: readonly Lever[]): readonly Lever[] {
  return [...new Map(levers.map((lever) => [JSON.stringify(lever), lever])).values()];
}
