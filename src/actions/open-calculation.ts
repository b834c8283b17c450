import { CALCULATION_WINDOW, type CalculationWindow } from '../dialogs/calculation/exchange';
import type { ExistingSession } from '../domain/session';
import { showWindow } from '../google/page-window';
import { CALCULATION_TEXT } from '../text/calculation';
import { act, attempt, isAnswer } from './act';
import type { Answer, WindowOpened } from './answer';
import { aloneOnReading } from './known-headers';
import type { WorkbookReading } from './read-workbook';
import { blockingLines, tellProblems } from './tell-problems';

const WINDOW = { width: 720, height: 600 } as const;
/** Blocking problems that the window names; the sidebar has them all. */
const NAMED = 3;

/** *Calculer le planning*: says what will be planned and what is wrong, and lets staff calculate. Writes nothing. */
export function openCalculation(): Answer | WindowOpened {
  const read = attempt(() =>
    aloneOnReading<CalculationWindow>(CALCULATION_TEXT.title, (_, reading) => windowOf(reading)),
  );
  if (isAnswer(read)) return act(CALCULATION_TEXT.title, () => read);
  showWindow(CALCULATION_WINDOW, { title: CALCULATION_TEXT.title, data: read, ...WINDOW });
  return { defaultCall: 'computePlanning' };
}

function windowOf(reading: WorkbookReading): CalculationWindow {
  const { campaign } = reading;
  const blocking = blockingLines(tellProblems(reading.problems));
  const existing = campaign?.existing.filter(({ state }) => state !== 'cancelled') ?? [];
  const published = existing.filter(isKnown).length;
  const { recalculation, priority } = reading.settings.planning;
  return {
    counts: {
      candidates: reading.candidates,
      leftOut: reading.leftOut.length,
      requests: campaign?.requests.length ?? 0,
      requestedPlaces: campaign?.requests.reduce((sum, { places }) => sum + places, 0) ?? 0,
      slots: campaign?.slots.length ?? 0,
      rooms: campaign?.rooms.length ?? 0,
      sessions: existing.length,
      published,
    },
    blocking: blocking.length,
    warnings: reading.problems.length - blocking.length,
    firstProblems: blocking.slice(0, NAMED),
    choice: {
      priority,
      // Whoever was told of a place keeps it, unless staff say otherwise.
      recalculation: published > 0 && recalculation === 'improve' ? 'complete' : recalculation,
    },
  };
}

/** People may know of it. */
const isKnown = ({ state }: ExistingSession): boolean => state === 'published' || state === 'convoked';
