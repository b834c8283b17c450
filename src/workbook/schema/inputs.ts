import { COUNT, DAY, TEXT, TICK, TIME, column, listOf, type InputKey, type TabSchema } from './tab-schema';

const SITE_SYNONYMS = ['Campus', 'Lieu', 'Site de passage'];

const rooms: TabSchema = {
  key: 'rooms',
  name: 'Salles',
  role: 'input',
  renamedBy: 'Onglet des salles',
  explanation:
    'Les salles que le GIP Pix a certifiées. Seules les salles cochées « Certifiée » reçoivent des sessions.',
  slotColumns: false,
  columns: [
    column('site', 'Site', 170, { required: true, synonyms: SITE_SYNONYMS }),
    column('building', 'Bâtiment', 150, { synonyms: ['Bât.', 'Bat'] }),
    column('name', 'Salle', 130, { required: true, synonyms: ['Nom de la salle', 'Nom de salle'] }),
    column('code', 'Code', 90, { ...TEXT, required: true, synonyms: ['Code salle', 'Code de la salle'] }),
    column('places', 'Places', 70, {
      ...COUNT,
      required: true,
      synonyms: ['Places certifiées', 'Nombre de places', 'Capacité', 'Nb places'],
      surest: ['Places certifiées'],
      note: 'Nombre de places certifiées : une session n’en dépasse jamais le nombre.',
    }),
    column('certified', 'Certifiée', 80, { ...TICK, synonyms: ['Salle certifiée', 'Certifié'] }),
    column('remarks', 'Remarques', 220, { synonyms: ['Remarque', 'Observations'] }),
  ],
};

const slots: TabSchema = {
  key: 'slots',
  name: 'Créneaux',
  role: 'input',
  renamedBy: 'Onglet des créneaux',
  explanation: 'Les créneaux où une session peut se tenir. Le code est donné automatiquement s’il est vide.',
  slotColumns: false,
  columns: [
    column('code', 'Créneau', 80, {
      ...TEXT,
      align: 'center',
      synonyms: ['Code', 'Code créneau', 'N° créneau'],
    }),
    column('day', 'Date', 120, { ...DAY, required: true, synonyms: ['Jour', 'Date du créneau'] }),
    column('start', 'Début', 70, {
      ...TIME,
      required: true,
      synonyms: ['Heure de début', 'Heure début', 'De'],
    }),
    column('end', 'Fin', 70, { ...TIME, required: true, synonyms: ['Heure de fin', 'Heure fin', 'À'] }),
    column('site', 'Site', 170, {
      synonyms: SITE_SYNONYMS,
      note: 'Vide : le créneau vaut pour tous les sites.',
    }),
    column('remarks', 'Remarques', 220, { synonyms: ['Remarque', 'Observations'] }),
  ],
};

const students: TabSchema = {
  key: 'students',
  name: 'Étudiants',
  role: 'input',
  renamedBy: 'Onglet des étudiants',
  explanation: 'Une ligne par candidat. Pour planifier il faut le numéro, le nom, le prénom et le site.',
  slotColumns: false,
  columns: [
    column('id', 'N° étudiant', 100, {
      ...TEXT,
      required: true,
      synonyms: ['Numéro étudiant', "Numéro d'étudiant", 'No étudiant', 'N° etu', 'Code étudiant', 'INE'],
    }),
    column('lastName', 'Nom', 140, {
      required: true,
      synonyms: ['Nom de naissance', 'Nom de famille', 'Nom patronymique'],
      surest: ['Nom de naissance', 'Nom patronymique'],
      note: 'Nom de naissance, exactement comme sur la pièce d’identité.',
    }),
    column('firstName', 'Prénom', 120, { required: true, synonyms: ['Premier prénom', 'Prénoms'] }),
    column('birthDay', 'Date de naissance', 120, {
      format: 'dd/mm/yyyy',
      align: 'center',
      synonyms: ['Né le', 'Née le', 'Naissance', 'Date naissance'],
    }),
    column('sex', 'Sexe', 60, {
      align: 'center',
      synonyms: ['Genre', 'Civilité'],
      ...listOf(['F', 'M'], false),
    }),
    column('email', 'Courriel', 260, {
      synonyms: ['E-mail', 'Email', 'Mail', 'Adresse e-mail', 'Adresse électronique'],
    }),
    column('department', 'Composante', 150, { synonyms: ['UFR', 'Faculté'] }),
    column('course', 'Formation', 170, { synonyms: ['Diplôme', 'Parcours'] }),
    column('group', 'Groupe', 130, { synonyms: ['Groupe de TD', 'TD', 'Groupe TD'] }),
    column('sites', 'Site', 170, {
      required: true,
      synonyms: [...SITE_SYNONYMS, 'Sites'],
      note: 'Un site, ou plusieurs séparés par des points-virgules.',
    }),
    column('extraTime', 'Temps majoré', 100, {
      ...TEXT,
      align: 'center',
      synonyms: ['Tiers temps', 'Tiers-temps', 'Majoration'],
      note: 'Vide ou « non » : aucun. Sinon 33 %, 1/3, ou « oui » pour la majoration par défaut des paramètres.',
    }),
    column('birthCountry', 'Pays de naissance', 130, { synonyms: ['Pays'] }),
    column('birthInsee', 'Code INSEE', 90, { ...TEXT, synonyms: ['Code INSEE de naissance', 'INSEE'] }),
    column('birthPostalCode', 'Code postal', 90, {
      ...TEXT,
      synonyms: ['Code postal de naissance', 'CP'],
      surest: ['Code postal de naissance'],
    }),
    column('birthTown', 'Commune de naissance', 150, {
      synonyms: ['Ville de naissance', 'Lieu de naissance', 'Commune'],
    }),
    column('externalId', 'Identifiant externe', 120, { ...TEXT, synonyms: ['Identifiant local'] }),
    column('certifiable', 'Certifiable', 80, { ...TICK }),
  ],
};

const availability: TabSchema = {
  key: 'availability',
  name: 'Disponibilités',
  role: 'input',
  renamedBy: 'Onglet des disponibilités',
  explanation:
    'Qui peut venir quand : une ligne par groupe ou par étudiant, une colonne par créneau. La ligne d’un étudiant l’emporte sur celle de son groupe.',
  slotColumns: true,
  columns: [
    column('who', 'Étudiant ou groupe', 160, {
      ...TEXT,
      required: true,
      synonyms: ['N° étudiant', 'Numéro étudiant', 'Étudiant', 'Groupe ou étudiant', 'Groupe'],
      rowByRow: true,
      note: 'Un numéro d’étudiant, ou le nom d’un groupe.',
    }),
  ],
};

const roomAvailability: TabSchema = {
  key: 'roomAvailability',
  name: 'Disponibilités salles',
  role: 'input',
  renamedBy: null,
  explanation:
    'Quand chaque salle est libre : une ligne par salle. Une salle sans ligne est libre à tous les créneaux.',
  slotColumns: true,
  columns: [
    column('code', 'Code', 90, {
      ...TEXT,
      required: true,
      synonyms: ['Salle', 'Code salle', 'Code de la salle'],
    }),
  ],
};

const invigilators: TabSchema = {
  key: 'invigilators',
  name: 'Surveillants',
  role: 'input',
  renamedBy: null,
  explanation:
    'Les surveillants et leurs disponibilités. Onglet vide : les surveillants ne limitent pas le planning.',
  slotColumns: true,
  columns: [
    column('name', 'Nom', 160, {
      required: true,
      synonyms: ['Surveillant', 'Nom et prénom', 'Nom du surveillant'],
    }),
    column('email', 'Courriel', 260, { synonyms: ['E-mail', 'Email', 'Mail', 'Adresse e-mail'] }),
    column('phone', 'Téléphone', 110, { ...TEXT, synonyms: ['Tél.', 'Tel', 'Portable'] }),
    column('sites', 'Site', 170, { synonyms: [...SITE_SYNONYMS, 'Sites'], note: 'Vide : tous les sites.' }),
  ],
};

export const REQUEST_STATES = [
  'Nouvelle',
  'À compléter',
  'Acceptée',
  'Refusée',
  'Planifiée',
  'Remplacée',
  'Annulée',
] as const;

const requests: TabSchema = {
  key: 'requests',
  name: 'Demandes',
  role: 'input',
  renamedBy: 'Onglet des demandes',
  explanation:
    'Les demandes de session des enseignants. Une demande « Acceptée » réserve des places sans nom pour les étudiants qui ne sont pas encore dans la liste.',
  slotColumns: false,
  columns: [
    column('timestamp', 'Horodateur', 140, {
      format: 'dd/mm/yyyy hh:mm',
      align: 'center',
      synonyms: ['Timestamp'],
    }),
    column('email', 'Adresse e-mail', 250, { synonyms: ['Courriel', 'E-mail', 'Email Address'] }),
    column('requester', 'Demandeur', 140, { synonyms: ['Nom du demandeur'] }),
    column('department', 'Composante', 140, { synonyms: ['UFR'] }),
    column('course', 'Formation', 150, { synonyms: ['Diplôme'] }),
    column('group', 'Groupe', 130, { required: true }),
    column('count', "Nombre d'étudiants", 110, {
      ...COUNT,
      required: true,
      synonyms: ['Effectif', 'Nombre de candidats', 'Nb étudiants'],
    }),
    column('sites', 'Site', 160, { required: true, synonyms: [...SITE_SYNONYMS, 'Sites'] }),
    column('slots', 'Créneaux possibles', 220, { ...TEXT, required: true, synonyms: ['Créneaux'] }),
    column('extraTimeCount', 'Nombre de temps majorés', 110, { ...COUNT, synonyms: ['Temps majorés'] }),
    column('remarks', 'Remarques', 200, { synonyms: ['Remarque', 'Observations'] }),
    column('state', 'Statut', 100, { align: 'center', required: true, ...listOf(REQUEST_STATES) }),
    column('followUp', 'Suivi', 240),
  ],
};

export const INPUTS: Readonly<Record<InputKey, TabSchema>> = {
  rooms,
  slots,
  students,
  availability,
  roomAvailability,
  invigilators,
  requests,
};
