/** What a calculation is doing, in order. */
export const PHASES = [
  'preparing',
  'construction',
  'sessions',
  'preferences',
  'groups',
  'finishing',
] as const;

export type Phase = (typeof PHASES)[number];
