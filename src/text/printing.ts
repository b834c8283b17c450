import { andList, french, number, plural } from './format';

/** Words of the window that prints, whatever it prints. */
export const PRINT_TEXT = {
  choose: 'À imprimer',
  kinds: 'Pages',
  preview: 'Aperçu des pages',
  all: 'Tout cocher',
  none: 'Tout décocher',
  nothing: 'Rien n’est coché : aucune page à imprimer.',
  print: (pages: number): string => `Imprimer ${plural(pages, 'page', 'pages')}`,
  save: 'Enregistrer la page',
  close: 'Fermer',
  howTo: french(
    'Pour un fichier PDF, choisissez « Enregistrer au format PDF » dans la fenêtre d’impression. Si elle ne s’ouvre pas, enregistrez la page, ouvrez-la, puis imprimez-la.',
  ),
  fileHint: french(
    'Imprimez cette page depuis votre navigateur. Pour un fichier PDF, choisissez « Enregistrer au format PDF ».',
  ),
  pageOf: (page: number, pages: number): string => `Page ${page} sur ${pages}`,
} as const;

const OFFICIAL = 'Les feuilles officielles sont celles de Pix Certif.';

/** The window of the attendance sheets. */
export const SHEETS_TEXT = {
  title: 'Feuilles d’émargement',
  fileName: 'feuilles-emargement.html',
  official: french(
    'Ces feuilles vous aident le jour de la session. Les feuilles officielles restent celles de Pix Certif : feuille d’émargement, procès-verbal d’incident et kit surveillant.',
  ),
  invigilatorPages: 'Pages du surveillant',
  made: (sessions: number, pages: number): string =>
    french(`${plural(sessions, 'session', 'sessions')}, ${plural(pages, 'page', 'pages')} à imprimer.`),
  part: (session: string, from: string, room: string, people: number): string =>
    `${session} · ${from} · ${room} (${plural(people, 'candidat', 'candidats')})`,
} as const;

/** The attendance sheet of a session. */
export const ATTENDANCE_TEXT = {
  title: 'Feuille d’émargement',
  subject: (session: string, pixNumber: string): string =>
    pixNumber === '' ? `Session ${session}` : `Session ${session} – Pix n° ${pixNumber}`,
  note: french(`Feuille de l’établissement. ${OFFICIAL}`),
  headers: ['', 'Nom de naissance', 'Prénom', 'N° étudiant', 'Groupe', 'Signature'],
  day: 'Date',
  time: 'Horaire',
  arrival: (at: string, start: string): string => `arrivée à ${at}, épreuve à ${start}`,
  place: 'Lieu',
  invigilators: 'Surveillé par',
  signatures: 'Signature(s)',
  count: 'Présents',
  present: (expected: number): string => `…… sur ${number(expected)}`,
  reserved: 'Place réservée',
} as const;

interface SessionTimes {
  readonly arrival: string;
  readonly start: string;
  readonly end: string;
  /** The last end with extra time; `null` when nobody has any. */
  readonly lastEnd: string | null;
  readonly nameless: number;
}

/** The page of whoever watches a session. */
export const INVIGILATOR_TEXT = {
  title: 'Page du surveillant',
  subject: (session: string): string => `Session ${session}`,
  note: french(`À garder pour vous : les candidats ne voient pas cette page. ${OFFICIAL}`),
  who: 'Surveillé par',
  day: 'Date',
  room: 'Salle',
  site: 'Lieu',
  arrival: 'Arrivée des candidats',
  start: 'Début de l’épreuve',
  end: 'Fin de l’épreuve',
  lastEnd: 'Fin du dernier temps majoré',
  same: 'aucun temps majoré',
  tooLate: (end: string): string =>
    french(`Attention : la salle n’est réservée que jusqu’à ${end}. Prévenez le secrétariat.`),
  slotEnd: 'Salle réservée jusqu’à',
  candidates: 'Candidats attendus',
  enrolled: (named: number, nameless: number): string =>
    nameless === 0
      ? number(named)
      : `${number(named)} et ${plural(nameless, 'place sans nom', 'places sans nom')}`,
  free: 'Places libres',
  places: (free: number, places: number): string => `${number(free)} sur ${number(places)}`,
  pixNumber: 'N° de session Pix',
  password: 'Mot de passe de session',
  accessCode: 'Code d’accès des candidats',
  extraTime: (count: number): string =>
    count === 0 ? 'Temps majorés' : `Temps majorés : ${plural(count, 'candidat', 'candidats')}`,
  extraTimeHeaders: ['Candidat', 'N° étudiant', 'Majoration', 'Fin de l’épreuve'],
  noExtraTime: 'Aucun candidat de cette session n’a de temps majoré.',
  continued: 'La suite est à la page suivante.',
  whatToDo: 'Que faire',
  steps: ({ arrival, start, end, lastEnd, nameless }: SessionTimes): readonly string[] =>
    [
      `Avant ${arrival} : ouvrez l’espace surveillant de Pix Certif avec le numéro et le mot de passe de la session, et vérifiez que les postes fonctionnent.`,
      `À ${arrival} : faites entrer les candidats, vérifiez la pièce d’identité de chacun, faites signer la feuille d’émargement.`,
      ...(nameless > 0
        ? [
            `${plural(nameless, 'place est réservée', 'places sont réservées')} sans nom : inscrivez dans Pix Certif qui se présente, avant qu’il ne commence.`,
          ]
        : []),
      `À ${start} : donnez le code d’accès et confirmez dans l’espace surveillant la présence de chaque candidat. S’ils commencent plus tard, tous les horaires de fin reculent d’autant.`,
      'Pendant l’épreuve : silence, aucune aide, aucun échange. Si un candidat quitte sa page ou perd la connexion, autorisez sa reprise dans l’espace surveillant. Notez chaque incident.',
      lastEnd === null
        ? `À ${end} : fin de l’épreuve.`
        : `À ${end} : fin de l’épreuve pour les candidats sans temps majoré. Les autres continuent jusqu’à l’heure écrite ci-dessus, la dernière à ${lastEnd}.`,
      'Après : rendez au secrétariat la feuille d’émargement signée et les incidents notés, avec les absents. La session est finalisée dans Pix Certif.',
    ].map(french),
  remarks: 'Incidents, absents, remarques',
} as const;

/** The list put on the door of a room. */
export const DOOR_TEXT = {
  title: 'Listes de porte',
  fileName: 'listes-de-porte.html',
  about: french(
    'Une liste par salle et par jour, à afficher : des noms et des heures, rien d’autre. Deux personnes de même nom sont distinguées par leur numéro.',
  ),
  made: (rooms: number, pages: number): string =>
    french(`${plural(rooms, 'liste', 'listes')}, ${plural(pages, 'page', 'pages')} à imprimer.`),
  part: (room: string, sessions: number): string => `${room} (${plural(sessions, 'session', 'sessions')})`,
  note: french(`Certification Pix. Liste de l’établissement. ${OFFICIAL}`),
  session: (start: string, session: string): string => `${start} – session ${session}`,
  continued: '(suite)',
  id: (id: string): string => `n° ${id}`,
  reserved: (places: number, groups: readonly string[]): string =>
    french(
      `et ${plural(places, 'place réservée', 'places réservées')}${groups.length === 0 ? '' : ` : ${andList([...new Set(groups)])}`}`,
    ),
} as const;
