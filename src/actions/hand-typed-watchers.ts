import type { Campaign } from '../domain/campaign';
import type { Plan } from '../domain/plan';
import { readMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { UNEXPECTED_TEXT as TEXT } from '../text/unexpected';
import { readWatching } from '../workbook/read/watching';
import { parseInvigilators } from '../workbook/write/invigilators';
import type { WorkbookReading } from './read-workbook';
import { INVIGILATORS } from './write-planning';

/**
 * Sessions whose invigilators staff typed by hand, and whom the plan replaces: what was typed stays in the cell, and staff
 * have to be told. To be asked before the planning is written.
 */
export function handTypedWatchers(
  book: OpenSpreadsheet,
  { grids }: WorkbookReading,
  { invigilators: staff }: Campaign,
  plan: Plan,
): readonly string[] {
  if (staff === null) return [];
  const written = parseInvigilators(readMemory(book).get(INVIGILATORS));
  const watching = readWatching(grids.planning);
  return plan.sessions.flatMap(({ continues, invigilators }): string[] => {
    const names = continues === null ? undefined : watching.get(continues);
    if (continues === null || names === undefined || names.length === 0) return [];
    const typed = names.join('; ') !== written?.[continues];
    const same = invigilators.length > 0 && invigilators.every((name) => names.includes(name));
    return typed && !same ? [TEXT.typedWatchers(continues, names, invigilators)] : [];
  });
}
