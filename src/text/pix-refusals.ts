/**
 * What Pix Certif would refuse, by the code of its report: what is wrong, and what to do. `seen` is the value between
 * quotes, or nothing. The names of the columns are those of the workbook.
 */
export type RefusalSentence = (seen: string) => readonly [message: string, remedy: string];

const fixed =
  (message: string, remedy: string): RefusalSentence =>
  () => [message, remedy];

const BIRTH_PLACE_REMEDY =
  'En France : remplissez « Code INSEE », ou bien « Code postal » et « Commune de naissance ». À l’étranger : « Commune de naissance ».';

export const PIX_REFUSALS = {
  SESSION_ADDRESS_REQUIRED: fixed('Pix exige le nom du site de la session.', 'Remplissez « Site ».'),
  SESSION_ROOM_REQUIRED: fixed('Pix exige le nom de la salle.', 'Remplissez « Salle ».'),
  SESSION_DATE_REQUIRED: fixed('Pix exige la date de la session.', 'Donnez une date au créneau.'),
  SESSION_DATE_NOT_VALID: (seen) => [`Pix refuse la date ${seen}.`, 'Corrigez la date du créneau.'],
  SESSION_TIME_REQUIRED: fixed('Pix exige l’heure de la session.', 'Donnez une heure au créneau.'),
  SESSION_TIME_NOT_VALID: (seen) => [`Pix refuse l’heure ${seen}.`, 'Corrigez l’heure du créneau.'],
  SESSION_EXAMINER_REQUIRED: fixed(
    'Pix exige au moins un surveillant par session. La session n’est pas dans le fichier.',
    'Écrivez son nom dans « Surveillants ».',
  ),
  SESSION_SCHEDULED_IN_THE_PAST: fixed(
    'La session est passée : Pix refuse de la créer.',
    'Mettez son « État » à « Tenue » ou « Annulée ».',
  ),
  SESSION_WITH_DATE_AND_TIME_ALREADY_EXISTS: (seen) => [
    `Une autre session a le même site, la même salle ${seen}, la même date et la même heure : Pix n’en ferait qu’une.`,
    'Changez la salle ou le créneau de l’une des deux.',
  ],
  SESSION_ID_NOT_VALID: (seen) => [
    `Le numéro de session Pix ${seen} n’est pas un nombre : Pix le refuse.`,
    'Recopiez le numéro de Pix Certif, ou effacez-le si Pix n’a pas encore cette session.',
  ],
  SESSION_ID_USED_TWICE: (seen) => [
    `Deux sessions ont le numéro Pix ${seen} : Pix mélangerait leurs candidats.`,
    'Corrigez « N° session Pix ».',
  ],
  CANDIDATE_NOT_ALLOWED_FOR_STARTED_SESSION: (seen) => [
    `La session Pix ${seen} a commencé : Pix refuse d’en changer les candidats.`,
    'Mettez son « État » à « Tenue » ou « Annulée ».',
  ],
  EMPTY_SESSION: fixed(
    'La session n’a aucun candidat nommé : elle n’est pas dans le fichier.',
    'Ajoutez ses étudiants, puis recalculez.',
  ),
  SESSION_REPLACED: (seen) => [
    `Les candidats déjà inscrits dans la session Pix ${seen} seront supprimés et remplacés par ceux du fichier.`,
    'Effacez « N° session Pix » si ce n’est pas ce que vous voulez.',
  ],
  DUPLICATE_CANDIDATE_IN_SESSION: (seen) => [
    `Deux candidats de la session ont le même nom ${seen}, le même prénom et la même date de naissance : Pix n’en garderait qu’un.`,
    'Supprimez la ligne en double.',
  ],
  CANDIDATE_IN_TWO_SESSIONS: (seen) => [
    `Le candidat est aussi dans la session ${seen} : Pix l’inscrirait deux fois.`,
    'Ne gardez qu’une session dans « Affectations ».',
  ],
  CANDIDATE_LAST_NAME_REQUIRED: fixed('Pix exige le nom de naissance.', 'Remplissez « Nom ».'),
  CANDIDATE_FIRST_NAME_REQUIRED: fixed('Pix exige le prénom.', 'Remplissez « Prénom ».'),
  CANDIDATE_SEX_REQUIRED: fixed('Pix exige le sexe.', 'Écrivez M ou F dans « Sexe ».'),
  CANDIDATE_SEX_NOT_VALID: (seen) => [`Pix refuse le sexe ${seen}.`, 'Écrivez M ou F.'],
  CANDIDATE_BIRTHDATE_REQUIRED: fixed('Pix exige la date de naissance.', 'Remplissez « Date de naissance ».'),
  CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID: (seen) => [
    `Pix refuse la date de naissance ${seen} : ce n’est pas une date possible.`,
    'Écrivez-la sous la forme JJ/MM/AAAA.',
  ],
  CANDIDATE_BIRTHDATE_MUST_BE_GREATER: (seen) => [
    `Pix refuse la date de naissance ${seen}, trop ancienne.`,
    'Corrigez l’année.',
  ],
  CANDIDATE_EMAIL_NOT_VALID: (seen) => [
    `L’adresse ${seen} n’est pas une adresse e-mail : Pix la refuse.`,
    'Corrigez-la, ou effacez-la : Pix ne l’exige pas.',
  ],
  CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID: (seen) => [
    `L’adresse ${seen} n’est pas une adresse e-mail : Pix la refuse.`,
    'Corrigez le destinataire des résultats, ou effacez-le.',
  ],
  CANDIDATE_EXTRA_TIME_INTEGER: (seen) => [
    `Le temps majoré ${seen} n’est pas compris : Pix le refuse.`,
    'Écrivez par exemple 33 %.',
  ],
  CANDIDATE_EXTRA_TIME_OUT_OF_RANGE: (seen) => [
    `Pix refuse le temps majoré ${seen}.`,
    'Écrivez un pourcentage entre 1 et 999.',
  ],
  CANDIDATE_BILLING_MODE_REQUIRED: fixed(
    'Pix exige la tarification de la part Pix.',
    'Écrivez « Gratuite », « Prépayée » ou « Payante ».',
  ),
  CANDIDATE_BILLING_MODE_NOT_VALID: (seen) => [
    `Pix refuse la tarification ${seen}.`,
    'Écrivez « Gratuite », « Prépayée » ou « Payante ».',
  ],
  CANDIDATE_PREPAYMENT_CODE_REQUIRED: fixed(
    'Pour la tarification « Prépayée », Pix exige un code de prépaiement.',
    'Remplissez « Code de prépaiement », ou changez la tarification.',
  ),
  CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY: (seen) => [
    `Pix refuse le code de prépaiement ${seen} sans la tarification « Prépayée ».`,
    'Effacez-le, ou changez la tarification.',
  ],
  CANDIDATE_BIRTH_INFORMATION_REQUIRED: fixed(
    'Pix exige le lieu de naissance.',
    `Remplissez « Pays de naissance ». ${BIRTH_PLACE_REMEDY}`,
  ),
  CANDIDATE_BIRTH_COUNTRY_REQUIRED: fixed(
    'Pix exige le pays de naissance.',
    'Remplissez « Pays de naissance ».',
  ),
  CANDIDATE_BIRTH_INSEE_CODE_NOT_VALID: (seen) => [
    `${seen} n’est pas le code INSEE d’une commune, qui a 5 caractères (01004, 2A004) : Pix le refuse.`,
    'Corrigez-le ; un zéro manque peut-être au début.',
  ],
  CANDIDATE_BIRTH_POSTAL_CODE_NOT_FOUND: (seen) => [
    `${seen} n’est pas un code postal, qui a 5 chiffres : Pix le refuse.`,
    'Corrigez-le ; un zéro manque peut-être au début.',
  ],
  CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED: fixed(
    'La commune de naissance est donnée sans code postal : Pix l’exige.',
    'Remplissez « Code postal », ou « Code INSEE ».',
  ),
  CANDIDATE_BIRTH_CITY_REQUIRED: fixed(
    'Le code postal de naissance est donné sans commune : Pix l’exige.',
    'Remplissez « Commune de naissance », ou « Code INSEE ».',
  ),
  CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED: fixed(
    'Pix exige la commune de naissance.',
    'Remplissez « Code INSEE », ou bien « Code postal » et « Commune de naissance ».',
  ),
  CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID: (seen) => [
    `Le code INSEE ${seen} ne va pas avec un pays étranger : Pix le refuse.`,
    'Effacez-le, ou corrigez le pays.',
  ],
  CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY: (seen) => [
    `Pix refuse le code postal ${seen} pour une naissance à l’étranger.`,
    'Effacez-le, ou corrigez le pays.',
  ],
  CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED: fixed(
    'Pix exige la ville de naissance à l’étranger.',
    'Remplissez « Commune de naissance ».',
  ),
  TEXT_LIKE_A_FORMULA: (seen) => [
    `${seen} commence comme une formule : le texte n’est ni exporté ni modifié.`,
    'Corrigez-le : il ne peut pas commencer par =, +, - ou @.',
  ],
  TEXT_TOO_LONG: fixed('Le texte a plus de 255 caractères.', 'Raccourcissez-le.'),
} satisfies Readonly<Record<string, RefusalSentence>>;
