import { csvFile, csvLine } from '../../pix/csv/write';
import { STUDENT_COLUMNS } from '../../pix/student-file/headers';
import { rowsOfText } from '../../pix/student-file/recognise';
import { GIVEN_FILE_TEXT } from '../../text/given-file';
import { STUDENTS_WINDOW_TEXT as TEXT } from '../../text/students-window';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { type GivenTables, readFile, readPasted } from '../client/given-file';
import { saveFile } from '../client/save-file';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { columnsStep } from './steps/columns';
import {
  STUDENTS_WINDOW,
  type StudentsAnswer,
  type StudentsDecisions,
  type StudentsPreview,
  type StudentsRequest,
} from './exchange';
import { showReview } from './steps/review';

/** The window that imports students: a file, its columns, what would change, and the writing. */
const start = windowData(STUDENTS_WINDOW);
const cut = (text: string): ReturnType<typeof rowsOfText> => rowsOfText(text, STUDENT_COLUMNS);

showChoice('');
closeOnEscape();

function showChoice(fault: string): void {
  const file = element('input', {
    type: 'file',
    id: 'file',
    accept: '.csv,.txt,.tsv,.xlsx,.xls,.ods',
    onchange: () => {
      const [chosen] = file.files ?? [];
      if (chosen !== undefined) void take(readFile(chosen, cut));
    },
  });
  const pasted = element('textarea', { id: 'pasted', rows: 8, spellcheck: 'false' });
  show(
    element('p', {}, TEXT.intro[start.kind]),
    fault === '' ? null : element('p', { class: 'error', role: 'alert' }, `✕ ${fault}`),
    element('div', {}, element('label', { for: 'file' }, GIVEN_FILE_TEXT.file), file),
    element('div', {}, element('label', { for: 'pasted' }, GIVEN_FILE_TEXT.pasted), pasted),
    element('p', { class: 'hint' }, TEXT.stays),
    buttonRow(
      {
        label: GIVEN_FILE_TEXT.read,
        press: () => void take(Promise.resolve(readPasted(pasted.value, cut))),
      },
      { label: TEXT.cancel, press: closeWindow },
    ),
  );
  focusAtStart(file);
}

async function take(reading: Promise<GivenTables | string>): Promise<void> {
  const given = await reading;
  if (typeof given === 'string') {
    showChoice(given);
    return;
  }
  if (given.tables.every(({ rows }) => rows.length === 0)) {
    showChoice(GIVEN_FILE_TEXT.empty(given.label));
    return;
  }
  const showColumns = columnsStep({
    start,
    given,
    back: () => showChoice(''),
    compare: (request) => void compare(request, showColumns),
  });
  showColumns();
}

async function compare(request: StudentsRequest, back: () => void): Promise<void> {
  showWaiting(TEXT.comparing);
  try {
    const preview = await callServer<StudentsPreview | StudentsAnswer>('previewStudents', request);
    if (preview.kind !== 'preview') {
      showEnd(preview, back);
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
    showEnd({ kind: 'failed', lines: [TEXT.failedCall], report: [] }, back);
  }
}

async function write(
  request: StudentsRequest,
  stamp: string,
  decisions: StudentsDecisions,
  back: () => void,
): Promise<void> {
  showWaiting(TEXT.writing);
  try {
    showEnd(await callServer<StudentsAnswer>('importStudents', request, stamp, decisions), back);
  } catch {
    showEnd({ kind: 'failed', lines: [TEXT.failedCall], report: [] }, back);
  }
}

function showWaiting(sentence: string): void {
  show(element('p', { role: 'status' }, sentence), element('progress', { 'aria-label': sentence }));
}

function showEnd({ kind, lines, report }: StudentsAnswer, back: () => void): void {
  const written = kind === 'written';
  const [first = '', ...others] = lines;
  show(
    written ? element('h1', {}, TEXT.writtenTitle) : null,
    element('p', { class: written ? 'good' : 'error', role: 'status' }, `${written ? '✓' : '✕'} ${first}`),
    ...others.map((line) => element('p', {}, line)),
    report.length > 1
      ? element(
          'p',
          {},
          element(
            'button',
            { type: 'button', class: 'link', onclick: () => saveReport(report) },
            TEXT.report,
          ),
        )
      : null,
    written
      ? buttonRow({ label: TEXT.close, press: closeWindow })
      : buttonRow({ label: TEXT.back, press: back }, { label: TEXT.close, press: closeWindow }),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}

function saveReport(report: StudentsAnswer['report']): void {
  saveFile({ name: TEXT.reportFile, mime: 'text/csv;charset=utf-8', text: csvFile(report.map(csvLine)) });
}
