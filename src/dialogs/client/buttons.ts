import { type Child, element } from './element';
import { closeWindow } from './server';

export interface WindowButton {
  readonly label: string;
  readonly press: () => void;
  readonly disabled?: boolean;
}

/** The buttons of a window, in a row at the bottom: quiet ones first, the primary one last, at the right. */
export function buttonRow(primary: WindowButton | null, ...quiet: readonly WindowButton[]): HTMLElement {
  const node = ({ label, press, disabled = false }: WindowButton, kind: string): Child =>
    element('button', { type: 'button', class: kind, disabled, onclick: press }, label);
  return element(
    'div',
    { class: 'buttons' },
    ...quiet.map((button) => node(button, 'quiet')),
    primary === null ? null : node(primary, 'primary'),
  );
}

/** Escape closes the window, unless something in it took the key for itself. */
export function closeOnEscape(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) closeWindow();
  });
}
