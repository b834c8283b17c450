import type { SessionState } from '../domain/session';

/** `État` in `Planning`. */
export const STATE_LABELS: Readonly<Record<SessionState, string>> = {
  draft: 'Brouillon',
  published: 'Publiée',
  convoked: 'Convoquée',
  held: 'Tenue',
  cancelled: 'Annulée',
};
