import { describe, expect, it } from '@jest/globals';
import { type AddonAnswer, Desk } from '../support/an-addon';
import { aPlannedCampaign } from '../support/a-planned-campaign';

const SHEETS = 'Feuilles d’émargement';
const DOORS = 'Listes de porte';

type PrintAnswer = AddonAnswer & {
  readonly files?: readonly { readonly name: string; readonly text: string }[];
};
const printed = (desk: Desk, item: string): PrintAnswer => desk.click(item);
const textOf = ({ files = [] }: PrintAnswer): string => files.map(({ text }) => text).join('');
/** Sessions that have a sheet, in order. */
const sessionsIn = (answer: PrintAnswer): readonly string[] => [
  ...new Set([...textOf(answer).matchAll(/Session (S\d+)/g)].map(([, session = '']) => session)),
];

function write(desk: Desk, tab: string, row: number, header: string, value: string): void {
  desk.set(tab, row, (desk.values(tab)[0] ?? []).indexOf(header) + 1, value);
}

describe('what is printed for the day of the session', () => {
  it('gives the sheets of every session and the pages of invigilators as one file', () => {
    const desk = aPlannedCampaign();
    write(desk, 'Planning', 2, 'N° session Pix', '4321');
    const before = desk.snapshot();
    const answer = printed(desk, SHEETS);
    expect(answer.status).toBe('done');
    expect(answer.files?.map(({ name }) => name)).toEqual(['feuilles-emargement.html']);
    expect(sessionsIn(answer)).toEqual(['S01', 'S02']);
    const text = textOf(answer);
    expect(text).toContain('Pix n° 4321');
    expect(text).toContain('Odile Martin');
    for (const id of desk.column('Affectations', 'N° étudiant')) expect(text).toContain(String(id));
    expect(desk.snapshot()).toEqual(before);
  });

  it('gives the lists of the doors', () => {
    const answer = printed(aPlannedCampaign(), DOORS);
    expect(answer.lines[0]).toBe('2 listes, 2 pages à imprimer.');
    expect(textOf(answer)).toContain('NOM20');
    expect(textOf(answer)).not.toContain('00000020');
  });

  it('prints neither cancelled sessions nor those of days that are over', () => {
    const desk = aPlannedCampaign();
    write(desk, 'Planning', 2, 'État', 'Annulée');
    expect(sessionsIn(printed(desk, SHEETS))).toEqual(['S02']);
    write(desk, 'Planning', 2, 'État', 'Tenue');
    expect(sessionsIn(printed(desk, SHEETS))).toEqual(['S02']);
    expect(printed(desk, DOORS).lines[0]).toMatch(/^1 liste, /);
  });

  it('prints whoever was seated although the row of Étudiants cannot be planned any more', () => {
    const desk = aPlannedCampaign();
    const row = desk.column('Étudiants', 'N° étudiant').indexOf('00000005') + 2;
    write(desk, 'Étudiants', row, 'Site', 'Nulle part');
    expect(textOf(printed(desk, SHEETS))).toContain('00000005');
  });

  it('has nothing to print before a planning', () => {
    expect(printed(Desk.prepared(), SHEETS).status).toBe('blocked');
    expect(printed(Desk.prepared(), DOORS).status).toBe('blocked');
  });

  it('opens a window that starts with the pages', () => {
    const desk = aPlannedCampaign();
    desk.runtime.click(SHEETS);
    const dialog = desk.runtime.log.filter((event) => event.kind === 'dialog').at(-1);
    expect(dialog && 'html' in dialog ? dialog.html : '').toContain('lun.\u00a011/01/2027');
  });
});
