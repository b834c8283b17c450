import { PROBLEMS_SIDEBAR, type ProblemsSidebar, type ProblemsSubject } from '../dialogs/problems/exchange';
import { showSidebar } from '../google/page-window';
import { selectCells } from '../google/ui';
import { PROBLEMS_TEXT } from '../text/problems-sidebar';
import { alone, attempt, isAnswer } from './act';
import { type Answer, done } from './answer';
import { planningSidebar } from './check-planning';
import { shownProblems } from './problems-sidebar';
import { readWorkbook, type WorkbookReading } from './read-workbook';
import { whatWasRead } from './report-problems';

/** Opens the sidebar of what is wrong with the data, beside which cells can be corrected. */
export function showProblems(): Answer {
  const sidebar = sidebarOf('data');
  showSidebar(PROBLEMS_SIDEBAR, { title: PROBLEMS_TEXT.data, data: sidebar });
  return done(sidebar.lines);
}

/** The same list, read anew. */
export function recheckProblems(subject: unknown): ProblemsSidebar {
  return sidebarOf(subject === 'planning' ? 'planning' : 'data');
}

/** Selects the cells of a problem. @returns what to say when that could not be done, or `null` */
export function goToCell(tab: unknown, cells: unknown): string | null {
  const found = typeof tab === 'string' && typeof cells === 'string' && selectCells(tab, cells);
  return found ? null : PROBLEMS_TEXT.cellGone;
}

function sidebarOf(subject: ProblemsSubject): ProblemsSidebar {
  const reading = attempt(() => alone<WorkbookReading>((book) => readWorkbook(book)));
  if (isAnswer(reading)) return { subject, lines: reading.lines, problems: [], more: 0 };
  if (subject === 'planning') return planningSidebar(reading);
  const { problems } = reading;
  const blocking = problems.filter(({ severity }) => severity === 'blocking').length;
  const found =
    problems.length === 0
      ? PROBLEMS_TEXT.nothing
      : `${PROBLEMS_TEXT.found(blocking, problems.length - blocking)}.`;
  return { subject, lines: [...whatWasRead(reading), found], ...shownProblems(problems) };
}
