import type { OutputKey } from '../schema/tab-schema';

/** Headers of the columns of each output tab that staff may change: their cells are white. */
export const EDITABLE: Readonly<Record<OutputKey, readonly string[]>> = {
  planning: ['État', 'Créneau', 'Code', 'Surveillants', 'N° session Pix', 'Verrouillée', 'Remarques'],
  assignments: ['Session', 'Verrouillée'],
  anonymousSeats: [],
  unseated: [],
  summary: [],
  problems: [],
};
