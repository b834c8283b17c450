import type { ProblemsSidebar } from '../dialogs/problems/exchange';
import { showSidebar } from '../google/page-window';
import { PROBLEMS_SIDEBAR } from '../dialogs/problems/exchange';
import type { Problem } from '../domain/problem';
import { PROBLEMS_TEXT } from '../text/problems-sidebar';
import { act, alone, attempt, isAnswer } from './act';
import { type Answer, done } from './answer';
import { shownProblems } from './problems-sidebar';
import { readWorkbook, type WorkbookReading } from './read-workbook';
import { answerProblems, tellProblems } from './tell-problems';

/**
 * *Vérifier le planning*: tells in the sidebar what the planning as it stands breaks, hand edits included, with the
 * cells. Writes nothing.
 */
export function checkPlanning(): Answer {
  const reading = attempt(() => alone<WorkbookReading>((book) => readWorkbook(book)));
  if (isAnswer(reading)) return act(PROBLEMS_TEXT.planning, () => reading);
  const problems = planningProblems(reading);
  const sidebar = planningSidebar(reading);
  showSidebar(PROBLEMS_SIDEBAR, { title: PROBLEMS_TEXT.planning, data: sidebar });
  const blocks = problems.some(({ severity }) => severity === 'blocking');
  return {
    ...done(sidebar.lines),
    status: blocks ? 'blocked' : 'done',
    problems: answerProblems(tellProblems(problems)),
  };
}

/** What the sidebar shows of the planning. */
export function planningSidebar(reading: WorkbookReading): ProblemsSidebar {
  const problems = planningProblems(reading);
  const sessions = reading.sessionsRead.filter(({ state }) => state !== 'cancelled');
  const seats = sessions.reduce((sum, session) => sum + session.seats.length, 0);
  const blocking = problems.filter(({ severity }) => severity === 'blocking').length;
  const found =
    problems.length === 0
      ? PROBLEMS_TEXT.allIsWell
      : `${PROBLEMS_TEXT.found(blocking, problems.length - blocking)}.`;
  const lines =
    sessions.length === 0 && problems.length === 0
      ? [PROBLEMS_TEXT.noPlanning]
      : [PROBLEMS_TEXT.checked(sessions.length, seats), found];
  return { subject: 'planning', lines, ...shownProblems(problems) };
}

/** What was met while the tabs of the planning were read, then what it breaks. */
function planningProblems(reading: WorkbookReading): readonly Problem[] {
  const tabs = [reading.tabs.planning.name, reading.tabs.assignments.name, reading.tabs.anonymousSeats.name];
  const met = reading.problems.filter(({ place }) => tabs.includes(place.tab));
  return [...met, ...reading.checkPlanning()];
}
