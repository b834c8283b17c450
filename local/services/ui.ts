import { ServiceObject } from './bridge';
import type { Emulates } from './contract';
import { BUTTON_SETS, BUTTONS } from './enums';
import { HtmlOutput } from './html/page';
import type { Button, ButtonSet, MenuEntry, MenuView, Question, UserInterface } from './user-interface';

/** A menu being built; it shows when it is added to the bar. */
export class Menu
  extends ServiceObject
  implements Emulates<GoogleAppsScript.Base.Menu, 'addItem' | 'addSeparator' | 'addToUi'>
{
  readonly serviceName = 'Menu';
  readonly #caption: string;
  readonly #show: (menu: MenuView) => void;
  readonly #entries: MenuEntry[] = [];

  constructor(caption: string, show: (menu: MenuView) => void) {
    super();
    this.#caption = caption;
    this.#show = show;
  }

  addItem(caption: string, functionName: string): this {
    if (typeof caption !== 'string' || typeof functionName !== 'string' || functionName === '') {
      throw new Error(`The parameters (String,null) don't match the method signature for Ui.Menu.addItem.`);
    }
    this.#entries.push({ kind: 'item', caption, functionName });
    return this;
  }

  addSeparator(): this {
    this.#entries.push({ kind: 'separator' });
    return this;
  }

  addSubMenu(menu: Menu): this {
    this.#entries.push({ kind: 'menu', menu: Menu.viewOf(menu) });
    return this;
  }

  addToUi(): void {
    this.#show(Menu.viewOf(this));
  }

  private static viewOf(menu: Menu): MenuView {
    return { caption: menu.#caption, items: [...menu.#entries] };
  }
}

export class PromptResponse extends ServiceObject {
  readonly serviceName = 'PromptResponse';
  readonly #button: Button;
  readonly #text: string;

  constructor(button: Button, text: string) {
    super();
    this.#button = button;
    this.#text = text;
  }

  getSelectedButton(): Button {
    return this.#button;
  }

  getResponseText(): string {
    return this.#text;
  }
}

type Contract = Emulates<GoogleAppsScript.Base.Ui, 'createMenu' | 'createAddonMenu' | 'Button' | 'ButtonSet'>;

/** The interface of the spreadsheet that is open. */
export class Ui extends ServiceObject implements Contract {
  readonly serviceName = 'Ui';
  readonly Button = BUTTONS;
  readonly ButtonSet = BUTTON_SETS;
  readonly #screen: UserInterface;
  readonly #addOnName: string;
  readonly #suspend: () => void;

  /**
   * @param screen what shows things to somebody
   * @param suspend called before a question, which suspends the execution and loses its locks
   */
  constructor(screen: UserInterface, addOnName: string, suspend: () => void) {
    super();
    this.#screen = screen;
    this.#addOnName = addOnName;
    this.#suspend = suspend;
  }

  createMenu(caption: string): Menu {
    return new Menu(caption, (menu) => this.#screen.setMenu(menu));
  }

  createAddonMenu(): Menu {
    return new Menu(this.#addOnName, (menu) =>
      this.#screen.setMenu({ caption: 'Extensions', items: [{ kind: 'menu', menu }] }),
    );
  }

  /** `alert(message)`, `alert(message, buttons)` or `alert(title, message, buttons)`. */
  alert(first: string, second?: string, third?: string): Button {
    this.#suspend();
    return this.#screen.alert(questionOf('alert', [first, second, third]));
  }

  prompt(first: string, second?: string, third?: string): PromptResponse {
    this.#suspend();
    const { button, text } = this.#screen.prompt(questionOf('prompt', [first, second, third]));
    return new PromptResponse(button, text);
  }

  showSidebar(page: HtmlOutput): void {
    requirePage(page, 'showSidebar');
    this.#screen.showSidebar({ title: page.getTitle(), html: page.getContent() });
  }

  showModalDialog(page: HtmlOutput, title: string): void {
    requirePage(page, 'showModalDialog');
    this.#dialog(page, title, true);
  }

  showModelessDialog(page: HtmlOutput, title: string): void {
    requirePage(page, 'showModelessDialog');
    this.#dialog(page, title, false);
  }

  #dialog(page: HtmlOutput, title: string, modal: boolean): void {
    this.#screen.showDialog({
      title,
      html: page.getContent(),
      width: page.getWidth(),
      height: page.getHeight(),
      modal,
    });
  }
}

function questionOf(method: string, given: readonly (string | null | undefined)[]): Question {
  const list = given.filter((item): item is string => typeof item === 'string');
  const last = list[list.length - 1];
  const isSet = last !== undefined && last in BUTTON_SETS && list.length > 1;
  if (list.length === 0 || (list.length > 1 && !isSet)) {
    const kinds = list.map(() => 'String').join(',') || 'null';
    throw new Error(`The parameters (${kinds}) don't match the method signature for Ui.${method}.`);
  }
  const [title, message] = list.length === 3 ? [list[0], list[1]] : ['', list[0]];
  return { title: title ?? '', message: message ?? '', buttons: isSet ? (last as ButtonSet) : 'OK' };
}

function requirePage(page: unknown, method: string): void {
  if (!(page instanceof HtmlOutput)) {
    throw new Error(`The parameters ((class)) don't match the method signature for Ui.${method}.`);
  }
}
