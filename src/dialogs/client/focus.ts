/**
 * Puts the keyboard on an element when the window opens: at once, and when the window gets the keyboard, which the
 * page around it may give it later.
 */
export function focusAtStart(first: HTMLElement | null): void {
  if (first === null) return;
  const take = (): void => {
    if (document.activeElement === null || document.activeElement === document.body) first.focus();
  };
  take();
  window.addEventListener('focus', take);
}
