import { make } from './element';

/** Short messages at the bottom right; `seconds` below zero stays until it is closed. */
export function showToast(
  holder: HTMLElement,
  { title, message, seconds, failed }: { title: string; message: string; seconds: number; failed: boolean },
): void {
  const toast = make('div', { class: failed ? 'toast failed' : 'toast' });
  const body = make('div', { class: 'toast-body' });
  if (title !== '') body.append(make('strong', {}, title));
  body.append(make('p', {}, message));
  const cross = make('button', { type: 'button', class: 'cross', 'aria-label': 'Fermer le message' }, '✕');
  cross.addEventListener('click', () => toast.remove());
  toast.append(body, cross);
  holder.append(toast);
  while (holder.children.length > 4) holder.firstElementChild?.remove();
  if (seconds > 0) setTimeout(() => toast.remove(), Math.max(4, seconds) * 1000);
}
