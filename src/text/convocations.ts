import type { CalendarDay, Minutes } from '../domain/calendar';
import { andList, french, number, plural, shortDay, time } from './format';

/** Fields that a message to a candidate may hold, between double braces. */
export const CANDIDATE_FIELDS = {
  firstName: 'Prénom',
  lastName: 'Nom',
  id: 'N° étudiant',
  session: 'Session',
  day: 'Date',
  arrival: 'Heure',
  testStart: "Début de l'épreuve",
  testEnd: "Fin de l'épreuve",
  duration: 'Durée',
  extraTime: 'Temps majoré',
  place: 'Lieu',
  room: 'Salle',
  building: 'Bâtiment',
  site: 'Site',
  before: 'Ancien rendez-vous',
} as const;

export const INVIGILATOR_FIELDS = { name: 'Nom', count: 'Nombre de sessions', sessions: 'Sessions' } as const;
export const REMINDER_FIELDS = {
  firstName: 'Prénom',
  lastName: 'Nom',
  id: 'N° étudiant',
  link: 'Lien',
} as const;
export const RECEIPT_FIELDS = {
  requester: 'Demandeur',
  group: 'Groupe',
  state: 'Statut',
  followUp: 'Suivi',
} as const;

export type TemplateKey =
  'convocation' | 'correction' | 'cancellation' | 'unseated' | 'invigilation' | 'reminder' | 'receipt';

export interface TemplateText {
  /** As it stands in `Modèles`, and as the type of the message. */
  readonly label: string;
  readonly subject: string;
  readonly text: string;
  readonly fields: readonly string[];
}

const candidate = Object.values(CANDIDATE_FIELDS);
const BRING = `À apporter :
- une pièce d’identité en cours de validité, avec photo ;
- votre carte d’étudiant ;
- vos identifiants Pix.`;
const APPOINTMENT = `Date : {{Date}}
Heure d’arrivée : {{Heure}}
Lieu : {{Lieu}}
Début de l’épreuve : {{Début de l'épreuve}}
Durée : {{Durée}}
{{Temps majoré}}`;
const CLOSING = `En cas d’empêchement, répondez à ce message.

Le service des certifications`;

/** The texts that staff start from. */
export const TEMPLATES: Readonly<Record<TemplateKey, TemplateText>> = {
  convocation: {
    label: 'Convocation',
    subject: 'Certification Pix : convocation du {{Date}}',
    text: `Bonjour {{Prénom}} {{Nom}},

Vous êtes convoqué(e) à une session de certification Pix.

${APPOINTMENT}

${BRING}

${CLOSING}`,
    fields: candidate,
  },
  correction: {
    label: 'Correction',
    subject: 'Certification Pix : changement de votre convocation',
    text: `Bonjour {{Prénom}} {{Nom}},

Votre convocation à la certification Pix a changé. Ce message remplace le précédent.

${APPOINTMENT}

Ancien rendez-vous, à oublier : {{Ancien rendez-vous}}

${BRING}

${CLOSING}`,
    fields: candidate,
  },
  cancellation: {
    label: 'Annulation',
    subject: 'Certification Pix : annulation de votre convocation',
    text: `Bonjour {{Prénom}} {{Nom}},

Votre rendez-vous de certification Pix est annulé : {{Ancien rendez-vous}}.

Vous recevrez une nouvelle convocation dès qu’une place vous est attribuée.

Le service des certifications`,
    fields: candidate,
  },
  unseated: {
    label: 'Sans place',
    subject: 'Certification Pix : pas encore de place pour vous',
    text: `Bonjour {{Prénom}} {{Nom}},

Aucune place n’a pu vous être attribuée pour la certification Pix, avec les disponibilités connues à ce jour.

Répondez à ce message en indiquant quand vous pouvez venir : vous serez convoqué(e) dès qu’une place se libère.

Le service des certifications`,
    fields: candidate,
  },
  invigilation: {
    label: 'Surveillance',
    subject: 'Certification Pix : vos sessions à surveiller',
    text: `Bonjour {{Nom}},

Vos sessions de certification Pix à surveiller ({{Nombre de sessions}}) :

{{Sessions}}

Cette liste remplace les précédentes. Merci de signaler tout empêchement en répondant à ce message.

Le service des certifications`,
    fields: Object.values(INVIGILATOR_FIELDS),
  },
  reminder: {
    label: 'Rappel',
    subject: 'Certification Pix : indiquez vos disponibilités',
    text: `Bonjour {{Prénom}} {{Nom}},

Nous ne savons pas encore quand vous pouvez passer la certification Pix. Répondez au formulaire, en quelques minutes :

{{Lien}}

Si vous aviez déjà répondu, les créneaux que vous aviez cochés ont changé depuis : répondez à nouveau.

Répondre ne garantit pas une place : vous recevrez une convocation si une place vous est attribuée.

Le service des certifications`,
    fields: Object.values(REMINDER_FIELDS),
  },
  receipt: {
    label: 'Accusé de réception',
    subject: 'Demande de session Pix : {{Groupe}}',
    text: `Bonjour {{Demandeur}},

Votre demande de session de certification Pix pour le groupe {{Groupe}} est bien arrivée.

{{Suivi}}

Le service des certifications`,
    fields: Object.values(RECEIPT_FIELDS),
  },
};

export const CONVOCATION_TEXT = {
  title: 'Préparer les convocations',
  eventTitle: 'Certification Pix',
  watchTitle: 'Surveillance : certification Pix',
  fileName: 'certification-pix.ics',
  extraTimeIncluded: 'Votre temps majoré est compris dans cette durée.',
  noWatch: 'Aucune session pour le moment.',
  nothingPlanned: french(
    'Aucune session n’est planifiée : il n’y a personne à convoquer. Choisissez d’abord « Calculer le planning ».',
  ),
  nothingDue: 'Personne n’est à prévenir : tout le monde a déjà reçu le bon message.',
  nothingCanLeave: 'Aucun message n’est prêt à partir.',
  nothingMore: french('Tous les messages sont partis.'),
  quotaReached: french(
    'Google n’accepte plus de message aujourd’hui. Les autres attendent dans l’onglet « Messages » : reprenez demain avec « Préparer les convocations ».',
  ),
  testSubject: (subject: string): string => `[Essai] ${subject}`,
  testSent: (address: string): string => french(`Message d’essai envoyé à ${address}.`),
  testNotSent: french('Le message d’essai n’est pas parti. Réessayez dans quelques minutes.'),
  wrongReplyTo: (where: string, address: string): string =>
    french(
      `${where} : « ${address} » n’est pas une adresse e-mail. Aucun message ne part. Corrigez-la, ou effacez-la pour que les réponses vous arrivent.`,
    ),
  dueLine: (counts: string): string => french(`À envoyer : ${counts}.`),
  noOwnAddress: 'Votre adresse n’est pas connue : le message d’essai n’est pas parti.',
  fieldsHelp: (fields: readonly string[]): string => fields.map((field) => `{{${field}}}`).join(' '),
} as const;

/** Parts of the messages that staff may leave out. */
export const PART_LABELS = {
  unseated: 'Candidats sans place',
  cancelled: 'Rendez-vous annulés',
  invigilators: 'Surveillants',
} as const;

export function sessionPart(number: string, day: CalendarDay, start: Minutes, room: string): string {
  return french(`${number} : ${shortDay(day)} à ${time(start)}, ${room}`);
}

/** Words of the window. */
export const CONVOCATIONS_WINDOW_TEXT = {
  choose: 'Qui prévenir',
  preview: 'Aperçu',
  of: (index: number, count: number): string => `${number(index)} sur ${number(count)}`,
  previous: 'Précédent',
  next: 'Suivant',
  to: 'À',
  subject: 'Objet',
  attachment: 'Pièce jointe',
  test: 'M’envoyer cet essai',
  send: (count: number): string => `Envoyer ${plural(count, 'message', 'messages')}`,
  sending: (sent: number, total: number): string =>
    french(`Envoi en cours : ${number(sent)} sur ${number(total)}`),
  sent: (count: number): string => french(`${plural(count, 'message envoyé', 'messages envoyés')}.`),
  stop: 'S’arrêter là',
  close: 'Fermer',
  failed: french('L’envoi s’est arrêté. Rien ne part deux fois : rouvrez cette fenêtre pour reprendre.'),
  templates: french('Les textes se modifient dans l’onglet « Modèles ».'),
} as const;

/** Messages of each kind, in words: *3 convocations, 1 correction*. */
const KIND_WORDS: Readonly<Record<Exclude<TemplateKey, 'receipt'>, readonly [one: string, several: string]>> =
  {
    convocation: ['convocation', 'convocations'],
    correction: ['correction', 'corrections'],
    cancellation: ['annulation', 'annulations'],
    unseated: ['message « sans place »', 'messages « sans place »'],
    invigilation: ['message aux surveillants', 'messages aux surveillants'],
    reminder: ['rappel', 'rappels'],
  };

export function kindCounts(kinds: readonly Exclude<TemplateKey, 'receipt'>[]): string {
  const parts = KINDS_IN_ORDER.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    const [one, several] = KIND_WORDS[kind];
    return count === 0 ? [] : [plural(count, one, several)];
  });
  return french(andList(parts));
}

const KINDS_IN_ORDER = [
  'convocation',
  'correction',
  'cancellation',
  'unseated',
  'invigilation',
  'reminder',
] as const;

/** *Envoyé : 3 convocations et 1 correction.* */
export function sentLine(kinds: readonly Exclude<TemplateKey, 'receipt'>[]): string {
  return kinds.length === 0 ? 'Aucun message n’est parti.' : french(`Envoyé : ${kindCounts(kinds)}.`);
}

export function leftLine(left: number): string {
  return left === 0
    ? CONVOCATION_TEXT.nothingMore
    : french(`${plural(left, 'message attend', 'messages attendent')} encore.`);
}

export function quotaLine(quota: number, toSend: number): string {
  const rest = `Google accepte encore ${plural(quota, 'message', 'messages')} aujourd’hui`;
  return french(
    quota < toSend
      ? `${rest} : les ${number(toSend - quota)} autres partiront quand vous reprendrez demain.`
      : `${rest}.`,
  );
}

export function noAddressLine(count: number): string {
  return french(
    `${plural(count, 'personne n’a pas d’adresse utilisable', 'personnes n’ont pas d’adresse utilisable')} : voir « Adresse à corriger » dans l’onglet « Messages », puis corrigez l’adresse dans « Étudiants » ou « Surveillants ».`,
  );
}

export function uncertainLine(count: number): string {
  return french(
    `${plural(count, 'message est', 'messages sont')} « À vérifier » dans l’onglet « Messages » : l’envoi a été interrompu au moment de partir. Regardez dans vos messages envoyés, puis choisissez « Envoyé » ou « À envoyer ».`,
  );
}

/** A template names a field that does not exist. */
export function unknownFieldLine(cell: string, field: string, known: readonly string[]): string {
  return french(
    `${cell} : le champ « {{${field}}} » n’existe pas. Champs possibles : ${known.map((name) => `{{${name}}}`).join(', ')}.`,
  );
}
