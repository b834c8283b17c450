import { displayOf } from '../display';
import { serialOfInstant } from '../instants';
import type { SheetModel } from '../sheet';
import { readTyped } from '../typed-text';
import type { WorkbookModel } from '../workbook';
import { asks, type FormAnswer, type FormAnswers, type FormItem, type FormModel } from './form';

/** Where an answer arrived, and what the event of its arrival says. */
export interface ResponseRow {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly columns: number;
  /** As displayed, in the order of the tab. */
  readonly values: readonly string[];
  /** Two questions of the same title share one list. */
  readonly namedValues: Readonly<Record<string, readonly string[]>>;
}

/** Words of the platform in the language of the account that makes the form. */
const WORDS = {
  fr: {
    tab: 'Réponses au formulaire ',
    timestamp: 'Horodateur',
    email: 'Adresse e-mail',
    untitled: 'Question sans titre',
  },
  en: {
    tab: 'Form Responses ',
    timestamp: 'Timestamp',
    email: 'Email Address',
    untitled: 'Untitled Question',
  },
} as const;
const FIRST_ROWS = 100;

/** A new tab, first of the file, bound to the form: the language of its words is that of the account. */
export function addResponseSheet(workbook: WorkbookModel, form: FormModel): SheetModel {
  let number = 1;
  const { tab } = WORDS[form.language];
  while (workbook.hasName(tab + number)) number++;
  const sheet = workbook.addSheet(tab + number, 0, FIRST_ROWS);
  sheet.form = {
    formId: form.id,
    viewUrl: form.viewUrl,
    columns: new Map(),
    headers: new Map(),
    rows: new Map(),
  };
  sheet.frozenRows = 1;
  followQuestions(sheet, form);
  for (const response of form.responses) writeResponse(workbook, sheet, form, response);
  return sheet;
}

/** A new question takes a new column after all that has content; a renamed one renames its header; none is removed. */
export function followQuestions(sheet: SheetModel, form: FormModel): void {
  const { form: link } = sheet;
  if (!link) return;
  for (const { key, header } of questionsOf(form)) {
    let column = link.columns.get(key);
    if (column === undefined) {
      column = sheet.lastColumn + 1;
      if (column > sheet.maxColumns) sheet.insertColumns(sheet.maxColumns + 1, column - sheet.maxColumns);
      link.columns.set(key, column);
      link.headers.delete(key);
    }
    if (link.headers.get(key) === header) continue;
    link.headers.set(key, header);
    sheet.set(1, column, header);
  }
}

/**
 * Writes an answer in a row of its own, put in after the last one, or over the row that it had. What is sent again
 * unchanged is empty in the event, as on the platform.
 */
export function writeResponse(
  workbook: WorkbookModel,
  sheet: SheetModel,
  form: FormModel,
  response: FormAnswers,
): ResponseRow {
  const { form: link } = sheet;
  if (!link) throw new Error(`The tab ${sheet.name} has no form.`);
  // The column of a question that somebody deleted comes back at the end.
  followQuestions(sheet, form);
  const known = link.rows.get(response.id);
  const row = known ?? addRow(sheet);
  link.rows.set(response.id, row);
  const columns = Math.max(1, ...link.columns.values());
  const before = displayed(workbook, sheet, row, columns);
  const year = new Date(response.at).getFullYear();
  for (const { key, answer } of questionsOf(form)) {
    const column = link.columns.get(key);
    if (column !== undefined) writeAnswer(workbook, sheet, row, column, answer(response), year);
  }
  const values = displayed(workbook, sheet, row, columns).map((text, index) =>
    known !== undefined && index > 0 && text === before[index] ? '' : text,
  );
  const namedValues: Record<string, string[]> = {};
  for (const column of [...link.columns.values()].sort((a, b) => a - b)) {
    (namedValues[String(sheet.get(1, column) ?? '')] ??= []).push(values[column - 1] ?? '');
  }
  return { sheet, row, columns, values, namedValues };
}

/** A row put in after the last one with content; its cells keep the number formats of the row whose place it takes. */
function addRow(sheet: SheetModel): number {
  const row = Math.max(1, sheet.lastRow) + 1;
  const { numberFormat } = sheet.styles;
  const formats = Array.from({ length: sheet.maxColumns }, (_, index) => numberFormat.get(row, index + 1));
  sheet.insertRows(row, 1);
  formats.forEach((format, index) => {
    if (format !== undefined) numberFormat.set({ row, column: index + 1, rows: 1, columns: 1 }, format);
  });
  return row;
}

/** Answers are read as if typed, but for formulas, which stay text. */
function writeAnswer(
  workbook: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
  answer: string | number,
  year: number,
): void {
  const { numberFormat } = sheet.styles;
  const cell = { row, column, rows: 1, columns: 1 };
  if (typeof answer === 'number') {
    sheet.set(row, column, serialOfInstant(answer, workbook.timeZone));
    const day = workbook.locale.startsWith('fr') ? 'dd/mm/yyyy' : 'm/d/yyyy';
    numberFormat.set(cell, `${day} hh:mm:ss`);
    return;
  }
  const verbatim = numberFormat.get(row, column) === '@' || /^[='+]/.test(answer);
  const typed = readTyped(answer, workbook.locale, verbatim, year);
  sheet.set(row, column, typed.value);
  if (typed.numberFormat !== undefined) numberFormat.set(cell, typed.numberFormat);
}

interface Question {
  readonly key: string;
  readonly header: string;
  /** A text, or the instant of the sending. */
  readonly answer: (response: FormAnswers) => string | number;
}

/** The columns that a form wants, in order. */
function questionsOf(form: FormModel): Question[] {
  const words = WORDS[form.language];
  const email: Question = { key: 'email', header: words.email, answer: (response) => response.email };
  return [
    { key: 'timestamp', header: words.timestamp, answer: (response) => response.at },
    ...(form.collectsEmail ? [email] : []),
    ...form.items.filter(asks).flatMap((item) => columnsOf(item, words.untitled)),
  ];
}

function columnsOf(item: FormItem, untitled: string): Question[] {
  const title = item.title || untitled;
  const given = (response: FormAnswers): FormAnswer | undefined => response.answers.get(item.id);
  if (item.kind === 'GRID' || item.kind === 'CHECKBOX_GRID') {
    return item.rows.map((label, index) => ({
      key: `${item.id}:${label}`,
      header: `${title} [${label}]`,
      answer: (response) => joined(given(response)?.[index]),
    }));
  }
  return [{ key: String(item.id), header: title, answer: (response) => joined(given(response)) }];
}

const joined = (answer: FormAnswer | undefined): string =>
  answer === undefined ? '' : typeof answer === 'string' ? answer : answer.flat().join(', ');

function displayed(workbook: WorkbookModel, sheet: SheetModel, row: number, columns: number): string[] {
  return Array.from({ length: columns }, (_, index) => {
    const value = sheet.get(row, index + 1);
    if (value === undefined) return '';
    return displayOf(value, sheet.styles.numberFormat.get(row, index + 1), workbook.locale);
  });
}
