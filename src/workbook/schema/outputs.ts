import {
  COUNT,
  DAY,
  PERCENT,
  TEXT,
  TICK,
  TIME,
  column,
  listOf,
  type OutputKey,
  type TabSchema,
} from './tab-schema';

export const SESSION_STATES = ['Brouillon', 'Publiée', 'Convoquée', 'Tenue', 'Annulée'] as const;

const session = column('session', 'Session', 75, { ...TEXT, align: 'center', required: true });
const slot = column('slot', 'Créneau', 75, { ...TEXT, align: 'center' });
const day = column('day', 'Date', 115, DAY);
const start = column('start', 'Début', 60, TIME);
const end = column('end', 'Fin', 60, TIME);
const site = column('site', 'Site', 150);
const room = column('room', 'Salle', 115);
const code = column('code', 'Code', 80, TEXT);
const group = column('group', 'Groupe', 130);
const studentId = column('id', 'N° étudiant', 95, { ...TEXT, required: true });
const lastName = column('lastName', 'Nom', 140);
const firstName = column('firstName', 'Prénom', 115);

const planning: TabSchema = {
  key: 'planning',
  name: 'Planning',
  role: 'output',
  renamedBy: null,
  explanation:
    'Une ligne par session. Vous pouvez changer « Code » et « Créneau », cocher « Verrouillée », et ajouter vos colonnes à droite.',
  slotColumns: false,
  columns: [
    session,
    column('state', 'État', 110, { align: 'center', ...listOf(SESSION_STATES) }),
    { ...slot, required: true },
    day,
    start,
    end,
    site,
    column('building', 'Bâtiment', 130),
    room,
    { ...code, required: true },
    column('places', 'Places', 60, COUNT),
    column('enrolled', 'Inscrits', 65, { ...COUNT, note: 'Candidats placés et places sans nom.' }),
    column('freePlaces', 'Places libres', 80, COUNT),
    column('filling', 'Remplissage', 110, PERCENT),
    column('groups', 'Groupes', 220),
    column('invigilators', 'Surveillants', 170, {
      note: 'Ce que vous tapez ici est conservé à chaque nouveau calcul.',
    }),
    column('pixNumber', 'N° session Pix', 100, {
      ...TEXT,
      note: 'Le numéro que Pix Certif a donné à la session.',
    }),
    column('locked', 'Verrouillée', 85, {
      ...TICK,
      note: 'Cochée : la session garde son créneau, sa salle et ses occupants ; d’autres peuvent s’y ajouter.',
    }),
    column('remarks', 'Remarques', 200),
  ],
};

const assignments: TabSchema = {
  key: 'assignments',
  name: 'Affectations',
  role: 'output',
  renamedBy: null,
  explanation: 'Une ligne par candidat placé. Pour déplacer quelqu’un, changez « Session ».',
  slotColumns: false,
  columns: [
    studentId,
    lastName,
    firstName,
    group,
    session,
    slot,
    day,
    start,
    end,
    site,
    room,
    code,
    column('extraTime', 'Temps majoré', 90, { ...PERCENT, align: 'center' }),
    column('locked', 'Verrouillée', 85, { ...TICK, note: 'Cochée : ce candidat garde sa session.' }),
  ],
};

const anonymousSeats: TabSchema = {
  key: 'anonymousSeats',
  name: 'Places sans nom',
  role: 'output',
  renamedBy: null,
  explanation:
    'Places réservées par une demande acceptée pour des étudiants qui ne sont pas encore dans la liste.',
  slotColumns: false,
  columns: [
    { ...group, required: true },
    session,
    slot,
    day,
    start,
    end,
    site,
    room,
    code,
    column('places', 'Places', 60, { ...COUNT, required: true }),
  ],
};

const unseated: TabSchema = {
  key: 'unseated',
  name: 'Non placés',
  role: 'output',
  renamedBy: null,
  explanation: 'Les candidats qui n’ont pas de place, avec la raison et ce qu’il est possible de faire.',
  slotColumns: false,
  columns: [
    studentId,
    lastName,
    firstName,
    group,
    column('site', 'Site', 160),
    column('reason', 'Motif', 420),
    column('remedy', 'Que faire', 380),
  ],
};

const summary: TabSchema = {
  key: 'summary',
  name: 'Synthèse',
  role: 'output',
  renamedBy: null,
  explanation: 'Les chiffres du planning.',
  slotColumns: false,
  columns: [],
};

const problems: TabSchema = {
  key: 'problems',
  name: 'À corriger',
  role: 'output',
  renamedBy: null,
  explanation: 'Ce que PixOrga n’a pas pu lire. Cliquez sur la cellule pour y aller.',
  slotColumns: false,
  columns: [
    column('severity', 'Gravité', 110),
    column('tab', 'Onglet', 140),
    column('cell', 'Cellule', 80, { ...TEXT, align: 'center' }),
    column('seen', 'Valeur', 160, TEXT),
    column('problem', 'Problème', 400),
    column('remedy', 'Que faire', 380),
  ],
};

export const OUTPUTS: Readonly<Record<OutputKey, TabSchema>> = {
  planning,
  assignments,
  anonymousSeats,
  unseated,
  summary,
  problems,
};
