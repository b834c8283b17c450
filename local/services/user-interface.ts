/** The buttons under a question, in the platform's names. */
export type ButtonSet = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
export type Button = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

export interface Question {
  readonly title: string;
  readonly message: string;
  readonly buttons: ButtonSet;
}

export interface PromptAnswer {
  readonly button: Button;
  readonly text: string;
}

export interface SidebarView {
  readonly title: string;
  readonly html: string;
}

/** Sizes are pixels; `null` when the script asks for none. */
export interface DialogView extends SidebarView {
  readonly width: number | null;
  readonly height: number | null;
  readonly modal: boolean;
}

export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: MenuView };

export interface MenuView {
  readonly caption: string;
  readonly items: readonly MenuEntry[];
}

/** What shows the workbook to somebody. Every call is synchronous: a question answers when it returns. */
export interface UserInterface {
  alert(question: Question): Button;
  prompt(question: Question): PromptAnswer;
  showSidebar(view: SidebarView): void;
  showDialog(view: DialogView): void;
  toast(message: string, title: string, seconds: number): void;
  /** A menu has been added to the bar; an add-on's menu comes under `Extensions`. */
  setMenu(menu: MenuView): void;
  /** What was written must be visible now. */
  flushed(): void;
}

/** The answer that comes first: what somebody in a hurry clicks. */
export const firstButton = (buttons: ButtonSet): Button => (buttons.startsWith('YES') ? 'YES' : 'OK');
