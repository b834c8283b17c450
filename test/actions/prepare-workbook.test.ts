import { describe, expect, it } from '@jest/globals';
import { WorkbookModel } from '../../local/model/workbook';
import { Desk } from '../support/an-addon';

const TABS = [
  'Salles',
  'Créneaux',
  'Étudiants',
  'Disponibilités',
  'Disponibilités salles',
  'Surveillants',
  'Demandes',
  'Planning',
  'Affectations',
  'Places sans nom',
  'Non placés',
  'Synthèse',
  'À corriger',
  'Paramètres',
];

describe('Préparer le classeur', () => {
  it('creates every tab of the contract, with the seven certified rooms and the parameters', () => {
    const desk = new Desk();
    const answer = desk.click('Préparer le classeur');
    expect(answer.status).toBe('done');
    expect(answer.lines[0]).toContain('14 onglets créés');
    expect(desk.tabs).toEqual(['Feuille 1', ...TABS]);
    expect(desk.column('Salles', 'Code')).toEqual([
      'DR S03',
      'DR S04',
      'SC S36',
      'SC S37',
      'B100',
      'SO S41',
      'SO 034',
    ]);
    expect(desk.column('Salles', 'Places')).toEqual([37, 80, 50, 18, 30, 28, 31]);
    expect(desk.records('Paramètres').length).toBeGreaterThanOrEqual(16);
    expect(desk.records('Paramètres')[0]).toMatchObject({
      Paramètre: "Durée de l'épreuve (min)",
      Valeur: 105,
    });
  });

  it('says by their looks which part the tabs play, freezes their header and keeps them small', () => {
    const desk = Desk.prepared();
    const sheet = (name: string) => {
      const found = desk.workbook.sheetByName(name);
      if (found === null) throw new Error(name);
      return found;
    };
    expect(['Étudiants', 'Planning', 'Paramètres'].map((name) => sheet(name).tabColor)).toEqual([
      '#2f5bd7',
      '#1e7d4f',
      '#8a8f98',
    ]);
    expect(TABS.map((name) => sheet(name).frozenRows)).toEqual(TABS.map(() => 1));
    expect(
      TABS.reduce((cells, name) => cells + sheet(name).maxRows * sheet(name).maxColumns, 0),
    ).toBeLessThan(30_000);
    expect(sheet('Étudiants').styles.numberFormat.get(500, 1)).toBe('@');
    expect(sheet('Salles').validations.get(30, 6)?.criteria).toBe('CHECKBOX');
    expect(sheet('Étudiants').notes.get(1, 1)).toContain('candidat');
  });

  it('never touches what is there, and says so', () => {
    const workbook = WorkbookModel.blank();
    workbook.addSheet('salles').set(1, 1, 'À moi');
    const desk = new Desk(workbook);
    const answer = desk.click('Préparer le classeur');
    expect(answer.lines[0]).toContain('13 onglets créés');
    expect(desk.values('salles')).toEqual([['À moi']]);
    const before = desk.snapshot();
    expect(desk.click('Préparer le classeur').lines).toEqual([
      "Tous les onglets sont déjà là\u00a0: rien n'a changé. Vous pouvez vérifier les données (menu Pix).",
    ]);
    expect(desk.snapshot()).toEqual(before);
  });
});
