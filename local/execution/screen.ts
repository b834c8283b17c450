import type { LogLevel } from '../services/logger';
import {
  firstButton,
  type Button,
  type DialogView,
  type MenuView,
  type PromptAnswer,
  type Question,
  type SidebarView,
  type UserInterface,
} from '../services/user-interface';

/** What an execution showed, asked or logged, in order. */
export type LogEntry =
  | ({ readonly kind: 'alert'; readonly answer: Button } & Question)
  | ({ readonly kind: 'prompt'; readonly answer: PromptAnswer } & Question)
  | ({ readonly kind: 'sidebar' } & SidebarView)
  | ({ readonly kind: 'dialog' } & DialogView)
  | { readonly kind: 'toast'; readonly message: string; readonly title: string; readonly seconds: number }
  | { readonly kind: 'console'; readonly level: LogLevel; readonly text: string };

/** A question put to somebody, or to the options of a command. */
export type AskedQuestion = { readonly kind: 'alert' | 'prompt' } & Question;

/** A button, or a text typed and validated by OK; `undefined`: the first button. */
export type OnQuestion = (question: AskedQuestion) => PromptAnswer | string | undefined;

const BUTTONS: readonly string[] = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'];

/** Writes down all that is shown, hands it to whoever shows it, and answers questions when nobody is there. */
export class Screen implements UserInterface {
  readonly log: LogEntry[] = [];
  readonly menus: MenuView[] = [];

  constructor(
    private readonly shown: Partial<UserInterface>,
    private readonly onQuestion: OnQuestion,
  ) {}

  alert(question: Question): Button {
    const asked = this.shown.alert?.(question) ?? this.answer('alert', question).button;
    this.log.push({ kind: 'alert', ...question, answer: asked });
    return asked;
  }

  prompt(question: Question): PromptAnswer {
    const answer = this.shown.prompt?.(question) ?? this.answer('prompt', question);
    this.log.push({ kind: 'prompt', ...question, answer });
    return answer;
  }

  showSidebar(view: SidebarView): void {
    this.log.push({ kind: 'sidebar', ...view });
    this.shown.showSidebar?.(view);
  }

  showDialog(view: DialogView): void {
    this.log.push({ kind: 'dialog', ...view });
    this.shown.showDialog?.(view);
  }

  toast(message: string, title: string, seconds: number): void {
    this.log.push({ kind: 'toast', message, title, seconds });
    this.shown.toast?.(message, title, seconds);
  }

  /** A menu of the same caption replaces the old one. */
  setMenu(menu: MenuView): void {
    const at = this.menus.findIndex((known) => known.caption === menu.caption);
    this.menus.splice(at === -1 ? this.menus.length : at, at === -1 ? 0 : 1, menu);
    this.shown.setMenu?.(menu);
  }

  flushed(): void {
    this.shown.flushed?.();
  }

  write(level: LogLevel, text: string): void {
    this.log.push({ kind: 'console', level, text });
  }

  private answer(kind: 'alert' | 'prompt', question: Question): PromptAnswer {
    const given = this.onQuestion({ kind, ...question }) ?? firstButton(question.buttons);
    if (typeof given !== 'string') return given;
    if (BUTTONS.includes(given)) return { button: given as Button, text: '' };
    return { button: firstButton(question.buttons), text: given };
  }
}
