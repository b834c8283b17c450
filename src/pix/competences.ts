/** The 16 competences of Pix in the order of its exports, and their five areas. Labels are the platform's. */

export interface Competence {
  readonly code: string;
  readonly name: string;
}

export interface CompetenceArea {
  readonly name: string;
  readonly competences: readonly Competence[];
}

export const PIX_PER_LEVEL = 8;

export const COMPETENCE_AREAS: readonly CompetenceArea[] = [
  {
    name: 'Information et données',
    competences: [
      { code: '1.1', name: 'Mener une recherche et une veille d’information' },
      { code: '1.2', name: 'Gérer des données' },
      { code: '1.3', name: 'Traiter des données' },
    ],
  },
  {
    name: 'Communication et collaboration',
    competences: [
      { code: '2.1', name: 'Interagir' },
      { code: '2.2', name: 'Partager et publier' },
      { code: '2.3', name: 'Collaborer' },
      { code: '2.4', name: 'S’insérer dans le monde numérique' },
    ],
  },
  {
    name: 'Création de contenu',
    competences: [
      { code: '3.1', name: 'Développer des documents textuels' },
      { code: '3.2', name: 'Développer des documents multimedia' },
      { code: '3.3', name: 'Adapter les documents à leur finalité' },
      { code: '3.4', name: 'Programmer' },
    ],
  },
  {
    name: 'Protection et sécurité',
    competences: [
      { code: '4.1', name: 'Sécuriser l’environnement numérique' },
      { code: '4.2', name: 'Protéger les données personnelles et la vie privée' },
      { code: '4.3', name: 'Protéger la santé, le bien-être et l’environnement' },
    ],
  },
  {
    name: 'Environnement numérique',
    competences: [
      { code: '5.1', name: 'Résoudre des problèmes techniques' },
      { code: '5.2', name: 'Construire un environnement numérique' },
    ],
  },
];

export const COMPETENCES: readonly Competence[] = COMPETENCE_AREAS.flatMap((area) => area.competences);
