import type { Fingerprint } from '../../../domain/fingerprint';
import type { Plan } from '../../../domain/plan';
import { CALCULATION_TEXT as TEXT } from '../../../text/calculation';
import { startEngine } from '../../client/engine';
import { callServer } from '../../client/server';
import type { CalculationChoice, CalculationData, ServerCalculation, ServerProgress } from '../exchange';
import type { Running } from './running';

/** A plan, and what the data were that it was made for. */
export interface Found {
  readonly plan: Plan;
  readonly fingerprint: Fingerprint;
}

/**
 * The plan of the engine in this window, or of the server where the window may not calculate; `null` when staff gave up,
 * the lines of a refusal otherwise.
 */
export async function findPlan(
  data: CalculationData,
  choice: CalculationChoice,
  running: Running,
): Promise<Found | readonly string[] | null> {
  try {
    const solverFiles: string[] = [];
    for (let index = 0; index < data.solverFiles; index += 1)
      solverFiles.push(await callServer<string>('solverFile', index));
    if (running.isAbandoned()) return null;
    const campaign = { ...data.campaign, settings: { ...data.campaign.settings, ...choice } };
    const engine = startEngine({ campaign, solverFiles }, running.tell);
    running.onStop(engine.stop);
    running.onAbandon(engine.abandon);
    return { plan: await engine.plan, fingerprint: data.fingerprint };
  } catch {
    return running.isAbandoned() ? null : planOfServer(choice, running);
  }
}

async function planOfServer(choice: CalculationChoice, running: Running): Promise<Found | readonly string[]> {
  const ticket = [...crypto.getRandomValues(new Uint32Array(3))].join('-');
  running.say(TEXT.onServer);
  let over = false;
  const follow = (): void => {
    if (over) return;
    callServer<ServerProgress | null>('calculationProgress', ticket).then(
      (progress) => {
        if (progress !== null && !over) running.tell(progress);
        setTimeout(follow, 2000);
      },
      () => setTimeout(follow, 5000),
    );
  };
  setTimeout(follow, 1000);
  running.onStop(() => {
    callServer('stopCalculation', ticket).catch(() => undefined);
  });
  try {
    const answer = await callServer<ServerCalculation>('calculateOnServer', { choice, ticket });
    return answer.kind === 'calculated' ? answer : answer.lines;
  } finally {
    over = true;
  }
}
