import { french } from './format';

/** The question asked before a planning that people know of is calculated again. */
export const RECALCULATION_TEXT = {
  title: 'Calculer le planning',
  question: french(
    "Des sessions sont déjà publiées. Garder à sa place chaque personne déjà placée, et n'ajouter que les autres ?\n\nOui : personne ne change de place (conseillé).\nNon : le planning est amélioré, en déplaçant le moins de personnes possible ; ce qui est convoqué ou verrouillé ne bouge pas.",
  ),
} as const;
