import { solverFileNames } from '../allocation/highs/load';
import { trySolver } from '../allocation/highs/trial';
import {
  DIAGNOSTIC_WINDOW,
  type DiagnosticWindow,
  type EngineTrial,
  type Finding,
  type FindingState,
} from '../dialogs/diagnostic/exchange';
import { missingAuthorisations } from '../google/account';
import { stopwatch } from '../google/clock';
import { whileLockedNow } from '../google/document-lock';
import { readHtmlFile } from '../google/html';
import { logFailure } from '../google/log';
import { showWindow } from '../google/page-window';
import { canWriteIn, cellsOf, tabsThatStopColleagues } from '../google/rights';
import { type OpenSpreadsheet, openSpreadsheet } from '../google/spreadsheet';
import { type CheckKey, DIAGNOSTIC_TEXT as TEXT, type FindingWords } from '../text/diagnostic';
import { sentenceOfFailure } from '../text/failures';
import { REQUIRED_TABS } from '../workbook/read/campaign';
import { TAB_ORDER } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { act } from './act';
import { type Answer, done, type WindowOpened } from './answer';
import { findTabs, readSettingsTab } from './find-tabs';
import { readWorkbook } from './read-workbook';
import { isWritingInterrupted } from './safe-writing';

declare const ADDON_VERSION: string;

/** What a check says: its state, its words, and what a maintainer wants to know of it. */
export interface Checked {
  readonly state: FindingState;
  readonly words: FindingWords;
  readonly url?: string;
  /** Numbers and words of the platform: nothing that staff typed, nobody's name. */
  readonly technical?: string;
}

/** One check. It may throw: that is a finding too, and stops no other. */
export interface Check {
  readonly key: CheckKey;
  readonly look: (book: () => OpenSpreadsheet) => Checked;
}

export const good = (words: FindingWords, technical = ''): Checked => ({ state: 'good', words, technical });
export const toSee = (words: FindingWords, technical = ''): Checked => ({
  state: 'warning',
  words,
  technical,
});
export const wrong = (words: FindingWords, technical = ''): Checked => ({ state: 'error', words, technical });

/** An edition, for its diagnostic: its name, and the checks that only it can make. */
export interface DiagnosedEdition {
  readonly name: string;
  readonly checks: readonly Check[];
}

export const ESSENTIAL: DiagnosedEdition = { name: TEXT.editions.essential, checks: [] };

const MOST_CELLS = 8_000_000;
const WINDOW = { width: 680, height: 620 } as const;

/** What any account can be asked, whatever the edition. */
const CHECKS: readonly Check[] = [
  {
    key: 'authorisations',
    look: () => {
      const url = missingAuthorisations();
      return url === null ? good(TEXT.authorised) : { ...wrong(TEXT.notAuthorised, 'missing'), url };
    },
  },
  {
    key: 'rights',
    look: (book) => {
      const tabs = contractTabs(book());
      const closed = tabs.filter((tab) => !canWriteIn(book(), tab));
      const technical = `${closed.length} of ${tabs.length} tabs closed`;
      if (closed.length === 0) return good(TEXT.canWrite, technical);
      return wrong(closed.length === tabs.length ? TEXT.cannotWrite : TEXT.cannotWriteIn(closed), technical);
    },
  },
  {
    key: 'protections',
    look: (book) => {
      const tabs = tabsThatStopColleagues(book());
      const technical = `${tabs.length} tabs protected`;
      return tabs.length === 0
        ? good(TEXT.noProtection, technical)
        : toSee(TEXT.protectionsBlock(tabs), technical);
    },
  },
  {
    key: 'timeZone',
    look: (book) => {
      const { timeZone } = book();
      return timeZone === 'Europe/Paris'
        ? good(TEXT.timeZone('Paris'), timeZone)
        : toSee(TEXT.otherTimeZone(timeZone), timeZone);
    },
  },
  {
    key: 'locale',
    look: (book) => {
      const locale = book().file.getSpreadsheetLocale();
      return locale.startsWith('fr') ? good(TEXT.locale, locale) : toSee(TEXT.otherLocale(locale), locale);
    },
  },
  { key: 'tabs', look: (book) => tabsFinding(book()) },
  {
    key: 'reading',
    look: (book) => {
      const { problems, candidates } = readWorkbook(book());
      const blocking = problems.filter(({ severity }) => severity === 'blocking').length;
      const words = TEXT.read(candidates, blocking, problems.length - blocking);
      const technical = `${candidates} candidates, ${blocking} blocking, ${problems.length - blocking} warnings: ${codesOf(problems)}`;
      return blocking > 0 ? toSee(words, technical) : good(words, technical);
    },
  },
  {
    key: 'writing',
    look: (book) =>
      isWritingInterrupted(book()) ? wrong(TEXT.writingInterrupted, 'interrupted') : good(TEXT.writingDone),
  },
  {
    key: 'lock',
    look: () => (whileLockedNow(() => true) === null ? toSee(TEXT.busy, 'held') : good(TEXT.free)),
  },
  {
    key: 'size',
    look: (book) => {
      const cells = cellsOf(book());
      const technical = `${cells} cells, ${book().tabs().length} tabs`;
      return cells > MOST_CELLS ? toSee(TEXT.tooLarge(cells), technical) : good(TEXT.size(cells), technical);
    },
  },
];

/** *Diagnostic*: what the account, the file and the add-on can do here, and what to do about the rest. */
export function openDiagnostic(edition: DiagnosedEdition): Answer | WindowOpened {
  const data = readDiagnostic(edition);
  try {
    showWindow(DIAGNOSTIC_WINDOW, { title: TEXT.title, data, ...WINDOW });
    return { defaultCall: 'diagnose' };
  } catch (error) {
    // An account that may not show windows is told the same in a message.
    logFailure(error);
    return act(TEXT.title, () => diagnose(edition));
  }
}

/** What the window shows, looked at anew. */
export function readDiagnostic({ name, checks }: DiagnosedEdition): DiagnosticWindow {
  const open = lazily(openSpreadsheet);
  return {
    version: `${ADDON_VERSION}, ${name}`,
    findings: [...CHECKS, ...checks].map((check) => findingOf(check, open)),
    solverFiles: solverFileNames().length,
  };
}

/** The same in sentences, the engine included. */
export function diagnose(edition: DiagnosedEdition): Answer {
  const { findings } = readDiagnostic(edition);
  const { works, milliseconds } = tryEngine();
  const engine = works ? TEXT.engineWorks(milliseconds) : TEXT.engineServerFails;
  return done([
    ...findings.map(({ state, title, seen, remedy }) => lineOf(state, title, { seen, remedy })),
    lineOf(works ? 'good' : 'error', TEXT.titles.engineServer, engine),
  ]);
}

const SIGNS: Readonly<Record<FindingState, string>> = { good: '✓', warning: '▲', error: '✕', unknown: '?' };

const lineOf = (state: FindingState, title: string, { seen, remedy }: FindingWords): string =>
  `${SIGNS[state]} ${title} : ${seen} ${remedy}`.trim();

/** Loads the exact solver here, and has it solve a tiny problem. */
export function tryEngine(): EngineTrial {
  const elapsed = stopwatch();
  const trial = trySolver(readHtmlFile);
  return { ...trial, milliseconds: elapsed() };
}

function findingOf({ key, look }: Check, book: () => OpenSpreadsheet): Finding {
  const title = TEXT.titles[key];
  try {
    const { state, words, url = '', technical = '' } = look(book);
    return { key, title, state, ...words, url, technical };
  } catch (error) {
    const failure = logFailure(error);
    const words = TEXT.notChecked(sentenceOfFailure(failure));
    return {
      key,
      title,
      state: 'unknown',
      ...words,
      url: '',
      technical: `${failure.kind} ${failure.reference}`,
    };
  }
}

/** Makes a thing when it is first asked for, and tries again when that failed. */
function lazily<Thing>(make: () => Thing): () => Thing {
  const made: Thing[] = [];
  return () => {
    const [known = make()] = made;
    made[0] = known;
    return known;
  };
}

/** Tabs of the contract that are there, under the names that they have here. */
function contractTabs(book: OpenSpreadsheet): readonly string[] {
  const tabs = findTabs(book, readSettingsTab(book));
  const found = TAB_ORDER.filter((key) => tabs[key].exists).map((key) => tabs[key].name);
  return found.length > 0 ? found : book.tabs().slice(0, 1);
}

function tabsFinding(book: OpenSpreadsheet): Checked {
  const tabs = findTabs(book, readSettingsTab(book));
  const missing = REQUIRED_TABS.filter((key) => !tabs[key].exists);
  if (missing.length > 0)
    return wrong(TEXT.missingTabs(missing.map((key) => tabs[key].name)), `missing: ${missing.join(' ')}`);
  const wanted = new Set(Object.values(tabs).map(({ name }) => matchKey(name)));
  const twins = book
    .tabs()
    .filter((tab, index, all) => wanted.has(matchKey(tab)) && all.some(isTwin(tab, index)));
  return twins.length > 0
    ? toSee(TEXT.twinTabs(twins), `${twins.length} tabs of the same name`)
    : good(TEXT.tabs, `${book.tabs().length} tabs`);
}

const isTwin =
  (tab: string, at: number) =>
  (other: string, index: number): boolean =>
    index !== at && matchKey(other) === matchKey(tab);

/** `slotPast 3, siteUnknown 1`: the most frequent first. */
function codesOf(problems: readonly { readonly code: string }[]): string {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}
