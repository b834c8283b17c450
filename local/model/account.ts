import { Calendars } from './calendars';
import { DailyQuota } from './daily-quota';
import { FormModel, type FormAnswers } from './forms/form';
import { addResponseSheet, followQuestions, writeResponse, type ResponseRow } from './forms/response-sheet';
import { Outbox } from './outbox';
import type { SheetModel } from './sheet';
import { WorkbookModel } from './workbook';

/** How much an account may do in a day; figures of the platform for an account of an organisation if not said. */
export interface AccountLimits {
  /** Recipients of messages. */
  readonly recipients: number;
  readonly spreadsheets: number;
  readonly events: number;
}

const ORGANISATION: AccountLimits = { recipients: 1500, spreadsheets: 3200, events: 10_000 };

/** What a Google account holds around the spreadsheet that is open: other files, forms, messages, calendars. */
export class Account {
  readonly outbox: Outbox;
  readonly calendars: Calendars;
  readonly forms: FormModel[] = [];
  readonly spreadsheets: WorkbookModel[] = [];
  private readonly created: DailyQuota;
  /** What the platform does a little later: at the next flush, or when the execution ends. */
  private later: (() => void)[] = [];
  private madeFiles = 0;

  /**
   * @param opened the spreadsheet that is open
   * @param owner the address of whoever runs scripts
   * @param now the clock, in milliseconds
   */
  constructor(
    readonly opened: WorkbookModel,
    readonly owner: string,
    readonly now: () => number,
    limits: Partial<AccountLimits> = {},
    private readonly language: 'fr' | 'en' = 'fr',
  ) {
    const allowed = { ...ORGANISATION, ...limits };
    this.outbox = new Outbox(new DailyQuota(allowed.recipients, now), now);
    this.created = new DailyQuota(allowed.spreadsheets, now);
    this.calendars = new Calendars(owner, new DailyQuota(allowed.events, now), now);
    this.spreadsheets.push(opened);
  }

  /** A new blank spreadsheet of this account. Throws over the daily limit. */
  createSpreadsheet(name: string, rows?: number, columns?: number): WorkbookModel {
    if (!this.created.take(1)) throw new Error('Service invoked too many times for one day: spreadsheet.');
    const { locale, timeZone } = this.opened;
    const workbook = new WorkbookModel({ id: this.fileId('spreadsheet'), name, locale, timeZone });
    workbook.addSheet(locale.startsWith('fr') ? 'Feuille 1' : 'Sheet1', 0, rows, columns);
    workbook.owner = this.owner;
    this.spreadsheets.push(workbook);
    return workbook;
  }

  /** A spreadsheet by identifier or by name, or `null`. */
  spreadsheet(wanted: string): WorkbookModel | null {
    return this.spreadsheets.find(({ id, name }) => id === wanted || name === wanted) ?? null;
  }

  /** Takes a file out of the account, as a person does who deletes it. */
  remove(file: WorkbookModel | FormModel): void {
    if (file instanceof WorkbookModel) this.spreadsheets.splice(this.spreadsheets.indexOf(file), 1);
    else this.forms.splice(this.forms.indexOf(file), 1);
  }

  createForm(name: string): FormModel {
    const form = new FormModel(this.fileId('form'), name, this.language);
    form.onChange = () => {
      const sheet = this.sheetOf(form);
      if (sheet) followQuestions(sheet, form);
    };
    this.forms.push(form);
    return form;
  }

  /** A form by identifier, by title or by any of its addresses, or `null`. */
  form(wanted: string): FormModel | null {
    return (
      this.forms.find(
        (form) =>
          form.id === wanted ||
          form.title === wanted ||
          form.name === wanted ||
          [form.editUrl, form.viewUrl, form.publishedUrl].some((url) => url === wanted.split('?')[0]),
      ) ?? null
    );
  }

  /** Sends the answers of a form to a new tab, which scripts see only after a flush. */
  linkForm(form: FormModel, spreadsheetId: string): void {
    const workbook = this.spreadsheets.find(({ id }) => id === spreadsheetId);
    if (!workbook) throw new Error('You do not have permission to access the requested document.');
    this.unlinkForm(form);
    form.destinationId = spreadsheetId;
    this.later.push(() => {
      if (form.destinationId === spreadsheetId && !this.sheetOf(form)) addResponseSheet(workbook, form);
    });
  }

  /** The tab stays, and knows its form no more. */
  unlinkForm(form: FormModel): void {
    this.settle();
    const sheet = this.sheetOf(form);
    if (sheet) sheet.form = null;
    form.destinationId = null;
  }

  /** Writes an answer in the tab of its form; `null` when it has none. */
  deliver(form: FormModel, response: FormAnswers): ResponseRow | null {
    this.settle();
    const workbook = this.spreadsheets.find(({ id }) => id === form.destinationId);
    const sheet = this.sheetOf(form);
    return workbook && sheet ? writeResponse(workbook, sheet, form, response) : null;
  }

  /** Does what the platform had put off. */
  settle(): void {
    const due = this.later;
    this.later = [];
    for (const act of due) act();
  }

  private sheetOf(form: FormModel): SheetModel | null {
    const workbook = this.spreadsheets.find(({ id }) => id === form.destinationId);
    return workbook?.sheets.find((sheet) => sheet.form?.formId === form.id) ?? null;
  }

  private fileId(kind: string): string {
    return `local-${kind}-${String(++this.madeFiles).padStart(4, '0')}`;
  }
}
