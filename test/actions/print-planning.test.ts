import { describe, expect, it } from '@jest/globals';
import { aPlannedCampaign } from '../support/a-planned-campaign';
import { type AddonAnswer, Desk } from '../support/an-addon';

type PrintAnswer = AddonAnswer & {
  readonly files?: readonly { readonly name: string; readonly text: string }[];
};
const textOf = ({ files = [] }: PrintAnswer): string => files.map(({ text }) => text).join('');

describe('the planning printed', () => {
  it('is one file with the list, the calendar and the week of each room, and nobody’s name', () => {
    const desk = aPlannedCampaign();
    const before = desk.snapshot();
    const answer: PrintAnswer = desk.click('Planning imprimable');
    expect(answer.files?.map(({ name }) => name)).toEqual(['planning.html']);
    const text = textOf(answer);
    for (const title of ['Planning des sessions', 'Calendrier du planning', 'Semaine du lun.'])
      expect(text).toContain(title);
    expect(text).toContain('Droit L2');
    expect(text).not.toContain('NOM1');
    expect(text).not.toContain('00000001');
    const calendar: PrintAnswer = desk.click('Calendrier du planning');
    expect(calendar.files?.map(({ name }) => name)).toEqual(['calendrier-planning.html']);
    expect(textOf(calendar)).toContain('S01');
    expect(desk.snapshot()).toEqual(before);
  });

  it('says what to do when there is no planning', () => {
    for (const item of ['Planning imprimable', 'Calendrier du planning'])
      expect(Desk.prepared().click(item).status).toBe('blocked');
  });

  it('leads from a card to the row of its session, wherever staff moved it', () => {
    const desk = aPlannedCampaign();
    const sheet = desk.workbook.sheetByName('Planning');
    sheet?.insertRows(1, 2);
    sheet?.insertColumns(1, 1);
    expect(desk.runtime.call('goToSession', ['s02'])).toBe(true);
    expect(sheet?.activeRect).toMatchObject({ row: 5, column: 2 });
    expect(desk.runtime.call('goToSession', ['S99'])).toBe(false);
    expect(Desk.prepared().runtime.call('goToSession', ['S01'])).toBe(false);
  });
});
