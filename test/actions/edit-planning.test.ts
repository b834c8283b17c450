import { beforeEach, describe, expect, it } from '@jest/globals';
import { tabs } from '../support/a-campaign-by-forms';
import { aPlannedCampaign } from '../support/a-planned-campaign';
import type { AddonAnswer, Desk, Value } from '../support/an-addon';

/**
 * What staff do by hand in `Planning` and `Affectations`: what it breaks is told with its cell, and what is fixed stays
 * through a calculation, whatever its kind.
 */
let desk: Desk;
beforeEach(() => {
  desk = aPlannedCampaign();
});

const at = (tab: string, header: string): number => (desk.values(tab)[0] ?? []).indexOf(header) + 1;
const letter = (tab: string, header: string): string => String.fromCharCode(64 + at(tab, header));
const rowOf = (tab: string, header: string, value: Value): number =>
  desk.column(tab, header).indexOf(value) + 2;
const edit = (tab: string, row: number, header: string, value: Value): void =>
  desk.set(tab, row, at(tab, header), value);
const sessionOf = (id: string): Value =>
  desk.column('Affectations', 'Session')[rowOf('Affectations', 'N° étudiant', id) - 2] ?? null;
/** `Affectations!E4 message` of everything that the planning breaks. */
const broken = (): readonly string[] => {
  const { problems } = desk.runtime.click('Vérifier le planning') as AddonAnswer;
  return problems.map(({ tab, cell, message }) => `${tab}!${cell} ${message}`);
};
const recalculate = (kind: string): AddonAnswer => {
  edit('Paramètres', rowOf('Paramètres', 'Paramètre', 'Recalcul'), 'Valeur', kind);
  return desk.click('Calculer le planning');
};

describe('an edit by hand', () => {
  it('is told when a column that the add-on wrote, and that keeps people in place, is gone', () => {
    const column = at('Planning', 'État');
    desk.values('Planning').forEach((_, row) => desk.set('Planning', row + 1, column, null));
    const { problems } = desk.click('Vérifier les données');
    expect(problems.map(({ tab, severity }) => `${tab} ${severity}`)).toContain('Planning avertissement');
    expect(problems.map(({ message }) => message).join()).toContain(
      'toutes les sessions sont lues comme des brouillons',
    );
  });

  it('breaks nothing before it is made', () => {
    expect(broken()).toEqual([]);
  });

  it('is told when someone cannot come, or needs more time than the slot has', () => {
    const row = rowOf('Affectations', 'N° étudiant', '00000003');
    const first = sessionOf('00000001');
    edit('Affectations', row, 'Session', first);
    const cell = `Affectations!${letter('Affectations', 'Session')}${row}`;
    const told = broken();
    expect(told).toHaveLength(2);
    expect(told.every((line) => line.startsWith(`${cell} `))).toBe(true);
    expect(told.join(' ')).toContain('C01');
    expect(told.join(' ')).toMatch(/2\u00a0h\u00a035/);
  });

  it('is told when the room is taken at that slot, and when nobody watches', () => {
    desk.fill(
      tabs({
        tab: 'Disponibilités salles',
        rows: [
          ['Code', 'C01', 'C02', 'C03'],
          ['DR S03', 'oui', 'non', 'oui'],
        ],
      }),
    );
    const second = sessionOf('00000003');
    const row = rowOf('Planning', 'Session', second);
    edit('Planning', row, 'Code', 'DR S03');
    edit('Planning', row, 'Surveillants', '');
    const told = broken();
    expect(told.map((line) => line.split(' ')[0]).sort()).toEqual(
      [
        `Planning!${letter('Planning', 'Code')}${row}`,
        `Planning!${letter('Planning', 'Surveillants')}${row}`,
      ].sort(),
    );
  });

  it('is told when an invigilator is unknown, or watches two rooms at once', () => {
    edit('Planning', 2, 'Surveillants', 'Inconnue');
    expect(broken().join(' ')).toContain('Inconnue');
    edit('Planning', 2, 'Surveillants', 'Odile Martin');
    edit('Planning', 3, 'Créneau', desk.column('Planning', 'Créneau')[0] ?? null);
    edit('Planning', 3, 'Code', 'SC S36');
    edit('Disponibilités', 3, 'C01', 'oui');
    expect(broken().some((line) => line.startsWith(`Planning!${letter('Planning', 'Surveillants')}3 `))).toBe(
      true,
    );
  });

  it('is told when somebody sits in a session that is cancelled', () => {
    edit('Planning', 2, 'État', 'Annulée');
    const told = broken();
    expect(told.length).toBeGreaterThan(5);
    expect(told.every((line) => line.startsWith(`Affectations!${letter('Affectations', 'Session')}`))).toBe(
      true,
    );
  });
});

describe('what is fixed', () => {
  it.each(['améliorer', 'compléter sans déplacer', 'repartir de zéro'])(
    'stays through « %s »: a session ticked, its number, a person ticked, whoever was convoked',
    (kind) => {
      // A slot that everybody would take, were they free to move.
      for (const row of [2, 3, 4]) edit('Disponibilités', row, 'C03', 'préféré');
      edit('Paramètres', rowOf('Paramètres', 'Paramètre', 'Priorité'), 'Valeur', 'préférences');
      edit('Planning', 2, 'État', 'Convoquée');
      edit('Planning', 3, 'Verrouillée', true);
      edit('Planning', 3, 'N° session Pix', '4321');
      edit('Planning', 3, 'Remarques', 'Clés chez Odile');
      const before = new Map(desk.records('Affectations').map((row) => [row['N° étudiant'], row.Session]));
      const planning = desk.records('Planning').map((row) => [row.Session, row['Créneau'], row.Code]);
      const answer = recalculate(kind);
      expect(answer.status).toBe('done');
      expect(new Map(desk.records('Affectations').map((row) => [row['N° étudiant'], row.Session]))).toEqual(
        before,
      );
      expect(desk.records('Planning').map((row) => [row.Session, row['Créneau'], row.Code])).toEqual(
        planning,
      );
      expect(desk.records('Planning')[1]).toMatchObject({
        'N° session Pix': '4321',
        Remarques: 'Clés chez Odile',
      });
      expect(desk.column('Planning', 'État')).toEqual(['Convoquée', 'Brouillon']);
    },
  );

  it('does not hold the others: they move to what they prefer, and the person ticked stays', () => {
    for (const row of [2, 3]) edit('Disponibilités', row, 'C03', 'préféré');
    edit('Paramètres', rowOf('Paramètres', 'Paramètre', 'Priorité'), 'Valeur', 'préférences');
    const row = rowOf('Affectations', 'N° étudiant', '00000001');
    edit('Affectations', row, 'Verrouillée', true);
    const kept = sessionOf('00000001');
    recalculate('repartir de zéro');
    expect(sessionOf('00000001')).toBe(kept);
    expect(sessionOf('00000002')).not.toBe(kept);
  });
});

describe('a tab of the planning that cannot be read back', () => {
  const lostBy = (tab: string): void => {
    desk.workbook.sheetByName(tab)?.deleteRows(1, 1);
  };

  it.each(['Planning', 'Affectations'])('stops the calculation, and is not written over: %s', (tab) => {
    edit('Planning', 2, 'État', 'Convoquée');
    edit('Planning', 2, 'Remarques', 'Clés chez Odile');
    lostBy(tab);
    const before = [desk.values('Planning'), desk.values('Affectations')];
    const answer = recalculate('repartir de zéro');
    expect(answer.status).toBe('blocked');
    expect(answer.problems).toEqual([expect.objectContaining({ tab, cell: '', severity: 'bloquant' })]);
    expect([desk.values('Planning'), desk.values('Affectations')]).toEqual(before);
    expect(broken()).toEqual([expect.stringContaining(`${tab}! ${tab}`)]);
  });

  it('is started anew once it is emptied', () => {
    lostBy('Planning');
    for (const tab of ['Planning', 'Affectations'])
      desk
        .values(tab)
        .forEach((cells, row) => cells.forEach((_, column) => desk.set(tab, row + 1, column + 1, null)));
    expect(recalculate('améliorer').status).toBe('done');
    expect(desk.records('Affectations').length).toBeGreaterThan(0);
  });
});

describe('a state typed by hand', () => {
  it('locks as it would from the list, whatever its gender and number', () => {
    for (const row of [2, 3, 4]) edit('Disponibilités', row, 'C03', 'préféré');
    edit('Paramètres', rowOf('Paramètres', 'Paramètre', 'Priorité'), 'Valeur', 'préférences');
    edit('Planning', 2, 'État', 'Convoqué');
    edit('Planning', 3, 'État', 'convoquées');
    const before = desk.records('Affectations');
    expect(recalculate('repartir de zéro').problems).toEqual([]);
    expect(desk.records('Affectations')).toEqual(before);
    expect(desk.column('Planning', 'État')).toEqual(['Convoquée', 'Convoquée']);
  });

  it('is left as it is, and moves nobody, when it is not known', () => {
    edit('Planning', 2, 'État', 'À confirmer');
    const before = [desk.values('Planning'), desk.values('Affectations')];
    expect(recalculate('repartir de zéro').status).toBe('blocked');
    expect([desk.values('Planning'), desk.values('Affectations')]).toEqual(before);
  });
});

describe('an invigilator typed by hand', () => {
  const watchers = (...slots: readonly (readonly Value[])[]): void =>
    desk.fill(
      tabs({
        tab: 'Surveillants',
        rows: [['Nom', 'Courriel', 'Site', 'C01', 'C02', 'C03'], ...slots.map((row) => [...row])],
      }),
    );
  const odile = ['Odile Martin', 'odile.martin@exemple.fr', '', 'oui', 'oui', 'oui'];
  const paul = ['Paul Dupont', '', '', 'non', 'oui', 'oui'];
  const atOdds = (answer: AddonAnswer): readonly string[] =>
    answer.problems.map(({ tab, cell, message }) => `${tab}!${cell} ${message.replace(/\u00a0/g, ' ')}`);

  it.each([
    ['and the add-on wrote others before', (): void => undefined],
    [
      'in a workbook where the add-on never wrote',
      (): void => {
        const memory = 'PixOrga (ne pas modifier)';
        const sheet = desk.workbook.sheetByName(memory);
        sheet?.deleteRows(1, sheet.lastRow);
      },
    ],
  ])('stays with a session that is locked, and is told to be away: %s', (_, forget) => {
    watchers(odile, paul);
    edit('Planning', 2, 'Verrouillée', true);
    edit('Planning', 2, 'Surveillants', 'Paul Dupont');
    forget();
    const answer = recalculate('améliorer');
    expect(answer.status).toBe('done');
    expect(desk.column('Planning', 'Surveillants')[0]).toBe('Paul Dupont');
    const [line = ''] = atOdds(answer);
    expect(line).toContain(`Planning!${letter('Planning', 'Surveillants')}2 `);
    expect(line).toContain(
      '« Paul Dupont », tapé à la main pour la session S01, n’est pas disponible au créneau C01',
    );
    expect(line).toContain('Mettez-y Odile Martin');
    expect(desk.column('À corriger', 'Problème').map(String).join(' ')).toContain('Paul Dupont');
  });

  it('is told of nothing when they can come', () => {
    watchers(odile, ['Paul Dupont', '', '', 'oui', 'oui', 'oui']);
    edit('Planning', 2, 'Surveillants', 'Paul Dupont');
    expect(recalculate('améliorer').problems).toEqual([]);
    expect(desk.column('Planning', 'Surveillants')[0]).toBe('Paul Dupont');
  });
});
