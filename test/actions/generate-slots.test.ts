import { describe, expect, it } from '@jest/globals';
import type { TypedTab } from '../../local/cli/fill-tabs';
import { type AddonAnswer, Desk } from '../support/an-addon';

const SLOT_ROWS: TypedTab = {
  tab: 'Créneaux',
  rows: [
    ['Créneau', 'Date', 'Début', 'Fin', 'Site', 'Remarques'],
    ['C01', { date: '11/01/2027' }, { time: '08:30' }, { time: '10:30' }, null, 'à confirmer'],
    [null, { date: '12/01/2027' }, { time: '08:30' }, { time: '10:30' }, null, null],
  ],
};

const add = (desk: Desk, request: unknown): AddonAnswer =>
  desk.runtime.call('addSlots', [request]) as AddonAnswer;

const on = (date: string, start: number, end: number) => ({ day: `2027-01-${date}`, start, end });

describe('Générer les créneaux', () => {
  it('proposes a working week after the last slot, long enough for the usual extra time', () => {
    const desk = Desk.prepared([SLOT_ROWS]);
    const answer = desk.click('Générer les créneaux');
    expect(answer.status).toBe('done');
    const added = desk.records('Créneaux').slice(2);
    expect(added).toHaveLength(5);
    expect(added[0]).toMatchObject({ Créneau: 'C03', Date: 46405, Début: 510 / 1440, Fin: 665 / 1440 });
    expect(desk.values('Disponibilités')[0]).toEqual([
      'Étudiant ou groupe',
      'C01 lun. 11/01 8 h 30',
      'C02 mar. 12/01 8 h 30',
      'C03 lun. 18/01 8 h 30',
      'C04 mar. 19/01 8 h 30',
      'C05 mer. 20/01 8 h 30',
      'C06 jeu. 21/01 8 h 30',
      'C07 ven. 22/01 8 h 30',
    ]);
    expect(desk.click('Vérifier les données').problems.filter(({ tab }) => tab === 'Créneaux')).toEqual([]);
  });

  it('works in a workbook that was just prepared, before anything else is there', () => {
    const desk = Desk.prepared();
    expect(desk.click('Générer les créneaux').status).toBe('done');
    expect(desk.records('Créneaux')).toHaveLength(10);
    expect(desk.column('Créneaux', 'Créneau').slice(0, 2)).toEqual(['C01', 'C02']);
    // The slots begin after today, on a Monday.
    expect(desk.column('Créneaux', 'Date')[0]).toBe(46363);
  });

  it('adds below what is there without touching it, and nothing twice', () => {
    const desk = Desk.prepared([SLOT_ROWS]);
    desk.set('Créneaux', 5, 6, 'une remarque seule');
    const before = desk.values('Créneaux').map((row) => [...row]);
    const request = {
      slots: [on('11', 510, 630), on('14', 510, 665), on('13', 810, 965)],
      site: 'caen campus 1',
      columns: false,
    };
    const answer = add(desk, request);
    expect(answer.lines.join()).toContain('C03 (mer.');
    const after = desk.values('Créneaux');
    // The slot without a code gets the one that it was called by.
    expect(after.slice(0, 5)).toEqual(
      before.map((row, index) => (index === 2 ? ['C02', ...row.slice(1)] : row)),
    );
    expect(after.slice(5).map((row) => [row[0], row[1], row[4]])).toEqual([
      ['C03', 46400, 'Caen Campus 1'],
      ['C04', 46401, 'Caen Campus 1'],
    ]);
    expect(desk.values('Disponibilités')[0]).toEqual(['Étudiant ou groupe']);
    expect(add(desk, request).lines.join()).toContain('rien n’a changé');
    expect(desk.values('Créneaux')).toEqual(after);
  });

  it('finds its columns wherever staff put them, under titles, in a tab of another name', () => {
    const desk = Desk.prepared();
    const sheet = desk.workbook.sheetByName('Créneaux');
    if (sheet === null) throw new Error('There is no tab of slots.');
    sheet.insertRows(1, 2);
    sheet.insertColumns(1, 1);
    desk.set('Créneaux', 1, 1, 'Campagne 2027');
    sheet.name = 'Horaires';
    const setting = desk.column('Paramètres', 'Paramètre').indexOf('Onglet des créneaux');
    desk.set('Paramètres', setting + 2, 2, 'Horaires');
    expect(add(desk, { slots: [on('11', 510, 665)], site: '', columns: true }).status).toBe('done');
    expect(desk.values('Horaires')[3]?.slice(0, 5)).toEqual([null, 'C01', 46398, 510 / 1440, 665 / 1440]);
  });

  it('gives new columns the boxes that the others have', () => {
    const desk = Desk.prepared([
      SLOT_ROWS,
      {
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01', 'C02'],
          ['L1', true, false],
        ],
      },
    ]);
    const sheet = desk.workbook.sheetByName('Disponibilités');
    const box = { criteria: 'CHECKBOX', values: [], allowInvalid: true, helpText: null };
    sheet?.validations.set({ row: 2, column: 2, rows: 3, columns: 2 }, box);
    add(desk, { slots: [on('13', 510, 665)], site: '', columns: true });
    expect(sheet?.get(1, 4)).toBe('C03 mer. 13/01 8 h 30');
    expect(sheet?.validations.get(2, 4)).toMatchObject({ criteria: 'CHECKBOX' });
    expect(sheet?.validations.get(8, 4)).toBeUndefined();
  });

  it('leaves lists of slots as they are', () => {
    const desk = Desk.prepared([
      SLOT_ROWS,
      {
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'Créneaux possibles'],
          ['L1', 'C01'],
        ],
      },
    ]);
    add(desk, { slots: [on('13', 510, 665)], site: '', columns: true });
    expect(desk.values('Disponibilités')[0]).toEqual(['Étudiant ou groupe', 'Créneaux possibles']);
    expect(desk.values('Surveillants')[0]?.slice(-1)).toEqual(['C03 mer. 13/01 8 h 30']);
  });

  it('says what is in the way, and changes nothing', () => {
    const desk = Desk.prepared([SLOT_ROWS]);
    const before = desk.snapshot();
    const wrong = [
      null,
      { slots: [], site: '' },
      { slots: [on('11', 665, 510)], site: '' },
      { slots: [{ day: '2027-02-30', start: 1, end: 2 }], site: '' },
      { slots: [on('11', 510, 1500)], site: '' },
      { slots: [on('11', 510, 665)], site: 'Lune' },
    ];
    for (const request of wrong) expect(add(desk, request).status).not.toBe('done');
    expect(desk.snapshot()).toEqual(before);
    desk.set('Créneaux', 1, 2, 'Quand');
    expect(desk.click('Générer les créneaux')).toMatchObject({
      status: 'blocked',
      lines: [expect.stringContaining('sont introuvables')],
    });
    expect(new Desk().click('Générer les créneaux').lines.join()).toContain('Préparer le classeur');
  });
});
