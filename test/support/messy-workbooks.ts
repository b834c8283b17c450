import type { Severity } from '../../src/domain/problem';
import type { TabKey } from '../../src/workbook/schema/tab-schema';
import { AWorkbook, date, time } from './a-workbook';

export interface MessyWorkbook {
  readonly what: string;
  readonly spoil: (workbook: AWorkbook) => AWorkbook;
  /** Messages that must be there: tab, cell (empty for the whole tab), severity. */
  readonly says: readonly (readonly [TabKey, string, Severity])[];
}

function messy(
  what: string,
  spoil: MessyWorkbook['spoil'],
  ...says: readonly (readonly [TabKey, string, Severity])[]
): MessyWorkbook {
  return { what, spoil, says };
}

const rooms: readonly MessyWorkbook[] = [
  messy('the rooms are missing', (book) => book.remove('rooms'), ['rooms', '', 'blocking']),
  messy('the rooms have no column Places', (book) => book.dropColumn('rooms', 'Places'), [
    'rooms',
    '1:1',
    'blocking',
  ]),
  messy('places in letters', (book) => book.set('rooms', 'E2', 'trente'), ['rooms', 'E2', 'warning']),
  messy('half a place', (book) => book.set('rooms', 'E2', 36.5), ['rooms', 'E2', 'warning']),
  messy('no place', (book) => book.set('rooms', 'E3', 0), ['rooms', 'E3', 'warning']),
  messy('places below zero', (book) => book.set('rooms', 'E3', -4), ['rooms', 'E3', 'warning']),
  messy('a failed formula in a room', (book) => book.set('rooms', 'E3', '#REF!'), ['rooms', 'E3', 'warning']),
  messy('a room without site', (book) => book.set('rooms', 'A3', ''), ['rooms', 'A3', 'warning']),
  messy('one code for two rooms', (book) => book.set('rooms', 'D3', 'dr  s03'), ['rooms', 'D3', 'blocking']),
  messy('one code, certified once', (book) => book.repeat('rooms', 2).set('rooms', 'F5', false), [
    'rooms',
    'D5',
    'blocking',
  ]),
  messy('the same room twice', (book) => book.repeat('rooms', 2), ['rooms', 'D5', 'warning']),
  messy('the rooms have no column Certifiée', (book) => book.dropColumn('rooms', 'Certifiée'), [
    'rooms',
    '1:1',
    'blocking',
  ]),
  messy(
    'no certified room',
    (book) => book.set('rooms', 'F2', false).set('rooms', 'F3', false).set('rooms', 'F4', false),
    ['rooms', '', 'blocking'],
  ),
];

const slots: readonly MessyWorkbook[] = [
  messy('the slots are missing', (book) => book.remove('slots'), ['slots', '', 'blocking']),
  messy('no slot', (book) => book.keep('slots', 1), ['slots', '', 'blocking']),
  messy('a day that does not exist', (book) => book.set('slots', 'B2', '31/02/2027'), [
    'slots',
    'B2',
    'blocking',
  ]),
  messy('a month-first date', (book) => book.set('slots', 'B2', '01/31/2027'), ['slots', 'B2', 'blocking']),
  messy('a number instead of a date', (book) => book.set('slots', 'B2', 46_398), ['slots', 'B2', 'blocking']),
  messy('a failed formula for a date', (book) => book.set('slots', 'B2', '#VALUE!'), [
    'slots',
    'B2',
    'blocking',
  ]),
  messy('a time in letters', (book) => book.set('slots', 'C2', 'matin'), ['slots', 'C2', 'blocking']),
  messy('a time that does not exist', (book) => book.set('slots', 'C2', '25h00'), [
    'slots',
    'C2',
    'blocking',
  ]),
  messy('a date where a time is due', (book) => book.set('slots', 'C2', date(2027, 1, 11)), [
    'slots',
    'C2',
    'blocking',
  ]),
  messy('no end', (book) => book.set('slots', 'D2', ''), ['slots', 'D2', 'blocking']),
  messy('an end before the start', (book) => book.set('slots', 'D2', time(8, 0)), [
    'slots',
    'D2',
    'blocking',
  ]),
  messy('a weekday that does not fit', (book) => book.set('slots', 'B2', 'mar. 11/01/2027'), [
    'slots',
    'B2',
    'warning',
  ]),
  messy('one code for two slots', (book) => book.set('slots', 'A3', ' c01 '), ['slots', 'A3', 'blocking']),
  messy('the same slot twice', (book) => book.repeat('slots', 2), ['slots', 'A6', 'warning']),
  messy('a slot at an unknown site', (book) => book.set('slots', 'E3', 'Rennes'), ['slots', 'E3', 'warning']),
];

const students: readonly MessyWorkbook[] = [
  messy('the students are missing', (book) => book.remove('students'), ['students', '', 'blocking']),
  messy('no student', (book) => book.keep('students', 1), ['students', '', 'blocking']),
  messy('no column Prénom', (book) => book.dropColumn('students', 'Prénom'), ['students', '1:1', 'blocking']),
  messy('a student without number', (book) => book.set('students', 'A3', ''), ['students', 'A3', 'warning']),
  messy('a student without name', (book) => book.set('students', 'B3', ' '), ['students', 'B3', 'warning']),
  messy('a student without site', (book) => book.set('students', 'J3', ''), ['students', 'J3', 'warning']),
  messy('an unknown site', (book) => book.set('students', 'J3', 'Caen Campus 2'), [
    'students',
    'J3',
    'warning',
  ]),
  messy('one unknown site of two', (book) => book.set('students', 'J3', 'Caen; Rennes'), [
    'students',
    'J3',
    'warning',
  ]),
  messy('a failed formula for a name', (book) => book.set('students', 'B3', '#N/A'), [
    'students',
    'B3',
    'warning',
  ]),
  messy('one number for two students', (book) => book.set('students', 'A3', '01000001'), [
    'students',
    'A3',
    'blocking',
  ]),
  messy('the same student twice', (book) => book.repeat('students', 2), ['students', 'A8', 'warning']),
  messy('two columns for the name', (book) => book.set('students', 'R1', 'Nom de naissance'), [
    'students',
    'R1',
    'warning',
  ]),
  messy(
    'two columns for the group, the first blank',
    (book) => {
      for (let row = 2; row <= 7; row++) book.set('students', `I${row}`, '');
      return book
        .set('students', 'R1', 'TD')
        .set('students', 'R2', 'Droit L2')
        .set('students', 'R5', 'AES L2');
    },
    ['students', 'I1', 'warning'],
  ),
  messy('1/3 turned into a date', (book) => book.set('students', 'K4', date(2027, 3, 1)), [
    'students',
    'K4',
    'warning',
  ]),
  messy('extra time in words', (book) => book.set('students', 'K4', 'à voir'), ['students', 'K4', 'warning']),
  messy('extra time below zero', (book) => book.set('students', 'K4', -0.33), ['students', 'K4', 'warning']),
  messy('extra time above 300 %', (book) => book.set('students', 'K4', '400%'), [
    'students',
    'K4',
    'warning',
  ]),
  messy('extra time as what multiplies the duration', (book) => book.set('students', 'K4', '1,33'), [
    'students',
    'K4',
    'warning',
  ]),
  messy('extra time as a 1 for yes', (book) => book.set('students', 'K4', 1), ['students', 'K4', 'warning']),
  messy('a birth date that does not exist', (book) => book.set('students', 'D4', '31/02/2005'), [
    'students',
    'D4',
    'warning',
  ]),
];

const answers: readonly MessyWorkbook[] = [
  messy('the availability is missing', (book) => book.remove('availability'), [
    'availability',
    '',
    'blocking',
  ]),
  messy('an answer that means nothing', (book) => book.set('availability', 'C2', 'peut-être'), [
    'availability',
    'C2',
    'warning',
  ]),
  messy('a failed formula for an answer', (book) => book.set('availability', 'C2', '#REF!'), [
    'availability',
    'C2',
    'warning',
  ]),
  messy('a date for an answer', (book) => book.set('availability', 'C2', date(2027, 1, 12)), [
    'availability',
    'C2',
    'warning',
  ]),
  messy('an unknown student', (book) => book.add('availability', ['09999999', 'x', '', '', '']), [
    'availability',
    'A5',
    'warning',
  ]),
  messy('an unknown group', (book) => book.set('availability', 'A2', 'Droit L9'), [
    'availability',
    'A2',
    'warning',
  ]),
  messy('an unknown slot', (book) => book.set('availability', 'C1', 'C99 mar. 12/01'), [
    'availability',
    'C1',
    'warning',
  ]),
  messy(
    'a header that says another moment',
    (book) => book.set('availability', 'D1', 'C03 jeu. 14/01 14 h'),
    ['availability', 'D1', 'warning'],
  ),
  messy(
    'a list and columns of slots',
    (book) =>
      book.replace('availability', [
        ['Étudiant ou groupe', 'Créneaux possibles', 'C01', 'C02'],
        ['Droit L2', '', 'oui', ''],
        ['AES L2', 'C02', '', ''],
      ]),
    ['availability', 'C1', 'warning'],
  ),
  messy(
    'an unknown slot in a list',
    (book) =>
      book.replace('availability', [
        ['Étudiant ou groupe', 'Créneaux possibles', 'Créneaux préférés'],
        ['Droit L2', 'C01, C98', ''],
        ['AES L2', 'C02\nC03', 'C02'],
      ]),
    ['availability', 'B2', 'warning'],
  ),
  messy('an unknown room', (book) => book.add('roomAvailability', ['XX 99', 'x', '', '', '']), [
    'roomAvailability',
    'A5',
    'warning',
  ]),
  messy('an unclear answer for a room', (book) => book.set('roomAvailability', 'B2', '?'), [
    'roomAvailability',
    'B2',
    'warning',
  ]),
  messy(
    'an invigilator of an unknown site',
    (book) => book.add('invigilators', ['Hélène Marchand', '', '', 'Rennes', 'x', 'x', 'x', 'x']),
    ['invigilators', 'D2', 'warning'],
  ),
  messy(
    'two invigilators of one name',
    (book) =>
      book.add(
        'invigilators',
        ['Durand', 'agnes@exemple.fr', '', 'Caen', 'x', 'x', 'x', 'x'],
        ['Durand', 'paul@exemple.fr', '', "Campus d'Alençon", 'x', 'x', 'x', 'x'],
      ),
    ['invigilators', 'A3', 'warning'],
  ),
];

const request = (group: string, count: string | number, site: string, when: string, status: string) => [
  date(2026, 11, 16),
  'a@exemple.fr',
  'Agnès Rivoal',
  'UFR',
  'Licence',
  group,
  count,
  site,
  when,
  0,
  '',
  status,
  '',
];

const requests: readonly MessyWorkbook[] = [
  messy(
    'a request without a readable number',
    (book) => book.add('requests', request('Histoire', 'une vingtaine', 'Caen', 'C01', 'Acceptée')),
    ['requests', 'G2', 'warning'],
  ),
  messy(
    'a request at an unknown site',
    (book) => book.add('requests', request('Histoire', 20, 'Rennes', 'C01', 'Acceptée')),
    ['requests', 'H2', 'warning'],
  ),
  messy(
    'a request for an unknown slot',
    (book) => book.add('requests', request('Histoire', 20, 'Caen', 'C01, C77', 'Acceptée')),
    ['requests', 'I2', 'warning'],
  ),
  messy(
    'an unknown status',
    (book) => book.add('requests', request('Histoire', 20, 'Caen', 'C01', 'Validée')),
    ['requests', 'L2', 'warning'],
  ),
  messy(
    'extra times in letters',
    (book) =>
      book
        .add('requests', request('Histoire', 20, 'Caen', 'C01', 'Acceptée'))
        .set('requests', 'J2', 'quatre'),
    ['requests', 'J2', 'warning'],
  ),
  messy(
    'more extra times than students',
    (book) =>
      book.add('requests', request('Histoire', 10, 'Caen', 'C01', 'Acceptée')).set('requests', 'J2', 50),
    ['requests', 'J2', 'warning'],
  ),
];

const settings: readonly MessyWorkbook[] = [
  messy(
    'a duration in words',
    (book) => book.add('settings', ["Durée de l'épreuve (min)", 'deux heures', '']),
    ['settings', 'B2', 'warning'],
  ),
  messy('a number below zero', (book) => book.add('settings', ['Places gardées libres', -1, '']), [
    'settings',
    'B2',
    'warning',
  ]),
  messy('an unknown choice', (book) => book.add('settings', ['Priorité', 'au hasard', '']), [
    'settings',
    'B2',
    'warning',
  ]),
  messy(
    'a parameter given twice',
    (book) => book.add('settings', ['Places gardées libres', 1, ''], ['Places gardées libres', 2, '']),
    ['settings', 'B2', 'warning'],
  ),
];

const locks: readonly MessyWorkbook[] = [
  messy(
    'a locked session of an unknown room',
    (book) => book.planned([['S01', 'Brouillon', 'C01', 'XX', true]], []),
    ['planning', 'D2', 'blocking'],
  ),
  messy(
    'a locked session of an unknown slot',
    (book) => book.planned([['S01', 'Brouillon', 'C55', 'DR S03', true]], []),
    ['planning', 'C2', 'blocking'],
  ),
  messy(
    'a session of an unknown room',
    (book) => book.planned([['S01', 'Brouillon', 'C01', 'XX', false]], []),
    ['planning', 'D2', 'warning'],
  ),
  messy(
    'one student locked in two sessions',
    (book) =>
      book.planned(
        [
          ['S01', 'Brouillon', 'C01', 'DR S03', false],
          ['S02', 'Brouillon', 'C02', 'DR S03', false],
        ],
        [
          ['01000001', 'S01', true],
          ['01000001', 'S02', true],
        ],
      ),
    ['assignments', 'B3', 'blocking'],
  ),
  messy(
    'a student locked where they cannot come',
    (book) => book.planned([['S01', 'Brouillon', 'C03', 'DR S03', false]], [['01000001', 'S01', true]]),
    ['assignments', 'B2', 'blocking'],
  ),
  messy(
    'a student locked at another site',
    (book) => book.planned([['S01', 'Brouillon', 'C02', 'B100', false]], [['01000001', 'S01', true]]),
    ['assignments', 'B2', 'blocking'],
  ),
  messy(
    'a student locked in a slot too short',
    (book) =>
      book
        .set('students', 'K2', '33%')
        .planned([['S01', 'Brouillon', 'C01', 'DR S03', false]], [['01000001', 'S01', true]]),
    ['assignments', 'B2', 'blocking'],
  ),
  messy(
    'a student locked in an unknown session',
    (book) => book.planned([['S01', 'Brouillon', 'C01', 'DR S03', false]], [['01000001', 'S42', true]]),
    ['assignments', 'B2', 'blocking'],
  ),
  messy(
    'two locked sessions at once in one room',
    (book) =>
      book.planned(
        [
          ['S01', 'Brouillon', 'C01', 'DR S03', true],
          ['S02', 'Brouillon', 'C01', 'DR S03', true],
        ],
        [],
      ),
    ['planning', 'C3', 'blocking'],
  ),
  messy(
    'a locked session over its places',
    (book) =>
      book.set('rooms', 'E2', 1).planned(
        [['S01', 'Brouillon', 'C01', 'DR S03', true]],
        [
          ['01000001', 'S01', false],
          ['01000002', 'S01', false],
        ],
      ),
    ['planning', 'A2', 'blocking'],
  ),
  messy(
    'a seat of an unknown student',
    (book) => book.planned([['S01', 'Brouillon', 'C01', 'DR S03', false]], [['09999999', 'S01', false]]),
    ['assignments', 'A2', 'warning'],
  ),
];

/** Two sessions of Caen; 01000001 and 01000002 sit in the first one, 01000003 in the second one. */
const twoSessions = (book: AWorkbook, state = 'Brouillon', second = 'C02'): AWorkbook =>
  book.planned(
    [
      ['S01', state, 'C01', 'DR S03', false],
      ['S02', 'Brouillon', second, 'DR S03', false],
    ],
    [
      ['01000001', 'S01', false],
      ['01000002', 'S01', false],
      ['01000003', 'S02', false],
    ],
  );

const planning: readonly MessyWorkbook[] = [
  messy('a state that means nothing', (book) => twoSessions(book, 'À confirmer'), [
    'planning',
    'B2',
    'blocking',
  ]),
  messy('a state that has yet to come', (book) => twoSessions(book, 'Annuler'), [
    'planning',
    'B2',
    'blocking',
  ]),
  messy('a failed formula for a state', (book) => twoSessions(book, '#REF!'), ['planning', 'B2', 'blocking']),
  messy(
    'the planning lost its titles',
    (book) => twoSessions(book).replace('planning', [['S01', 'Convoquée', 'C01', 'DR S03', false]]),
    ['planning', '', 'blocking'],
  ),
  messy(
    'the planning lost its column Créneau',
    (book) => twoSessions(book).dropColumn('planning', 'Créneau'),
    ['planning', '1:1', 'blocking'],
  ),
  messy('the states lost their title', (book) => twoSessions(book, 'Convoquée').set('planning', 'B1', ''), [
    'planning',
    'B1',
    'blocking',
  ]),
  messy('the states have another title', (book) => twoSessions(book).set('planning', 'B1', 'Etats'), [
    'planning',
    'B1',
    'blocking',
  ]),
  messy(
    'the ticks lost their title',
    (book) => twoSessions(book).set('assignments', 'C2', true).set('assignments', 'C1', ''),
    ['assignments', 'C1', 'blocking'],
  ),
  messy(
    'the assignments lost their titles',
    (book) => twoSessions(book).replace('assignments', [['01000001', 'S01', true]]),
    ['assignments', '', 'blocking'],
  ),
  messy(
    'the assignments have no column Session',
    (book) => twoSessions(book).dropColumn('assignments', 'Session'),
    ['assignments', '1:1', 'blocking'],
  ),
  messy(
    'the places without names lost their titles',
    (book) => twoSessions(book).replace('anonymousSeats', [['Histoire', 'S01', 12]]),
    ['anonymousSeats', '', 'blocking'],
  ),
  messy(
    'places without names in an unknown session',
    (book) =>
      twoSessions(book).replace('anonymousSeats', [
        ['Groupe', 'Session', 'Places'],
        ['Histoire', 'S01', 4],
        ['Histoire', 'S77', 12],
      ]),
    ['anonymousSeats', 'B3', 'warning'],
  ),
  messy(
    'an unreadable number of places without names',
    (book) =>
      twoSessions(book).replace('anonymousSeats', [
        ['Groupe', 'Session', 'Places'],
        ['Histoire', 'S01', 'douze'],
      ]),
    ['anonymousSeats', 'C2', 'warning'],
  ),
  messy('the planning is gone', (book) => twoSessions(book).remove('planning'), [
    'assignments',
    'B2',
    'warning',
  ]),
  messy(
    'the planning is gone, and someone was locked',
    (book) => twoSessions(book).set('assignments', 'C3', true).remove('planning'),
    ['assignments', 'C3', 'blocking'],
  ),
  messy(
    'the planning has no row left, and someone was locked',
    (book) => twoSessions(book).set('assignments', 'C3', true).keep('planning', 1),
    ['assignments', 'C3', 'blocking'],
  ),
  messy(
    'the assignments of a convoked session are gone',
    (book) =>
      twoSessions(book, 'Convoquée')
        .set('planning', 'F1', 'Inscrits')
        .set('planning', 'F2', 2)
        .remove('assignments'),
    ['planning', 'F2', 'blocking'],
  ),
  messy(
    'the assignments of a draft are gone',
    (book) =>
      twoSessions(book).set('planning', 'F1', 'Inscrits').set('planning', 'F2', 2).keep('assignments', 1),
    ['planning', 'F2', 'warning'],
  ),
  messy(
    'a lock in a session that is cancelled',
    (book) => twoSessions(book, 'Annulée').set('assignments', 'C3', true),
    ['assignments', 'C3', 'blocking'],
  ),
  messy(
    'a lock in a cancelled session whose slot is gone',
    (book) => twoSessions(book, 'Annulée').set('planning', 'C2', 'C77').set('assignments', 'C3', true),
    ['assignments', 'C3', 'blocking'],
  ),
  messy('a session of a slot that is gone', (book) => twoSessions(book, 'Brouillon', 'C77'), [
    'planning',
    'C3',
    'warning',
  ]),
  messy(
    'someone locked in a session of a slot that is gone',
    (book) => twoSessions(book, 'Brouillon', 'C77').set('assignments', 'C4', true),
    ['planning', 'C3', 'blocking'],
  ),
  messy(
    'a convoked session of a room no longer certified',
    (book) => twoSessions(book, 'Convoquée').set('rooms', 'F2', false),
    ['planning', 'D2', 'blocking'],
  ),
  messy(
    'a convoked session without number',
    (book) => twoSessions(book, 'Convoquée').set('planning', 'A2', ''),
    ['planning', 'A2', 'blocking'],
  ),
  messy('a session without number', (book) => twoSessions(book).set('planning', 'A2', ''), [
    'planning',
    'A2',
    'warning',
  ]),
  messy('an unclear tick', (book) => twoSessions(book).set('planning', 'E2', 'à garder'), [
    'planning',
    'E2',
    'warning',
  ]),
  messy(
    'someone in two sessions',
    (book) => twoSessions(book).add('assignments', ['01000001', 'S02', false]),
    ['assignments', 'B5', 'warning'],
  ),
  messy(
    'someone in two sessions, one of them convoked',
    (book) => twoSessions(book, 'Convoquée').add('assignments', ['01000001', 'S02', false]),
    ['assignments', 'B5', 'blocking'],
  ),
  messy('someone twice in a session', (book) => twoSessions(book).repeat('assignments', 2), [
    'assignments',
    'A5',
    'warning',
  ]),
];

/** Workbooks that each have one mistake, of the kinds that people make, and the message that it deserves. */
export const MESSY_WORKBOOKS: readonly MessyWorkbook[] = [
  ...rooms,
  ...slots,
  ...students,
  ...answers,
  ...requests,
  ...settings,
  ...locks,
  ...planning,
];

/** What people do that is no mistake: the workbook reads as if it were clean. */
export const HARMLESS: readonly { readonly what: string; readonly change: MessyWorkbook['spoil'] }[] = [
  { what: 'titles above the headers', change: (book) => book.above('students', ['Campagne 2027'], []) },
  { what: 'columns in another order', change: (book) => book.reverseColumns('students') },
  { what: 'rooms in another order', change: (book) => book.reverseColumns('rooms') },
  { what: 'a synonym', change: (book) => book.set('students', 'B1', 'NOM  DE\u00a0NAISSANCE') },
  { what: 'a header in capitals without accents', change: (book) => book.set('students', 'C1', 'PRENOM') },
  { what: 'a column of their own', change: (book) => book.set('students', 'R1', 'Tuteur') },
  { what: 'a blank row in the middle', change: (book) => book.add('students', [], []) },
  {
    what: 'rows of unticked boxes',
    change: (book) => book.set('students', 'Q12', false).set('rooms', 'F9', false),
  },
  { what: 'another spelling of a site', change: (book) => book.set('students', 'J5', 'CAMPUS D’ALENCON') },
  { what: 'another spelling of a group', change: (book) => book.set('availability', 'A2', ' droit  l2 ') },
  { what: 'a date as text', change: (book) => book.set('slots', 'B2', 'lun. 11/01/2027') },
  { what: 'an ISO date', change: (book) => book.set('slots', 'B2', '2027-01-11') },
  {
    what: 'times as people say them',
    change: (book) => book.set('slots', 'C2', '8h30').set('slots', 'D2', '10 h 30'),
  },
  { what: 'a slot without a code', change: (book) => book.set('slots', 'A5', '') },
  { what: 'extra time as a ratio', change: (book) => book.set('students', 'K4', '1/3') },
  { what: 'no birth date', change: (book) => book.set('students', 'D4', '') },
  {
    what: 'a comment column in the answers',
    change: (book) => book.set('availability', 'F1', 'Commentaire'),
  },
  { what: 'places typed as text', change: (book) => book.set('rooms', 'E2', ' 37 ') },
  ...['Convoqué', 'convoquées', 'CONVOQUES', 'Convoq.'].map((state) => ({
    what: `a session ${state}`,
    change: (book: AWorkbook) => twoSessions(book, state),
  })),
  {
    what: 'a planning without anybody yet',
    change: (book) => twoSessions(book).keep('assignments', 1),
  },
  {
    what: 'tabs of the planning that are empty',
    change: (book) => book.replace('planning', [[]]).replace('assignments', [['', false]]),
  },
];
