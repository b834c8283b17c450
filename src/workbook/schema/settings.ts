import { column, type TabSchema } from './tab-schema';

export const settingsTab: TabSchema = {
  key: 'settings',
  name: 'Paramètres',
  role: 'settings',
  renamedBy: null,
  explanation: 'Les réglages du calcul. Une valeur vide vaut la valeur par défaut.',
  slotColumns: false,
  columns: [
    column('name', 'Paramètre', 270, { required: true, synonyms: ['Paramètres', 'Réglage'] }),
    column('value', 'Valeur', 170, { required: true, synonyms: ['Valeurs'] }),
    column('help', 'Aide', 520, { synonyms: ['Explication'] }),
  ],
};

export type SettingKey =
  | 'testMinutes'
  | 'setupMinutes'
  | 'gapMinutes'
  | 'defaultExtraTime'
  | 'keptFree'
  | 'candidatesPerInvigilator'
  | 'noAnswer'
  | 'priority'
  | 'recalculation'
  | 'certifiableOnly'
  | 'maximumLevel'
  | 'pixBilling'
  | 'pixPrepaymentCode'
  | 'pixResultsEmail'
  | 'pixSite'
  | 'senderName'
  | 'replyTo'
  | 'receipts'
  | 'roomsTab'
  | 'slotsTab'
  | 'studentsTab'
  | 'availabilityTab'
  | 'requestsTab';

export interface SettingSchema {
  readonly key: SettingKey;
  /** Label in the first column. */
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly default: string | number;
  /** Accepted words, or the least and greatest whole number, or any text. */
  readonly accepts:
    | { readonly kind: 'words'; readonly words: readonly string[] }
    | { readonly kind: 'number'; readonly least: number; readonly greatest: number }
    | { readonly kind: 'text' };
  readonly help: string;
}

const number = (least: number, greatest: number) => ({ kind: 'number', least, greatest }) as const;
const words = (...list: string[]) => ({ kind: 'words', words: list }) as const;

const setting = (
  key: SettingKey,
  label: string,
  byDefault: string | number,
  accepts: SettingSchema['accepts'],
  help: string,
  synonyms: readonly string[] = [],
): SettingSchema => ({ key, label, synonyms, default: byDefault, accepts, help });

export const SETTINGS: readonly SettingSchema[] = [
  setting('testMinutes', "Durée de l'épreuve (min)", 105, number(1, 600), 'Durée de l’épreuve, en minutes.'),
  setting(
    'setupMinutes',
    'Installation (min)',
    15,
    number(0, 240),
    'Temps pris dans le créneau avant le début de l’épreuve.',
  ),
  setting(
    'gapMinutes',
    'Battement entre deux sessions (min)',
    0,
    number(0, 600),
    'Temps minimum entre deux sessions dans une même salle.',
  ),
  setting(
    'defaultExtraTime',
    'Majoration par défaut (%)',
    33,
    number(0, 300),
    'Ce que veut dire « oui » dans la colonne « Temps majoré ».',
  ),
  setting(
    'keptFree',
    'Places gardées libres',
    0,
    number(0, 1000),
    'Places laissées vides dans chaque session.',
  ),
  setting(
    'candidatesPerInvigilator',
    'Candidats par surveillant',
    0,
    number(0, 1000),
    '0 : un surveillant par session. Sinon, un surveillant pour ce nombre de candidats.',
  ),
  setting(
    'noAnswer',
    'Sans réponse',
    'non disponible',
    words('non disponible', 'disponible partout'),
    'Que faire de qui n’a donné aucune disponibilité : « non disponible » ou « disponible partout ».',
  ),
  setting(
    'priority',
    'Priorité',
    'moins de sessions',
    words('moins de sessions', 'préférences', 'au plus tôt'),
    'Après avoir placé le plus de monde : « moins de sessions », « préférences » ou « au plus tôt ».',
  ),
  setting(
    'recalculation',
    'Recalcul',
    'améliorer',
    words('améliorer', 'compléter sans déplacer', 'repartir de zéro'),
    '« améliorer » déplace le moins de monde possible ; « compléter sans déplacer » ne déplace personne ; « repartir de zéro » ne garde que ce qui est verrouillé.',
  ),
  setting(
    'certifiableOnly',
    'Exiger la certifiabilité',
    'non',
    words('non', 'oui'),
    '« oui » : seuls les candidats marqués « Certifiable » sont planifiés.',
  ),
  setting(
    'maximumLevel',
    'Niveau maximum Pix',
    5,
    number(1, 8),
    '16 compétences × niveau × 8 pix : 640 au niveau 5, 1 024 au niveau 8.',
  ),
  setting(
    'pixBilling',
    'Tarification part Pix',
    'Gratuite',
    words('Gratuite', 'Prépayée', 'Payante'),
    'Pour l’export vers Pix Certif : « Gratuite », « Prépayée » ou « Payante ».',
  ),
  setting(
    'pixPrepaymentCode',
    'Code de prépaiement',
    '',
    { kind: 'text' },
    'Pour l’export vers Pix Certif, seulement si la tarification est « Prépayée ».',
  ),
  setting(
    'pixResultsEmail',
    'E-mail du destinataire des résultats',
    '',
    { kind: 'text' },
    'Pour l’export vers Pix Certif. Vide : personne.',
  ),
  setting(
    'pixSite',
    'Nom du site',
    '',
    { kind: 'text' },
    'Le site tel que Pix Certif le connaît. Vide : le site de chaque salle.',
  ),
  setting(
    'senderName',
    'Nom affiché dans les messages',
    '',
    { kind: 'text' },
    'Le nom que voient les destinataires des messages. Vide : le vôtre.',
  ),
  setting(
    'replyTo',
    'Adresse de réponse',
    '',
    { kind: 'text' },
    'L’adresse à laquelle on répond aux messages. Vide : la vôtre.',
  ),
  setting(
    'receipts',
    'Accusé de réception des demandes',
    'non',
    words('non', 'oui'),
    '« oui » : qui envoie une demande par le formulaire reçoit un message.',
  ),
  setting('roomsTab', 'Onglet des salles', 'Salles', { kind: 'text' }, 'Nom de l’onglet dans ce classeur.'),
  setting(
    'slotsTab',
    'Onglet des créneaux',
    'Créneaux',
    { kind: 'text' },
    'Nom de l’onglet dans ce classeur.',
  ),
  setting(
    'studentsTab',
    'Onglet des étudiants',
    'Étudiants',
    { kind: 'text' },
    'Nom de l’onglet dans ce classeur.',
  ),
  setting(
    'availabilityTab',
    'Onglet des disponibilités',
    'Disponibilités',
    { kind: 'text' },
    'Nom de l’onglet dans ce classeur.',
  ),
  setting(
    'requestsTab',
    'Onglet des demandes',
    'Demandes',
    { kind: 'text' },
    'Nom de l’onglet dans ce classeur.',
  ),
];
