import { csvFile, csvLine } from '../../pix/csv/write';
import { STUDENT_COLUMNS } from '../../pix/student-file/headers';
import { rowsOfText } from '../../pix/student-file/recognise';
import { GIVEN_FILE_TEXT } from '../../text/given-file';
import { STUDENTS_WINDOW_TEXT as TEXT } from '../../text/students-window';
import { closeOnEscape } from '../client/buttons';
import { element } from '../client/element';
import { type FileChoice, showFileChoice } from '../client/file-choice';
import { saveFile } from '../client/save-file';
import { callServer } from '../client/server';
import { showEnd, showWaiting } from '../client/waiting';
import { windowData } from '../client/window-data';
import {
  STUDENTS_WINDOW,
  type StudentsAnswer,
  type StudentsDecisions,
  type StudentsPreview,
  type StudentsRequest,
} from './exchange';
import { columnsStep } from './steps/columns';
import { showReview } from './steps/review';

/** The window that imports students: a file, its columns, what would change, and the writing. */
const start = windowData(STUDENTS_WINDOW);
const choice: FileChoice = {
  intro: TEXT.intro[start.kind],
  cut: (text) => rowsOfText(text, STUDENT_COLUMNS),
  taken: (given) => {
    const showColumns = columnsStep({
      start,
      given,
      back: () => showFileChoice(choice),
      compare: (request) => void compare(request, showColumns),
    });
    showColumns();
  },
};

showFileChoice(choice);
closeOnEscape();

async function compare(request: StudentsRequest, back: () => void): Promise<void> {
  showWaiting(GIVEN_FILE_TEXT.comparing);
  try {
    const preview = await callServer<StudentsPreview | StudentsAnswer>('previewStudents', request);
    if (preview.kind !== 'preview') {
      showAnswer(preview, back);
      return;
    }
    showReview({
      tab: start.tab,
      preview,
      back,
      newList: request.newList,
      compareAgain: (newList) => void compare({ ...request, newList }, back),
      write: (decisions) => void write(request, preview.stamp, decisions, back),
    });
  } catch {
    showFailedCall(back);
  }
}

async function write(
  request: StudentsRequest,
  stamp: string,
  decisions: StudentsDecisions,
  back: () => void,
): Promise<void> {
  showWaiting(GIVEN_FILE_TEXT.writing);
  try {
    showAnswer(await callServer<StudentsAnswer>('importStudents', request, stamp, decisions), back);
  } catch {
    showFailedCall(back);
  }
}

function showFailedCall(back: () => void): void {
  showAnswer({ kind: 'failed', lines: [GIVEN_FILE_TEXT.failedCall], report: [] }, back);
}

function showAnswer({ kind, lines, report }: StudentsAnswer, back: () => void): void {
  const link =
    report.length < 2
      ? null
      : element('button', { type: 'button', class: 'link', onclick: () => saveReport(report) }, TEXT.report);
  showEnd(
    { done: kind === 'written', title: TEXT.writtenTitle, lines, back },
    link === null ? null : element('p', {}, link),
  );
}

function saveReport(report: StudentsAnswer['report']): void {
  saveFile({ name: TEXT.reportFile, mime: 'text/csv;charset=utf-8', text: csvFile(report.map(csvLine)) });
}
