import { andList, french, plural } from './format';

/** What *Écarts avec Pix Certif* says. */
export const GAPS_TEXT = {
  title: 'Écarts avec Pix Certif',
  neverExported: french(
    'Rien n’a encore été exporté depuis ce classeur : choisissez d’abord « Exporter vers Pix Certif ».',
  ),
  none: french('Aucun écart : ce que vous avez exporté correspond au planning.'),
  found: (sessions: number): string =>
    french(
      `${plural(sessions, 'session est à changer', 'sessions sont à changer')} à la main dans Pix Certif depuis l’export.`,
    ),
  howTo: french(
    'Faites ces changements dans Pix Certif, puis cochez ce qui est fait. Pour changer beaucoup de candidats d’une session, donnez plutôt son numéro dans « N° session Pix » et exportez-la de nouveau : Pix remplacera toute sa liste.',
  ),
  never: (sessions: readonly string[]): string =>
    sessions.length === 0
      ? ''
      : french(
          `${plural(sessions.length, 'session n’a', 'sessions n’ont')} jamais été exportée${sessions.length < 2 ? '' : 's'} : ${andList(sessions)}.`,
        ),
  done: 'C’est fait dans Pix Certif',
  doneFor: (session: string): string => `C’est fait dans Pix Certif pour ${session}`,
  note: (sessions: number): string =>
    `Noter ${plural(sessions, 'session comme faite', 'sessions comme faites')}`,
  noteNone: 'Noter ce qui est fait',
  noting: 'Enregistrement…',
  close: 'Fermer',
  noted: (sessions: number): string =>
    french(`${plural(sessions, 'session notée', 'sessions notées')} comme à jour dans Pix Certif.`),
  numbered: (sessions: readonly string[]): string =>
    sessions.length === 0 ? '' : french(`« N° session Pix » rempli pour ${andList(sessions)}.`),
  changed: french(
    'Le planning a changé depuis l’ouverture de cette fenêtre : ce qui a changé n’est pas noté. Relisez la liste.',
  ),
} as const;

const SESSION_LABELS = {
  site: 'Nom du site',
  room: 'Nom de la salle',
  date: 'Date de début',
  time: 'Heure de début',
  examiners: 'Surveillant(s)',
} as const;

const CANDIDATE_LABELS = {
  birthDate: 'date de naissance',
  sex: 'sexe',
  birthPlace: 'lieu de naissance',
  email: 'e-mail de convocation',
  externalId: 'identifiant externe',
  extraTime: 'temps majoré',
} as const;

interface Person {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
}

/** A gap as `pix/certif-sessions/gaps.ts` finds it. */
export interface ToldGap {
  readonly session: string;
  readonly before: string;
  readonly number: string;
  readonly known: Readonly<Record<keyof typeof SESSION_LABELS, string>>;
  readonly gone: boolean;
  readonly enrolled: number;
  readonly facts: readonly {
    readonly fact: keyof typeof SESSION_LABELS;
    readonly before: string;
    readonly now: string;
  }[];
  readonly added: readonly (Person & { readonly other: string })[];
  readonly removed: readonly (Person & { readonly other: string })[];
  readonly changed: readonly (Person & {
    readonly name: string | null;
    readonly facts: readonly { readonly fact: keyof typeof CANDIDATE_LABELS; readonly now: string }[];
  })[];
  readonly terms: boolean;
}

/**
 * *S03, session Pix 4321 : lun. 11/01/2027 à 8 h 30, Mercure, Caen Campus 1*: where Pix has it.
 * @param when the day and the time that Pix has, in words
 */
export function gapTitle({ session, before, number: pixNumber, known }: ToldGap, when: string): string {
  const name = before === '' ? session : `${session} (${before} à l’export)`;
  const pix = pixNumber === '' ? '' : `, session Pix ${pixNumber}`;
  const where = [when, known.room, known.site].filter((part) => part !== '');
  return french(`${name}${pix} : ${where.join(', ')}`);
}

/** What to do in Pix Certif, one sentence a change. */
export function gapSteps(gap: ToldGap, billing: string): readonly string[] {
  if (gap.gone)
    return [
      french(
        `Supprimez cette session : elle n’a plus lieu. ${plural(gap.enrolled, 'candidat y est inscrit', 'candidats y sont inscrits')}.`,
      ),
    ];
  return [
    ...gap.facts.map(({ fact, before, now }) =>
      now === ''
        ? `${SESSION_LABELS[fact]} : « ${before} » dans Pix, vide dans le planning. Remplissez d’abord le planning.`
        : `${SESSION_LABELS[fact]} : remplacez « ${before} » par « ${now} ».`,
    ),
    ...gap.removed.map((person) => `Retirez ${nameOf(person)}${goesTo(person.other)}.`),
    ...gap.added.map((person) => `Ajoutez ${nameOf(person)}${comesFrom(person.other)}.`),
    ...gap.changed.map((person) => `Corrigez ${nameOf(person)} : ${changesOf(person)}.`),
    ...(gap.terms
      ? [
          `Tarification, code de prépaiement ou destinataire des résultats : ils ont changé pour toute la session (aujourd’hui : ${billing}).`,
        ]
      : []),
  ].map(french);
}

const nameOf = ({ id, lastName, firstName }: Person): string =>
  `${`${firstName} ${lastName}`.trim()} (${id})`;

const goesTo = (session: string): string => (session === '' ? '' : `, qui passe en ${session}`);

const comesFrom = (session: string): string => (session === '' ? '' : `, qui vient de ${session}`);

function changesOf({ name, facts }: ToldGap['changed'][number]): string {
  return [
    ...(name === null ? [] : [`Pix connaît « ${name} »`]),
    ...facts.map(({ fact, now }) => `${CANDIDATE_LABELS[fact]} : ${now === '' ? 'à effacer' : now}`),
  ].join(' ; ');
}
