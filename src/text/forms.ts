import type { Slot } from '../domain/slot';
import { andList, french, plural, shortDay, timeRange } from './format';

/** A slot as a form offers it, and as `Disponibilités` and `Demandes` read it: its code comes first; no comma. */
export function slotLabel({ code, day, start, end, site }: Slot): string {
  const where = site === null ? '' : ` (${site.replace(/,/g, ' ')})`;
  return `${code} ${shortDay(day)} ${timeRange(start, end)}${where}`.replace(/[\u00a0\u202f]/g, ' ');
}

/** Titles are the headers of the contract, so that the tab that receives the answers reads as it should. */
export const REQUEST_FORM = {
  title: 'Demande de session de certification Pix',
  description: french(
    'Ce formulaire sert à demander une ou plusieurs sessions de certification Pix pour un groupe d’étudiants. Une demande est étudiée, puis acceptée ou non : la remplir ne réserve pas de place. Pour corriger une demande, remplissez de nouveau le formulaire pour le même groupe : la dernière compte.',
  ),
  confirmation: french(
    'Votre demande est enregistrée. Elle sera étudiée ; vous serez prévenu(e) de la suite.',
  ),
  help: {
    requester: 'Votre prénom et votre nom.',
    department: 'Votre composante : UFR, institut ou école.',
    course: 'La formation des étudiants, par exemple « Licence Droit ».',
    group: french('Le nom du groupe, tel qu’il figure dans les listes d’étudiants. Une demande par groupe.'),
    count: 'Combien d’étudiants doivent passer la certification, au plus.',
    sites: 'Où les étudiants peuvent venir.',
    slots: french(
      'Cochez tous les créneaux possibles : plus il y en a, plus la demande a de chances d’aboutir.',
    ),
    extraTimeCount: 'Combien d’entre eux ont un temps majoré. 0 si aucun.',
    remarks: 'Ce qu’il faut savoir de plus. N’écrivez ici aucune donnée de santé.',
  },
  numberRefusal: (least: number, greatest: number): string =>
    `Écrivez un nombre entier, de ${least} à ${greatest}.`,
} as const;

export const AVAILABILITY_FORM = {
  title: 'Certification Pix : quand pouvez-vous venir ?',
  description: french(
    'Indiquez quand vous pouvez passer la certification Pix. Répondre ne garantit pas une place : vous recevrez une convocation si une place vous est attribuée. Pour changer de réponse, répondez de nouveau : la dernière compte.',
  ),
  confirmation: french(
    'Votre réponse est enregistrée. Elle ne garantit pas une place : attendez votre convocation.',
  ),
  id: 'N° étudiant',
  possible: 'Créneaux possibles',
  preferred: 'Créneaux préférés',
  help: {
    id: 'Le numéro qui figure sur votre carte d’étudiant.',
    possible: 'Cochez tous les créneaux où vous pouvez venir.',
    preferred: 'Parmi eux, ceux qui vous arrangent le plus. Rien n’est garanti.',
  },
  /** A choice that says no to everything: silence is no answer. */
  none: 'Aucun de ces créneaux',
  tab: 'Réponses disponibilités',
} as const;

export const FORMS_TEXT = {
  createRequest: 'Créer le formulaire de demande',
  createAvailability: 'Créer le formulaire de disponibilité',
  refresh: 'Actualiser les formulaires',
  noOffer: french(
    'Aucun créneau ou aucune salle certifiée : remplissez d’abord les onglets « Créneaux » et « Salles », puis recommencez.',
  ),
  allPast: 'Tous les créneaux sont passés : ajoutez des créneaux à venir, puis recommencez.',
  already: (tab: string, address: string): string =>
    french(
      `Le formulaire existe déjà ; ses réponses arrivent dans l’onglet « ${tab} ». Adresse à diffuser : ${address}`,
    ),
  made: (tab: string, address: string): string =>
    french(
      `Le formulaire est prêt ; ses réponses arrivent dans l’onglet « ${tab} ». Adresse à diffuser : ${address}`,
    ),
  moved: (count: number, before: string): string =>
    french(
      `${plural(count, 'demande déjà saisie est recopiée', 'demandes déjà saisies sont recopiées')} dans le nouvel onglet. L’ancien onglet est gardé sous le nom « ${before} » et n’est plus lu.`,
    ),
  noForm: french(
    'Ce classeur n’a pas encore de formulaire. Choisissez « Créer le formulaire de demande » ou « Créer le formulaire de disponibilité ».',
  ),
  refreshed: (titles: readonly string[]): string =>
    titles.length === 0
      ? 'Les formulaires proposent déjà les bons créneaux et les bons sites : rien n’a changé.'
      : french(`Choix mis à jour : ${andList(titles.map((title) => `« ${title} »`))}.`),
  recovered: (count: number): string =>
    french(
      `${plural(count, 'réponse', 'réponses')} que Google n’avait pas écrites dans le classeur ${count === 1 ? 'est retrouvée' : 'sont retrouvées'}.`,
    ),
  checked: (count: number): string =>
    french(`${plural(count, 'demande en attente est vérifiée', 'demandes en attente sont vérifiées')}.`),
  requestsMoved: (count: number): string =>
    french(
      `${plural(count, 'demande acceptée coche', 'demandes acceptées cochent')} un créneau qui a depuis changé de date ou d’heure : il ne compte plus pour ${count === 1 ? 'elle' : 'elles'}. Demandez l’accord du demandeur, puis écrivez le code du créneau à la place (voir « Vérifier les données »).`,
    ),
  /** Answers that came to their tab, and that the platform told nobody of. */
  caughtUp: (requests: number, answers: number): string =>
    french(
      `Arrivé sans avoir été traité, et traité maintenant : ${andList([
        ...(requests > 0 ? [plural(requests, 'demande', 'demandes')] : []),
        ...(answers > 0 ? [plural(answers, 'réponse d’étudiant', 'réponses d’étudiants')] : []),
      ])}.`,
    ),
  outOfReach: (tab: string): string =>
    french(
      `Un formulaire envoie déjà ses réponses dans l’onglet « ${tab} », mais il a été supprimé ou n’est pas partagé avec vous. Si vous en créez un autre, les réponses au premier ne seront plus lues. Créer un nouveau formulaire ?`,
    ),
  keptAsIs: french(
    'Rien n’est créé. Demandez à la personne qui a fait le formulaire de le partager avec vous.',
  ),
  lost: (tab: string): string =>
    french(
      `Le formulaire de l’onglet « ${tab} » est introuvable, ou n’est pas partagé avec vous. Demandez à la personne qui l’a créé de vous le partager ; s’il est supprimé, créez-en un nouveau avec le menu.`,
    ),
  oldTab: (name: string): string => `${name} (avant le formulaire)`,
} as const;
