import { column, listOf, TEXT, type TableSchema } from './tab-schema';

/** Tabs of the complete edition, made when they are first needed: they are no part of a planning. */

/** `État` of a message, in French. */
export const MESSAGE_STATE_LABELS = {
  toSend: 'À envoyer',
  noAddress: 'Adresse à corriger',
  sending: 'Envoi en cours',
  sent: 'Envoyé',
  uncertain: 'À vérifier',
} as const;

/** The record of every message, one row each: those that left, and those that are about to. */
export const messagesTab: TableSchema = {
  name: 'Messages',
  explanation:
    'Un message par ligne. « À vérifier » : l’envoi a été interrompu ; regardez dans vos messages envoyés, puis choisissez « Envoyé » ou « À envoyer ».',
  columns: [
    column('number', 'Message', 80, { ...TEXT, required: true, align: 'center' }),
    column('kind', 'Type', 120, { required: true }),
    column('who', 'Pour', 110, { ...TEXT, required: true }),
    column('name', 'Nom', 180, TEXT),
    column('address', 'Courriel', 270, TEXT),
    column('session', 'Session', 90, { ...TEXT, align: 'center' }),
    column('state', 'État', 130, {
      required: true,
      align: 'center',
      ...listOf(Object.values(MESSAGE_STATE_LABELS)),
    }),
    column('at', 'Le', 140, { format: 'dd/mm/yyyy hh:mm', align: 'center' }),
    column('mark', 'Repère', 200, {
      ...TEXT,
      required: true,
      note: 'Ce que le message a dit, en bref : PixOrga s’en sert pour savoir qui prévenir d’un changement.',
    }),
  ],
};

/** The texts of the messages, which staff edit. */
export const templatesTab: TableSchema = {
  name: 'Modèles',
  explanation: 'Le texte de chaque message. Une cellule vide reprend le texte d’origine.',
  columns: [
    column('name', 'Modèle', 150, { required: true }),
    column('subject', 'Objet', 300, TEXT),
    column('text', 'Texte', 560, { ...TEXT, required: true }),
    column('fields', 'Champs possibles', 300, TEXT),
  ],
};
