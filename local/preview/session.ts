import { SpreadsheetHost } from '../services/host';
import { Spreadsheet } from '../services/spreadsheet';
import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import type { LocalRuntime } from '../execution';
import type { UserInterface } from '../services/user-interface';
import { cellWindow } from './cell-window';
import type { FormDelivery } from '../execution/send-form';
import type { FormAnswer } from '../model/forms/form';
import { aroundPage } from './around/pages';
import type {
  Answer,
  Ask,
  Button,
  ButtonSet,
  CellEdit,
  Frame,
  MenuView,
  PreviewEvent,
  Question,
  Reply,
  RequestName,
  WorkbookView,
} from './protocol';
import { sheetLayout, tabViews } from './sheet-layout';

export interface SessionOptions {
  readonly send: (event: PreviewEvent) => void;
  /** Blocks until the page answers. */
  readonly wait: (id: number) => Answer;
  readonly runtimeFor: (workbook: WorkbookModel, ui: UserInterface) => LocalRuntime;
  readonly read: (bytes: Uint8Array) => Promise<WorkbookModel>;
  readonly write: (workbook: WorkbookModel) => Promise<Uint8Array>;
  /** Failures of scripts, with their stack, for whoever started the preview. */
  readonly report: (error: unknown) => void;
  readonly now: () => number;
}

/** Only files take time; the rest is answered at once, even while a script waits. */
type Served<Name extends RequestName> = Reply<Name> | Promise<Reply<Name>>;
/** The platform's sizes for a dialog that asks for none, in pixels. */
const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 450;

type Handlers = { readonly [Name in RequestName]: (ask: Ask<Name>) => Served<Name> };

/** One workbook in front of one person: owns the model, runs the script, answers the page. */
export class PreviewSession {
  private workbook: WorkbookModel;
  private runtime: LocalRuntime;
  private revision = 1;
  private menus: MenuView[] = [];
  private busy: string | null = null;
  private question: Question | null = null;
  private readonly frames: { sidebar: Frame | null; dialog: Frame | null } = { sidebar: null, dialog: null };
  private nextNumber = 1;

  constructor(
    workbook: WorkbookModel,
    private readonly options: SessionOptions,
  ) {
    this.workbook = workbook;
    this.runtime = options.runtimeFor(workbook, this.screen());
    this.execute(null, () => this.runtime.open());
  }

  /** Answers one request of the page. */
  serve<Name extends RequestName>(name: Name, ask: Ask<Name>): Served<Name> {
    const handler: (ask: Ask<Name>) => Served<Name> = this.handlers[name];
    return handler(ask);
  }

  private readonly handlers: Handlers = {
    workbook: () => this.view(),
    layout: ({ sheet }) => sheetLayout(this.workbook, this.sheet(sheet)),
    cells: (ask) => cellWindow(this.workbook, this.sheet(ask.sheet), this.revision, ask),
    edit: ({ sheet, edits }) => this.edit(this.sheet(sheet), edits),
    activate: ({ sheet }) => {
      this.workbook.active = this.sheet(sheet);
      return null;
    },
    run: ({ functionName, caption }) => {
      this.execute(caption, () => this.runtime.call(functionName));
      return null;
    },
    call: ({ functionName, arguments: json }) => this.call(functionName, json),
    // An answer that nobody waits for: the question was closed by a reload.
    answer: () => null,
    close: ({ place, id }) => {
      if (this.frames[place]?.id === id) this.frames[place] = null;
      return null;
    },
    open: ({ name, base64 }) => this.open(name, base64),
    download: async () => ({
      name: `${fileName(this.workbook.name)}.xlsx`,
      base64: Buffer.from(await this.options.write(this.workbook)).toString('base64'),
    }),
    visit: (visit) =>
      aroundPage(
        {
          account: this.runtime.account,
          timeZone: this.workbook.timeZone,
          send: (form, answers, email, edit) => this.sendForm(form, answers, email, edit),
        },
        visit,
      ),
    resume: () => this.currentState(),
  };

  private view(): WorkbookView {
    const tabs = tabViews(this.workbook);
    const active = this.workbook.active;
    return {
      title: this.workbook.name,
      revision: this.revision,
      tabs,
      active: active && !active.hidden ? active.id : (tabs[0]?.id ?? 0),
      menus: this.menus,
      messages: this.runtime.account.outbox.messages.length,
    };
  }

  /** What a page that has just been loaded must show: a script may be waiting for it. */
  private currentState(): PreviewEvent[] {
    return [
      { kind: 'busy', label: this.busy },
      { kind: 'frame', place: 'sidebar', frame: this.frames.sidebar },
      { kind: 'frame', place: 'dialog', frame: this.frames.dialog },
      { kind: 'question', question: this.question },
    ];
  }

  private sheet(id: number): SheetModel {
    const sheet = this.workbook.sheets.find((candidate) => candidate.id === id);
    if (!sheet) throw new Error('Cet onglet n’existe plus.');
    return sheet;
  }

  /** Writes as a person does: same parsing and same rules as a script's `setValue`. */
  private edit(model: SheetModel, edits: readonly CellEdit[]): { refused: string | null } {
    const host = new SpreadsheetHost(
      this.workbook,
      { email: 'moi@exemple.fr', owner: true },
      this.options.now,
    );
    const sheet = new Spreadsheet(host, () => undefined).getSheetByName(model.name);
    let refused: string | null = null;
    for (const { row, column, text } of edits) {
      try {
        if (row > model.maxRows || column > model.maxColumns) continue;
        const range = sheet?.getRange(row, column);
        if (text === '') {
          const box = model.validations.get(row, column)?.criteria === 'CHECKBOX';
          if (box) range?.setValue(false);
          else range?.clearContent();
        } else range?.setValue(text);
        model.links.set({ row, column, rows: 1, columns: 1 }, undefined);
      } catch (error) {
        refused = refusal(model, row, column, text, error);
      }
    }
    if (refused === null && this.listensToEdits) {
      const [first] = edits;
      const cell = first && sheet?.getRange(first.row, first.column).getA1Notation();
      this.execute(null, () =>
        this.runtime.fire('ON_EDIT', this.workbook.id, (file) => ({
          range: cell === undefined ? null : file.getSheetByName(model.name)?.getRange(cell),
          value: first?.text,
        })),
      );
    } else this.changed();
    return { refused };
  }

  private get listensToEdits(): boolean {
    return this.runtime.triggers.some(({ eventType }) => eventType === 'ON_EDIT');
  }

  private execute(caption: string | null, run: () => void): void {
    this.setBusy(caption);
    try {
      run();
    } catch (error) {
      this.options.report(error);
      this.options.send({ kind: 'failure', message: messageOf(error) });
    } finally {
      this.changed();
      this.setBusy(null);
    }
  }

  private call(functionName: string, json: string): { result: string } | { error: string } {
    try {
      const before = this.revision;
      const result = this.runtime.callFromPage(functionName, json);
      if (this.revision === before) this.changed();
      return { result };
    } catch (error) {
      this.options.report(error);
      return { error: messageOf(error) };
    }
  }

  /** An answer that has arrived is received, even when what was to follow failed: the workbook's page says so. */
  private sendForm(
    form: string,
    answers: Readonly<Record<string, FormAnswer>>,
    email: string,
    edit: string | null,
  ): FormDelivery {
    this.setBusy('Réponse au formulaire');
    try {
      return this.runtime.submitForm(form, answers, {
        email,
        ...(edit !== null && { edit }),
        onFailure: (error) => {
          this.options.report(error);
          this.options.send({ kind: 'failure', message: messageOf(error) });
        },
      });
    } finally {
      this.changed();
      this.setBusy(null);
    }
  }

  private async open(name: string, base64: string): Promise<{ refused: string | null }> {
    try {
      this.workbook = await this.options.read(Buffer.from(base64, 'base64'));
    } catch (error) {
      this.options.report(error);
      return {
        refused: `Le fichier « ${name} » ne peut pas être lu. Choisissez un classeur enregistré au format .xlsx.`,
      };
    }
    this.menus = [];
    this.showFrame('sidebar', null);
    this.showFrame('dialog', null);
    this.runtime = this.options.runtimeFor(this.workbook, this.screen());
    this.execute(null, () => this.runtime.open());
    return { refused: null };
  }

  private changed(): void {
    this.revision++;
    this.options.send({ kind: 'changed', workbook: this.view() });
  }

  private setBusy(label: string | null): void {
    this.busy = label;
    this.options.send({ kind: 'busy', label });
  }

  private showFrame(place: 'sidebar' | 'dialog', frame: Frame | null): void {
    this.frames[place] = frame;
    this.options.send({ kind: 'frame', place, frame });
  }

  private screen(): UserInterface {
    return {
      alert: (asked) => this.ask('alert', asked).button,
      prompt: (asked) => {
        const { button, text } = this.ask('prompt', asked);
        return { button, text };
      },
      showSidebar: ({ title, html }) =>
        this.showFrame('sidebar', {
          id: this.nextNumber++,
          place: 'sidebar',
          title,
          html,
          width: 300,
          height: 0,
          modal: false,
        }),
      showDialog: ({ title, html, width, height, modal }) =>
        this.showFrame('dialog', {
          id: this.nextNumber++,
          place: 'dialog',
          title,
          html,
          width: width ?? DIALOG_WIDTH,
          height: height ?? DIALOG_HEIGHT,
          modal,
        }),
      toast: (message, title, seconds) =>
        this.options.send({ kind: 'toast', message, title, seconds: seconds === 0 ? 5 : seconds }),
      setMenu: (menu) => {
        this.menus = [...this.menus.filter((other) => other.caption !== menu.caption), menu];
      },
      flushed: () => this.changed(),
    };
  }

  private ask(
    kind: 'alert' | 'prompt',
    asked: { title: string; message: string; buttons: ButtonSet },
  ): { button: Button; text: string } {
    const question: Question = { id: this.nextNumber++, kind, ...asked };
    this.changed();
    this.question = question;
    this.options.send({ kind: 'question', question });
    try {
      return this.options.wait(question.id);
    } finally {
      this.question = null;
      this.options.send({ kind: 'question', question: null });
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : messageField(error));

/** Errors of a script are of its own context, so `instanceof` does not know them. */
function messageField(error: unknown): string {
  const message: unknown =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return typeof message === 'string' ? message : 'Erreur inconnue.';
}

function refusal(sheet: SheetModel, row: number, column: number, text: string, error: unknown): string {
  const rule = sheet.validations.get(row, column);
  if (!rule || rule.allowInvalid) return messageOf(error);
  const advice = rule.helpText ?? listAdvice(rule.values[0]);
  return `« ${text} » n’est pas accepté dans cette cellule.${advice === '' ? '' : ` ${advice}`}`;
}

const listAdvice = (choices: unknown): string =>
  Array.isArray(choices) ? `Choisissez l’une de ces valeurs : ${choices.map(String).join(', ')}.` : '';

const fileName = (title: string): string => title.replace(/[\\/:*?"<>|]+/g, '-').trim() || 'Classeur';
