import { french, number, percent } from './format';

/** Words of the tab `Profils par groupe`. */
export const PROFILE_GROUPS_TEXT = {
  explanation: french(
    'Les profils Pix reçus, groupe par groupe. Le maximum suit le paramètre « Niveau maximum Pix ». Refait à chaque import.',
  ),
  everybody: 'Ensemble',
  noGroup: 'Sans groupe',
  group: 'Groupe',
  students: 'Étudiants',
  profiles: 'Profils reçus',
  certifiable: 'Certifiables',
  meanScore: 'Score moyen',
  shareOf: (maximum: number): string => french(`Part de ${number(maximum)} pix`),
  area: 'Domaine',
  meanPix: 'Pix moyens',
  maximum: 'Maximum',
  share: 'Part du maximum',
  shareByArea: 'Part du maximum, par domaine',
  weakestArea: (name: string, share: number): string =>
    french(`Le domaine le plus à travailler : ${name} (${percent(share)} du maximum)`),
  meanShare: (share: number, maximum: number): string =>
    french(`En moyenne ${percent(share)} du score maximum (${number(maximum)} pix)`),
  described: (name: string, share: number): string => french(`${name} : ${percent(share)}`),
} as const;
