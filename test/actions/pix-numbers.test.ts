import { describe, expect, it } from '@jest/globals';
import type { NumbersReading } from '../../src/dialogs/certif-numbers/exchange';
import { type AddonAnswer, Desk } from '../support/an-addon';
import { aCertifPlanning, TWO_SESSIONS } from '../support/a-certif-planning';

const NUMBERS = 'Lire les numéros de session Pix';
const LIST = [
  ['N° de session', 'Nom du site', 'Salle', 'Date', 'Heure'],
  ['4321', 'Caen Campus 1', 'Mercure', '11/01/2027', '08:30'],
  ['4322', 'Caen Campus 1', 'Mercure', '12/01/2027', '13:30'],
  ['4323', 'Caen Campus 1', 'Mercure', '12/02/2027', '13:30'],
];

const read = (desk: Desk, files: unknown): NumbersReading =>
  desk.runtime.call('readPixNumbers', [files]) as NumbersReading;
const write = (desk: Desk, order: unknown): AddonAnswer =>
  desk.runtime.call('writePixNumbers', [order]) as AddonAnswer;
const numbers = (desk: Desk): readonly string[] =>
  desk.column('Planning', 'N° session Pix').map((value) => String(value ?? ''));

describe('Lire les numéros de session Pix', () => {
  it('recognises the sessions of the planning and writes the numbers that staff choose', () => {
    const desk = aCertifPlanning(
      TWO_SESSIONS.map((one, index) => ({ ...one, pixNumber: index === 1 ? '77' : '' })),
    );
    const reading = read(desk, [LIST]);
    expect(reading.numbers.map(({ session, before, number }) => [session, before, number])).toEqual([
      ['S01', '', '4321'],
      ['S02', '77', '4322'],
    ]);
    expect(reading.unknown).toHaveLength(1);
    expect(numbers(desk)).toEqual(['', '77']);
    write(desk, { files: [LIST], chosen: [{ session: 'S01', number: '4321' }] });
    expect(numbers(desk)).toEqual(['4321', '77']);
    write(desk, { files: [LIST], chosen: [{ session: 'S02', number: '4322' }] });
    expect(numbers(desk)).toEqual(['4321', '4322']);
  });

  it('writes nothing that the files do not say', () => {
    const desk = aCertifPlanning();
    for (const order of [
      null,
      {},
      { files: [LIST], chosen: [{ session: 'S01', number: '9' }] },
      { files: [LIST], chosen: [{ session: 'S99', number: '4321' }] },
      { files: [], chosen: [{ session: 'S01', number: '4321' }] },
    ])
      write(desk, order);
    expect(numbers(desk)).toEqual(['', '']);
  });

  it('says what is missing when nothing is recognised, and what to do without a window', () => {
    const desk = aCertifPlanning();
    expect(read(desk, [[['bonjour']]]).lines.join()).toContain('Aucune session n’est reconnue');
    expect(desk.click(NUMBERS)).toMatchObject({ status: 'done' });
    expect(Desk.prepared().click(NUMBERS).status).toBe('blocked');
  });

  it('asks for the column when the planning has none', () => {
    const desk = aCertifPlanning();
    const column = (desk.values('Planning')[0] ?? []).indexOf('N° session Pix') + 1;
    desk.set('Planning', 1, column, 'Autre chose');
    expect(desk.click(NUMBERS).lines.join()).toContain('N° session Pix');
    expect(desk.click(NUMBERS).status).toBe('blocked');
  });
});
