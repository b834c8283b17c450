import { french, number, plural } from './format';

/** The sidebar of problems, and *Vérifier le planning*. */
export const PROBLEMS_TEXT = {
  data: 'Données à corriger',
  planning: 'Vérifier le planning',
  blocking: 'Bloquant',
  warning: 'À corriger',
  goTo: (place: string): string => french(`Aller à ${place}`),
  recheck: 'Vérifier à nouveau',
  checking: 'Vérification…',
  calculate: 'Calculer le planning',
  nothing: french('Aucun problème : vous pouvez calculer le planning.'),
  more: (count: number): string =>
    french(`… et ${number(count)} de plus : corrigez déjà ceux-ci, puis vérifiez à nouveau.`),
  found: (blocking: number, others: number): string =>
    french(
      [
        ...(blocking > 0 ? [plural(blocking, 'problème bloquant', 'problèmes bloquants')] : []),
        ...(others > 0 ? [plural(others, 'point à corriger', 'points à corriger')] : []),
      ].join(', '),
    ),
  noPlanning: french('Il n’y a pas encore de planning : choisissez « Calculer le planning ».'),
  checked: (sessions: number, seats: number): string =>
    french(
      `Vérifié : ${plural(sessions, 'session', 'sessions')}, ${plural(seats, 'personne placée', 'personnes placées')}.`,
    ),
  allIsWell: french(
    'Le planning respecte toutes les règles : places, disponibilités, temps majorés, salles et surveillants.',
  ),
  cellGone: french('Cette cellule n’existe plus : vérifiez à nouveau.'),
} as const;
