import { french } from './format';

/** What *Aide* shows. */
export const HELP_TEXT = {
  title: 'Aide',
  lines: [
    '1. « Préparer le classeur » crée les onglets qui manquent. Ce qui existe ne change jamais.',
    "2. Remplissez les onglets bleus : salles, créneaux, étudiants, disponibilités. Une aide s'affiche en passant sur chaque titre de colonne.",
    "3. « Vérifier les données » lit tout et écrit dans l'onglet « À corriger » chaque problème, avec sa cellule et ce qu'il faut faire.",
    "4. « Calculer le planning » place le plus de candidats possible, dans le moins de sessions possible, et remplit les onglets verts. Les personnes sans place sont dans l'onglet « Non placés », avec la raison.",
    "Pour qu'une session ou une personne ne bouge plus, cochez « Verrouillée », puis recalculez. Vos remarques et vos colonnes sont conservées.",
    'PixOrga est un outil indépendant des sites officiels Pix, Pix Certif et Pix Orga.',
  ].map(french),
} as const;
