import { andList, french, number, plural } from './format';

const quoted = (names: readonly string[]): string => andList(names.map((name) => `« ${name} »`));

/** A French finding: what was seen, and what to do about it. */
export interface FindingWords {
  readonly seen: string;
  readonly remedy: string;
}

const words = (seen: string, remedy = ''): FindingWords => ({ seen: french(seen), remedy: french(remedy) });

/** What *Diagnostic* says. */
export const DIAGNOSTIC_TEXT = {
  title: 'Diagnostic',
  editions: { essential: 'essentiel', complete: 'complet' },
  intro: french('Rien n’est modifié. Chaque ligne qui n’est pas verte dit quoi faire.'),
  allIsWell: french('Tout est en ordre.'),
  toSee: (count: number): string =>
    french(`${plural(count, 'point est', 'points sont')} à regarder, ci-dessous.`),
  states: { good: 'En ordre', warning: 'À regarder', error: 'À corriger', unknown: 'Non vérifié' },
  checking: french('Essai en cours…'),
  again: 'Vérifier à nouveau',
  copy: 'Copier pour la personne qui gère PixOrga',
  copied: french('Copié : collez-le dans votre message.'),
  notCopied: french('Sélectionnez le texte ci-dessous, puis copiez-le (Ctrl + C).'),
  report: french('Texte pour la personne qui gère PixOrga, sans aucune donnée personnelle'),
  openPage: 'Ouvrir la page des autorisations',
  failedCall: french('Google ne répond pas. Vérifiez la connexion, puis recommencez.'),
  titles: {
    authorisations: 'Autorisations',
    account: 'Compte',
    rights: 'Droit d’écrire',
    protections: 'Protections',
    timeZone: 'Fuseau horaire',
    locale: 'Paramètres régionaux',
    tabs: 'Onglets',
    reading: 'Lecture du classeur',
    writing: 'Dernière écriture',
    lock: 'Utilisation en cours',
    size: 'Taille du classeur',
    mail: 'Messages',
    forms: 'Formulaires',
    trigger: 'Réponses aux formulaires',
    engineServer: 'Moteur de calcul, chez Google',
    engineWindow: 'Moteur de calcul, dans ce navigateur',
  },
  authorised: words('Toutes les autorisations sont données.'),
  notAuthorised: words(
    'Il manque une autorisation : certaines commandes vont échouer.',
    'Ouvrez la page des autorisations, acceptez-les toutes, puis rechargez le classeur.',
  ),
  account: (address: string): FindingWords =>
    address === ''
      ? words(
          'Google ne dit pas quel compte utilise le menu.',
          'Si plusieurs comptes Google sont ouverts dans ce navigateur, gardez seulement celui de l’université.',
        )
      : words(`Le menu agit au nom de ${address}.`),
  canWrite: words('Votre compte peut écrire dans tous les onglets de PixOrga.'),
  cannotWrite: words(
    'Votre compte peut lire ce classeur, mais pas y écrire.',
    'Demandez au propriétaire du classeur le droit de modification : bouton « Partager », puis « Éditeur ».',
  ),
  cannotWriteIn: (tabs: readonly string[]): FindingWords =>
    words(
      `Votre compte ne peut pas écrire dans ${quoted(tabs)} : une protection l’en empêche.`,
      'Demandez au propriétaire du classeur de la lever (Données ▸ Protéger des feuilles et des plages), ou de vous y autoriser.',
    ),
  noProtection: words('Aucune protection ne gêne vos collègues.'),
  protectionsBlock: (tabs: readonly string[]): FindingWords =>
    words(
      `Une protection empêche certains de vos collègues d’écrire dans ${quoted(tabs)} : pour eux, le menu Pix va échouer.`,
      'Dans Données ▸ Protéger des feuilles et des plages, choisissez « Afficher un avertissement » au lieu de limiter les personnes.',
    ),
  timeZone: (zone: string): FindingWords => words(`Le classeur est à l’heure de ${zone}.`),
  otherTimeZone: (zone: string): FindingWords =>
    words(
      `Le classeur est à l’heure de ${zone}.`,
      'Si vos sessions n’ont pas lieu à cette heure-là, changez-la dans Fichier ▸ Paramètres ▸ Fuseau horaire.',
    ),
  locale: words('France : les dates se lisent jour, mois, année.'),
  otherLocale: (locale: string): FindingWords =>
    words(
      `Le classeur n’est pas réglé sur la France (${locale}) : une date tapée 12/01 peut devenir le 1er décembre.`,
      'Dans Fichier ▸ Paramètres, choisissez « France », puis vérifiez les dates déjà tapées.',
    ),
  tabs: words('Les onglets nécessaires sont là.'),
  missingTabs: (tabs: readonly string[]): FindingWords =>
    words(
      `Il manque ${quoted(tabs)}.`,
      'Choisissez Pix ▸ Préparer le classeur. Si vos onglets ont d’autres noms, écrivez-les dans l’onglet « Paramètres ».',
    ),
  twinTabs: (tabs: readonly string[]): FindingWords =>
    words(
      `Deux onglets portent presque le même nom : ${quoted(tabs)}. Seul le premier est lu.`,
      'Renommez ou supprimez celui qui ne sert pas.',
    ),
  read: (candidates: number, blocking: number, warnings: number): FindingWords =>
    words(
      `Lu sans échec : ${plural(candidates, 'candidat', 'candidats')}, ${plural(blocking, 'problème bloquant', 'problèmes bloquants')}, ${plural(warnings, 'avertissement', 'avertissements')}.`,
      blocking > 0 ? 'Choisissez Pix ▸ Vérifier les données : chaque problème y a sa cellule.' : '',
    ),
  writingDone: words('Elle est allée à son terme.'),
  writingInterrupted: words(
    'Elle a été interrompue : les onglets de résultats peuvent être à moitié écrits.',
    'Choisissez n’importe quelle commande du menu Pix : elle remet d’abord ces onglets comme avant.',
  ),
  free: words('Personne d’autre n’utilise le menu Pix en ce moment.'),
  busy: words(
    'Quelqu’un utilise le menu Pix en ce moment.',
    'Attendez qu’il ait terminé ; cela dure quelques minutes au plus.',
  ),
  size: (cells: number): FindingWords =>
    words(`${number(cells)} cellules, sur les 10 millions que Google accepte.`),
  tooLarge: (cells: number): FindingWords =>
    words(
      `${number(cells)} cellules, sur les 10 millions que Google accepte.`,
      'Supprimez les onglets qui ne servent plus, et les lignes et colonnes vides en trop.',
    ),
  mail: (left: number): FindingWords =>
    words(`${plural(left, 'message peut', 'messages peuvent')} encore partir aujourd’hui de votre compte.`),
  noMail: words(
    'Aucun message ne peut plus partir aujourd’hui de votre compte.',
    'Attendez demain : un envoi interrompu reprend où il s’est arrêté, et rien ne part deux fois.',
  ),
  forms: (tabs: readonly string[]): FindingWords =>
    tabs.length === 0
      ? words('Aucun formulaire n’est relié à ce classeur.')
      : words(
          `${tabs.length === 1 ? 'Un formulaire écrit' : 'Des formulaires écrivent'} dans ${quoted(tabs)}.`,
        ),
  lostForms: (tabs: readonly string[]): FindingWords =>
    words(
      tabs.length === 0
        ? 'L’onglet d’un formulaire a été supprimé.'
        : `Le formulaire de ${quoted(tabs)} est supprimé, détaché, ou appartient à quelqu’un d’autre.`,
      'Demandez à la personne qui l’a créé de choisir Pix ▸ Demandes et disponibilités ▸ Actualiser les formulaires, ou créez-en un nouveau.',
    ),
  listening: words('Chaque réponse est vérifiée dès qu’elle arrive, au nom de votre compte.'),
  notListening: words(
    'Votre compte ne vérifie pas les réponses à leur arrivée. C’est normal si un collègue a créé les formulaires.',
    'Sinon, choisissez Pix ▸ Demandes et disponibilités ▸ Actualiser les formulaires.',
  ),
  noNeedToListen: words('Rien à vérifier : il n’y a pas de formulaire.'),
  engineWorks: (milliseconds: number): FindingWords =>
    words(`Il a résolu l’exemple en ${number(Math.max(0.1, Math.round(milliseconds / 100) / 10))} s.`),
  engineServerFails: words(
    'Il ne fonctionne pas avec ce compte.',
    'Le planning se calcule alors dans la fenêtre. Transmettez le texte ci-dessous à la personne qui gère PixOrga.',
  ),
  engineWindowFails: words(
    'Ce navigateur le refuse.',
    'Le planning se calcule alors chez Google, en 4 minutes au plus. Essayez un navigateur à jour.',
  ),
  notChecked: (sentence: string): FindingWords => words('Cette vérification n’a pas abouti.', sentence),
} as const;

export type CheckKey = keyof typeof DIAGNOSTIC_TEXT.titles;
