import { STUDENT_COLUMNS, type StudentField } from '../../../pix/student-file/headers';
import { recogniseRows, type RecognisedTable } from '../../../pix/student-file/recognise';
import { SUP_COLUMNS } from '../../../pix/sup-students/columns';
import { GIVEN_FILE_TEXT } from '../../../text/given-file';
import { STUDENTS_WINDOW_TEXT as TEXT } from '../../../text/students-window';
import { buttonRow, type WindowButton } from '../../client/buttons';
import { element, show } from '../../client/element';
import { scrolling, tableHead } from '../../client/table';
import { focusAtStart } from '../../client/focus';
import type { GivenTables } from '../../client/given-file';
import type { StudentsRequest, StudentsWindow } from '../exchange';

/** The step where people see what was understood of their file, and say what was not. */
export interface ColumnsStep {
  readonly start: StudentsWindow;
  readonly given: GivenTables;
  readonly back: () => void;
  readonly compare: (request: StudentsRequest) => void;
}

const SAMPLES = 3;

/** What the user says of the file; it outlives a look at the comparison. */
interface Choices {
  sheet: number;
  titled: boolean | null;
  fields: (StudentField | null)[];
  site: string;
  group: string;
}

/** @returns what shows the step, again after the comparison if need be */
export function columnsStep(step: ColumnsStep): () => void {
  const { given } = step;
  const choices: Choices = {
    sheet: likeliestSheet(given),
    titled: null,
    fields: [],
    site: step.start.sites.length === 1 ? (step.start.sites[0] ?? '') : '',
    group: '',
  };
  let table = recognise();
  function recognise(): RecognisedTable<StudentField> {
    const found = recogniseRows(given.tables[choices.sheet]?.rows ?? [], STUDENT_COLUMNS, choices.titled);
    const fieldOf = new Map([...found.columns].map(([field, column]) => [column, field]));
    choices.fields = found.headers.map((_, column) => fieldOf.get(column) ?? null);
    return found;
  }
  const again = (): void => {
    table = recognise();
    draw();
  };
  const draw = (): void => showStep(step, choices, table, again, draw);
  return draw;
}

/** The sheet with most known columns. */
function likeliestSheet({ tables }: GivenTables): number {
  const known = tables.map(({ rows }) => recogniseRows(rows, STUDENT_COLUMNS).columns.size);
  return Math.max(0, known.indexOf(Math.max(...known)));
}

function showStep(
  step: ColumnsStep,
  choices: Choices,
  table: RecognisedTable<StudentField>,
  again: () => void,
  draw: () => void,
): void {
  const { start, given, back } = step;
  const ready = knowsPeople(choices.fields);
  const compare: WindowButton = {
    label: TEXT.compare(start.tab),
    disabled: !ready || table.records.length === 0,
    press: () => step.compare(requestOf(step, choices, table)),
  };
  const titled = element('input', {
    type: 'checkbox',
    checked: table.titled,
    onchange: () => {
      choices.titled = titled.checked;
      again();
    },
  });
  show(
    element('h1', {}, TEXT.columnsTitle),
    element('p', {}, TEXT.understood(given.label, table.records.length, given.encoding)),
    given.tables.length > 1 ? sheetChoice(given, choices, again) : null,
    element('label', {}, titled, ` ${TEXT.titled}`),
    ...(start.kind === 'pixOrga' ? pixRemarks(table) : []),
    columnTable(choices, table, draw),
    ready ? null : element('p', { class: 'error', role: 'alert' }, `✕ ${TEXT.needIdentity}`),
    ready ? newcomers(start, choices) : null,
    buttonRow(compare, { label: GIVEN_FILE_TEXT.back, press: back }),
  );
  focusAtStart(document.querySelector<HTMLElement>(ready ? 'button.primary' : 'select'));
}

/** Who a line is about must be known from it. */
function knowsPeople(fields: readonly (StudentField | null)[]): boolean {
  const has = (field: StudentField): boolean => fields.includes(field);
  return has('id') || has('externalId') || (has('lastName') && has('firstName'));
}

function sheetChoice({ tables }: GivenTables, choices: Choices, again: () => void): HTMLElement {
  const list = element(
    'select',
    { id: 'sheet' },
    ...tables.map(({ name }, rank) =>
      element('option', { value: rank, selected: rank === choices.sheet }, name),
    ),
  );
  list.addEventListener('change', () => {
    choices.sheet = Number(list.value);
    choices.titled = null;
    again();
  });
  return element('div', {}, element('label', { for: 'sheet' }, GIVEN_FILE_TEXT.sheet), list);
}

/** What makes it no file of Pix Orga. */
function pixRemarks({ headers }: RecognisedTable<StudentField>): readonly HTMLElement[] {
  const missing = SUP_COLUMNS.filter(({ header, required }) => required && !headers.includes(header));
  const unknown = headers.filter(
    (header) => header !== '' && !SUP_COLUMNS.some((column) => column.header === header),
  );
  return [
    ...(missing.length > 0 ? [TEXT.pixMissing(missing.map(({ header }) => header))] : []),
    ...(missing.length === 0 && unknown.length > 0 ? [TEXT.pixUnknown(unknown)] : []),
  ].map((sentence) => element('p', { class: 'warning' }, `▲ ${sentence}`));
}

function columnTable(choices: Choices, table: RecognisedTable<StudentField>, draw: () => void): HTMLElement {
  return scrolling(
    TEXT.columnsTitle,
    element(
      'table',
      {},
      tableHead([TEXT.fileColumn, TEXT.samples, TEXT.meaning]),
      element(
        'tbody',
        {},
        ...table.headers.map((header, column) => columnRow(header, column, choices, table, draw)),
      ),
    ),
    'scroll columns',
  );
}

function columnRow(
  header: string,
  column: number,
  choices: Choices,
  { records, doubtful }: RecognisedTable<StudentField>,
  draw: () => void,
): HTMLElement {
  const title = header === '' ? TEXT.untitled(column + 1) : header;
  const field = choices.fields[column] ?? null;
  const samples = records
    .map(({ values }) => (values[column] ?? '').trim())
    .filter((value, rank, all) => value !== '' && all.indexOf(value) === rank)
    .slice(0, SAMPLES);
  const list = element(
    'select',
    { 'aria-label': TEXT.meaningOf(title) },
    element('option', { value: '', selected: field === null }, TEXT.ignore),
    ...STUDENT_COLUMNS.map((one) =>
      element('option', { value: one.field, selected: field === one.field }, one.header),
    ),
  );
  list.addEventListener('change', () => {
    const chosen = STUDENT_COLUMNS.find((one) => one.field === list.value)?.field ?? null;
    choices.fields = choices.fields.map((one, rank) =>
      rank === column ? chosen : one === chosen ? null : one,
    );
    draw();
    document.querySelectorAll<HTMLElement>('.columns select')[column]?.focus();
  });
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, title),
    element('td', { class: 'samples' }, samples.join(' · ')),
    element(
      'td',
      {},
      list,
      field !== null && doubtful.has(column)
        ? element('span', { class: 'warning' }, `▲ ${TEXT.toConfirm}`)
        : null,
    ),
  );
}

/** What new students get where the file has no column for it. */
function newcomers(start: StudentsWindow, choices: Choices): HTMLElement | null {
  const parts: HTMLElement[] = [];
  if (!choices.fields.includes('sites') && start.sites.length > 0) {
    const list = element(
      'select',
      { id: 'site' },
      ...['', ...start.sites].map((site) =>
        element('option', { value: site, selected: site === choices.site }, site === '' ? TEXT.noSite : site),
      ),
    );
    list.addEventListener('change', () => {
      choices.site = list.value;
    });
    parts.push(element('div', {}, element('label', { for: 'site' }, TEXT.site), list));
  }
  if (!choices.fields.includes('group')) {
    const input = element('input', { id: 'group', type: 'text', value: choices.group });
    input.addEventListener('input', () => {
      choices.group = input.value;
    });
    parts.push(element('div', {}, element('label', { for: 'group' }, TEXT.group), input));
  }
  return parts.length === 0 ? null : element('div', { class: 'pair' }, ...parts);
}

function requestOf(
  { start, given }: ColumnsStep,
  choices: Choices,
  table: RecognisedTable<StudentField>,
): StudentsRequest {
  const chosen = choices.fields.flatMap((field, column) => (field === null ? [] : [{ field, column }]));
  return {
    kind: start.kind,
    label: given.label,
    fields: chosen.map(({ field }) => field),
    rows: table.records.map(({ line, values }) => [
      line,
      ...chosen.map(({ column }) => values[column] ?? ''),
    ]),
    site: choices.fields.includes('sites') ? '' : choices.site,
    group: choices.fields.includes('group') ? '' : choices.group.trim(),
    newList: false,
  };
}
