/** The results of a campaign of profile collection as the reference describes them: nothing here comes from the reader. */

const COMPETENCES = [
  'Mener une recherche et une veille d’information',
  'Gérer des données',
  'Traiter des données',
  'Interagir',
  'Partager et publier',
  'Collaborer',
  'S’insérer dans le monde numérique',
  'Développer des documents textuels',
  'Développer des documents multimedia',
  'Adapter les documents à leur finalité',
  'Programmer',
  'Sécuriser l’environnement numérique',
  'Protéger les données personnelles et la vie privée',
  'Protéger la santé, le bien-être et l’environnement',
  'Résoudre des problèmes techniques',
  'Construire un environnement numérique',
];

export interface ResultLine {
  readonly last: string;
  readonly first: string;
  readonly number?: string;
  readonly typed?: string;
  readonly group?: string;
  /** `null`: started, and not sent. */
  readonly at?: string | null;
  /** Level of each competence, from the first; the others are 0. */
  readonly levels?: readonly number[];
}

/** The export, old dates or new ones. */
export function profileResults(lines: readonly ResultLine[], dates: 'old' | 'new' = 'new'): string {
  const headers = [
    "Nom de l'organisation",
    'ID Campagne',
    'Code',
    'Nom de la campagne',
    'Nom du Participant',
    'Prénom du Participant',
    'Groupe',
    'Numéro Étudiant',
    'Votre identifiant',
    'Envoi (O/N)',
    dates === 'new' ? "Date et heure de l'envoi (Europe/Paris)" : "Date de l'envoi",
    'Nombre de pix total',
    'Certifiable (O/N)',
    'Nombre de compétences certifiables',
    ...COMPETENCES.flatMap((name) => [
      `Niveau pour la compétence ${name}`,
      `Nombre de pix pour la compétence ${name}`,
    ]),
  ];
  const rows = lines.map(({ last, first, number = '', typed = '', group = '', at, levels = [] }) => {
    const all = COMPETENCES.map((_, rank) => levels[rank] ?? 0);
    const certifiable = all.filter((level) => level >= 1).length;
    const result =
      at === null
        ? Array.from({ length: 4 + 2 * COMPETENCES.length }, () => 'NA')
        : [
            at ?? '05/11/2026 10:30',
            String(all.reduce((sum, level) => sum + level * 8, 0)),
            certifiable >= 5 ? 'Oui' : 'Non',
            String(certifiable),
            ...all.flatMap((level) => [String(level), String(level * 8)]),
          ];
    return [
      'Université',
      '12',
      'ABC123',
      'L2 ; droit',
      last,
      first,
      group,
      number,
      typed,
      at === null ? 'Non' : 'Oui',
      ...result,
    ];
  });
  const cell = (text: string): string => (/^[\d,-]+$/.test(text) ? text : `"${text.replace(/"/g, '""')}"`);
  return `\uFEFF${[headers, ...rows].map((row) => row.map(cell).join(';')).join('\n')}\n`;
}
