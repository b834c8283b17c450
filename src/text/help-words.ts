import { french } from './format';

/** A word and what it means. */
export type Entry = readonly [word: string, meaning: string];

const entries = (list: readonly Entry[]): readonly Entry[] =>
  list.map(([word, meaning]) => [french(word), french(meaning)]);

/** Words that newcomers ask about. */
export const GLOSSARY: readonly Entry[] = entries([
  [
    'Créneau',
    'Un jour et une heure où des sessions peuvent avoir lieu, dans une ou plusieurs salles à la fois.',
  ],
  ['Session', 'Un créneau dans une salle : ceux qui y sont inscrits passent la certification ensemble.'],
  ['Salle certifiée', 'Une salle où Pix accepte des sessions. « Places » n’est jamais dépassé.'],
  [
    'Disponibilité',
    'Les créneaux où une personne, ou tout son groupe, peut venir : « oui », « x » ou une case cochée. La ligne d’une personne l’emporte sur celle de son groupe.',
  ],
  ['Préféré', 'Un créneau disponible que la personne aimerait mieux : écrivez « préféré ».'],
  [
    'Temps majoré',
    'Du temps en plus pour la même épreuve : 33 % le plus souvent. Le créneau doit être assez long.',
  ],
  ['Non placé', 'Un candidat sans session. L’onglet « Non placés » dit pourquoi, et que faire.'],
  [
    'Place sans nom',
    'Une place réservée par une demande acceptée, pour un étudiant qui n’est pas encore dans la liste.',
  ],
  [
    'Minimum prouvé',
    'Il est certain qu’aucun planning ne fait mieux : il ne sert à rien de chercher à la main.',
  ],
  [
    'Verrouillée',
    'Une session ou une personne que le calcul ne déplace plus. Une session « Convoquée » ou « Tenue » l’est toujours.',
  ],
  [
    'État d’une session',
    'Brouillon, puis Publiée (les enseignants la connaissent), Convoquée (les candidats aussi), Tenue. Annulée : elle n’a pas lieu.',
  ],
]);

/** What goes wrong, as people say it, and what to do. */
export const TROUBLES: readonly Entry[] = entries([
  [
    'Des dates sont refusées, ou le jour et le mois sont inversés',
    'Dans Fichier ▸ Paramètres, choisissez « France » comme paramètres régionaux, puis tapez à nouveau les dates concernées.',
  ],
  [
    'Les N° étudiant perdent leur premier zéro',
    'Mettez la colonne au format Texte brut (Format ▸ Nombre), puis collez à nouveau les numéros.',
  ],
  [
    'Un étudiant présent dans la liste n’est pas placé',
    'Cherchez-le dans « Non placés » : la raison y est. Le plus souvent, il n’a aucun créneau, ou aucun n’est assez long pour son temps majoré.',
  ],
  [
    'Mes colonnes ne sont pas reconnues',
    'Donnez-leur le titre du modèle (une note l’explique sur chaque titre), ou répondez « Oui » quand PixOrga demande si votre colonne en tient lieu.',
  ],
  [
    'Mes onglets ont d’autres noms',
    'Écrivez leurs noms dans l’onglet « Paramètres », aux lignes « Onglet des salles », « Onglet des étudiants »…',
  ],
  [
    'J’ai changé une session à la main et je crains une erreur',
    'Choisissez « Vérifier le planning » : ce qui ne va plus est dit, avec la cellule.',
  ],
  [
    'Un nouveau calcul risque de déplacer des gens',
    'Choisissez « Compléter sans déplacer » dans la fenêtre du calcul, ou cochez « Verrouillée ». Rien n’est écrit avant votre accord.',
  ],
  [
    'Un message parle d’une autorisation ou d’une cellule protégée',
    'Ouvrez « Diagnostic » : il dit ce qui manque à votre compte et qui peut le donner.',
  ],
  [
    'Le menu Pix n’apparaît pas',
    'Rechargez la page et attendez quelques secondes. Le menu n’existe que sur un ordinateur, pas dans l’application mobile, et seulement si vous pouvez modifier le classeur.',
  ],
]);
