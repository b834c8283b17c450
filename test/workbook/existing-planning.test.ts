import { describe, expect, it } from '@jest/globals';
import { cellName } from '../../src/domain/problem';
import { describeProblem } from '../../src/text/problems';
import { AWorkbook, date, time } from '../support/a-workbook';
import { readWorkbook } from '../support/read-workbook';

type Sessions = Parameters<AWorkbook['planned']>[0];

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** `bloquant Planning!B2: message remedy` of everything that is wrong with the planning. */
function told(book: AWorkbook, check = false): readonly string[] {
  const reading = readWorkbook(book);
  const problems = [...reading.problems, ...(check ? reading.checkPlanning() : [])];
  return problems.map((problem) => {
    const { message, remedy } = describeProblem(problem);
    const { severity, place } = problem;
    return plain(`${severity} ${place.tab}!${cellName(place)}: ${message} ${remedy}`);
  });
}

/** What is said in the tabs of the planning alone. */
const toldOfPlanning = (book: AWorkbook, check = false): readonly string[] =>
  told(book, check).filter((line) => /^\w+ (Planning|Affectations|Places sans nom)!/.test(line));

/** Everybody of Caen in `session`, ticked or not. */
const seats = (session: string, ticked = false): readonly (readonly [string, string, boolean])[] =>
  ['01000001', '01000002', '01000003'].map((id) => [id, session, ticked]);

const session = (number: string, state: string, slot: string, locked = false): Sessions[number] => [
  number,
  state,
  slot,
  'DR S03',
  locked,
];

const stateOf = (typed: string): string | undefined =>
  readWorkbook(new AWorkbook().planned([session('S01', typed, 'C02')], seats('S01'))).draft?.existing[0]
    ?.state;

describe('the state of a session', () => {
  it.each([
    ['', 'draft'],
    ['brouillons', 'draft'],
    ['Publié', 'published'],
    ['publiees', 'published'],
    ['Convoqué', 'convoked'],
    ['convoquées', 'convoked'],
    ['CONVOQ.', 'convoked'],
    ['Tenu', 'held'],
    ['tenues', 'held'],
    ['Annulé', 'cancelled'],
    ['annul', 'cancelled'],
  ])('« %s » is %s', (typed, state) => {
    expect(stateOf(typed)).toBe(state);
    expect(toldOfPlanning(new AWorkbook().planned([session('S01', typed, 'C02')], []))).toEqual([]);
  });

  it.each(['Convoquer', 'annuler', 'Non tenue', 'Con', 'Oubliée', 'oui'])(
    '« %s » blocks: nobody is freed by a word that is not known',
    (typed) => {
      const book = new AWorkbook().planned([session('S01', typed, 'C02')], seats('S01'));
      expect(readWorkbook(book).campaign).toBeNull();
      expect(toldOfPlanning(book)).toEqual([
        expect.stringContaining(`blocking Planning!B2: L’état « ${typed} » n’est pas connu`),
      ]);
    },
  );

  it('is proposed when a word looks like it', () => {
    const book = new AWorkbook().planned([session('S01', 'Convoqée', 'C02')], []);
    expect(toldOfPlanning(book)[0]).toContain('Écrivez « Convoquée »');
  });
});

describe('one bad cell of « Planning »', () => {
  const gone = (state = 'Brouillon', ticked = false): AWorkbook =>
    new AWorkbook().planned([session('S02', state, 'C77')], seats('S02', ticked));

  it('is told on its row, and once for all who sit there', () => {
    expect(toldOfPlanning(gone())).toEqual([
      'warning Planning!C2: La session S02 est mise de côté : « C77 » n’est le code d’aucun créneau. Écrivez un code de l’onglet « Créneaux ».',
      'warning Affectations!B2: La session « S02 » est mise de côté : les 3 personnes qui y sont placées reçoivent une autre place au prochain calcul, s’il y en a. Pour que rien ne change, corrigez d’abord la ligne de cette session dans « Planning ».',
    ]);
  });

  it.each([
    ['Convoquée', false, 'est convoquée'],
    ['Tenue', false, 'est tenue'],
    ['Brouillon', true, 'a des personnes verrouillées'],
  ])('blocks where people must stay, with one message: %s', (state, ticked, why) => {
    expect(toldOfPlanning(gone(state, ticked))).toEqual([
      expect.stringContaining(`blocking Planning!C2: La session S02 ${why}, et « C77 » n’est le code`),
    ]);
  });

  it('blocks where the session has begun', () => {
    const book = new AWorkbook()
      .set('slots', 'B2', date(2026, 11, 2))
      .planned([['S01', 'Brouillon', 'C01', 'XX', false]], seats('S01'));
    expect(toldOfPlanning(book)).toEqual([expect.stringMatching(/^blocking Planning!D2: .* a commencé, et/)]);
  });

  it('says what is wrong with a room that is in « Salles »', () => {
    const book = (): AWorkbook => new AWorkbook().planned([session('S01', 'Brouillon', 'C01')], []);
    expect(toldOfPlanning(book().set('rooms', 'F2', false))[0]).toContain(
      'la salle « DR S03 » est dans « Salles », mais elle n’y est pas cochée « Certifiée »',
    );
    expect(toldOfPlanning(book().set('rooms', 'E2', 'trente'))[0]).toContain(
      'la salle « DR S03 » est dans « Salles », mais sa ligne ne peut pas être utilisée',
    );
    expect(toldOfPlanning(book().set('rooms', 'D2', 'DR S99'))[0]).toContain(
      '« DR S03 » n’est le code d’aucune salle',
    );
  });

  it('says what is wrong with a slot that is in « Créneaux »', () => {
    const book = new AWorkbook().set('slots', 'B2', 'jamais').planned([session('S01', '', 'C01')], []);
    expect(toldOfPlanning(book)[0]).toContain('le créneau « C01 » est dans « Créneaux », mais sa ligne');
  });
});

describe('people whose session is unknown', () => {
  it('are told once per session', () => {
    const book = new AWorkbook().planned(
      [session('S01', '', 'C02')],
      [...seats('S09').slice(0, 2), ['01000003', 'S08', true]],
    );
    expect(toldOfPlanning(book)).toEqual([
      expect.stringContaining('warning Affectations!B2: La session « S09 » n’existe pas'),
      expect.stringContaining('blocking Affectations!B4: La session « S08 » n’existe pas'),
    ]);
  });

  it('are told of places without names too, when the planning is checked', () => {
    const book = new AWorkbook().planned([session('S01', '', 'C02')], []).replace('anonymousSeats', [
      ['Groupe', 'Session', 'Places'],
      ['Histoire', 'S77', 12],
      ['Géographie', 'S77', 3],
    ]);
    expect(toldOfPlanning(book, true)).toEqual([
      expect.stringContaining(
        'warning Places sans nom!B2: La session « S77 » n’existe pas dans « Planning » : ses 15 places sans nom',
      ),
    ]);
  });
});

describe('someone on two rows', () => {
  const twice = (first: Sessions[number], second: Sessions[number], ticked = ''): AWorkbook =>
    new AWorkbook().planned(
      [first, second],
      [
        ['01000001', 'S01', ticked === 'S01'],
        ['01000001', 'S02', ticked === 'S02'],
      ],
    );
  const sessionOf = (book: AWorkbook): readonly string[] =>
    readWorkbook(book).draft?.existing.flatMap((one) => (one.seats.length > 0 ? [one.number] : [])) ?? [];

  it('counts where the second row says, which is told', () => {
    const book = twice(session('S01', '', 'C01'), session('S02', '', 'C02'));
    expect(toldOfPlanning(book)).toEqual([
      'warning Affectations!B3: Cette personne a deux sessions : S01 à la ligne 2, S02 à cette ligne. C’est S02 qui compte. Supprimez la ligne qui ne vaut plus.',
    ]);
    expect(sessionOf(book)).toEqual(['S02']);
  });

  it('does not count in a session that is cancelled', () => {
    const book = twice(session('S01', '', 'C01'), session('S02', 'Annulée', 'C02'));
    expect(toldOfPlanning(book)[0]).toContain('C’est S01 qui compte');
    expect(sessionOf(book)).toEqual(['S01']);
  });

  it.each([
    ['the first is convoked', session('S01', 'Convoquée', 'C01'), ''],
    ['the first is ticked', session('S01', '', 'C01'), 'S01'],
    ['the second is ticked', session('S01', '', 'C01'), 'S02'],
  ])('blocks when %s', (_, first, ticked) => {
    expect(toldOfPlanning(twice(first, session('S02', '', 'C02'), ticked))).toEqual([
      expect.stringMatching(
        /^blocking Affectations!B3: Cette personne a deux sessions, S01 à la ligne 2 et S02 à cette ligne/,
      ),
    ]);
  });

  it('keeps the tick of either row of one session', () => {
    const book = new AWorkbook().planned(
      [session('S01', '', 'C01')],
      [
        ['01000001', 'S01', false],
        ['01000001', 'S01', true],
      ],
    );
    expect(readWorkbook(book).draft?.existing[0]?.seats).toEqual([{ candidate: '01000001', locked: true }]);
  });
});

describe('two sessions of one room', () => {
  const close = (locked: boolean, start: number): AWorkbook =>
    new AWorkbook()
      .set('slots', 'B3', date(2027, 1, 11))
      .set('slots', 'C3', time(10, start))
      .set('slots', 'D3', time(12, 45))
      .add('settings', ['Battement entre deux sessions (min)', 30, ''])
      .planned([session('S01', '', 'C01', locked), session('S02', '', 'C02', locked)], []);

  it.each([true, false])('are told to be too close, not at once (locked: %s)', (locked) => {
    const [line = ''] = toldOfPlanning(close(locked, 40), true).filter((one) => one.includes('Battement'));
    expect(line).toContain(
      'se suivent dans la salle DR S03 à 10 min d’intervalle : le paramètre « Battement entre deux sessions (min) » demande 30 min.',
    );
    expect(line).toContain('Planning!C3');
    expect(line).not.toContain('en même temps');
    expect(line.includes('décochez')).toBe(locked);
  });

  it('are told to be at once when they are', () => {
    expect(toldOfPlanning(close(true, 0))[0]).toContain('occupent la salle DR S03 en même temps');
  });
});

describe('who cannot sit where a lock keeps them', () => {
  const away = (state: string, locked: boolean, ticked: boolean): string =>
    toldOfPlanning(
      new AWorkbook().planned([session('S01', state, 'C03', locked)], [['01000001', 'S01', ticked]]),
    ).join('\n');

  it('is told what locks, and what lifts it', () => {
    const [state, tick, person] = [
      away('Convoquée', false, false),
      away('', true, false),
      away('', false, true),
    ];
    expect(state).toContain('est en S01, qui est convoquée, à un créneau où elle n’est pas disponible (C03)');
    expect(state).toContain('Donnez à S01 un autre état que « Convoquée »');
    expect(state).not.toContain('Décochez');
    expect(tick).toContain('est en S01, qui est verrouillée, à un créneau');
    expect(tick).toContain('Décochez « Verrouillée » pour S01 dans « Planning »');
    expect(person).toContain('Cette personne est verrouillée à un créneau');
    expect(person).toContain('Décochez « Verrouillée », corrigez');
  });
});

describe('a lock in a cancelled session', () => {
  it('is told once, with its first cell', () => {
    const book = new AWorkbook().planned([session('S01', 'Annulée', 'C02')], seats('S01', true));
    expect(toldOfPlanning(book)).toEqual([
      'blocking Affectations!C2: 3 personnes sont verrouillées dans la session S01, qui est annulée ; la première est ici. Décochez « Verrouillée », ou donnez un autre état à cette session dans « Planning ».',
    ]);
  });

  it('is no lock when nobody is ticked', () => {
    const book = new AWorkbook().planned([session('S01', 'Annulée', 'C02')], seats('S01'));
    expect(toldOfPlanning(book)).toEqual([]);
  });
});
