import { loadHighs, solverFileNames } from '../allocation/highs/load';
import { compareTrial, rankedLevers } from '../allocation/simulation/answer-question';
import { readEdits } from '../allocation/simulation/received-edits';
import type { TrialMeans } from '../allocation/simulation/simulate';
import { sizingOf } from '../allocation/simulation/sizing';
import {
  SIMULATION_WINDOW,
  type ServerSimulation,
  type SimulationFindings,
  type SimulationReading,
  type SimulationWindow,
} from '../dialogs/simulation/exchange';
import type { Campaign } from '../domain/campaign';
import { stopwatch } from '../google/clock';
import { readHtmlFile } from '../google/html';
import { logFailure } from '../google/log';
import { showWindow } from '../google/page-window';
import { leverNamesOf } from '../text/helps';
import { SIMULATION_TEXT as TEXT } from '../text/simulation';
import { readSiteCounts } from '../workbook/read/needs';
import { act, alone, attempt, isAnswer } from './act';
import { type Answer, type WindowOpened, done } from './answer';
import { blockedBy, readForCalculation } from './calculation-reading';
import { type WorkbookReading, readWorkbook } from './read-workbook';

const WINDOW = { width: 820, height: 660 } as const;
/** Milliseconds on the server: in the window, and for the default answer. */
const BUDGET = 200_000;
const SHORT_BUDGET = 10_000;
/** Levers that the default answer names. */
const NAMED = 5;

/** *Simuler*: opens the window of questions. Writes nothing, now or later. */
export function openSimulation(): Answer | WindowOpened {
  const read = attempt(() => alone<SimulationWindow>((book) => windowOf(readWorkbook(book))));
  if (isAnswer(read)) return act(TEXT.title, () => read);
  showWindow(SIMULATION_WINDOW, { title: TEXT.title, data: read, ...WINDOW });
  return { defaultCall: 'tellSimulation' };
}

/** The sizing of what the workbook holds, and the rooms that would help most, in words. Writes nothing. */
export function tellSimulation(): Answer {
  return attempt(() => {
    const reading = alone<WorkbookReading>((book) => readWorkbook(book));
    if (isAnswer(reading)) return reading;
    const { campaign } = reading;
    return done([
      ...sizingLines(windowOf(reading)),
      ...(campaign === null ? [TEXT.notYet] : leverLines(campaign)),
    ]);
  });
}

/** Gives the window the campaign to calculate with. */
export function readSimulation(): SimulationReading {
  const read = readForCalculation();
  if ('kind' in read) return read;
  return { kind: 'ready', campaign: read.campaign, solverFiles: solverFileNames().length };
}

/** Where the browser may not calculate: the same here. Writes nothing. */
export function simulateOnServer(question: unknown): ServerSimulation {
  const given = new Map<string, unknown>(
    typeof question === 'object' && question !== null ? Object.entries(question) : [],
  );
  const edits = given.get('ask') === 'levers' ? [] : readEdits(given.get('edits'));
  if (edits === null) return { kind: 'failed', lines: [TEXT.unreadable] };
  const read = readForCalculation();
  if ('kind' in read) return read;
  const { campaign } = read;
  const findings = attempt((): SimulationFindings => {
    const means = meansFor(BUDGET);
    return given.get('ask') === 'levers'
      ? { found: 'levers', result: rankedLevers(campaign, means) }
      : { found: 'trial', result: compareTrial(campaign, edits, means) };
  });
  return isAnswer(findings) ? { kind: 'failed', lines: findings.lines } : { kind: 'found', findings };
}

const meansFor = (budget: number): TrialMeans => ({
  loadSolver: () => loadHighs(readHtmlFile),
  elapsed: stopwatch(),
  budget,
  onDefect: logFailure,
});

function windowOf(reading: WorkbookReading): SimulationWindow {
  const { campaign, grids, settings } = reading;
  const { testMinutes, setupMinutes, gapMinutes, keptFree } = settings.planning;
  return {
    sites: readSiteCounts(grids, campaign, settings.defaultExtraTime),
    testMinutes,
    setupMinutes,
    gapMinutes,
    keptFree,
    extraTime: settings.defaultExtraTime / 100,
    refusal: campaign === null ? [TEXT.notYet, ...blockedBy(reading).lines.slice(1)] : [],
  };
}

function sizingLines({ sites, keptFree }: SimulationWindow): readonly string[] {
  if (sites.every(({ rooms }) => rooms.length === 0)) return [TEXT.noRooms];
  const sizing = sizingOf(sites, { keptFree, atOnce: null });
  const asked = sizing.sites.filter(({ people }) => people > 0);
  if (asked.length === 0) return [TEXT.nothingAsked];
  const last = sizing.choices[sizing.choices.length - 1];
  return [
    ...(sizing.impossible.length > 0 ? [TEXT.impossible(sizing.impossible)] : []),
    ...asked.filter(({ choices }) => choices.length > 0).map(TEXT.siteLine),
    ...(last === undefined ? [] : [TEXT.totalLine(last.slots, last.sessions, 0)]),
    TEXT.sizingNote,
  ];
}

function leverLines(campaign: Campaign): readonly string[] {
  const { ranked, tried, all } = rankedLevers(campaign, meansFor(SHORT_BUDGET));
  if (ranked.length === 0) return [TEXT.noLever(tried, all)];
  const names = leverNamesOf(campaign);
  return [
    ...ranked
      .slice(0, NAMED)
      .map(({ lever, seats, sessions }) => TEXT.leverLine(lever, seats, sessions, names)),
    TEXT.tried(tried, all),
  ];
}
