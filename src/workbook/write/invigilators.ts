import type { NumberedPlan } from './numbered-plan';
import type { InvigilatorsOf } from './planning';

/** What the add-on last wrote in the column `Surveillants` of `Planning`, by number of session. */
export type InvigilatorMemory = Readonly<Record<string, string>>;

const JOINED = '; ';

/**
 * What to write in `Surveillants`. What staff typed by hand stays; what the add-on wrote itself is replaced by the
 * people of the new plan.
 *
 * @param written what the add-on wrote last time; `null` when it is not known that it wrote anything: staff typed it
 */
export function keepHandTyped(written: InvigilatorMemory | null): InvigilatorsOf {
  return (session, kept) =>
    kept === '' || kept === written?.[session.number] ? session.invigilators.join(JOINED) : kept;
}

/** What was remembered, or `null` when nothing was. */
export function parseInvigilators(text: string | undefined): InvigilatorMemory | null {
  if (text === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const memory: Record<string, string> = {};
    for (const [number, names] of Object.entries(parsed)) {
      if (typeof names === 'string') memory[number] = names;
    }
    return memory;
  } catch {
    return null;
  }
}

export function rememberInvigilators(plan: NumberedPlan): InvigilatorMemory {
  const memory: Record<string, string> = {};
  for (const { number, invigilators } of plan.sessions) {
    if (invigilators.length > 0) memory[number] = invigilators.join(JOINED);
  }
  return memory;
}
