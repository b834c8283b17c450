/** Labels of the menu, as users and the command line name them. */
export const MENU_TEXT = {
  title: 'Pix',
  prepare: 'Préparer le classeur',
  check: 'Vérifier les données',
  compute: 'Calculer le planning',
  requests: 'Demandes et disponibilités',
  createRequestForm: 'Créer le formulaire de demande',
  createAvailabilityForm: 'Créer le formulaire de disponibilité',
  refreshForms: 'Actualiser les formulaires',
  mergeGroups: 'Rapprocher les groupes',
  communicate: 'Communiquer',
  convocations: 'Préparer les convocations',
  pixFiles: 'Fichiers Pix',
  exportPixCertif: 'Exporter vers Pix Certif',
  help: 'Aide',
} as const;
