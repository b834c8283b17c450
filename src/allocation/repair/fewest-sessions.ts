import type { Campaign } from '../../domain/campaign';
import { allocate } from '../allocate';
import type { MilpSolver } from '../solver';
import type { Opening } from '../problem/problem';
import type { Scene } from './scene';

/** What the engine may use here. */
export interface EngineMeans {
  readonly loadSolver: (() => MilpSolver) | null;
  readonly elapsed: () => number;
  readonly budget: number;
  readonly onDefect?: (error: unknown) => void;
}

/**
 * The sessions to add so that as many as possible of those who lost their seat have one again, and in as few sessions as
 * possible, nobody else moving: the engine completes the planning for them alone.
 *
 * @returns `null` when their number is not proven least
 */
export function fewestSessions(scene: Scene, means: EngineMeans): readonly Opening[] | null {
  const plan = allocate(forThemAlone(scene), { ...means, patience: 0 });
  const proven = plan.goals.every(
    ({ goal, proven: is }) => is || !['seated', 'anonymous', 'sessions'].includes(goal),
  );
  if (!proven) return null;
  const { problem } = scene;
  const opened = new Set(plan.sessions.map(({ slot, room }) => `${slot}\u0000${room}`));
  return scene.fresh.filter((one) =>
    opened.has(`${problem.slots[one.slot]?.code}\u0000${problem.rooms[one.room]?.code}`),
  );
}

/** Whoever never had a seat is left out, and so are seats without a name that were not reserved. */
function forThemAlone({ problem, seats, displaced, reserved, settled }: Scene): Campaign {
  const { campaign } = problem;
  const kept = new Set(displaced);
  const held = new Map(reserved);
  for (const requests of settled.values())
    for (const [request, places] of requests) held.set(request, (held.get(request) ?? 0) + places);
  return {
    ...campaign,
    candidates: problem.candidates.filter((_, who) => kept.has(who) || (seats[who] ?? -1) >= 0),
    requests: problem.requests.map((request, index) => ({ ...request, places: held.get(index) ?? 0 })),
    settings: { ...campaign.settings, recalculation: 'complete', priority: 'sessions' },
  };
}
