import { figuresBeforePlan } from '../domain/figures';
import type { Memory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { bringToFront } from '../google/ui';
import { dataRead, firstProblems, nothingComputed, problemCount } from '../text/checked';
import { keepAside } from '../workbook/write/kept-aside';
import { problemsTab } from '../workbook/write/output-tabs';
import type { ToldProblem } from '../workbook/write/problems';
import { summaryOf, type Answer } from './answer';
import type { WorkbookReading } from './read-workbook';
import { writeSafely } from './safe-writing';
import { answerProblems, blockingLines } from './tell-problems';

/** Blocking problems told in the answer itself; the others are in the tab. */
const TOLD = 3;

/** Writes `À corriger` and nothing else, but what is to be remembered with it. */
export function writeProblems(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  told: readonly ToldProblem[],
  memory: Memory = new Map(),
): void {
  const { name, exists } = reading.tabs.problems;
  const before = exists ? book.read(name, 'nothing') : null;
  writeSafely(book, [problemsTab(told, name)], [keepAside(name, 'problems', before, null)], memory);
  if (told.length > 0) bringToFront(book.sheet(name));
}

/** How many candidates, rooms and slots were read; nothing when the data block. */
export function whatWasRead({ campaign, candidates }: WorkbookReading): readonly string[] {
  if (campaign === null) return [];
  return [dataRead({ candidates, rooms: campaign.rooms.length, slots: campaign.slots.length })];
}

/** The answer to data that were read, and not planned. */
export function answerOfData(
  reading: WorkbookReading,
  told: readonly ToldProblem[],
  asked: 'check' | 'compute',
): Answer {
  const blocking = blockingLines(told);
  const counts = problemCount(blocking.length, told.length - blocking.length, reading.tabs.problems.name);
  const refused = asked === 'compute' && reading.campaign === null ? [nothingComputed] : [];
  return {
    status: reading.campaign === null ? 'blocked' : 'done',
    lines: [...whatWasRead(reading), counts, ...firstProblems(blocking, TOLD), ...refused],
    summary: summaryOf(figuresBeforePlan(reading.candidates), 0),
    problems: answerProblems(told),
  };
}
