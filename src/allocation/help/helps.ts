import type { Campaign } from '../../domain/campaign';
import type { CandidateId } from '../../domain/ids';
import type { Help, Lever } from '../../domain/lever';
import type { Plan, UnseatedReason } from '../../domain/plan';
import { leversFor } from './levers';
import { SeatTrial } from './seat-trial';

/** What would give a seat to those who have none. */
export interface Helps {
  /** For each of them, the best levers for those who have none for the same reason. */
  readonly byCandidate: ReadonlyMap<CandidateId, readonly Help[]>;
  /** The best for all of them together. */
  readonly best: readonly Help[];
}

/** Levers tried for those without a seat for one reason, and reasons looked at: a second or two for thousands of people. */
const MOST_TRIED = 10;
const MOST_REASONS = 8;
const MOST_TOLD = 2;
/** Beyond, a flow takes too long for an advice. */
const MOST_CANDIDATES = 12_000;

const OF_NO_LEVER: readonly UnseatedReason['kind'][] = ['notCertifiable', 'noAvailability'];
/** Of two levers as good, the easier to obtain comes first. */
const EASE: readonly Lever['kind'][] = ['openRoom', 'invigilator', 'lengthenSlot', 'newRoom'];

/** What would help those whom a plan leaves without a seat, each verified by calculation. */
export function helpsOf(campaign: Campaign, plan: Plan): Helps {
  const byCandidate = new Map<CandidateId, readonly Help[]>();
  const groups = groupsOf(plan);
  if (groups.length === 0 || campaign.candidates.length > MOST_CANDIDATES) return { byCandidate, best: [] };
  const trial = new SeatTrial(campaign, plan);
  const told = groups.slice(0, MOST_REASONS).map((people) => bestLevers(campaign, plan, trial, people));
  groups.forEach((people, at) => {
    for (const id of people) byCandidate.set(id, told[at] ?? []);
  });
  const everybody = new Set(groups.flatMap((people) => [...people]));
  const best = groups.length === 1 ? told[0] : bestLevers(campaign, plan, trial, everybody);
  return { byCandidate, best: best ?? [] };
}

function bestLevers(
  campaign: Campaign,
  plan: Plan,
  trial: SeatTrial,
  people: ReadonlySet<CandidateId>,
): readonly Help[] {
  const found = leversFor(campaign, plan, people)
    .slice(0, MOST_TRIED)
    .flatMap((lever): Help[] => {
      const gain = trial.gain(lever, people);
      return gain === null || gain.seats <= 0 ? [] : [{ lever, ...gain }];
    });
  return inOrder(found).slice(0, MOST_TOLD);
}

/** Most seats first, then the easiest to obtain. */
export function inOrder(helps: readonly Help[]): readonly Help[] {
  return helps
    .map((help, order) => ({ help, order }))
    .sort(
      (a, b) =>
        b.help.seats - a.help.seats ||
        EASE.indexOf(a.help.lever.kind) - EASE.indexOf(b.help.lever.kind) ||
        a.order - b.order,
    )
    .map(({ help }) => help);
}

/** Those without a seat whom a lever could help, by reason, the largest group first. */
function groupsOf({ unseated }: Plan): readonly ReadonlySet<CandidateId>[] {
  const groups = new Map<string, Set<CandidateId>>();
  for (const { candidate, reason } of unseated) {
    if (OF_NO_LEVER.includes(reason.kind)) continue;
    const key = JSON.stringify(reason);
    groups.set(key, (groups.get(key) ?? new Set()).add(candidate));
  }
  return [...groups.values()].sort((a, b) => b.size - a.size);
}
