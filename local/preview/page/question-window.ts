import type { Answer, Button, ButtonSet, Question } from '../protocol';
import { make } from './element';
import { linkedText } from './linked-text';

/** Buttons in the order of reading: the primary one is last, at the bottom right. */
const BUTTONS: Readonly<Record<ButtonSet, readonly (readonly [Button, string])[]>> = {
  OK: [['OK', 'OK']],
  OK_CANCEL: [
    ['CANCEL', 'Annuler'],
    ['OK', 'OK'],
  ],
  YES_NO: [
    ['NO', 'Non'],
    ['YES', 'Oui'],
  ],
  YES_NO_CANCEL: [
    ['CANCEL', 'Annuler'],
    ['NO', 'Non'],
    ['YES', 'Oui'],
  ],
};

/** The question that a script waits for. */
export class QuestionWindow {
  private question: Question | null = null;
  private field: HTMLInputElement | null = null;

  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly onAnswer: (answer: Answer) => void,
  ) {
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.answer('CLOSE');
    });
  }

  show(question: Question | null): void {
    if (question?.id === this.question?.id) return;
    this.question = question;
    if (question === null) {
      this.dialog.close();
      return;
    }
    const form = make('form', { method: 'dialog', class: 'question' });
    const head = make('div', { class: 'window-head' });
    const cross = make('button', { type: 'button', class: 'cross', 'aria-label': 'Fermer' }, '✕');
    cross.addEventListener('click', () => this.answer('CLOSE'));
    head.append(
      make('h2', { id: 'question-title' }, question.title === '' ? 'PixOrga' : question.title),
      cross,
    );
    const body = make('div', { class: 'question-body', id: 'question-message', tabindex: '-1' });
    body.append(...linkedText(question.message));
    form.append(head, body);
    this.field = null;
    if (question.kind === 'prompt') {
      this.field = make('input', { type: 'text', class: 'prompt', 'aria-labelledby': 'question-message' });
      form.append(this.field);
    }
    const buttons = BUTTONS[question.buttons];
    const row = make('div', { class: 'buttons' });
    buttons.forEach(([button, label], index) => {
      const primary = index === buttons.length - 1;
      const node = make(
        'button',
        { type: primary ? 'submit' : 'button', class: primary ? 'button primary' : 'button' },
        label,
      );
      if (primary)
        form.addEventListener('submit', (event) => {
          event.preventDefault();
          this.answer(button);
        });
      else node.addEventListener('click', () => this.answer(button));
      row.append(node);
    });
    form.append(row);
    this.dialog.setAttribute('aria-describedby', 'question-message');
    this.dialog.replaceChildren(form);
    if (!this.dialog.open) this.dialog.showModal();
    (this.field ?? row.querySelector<HTMLElement>('.primary'))?.focus();
  }

  private answer(button: Button): void {
    const { question } = this;
    if (!question) return;
    this.question = null;
    this.dialog.close();
    this.onAnswer({ id: question.id, button, text: this.field?.value ?? '' });
  }
}
