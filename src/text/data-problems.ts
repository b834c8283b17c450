import type { DataProblemCode } from '../workbook/problem-code';
import { REQUEST_STATES } from '../workbook/schema/inputs';
import { andList, orList } from './format';
import { type Facts, LEFT_OUT, type Sentence } from './problem-facts';

/** What `what` calls the thing on the row. */
const LEFT_OUT_THING: Readonly<Record<string, string>> = {
  room: 'La salle est mise de côté.',
  slot: 'Le créneau est mis de côté.',
  student: 'Cette personne n’est pas placée.',
  studentOther: 'Seuls les autres sites de cette personne sont pris en compte.',
  request: 'La demande ne réserve aucune place.',
  answer: 'La réponse est mise de côté.',
  invigilator: 'Le surveillant n’est pas compté à ce titre.',
};

const consequence = (facts: Facts): string => LEFT_OUT_THING[facts.text('what')] ?? LEFT_OUT;

/** `« C03 mar. 12/01 8 h 30 »`. */
const columnTitle = (facts: Facts): string =>
  `« ${facts.text('slot')} ${facts.day('day').slice(0, -5)} ${facts.time('start')} »`;

const columnsForOne = (facts: Facts): string =>
  `Deux colonnes peuvent tenir lieu de « ${facts.text('header')} » : « ${facts.text('used')} » (${facts.text('usedCell')}) et ${facts.seen} (${facts.text('cell')}).`;

/** Which of two columns is read. */
const HOW_READ: Readonly<Record<string, (facts: Facts) => string>> = {
  ignored: (facts) => ` Seule la colonne ${facts.text('usedCell')} est lue.`,
  empty: (facts) => ` La seconde est vide : seule la colonne ${facts.text('usedCell')} est lue.`,
  standsIn: (facts) =>
    ` Sur chaque ligne, la colonne ${facts.text('usedCell')} est lue ; si elle est vide, la colonne ${facts.text('cell')}.`,
};

/** Of tabs, headers, and what staff give: rooms, slots, students, availability, requests, parameters. */
export const DATA_PROBLEMS: Readonly<Record<DataProblemCode, Sentence>> = {
  tabMissing: (facts) => [
    `L’onglet ${facts.tab} n’existe pas.`,
    'Choisissez « Préparer le classeur » dans le menu Pix, ou donnez le nom de votre onglet dans « Paramètres ».',
  ],
  tabAmbiguous: (facts) => [
    `Deux onglets portent le nom ${facts.tab}, aux accents ou aux majuscules près.`,
    'Renommez celui qui ne sert pas.',
  ],
  tabNotRead: (facts) => [
    `La ligne des titres est introuvable : l’onglet ${facts.tab} n’est pas lu.`,
    'Remettez les titres de ses colonnes sur une ligne, ou videz cet onglet.',
  ],
  tabGivenTwice: (facts) => [
    `Le paramètre « ${facts.text('setting')} » donne l’onglet ${facts.seen}, qui sert déjà d’onglet « ${facts.text('other')} ».`,
    `Écrivez le nom d’un autre onglet, ou effacez cette valeur si l’onglet s’appelle « ${facts.text('default')} ».`,
  ],
  headerMissing: (facts) => [
    'La ligne des titres de colonnes n’est pas reconnue dans les 20 premières lignes.',
    facts.has('headers')
      ? `Écrivez ces titres sur une même ligne : ${facts.text('headers')}.`
      : 'Écrivez les titres des colonnes sur une même ligne.',
  ],
  columnMissing: (facts) =>
    facts.has('close')
      ? [
          `La colonne « ${facts.text('header')} » manque ; la colonne « ${facts.text('close')} » semble en tenir lieu.`,
          `Si c’est bien elle, renommez-la « ${facts.text('header')} ».`,
        ]
      : [
          `La colonne « ${facts.text('header')} » manque.`,
          `Ajoutez une colonne « ${facts.text('header')} » à cet onglet.`,
        ],
  columnRepeated: (facts) => [
    `${columnsForOne(facts)}${HOW_READ[facts.text('how')]?.(facts) ?? ''}`,
    'Renommez ou supprimez celle qui ne sert pas.',
  ],
  errorValue: (facts) => [
    `La formule de cette cellule donne une erreur (${facts.seen}). ${LEFT_OUT}`,
    'Corrigez la formule, ou écrivez la valeur.',
  ],
  noUsableRoom: () => [
    'Aucune salle utilisable : il faut au moins une salle certifiée avec des places.',
    'Cochez « Certifiée » et écrivez les places d’au moins une salle.',
  ],
  noUsableSlot: () => [
    'Aucun créneau utilisable.',
    'Ajoutez au moins un créneau, avec une date, un début et une fin.',
  ],
  noUsableCandidate: () => [
    'Aucun candidat utilisable.',
    'Ajoutez au moins un étudiant, avec un numéro, un nom, un prénom et un site.',
  ],
  valueMissing: (facts) => [
    `La colonne « ${facts.text('header')} » est vide. ${consequence(facts)}`,
    'Complétez cette cellule.',
  ],
  siteUnknown: (facts) => [
    `Le site ${facts.seen} n’est celui d’aucune salle. ${consequence(facts)}`,
    'Écrivez le site comme dans l’onglet « Salles ».',
  ],
  placesUnreadable: (facts) => [
    facts.seen === ''
      ? 'Le nombre de places est vide. La salle est mise de côté.'
      : `Le nombre de places ${facts.seen} n’est pas un nombre entier au-dessus de zéro. La salle est mise de côté.`,
    'Écrivez le nombre de places certifiées, par exemple 30.',
  ],
  roomNotCertified: (facts) => [
    `La salle ${facts.seen} n’est pas cochée « Certifiée » : elle ne reçoit aucune session.`,
    'Cochez « Certifiée » si elle l’est.',
  ],
  certifiedColumnMissing: () => [
    'La colonne « Certifiée » manque : aucune salle ne peut recevoir de session.',
    'Ajoutez une colonne « Certifiée » à cet onglet, et écrivez-y « oui » pour les salles que le GIP Pix a certifiées.',
  ],
  certifiedUnreadable: (facts) => [
    `La valeur ${facts.seen} ne dit pas si la salle est certifiée. La salle est mise de côté.`,
    'Cochez la case, ou écrivez « oui » ou « non ».',
  ],
  codeRepeated: (facts) => [
    `${facts.has('header') ? `« ${facts.text('header')} » : ` : ''}${facts.seen} sert déjà${facts.after('à la ligne', 'row')}, pour autre chose.`,
    'Corrigez l’une des deux lignes, ou supprimez celle qui est de trop.',
  ],
  rowRepeated: (facts) => [
    `Cette ligne répète exactement ${facts.has('row') ? `la ligne ${facts.text('row')}` : 'une autre'} : elle n’est comptée qu’une fois.`,
    'Supprimez l’une des deux.',
  ],
  dayUnreadable: (facts) => [
    facts.seen === '' ? 'La date manque.' : `La date ${facts.seen} n’est pas comprise.`,
    'Écrivez-la avec le jour, le mois et l’année, par exemple 12/01/2027.',
  ],
  dayImpossible: (facts) => [
    `La date ${facts.seen} n’existe pas.`,
    'Corrigez-la, en écrivant le jour, puis le mois, puis l’année.',
  ],
  weekdayMisfit: (facts) => [
    `Le jour de la semaine de ${facts.seen} ne va pas avec la date${facts.has('day') ? ` : c’est ${facts.day('day')} qui est pris en compte` : ''}.`,
    'Corrigez le jour de la semaine, ou la date.',
  ],
  timeUnreadable: (facts) => [
    facts.seen === '' ? 'L’heure manque.' : `L’heure ${facts.seen} n’est pas comprise.`,
    'Écrivez-la par exemple 08:30 ou 8 h 30.',
  ],
  slotEndsBeforeStart: (facts) => [
    facts.has('start') && facts.has('end')
      ? `Le créneau finit à ${facts.time('end')}, alors qu’il commence à ${facts.time('start')}.`
      : 'Le créneau finit avant de commencer.',
    'Corrigez le début ou la fin.',
  ],
  slotPast: (facts) => [
    `Le créneau${facts.has('slot') ? ` ${facts.text('slot')}` : ''} a déjà commencé : aucune nouvelle session n’y est ouverte.`,
    'Rien à faire si c’est voulu ; sinon, corrigez la date.',
  ],
  everySlotPast: () => [
    'Tous les créneaux sont passés : le calcul est fait comme s’ils étaient à venir.',
    'Si ce n’est pas voulu, corrigez les dates.',
  ],
  extraTimeDate: (facts) => [
    `Le temps majoré est devenu une date${facts.seen === '' ? '' : ` (${facts.seen})`}, comme le tableur le fait de 1/3. Cette personne n’est pas placée.`,
    'Écrivez 33%, ou « oui » pour la majoration par défaut.',
  ],
  extraTimeUnreadable: (facts) => [
    `Le temps majoré ${facts.seen} n’est pas compris, ou sort de 0 à 300 %. Cette personne n’est pas placée.`,
    'Écrivez 33%, 1/3, « oui » pour la majoration par défaut, ou effacez la cellule.',
  ],
  extraTimeGuessed: (facts) => [
    `Un temps majoré de ${facts.seen} est trop petit pour être vraisemblable : ${facts.text('percent')} % sont pris à la place.`,
    'Écrivez le pourcentage à ajouter, par exemple 33 %, ou effacez la cellule si cette personne n’en a pas.',
  ],
  birthDayUnreadable: (facts) => [
    facts.text('kind') === 'impossible'
      ? `La date ${facts.seen} n’existe pas.`
      : `La date de naissance ${facts.seen} n’est pas comprise.`,
    'Corrigez-la, ou effacez-la si elle n’est pas connue.',
  ],
  certifiableUnreadable: (facts) => [
    `La valeur ${facts.seen} ne dit pas si cette personne est certifiable : rien n’est supposé.`,
    'Cochez la case, ou écrivez « oui » ou « non ».',
  ],
  whoUnknown: (facts) => [
    `${facts.seen} n’est ni un numéro d’étudiant ni un groupe de l’onglet « Étudiants ». ${LEFT_OUT}`,
    facts.has('close')
      ? `Si c’est le numéro « ${facts.text('close')} », remettez les zéros du début : format de la cellule « Texte brut », puis le numéro.`
      : 'Écrivez-le comme dans l’onglet « Étudiants », ou ajoutez cette personne à la liste.',
  ],
  slotColumnUnknown: (facts) => [
    `La colonne ${facts.seen} ne commence par le code d’aucun créneau : elle n’est pas lue.`,
    'Commencez son titre par un code de l’onglet « Créneaux ».',
  ],
  slotListUnknown: (facts) => [
    `${facts.seen} n’est le code d’aucun créneau : il n’est pas compté.`,
    'Écrivez un code de l’onglet « Créneaux ».',
  ],
  slotListMoved: (facts) => [
    `${facts.seen} : ce créneau a changé de date ou d’heure. Il n’est pas compté.`,
    `Si le nouveau moment${facts.has('day') ? ` (${facts.day('day')} de ${facts.time('start')} à ${facts.time('end')})` : ''} convient, écrivez ${facts.has('slot') ? `« ${facts.text('slot')} »` : 'le code du créneau'} à sa place.`,
  ],
  slotColumnRepeated: (facts) => [
    `Le créneau${facts.has('slot') ? ` ${facts.text('slot')}` : ''} a deux colonnes : seule la première est lue.`,
    'Supprimez la colonne qui est de trop.',
  ],
  slotColumnMoved: (facts) => [
    `Le titre ${facts.seen} annonce un autre moment que celui du créneau ${facts.text('slot')} : ${facts.day('day')} à ${facts.time('start')}. Les réponses de la colonne comptent pour ce moment.`,
    `Vérifiez qu’elles valent pour lui, puis écrivez ${columnTitle(facts)} dans ce titre.`,
  ],
  listsAndColumns: (facts) => [
    `Cet onglet a une liste de créneaux par ligne et aussi des colonnes de créneaux, comme ${facts.seen} : les deux comptent ensemble, et un « non » dans une colonne l’emporte sur la liste.`,
    'Gardez les listes ou les colonnes, et supprimez les autres.',
  ],
  noSlotColumn: () => [
    'Aucune colonne de créneau n’est reconnue dans cet onglet.',
    'Ajoutez une colonne par créneau ; son titre commence par le code du créneau.',
  ],
  markUnknown: (facts) => [
    `La réponse ${facts.seen} n’est pas comprise : elle compte comme non disponible${facts.after('au créneau', 'slot')}.`,
    'Écrivez « oui », « préféré » ou « non ».',
  ],
  answerRepeated: (facts) => [
    `${facts.seen} a plusieurs lignes : la dernière compte.`,
    'Supprimez les lignes qui ne valent plus.',
  ],
  invigilatorRepeated: (facts) => [
    `${facts.seen} a plusieurs lignes : seule la dernière compte.`,
    'S’il s’agit de plusieurs personnes, ajoutez à chacune son prénom ou un courriel ; sinon, supprimez la ligne qui ne vaut plus.',
  ],
  invigilatorNamesake: (facts) => [
    `Plusieurs personnes s’appellent ${facts.seen}. Leurs courriels les distinguent : le planning écrit ${andList(facts.list('names'))}.`,
    'Ajoutez leur prénom à leur nom.',
  ],
  invigilatorUnclear: (facts) => [
    `Plusieurs personnes s’appellent ${facts.seen}, et le courriel de celle-ci manque. ${LEFT_OUT}`,
    `Ajoutez son prénom à son nom, ou complétez « ${facts.text('email')} ».`,
  ],
  roomUnknown: (facts) => [
    `${facts.seen} n’est le code d’aucune salle. ${LEFT_OUT}`,
    'Écrivez un code de l’onglet « Salles ».',
  ],
  roomsWithoutAnswer: (facts) => [
    `Sans réponse, ${facts.has('rooms') ? `ces salles sont supposées libres à tous les créneaux : ${facts.text('rooms')}` : 'les salles sont supposées libres à tous les créneaux'}.`,
    'Si ce n’est pas le cas, donnez leurs disponibilités dans l’onglet « Disponibilités salles ».',
  ],
  countUnreadable: (facts) => [
    facts.seen === ''
      ? 'Le nombre manque. La ligne ne réserve aucune place.'
      : `Le nombre ${facts.seen} n’est pas un nombre entier. La ligne ne réserve aucune place.`,
    'Écrivez un nombre entier, par exemple 18.',
  ],
  stateUnknown: (facts) => [
    `L’état ${facts.seen} n’est pas connu.`,
    'Choisissez une valeur de la liste de la cellule.',
  ],
  requestStateUnknown: (facts) => [
    `Le statut ${facts.seen} n’est pas connu : la demande ne réserve aucune place.`,
    `Choisissez ${orList(REQUEST_STATES.map((state) => `« ${state} »`))}. Seules les demandes « Acceptée » et « Planifiée » réservent des places.`,
  ],
  extraTimeCountUnreadable: (facts) => [
    `Le nombre de temps majorés ${facts.seen} n’est pas un nombre entier : il n’est pas pris en compte.`,
    'Écrivez un nombre entier, par exemple 2, ou effacez la cellule.',
  ],
  extraTimeCountTooGreat: (facts) => [
    `La demande annonce ${facts.text('count')} temps majorés pour ${facts.plural('asked', 'étudiant', 'étudiants')}.`,
    'Corrigez l’un des deux nombres.',
  ],
  requestWithoutSlot: () => [
    'La demande acceptée ne donne aucun créneau connu : elle ne réserve aucune place.',
    'Écrivez ses créneaux possibles, par exemple « C05, C08 ».',
  ],
  groupUnknown: (facts) => [
    facts.seen === '' ? 'Le groupe manque.' : `Le groupe ${facts.seen} n’est pas connu.`,
    'Écrivez le groupe comme dans l’onglet « Étudiants ».',
  ],
  settingUnreadable: (facts) => [
    `La valeur ${facts.seen} ne convient pas${facts.has('setting') ? ` au paramètre « ${facts.text('setting')} »` : ''}${facts.has('default') ? ` : « ${facts.text('default')} » est pris à la place` : ''}.`,
    facts.has('accepted') ? `Valeurs possibles : ${facts.text('accepted')}.` : 'Corrigez cette valeur.',
  ],
  settingRepeated: (facts) => [
    `Le paramètre « ${facts.text('setting')} » est écrit plusieurs fois : ${facts.seen} (${facts.text('cell')}) n’a pas d’effet, c’est « ${facts.text('used')} » (${facts.text('usedCell')}) qui compte.`,
    'Supprimez la ligne qui est de trop.',
  ],
  settingUnknown: (facts) => [
    `Le paramètre ${facts.seen} n’est pas connu : il n’a aucun effet.`,
    'Vérifiez son nom, ou supprimez la ligne.',
  ],
};
