import { allocate } from '../allocation/allocate';
import { loadHighs } from '../allocation/highs/load';
import type { Campaign } from '../domain/campaign';
import { stopwatch } from '../google/clock';
import { readHtmlFile } from '../google/html';
import { logFailure } from '../google/log';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { askYesOrNo } from '../google/ui';
import { RECALCULATION_TEXT } from '../text/recalculation';
import { act, alone } from './act';
import { type Answer, failed } from './answer';
import { aloneOnReading } from './known-headers';
import { readWorkbook, type WorkbookReading } from './read-workbook';
import { answerOfData, writeProblems } from './report-problems';
import { tellProblems } from './tell-problems';
import { writeVerifiedPlan } from './write-verified-plan';

/** Milliseconds. The platform stops a script after six minutes; reading and writing take their part. */
export const BUDGET = 240_000;
/** Staff wait in front of the screen: preferences, groups and dates are improved for this long. */
export const PATIENCE = 2_500;

type Consent = 'not asked' | 'keep everyone' | 'improve';

/**
 * *Calculer le planning* without its window: reads the workbook, plans, verifies the plan, then writes every output tab.
 * Staff are asked first when people already know of their sessions; the question is put outside the lock, which does not survive it.
 */
export function computePlanning(): Answer {
  return act(RECALCULATION_TEXT.title, () => {
    const first = aloneOnReading(RECALCULATION_TEXT.title, (book, reading) =>
      compute(book, reading, 'not asked'),
    );
    if (first !== 'must ask') return first;
    const keep = askYesOrNo(RECALCULATION_TEXT.title, RECALCULATION_TEXT.question, true);
    const second = alone((book) => compute(book, readWorkbook(book), keep ? 'keep everyone' : 'improve'));
    return second === 'must ask' ? failed('') : second;
  });
}

function compute(book: OpenSpreadsheet, reading: WorkbookReading, consent: Consent): Answer | 'must ask' {
  const told = tellProblems(reading.problems);
  if (reading.campaign === null) {
    writeProblems(book, reading, told);
    return answerOfData(reading, told, 'compute');
  }
  if (consent === 'not asked' && wouldMovePeopleTold(reading.campaign)) return 'must ask';
  const campaign = consent === 'keep everyone' ? keepingEveryone(reading.campaign) : reading.campaign;
  const plan = allocate(campaign, {
    loadSolver: () => loadHighs(readHtmlFile),
    elapsed: stopwatch(),
    budget: BUDGET,
    patience: PATIENCE,
    onDefect: logFailure,
  });
  return writeVerifiedPlan(book, reading, campaign, plan, told);
}

/** Whether someone was told of a place that an improvement could change. */
function wouldMovePeopleTold({ settings, existing }: Campaign): boolean {
  return settings.recalculation === 'improve' && existing.some(({ state }) => state === 'published');
}

function keepingEveryone(campaign: Campaign): Campaign {
  return { ...campaign, settings: { ...campaign.settings, recalculation: 'complete' } };
}
