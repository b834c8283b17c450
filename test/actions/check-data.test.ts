import { describe, expect, it } from '@jest/globals';
import { sampleTabs } from '../../examples/sample';
import { Desk } from '../support/an-addon';

describe('Vérifier les données', () => {
  it('blocks on an empty workbook, and says what to add', () => {
    const desk = Desk.prepared();
    const answer = desk.click('Vérifier les données');
    expect(answer.status).toBe('blocked');
    expect(answer.lines.join(' ')).toContain('Aucun candidat utilisable');
    expect(desk.column('À corriger', 'Gravité')).toContain('Bloquant');
  });

  it('writes each problem with its cell, which leads there, and changes nothing else', () => {
    const desk = Desk.prepared(sampleTabs);
    const before = desk.snapshot();
    const answer = desk.click('Vérifier les données');
    expect(answer.status).toBe('done');
    // One row of the sample is there twice.
    const people = desk.column('Étudiants', 'Nom').filter((name) => name !== '').length - 1;
    expect(answer.summary).toMatchObject({ candidates: people, seated: 0, unseated: people });
    const written = desk.records('À corriger');
    expect(written).toHaveLength(answer.problems.length);
    expect(written.map((row) => `${row.Onglet}!${row.Cellule ?? ''}`)).toEqual(
      answer.problems.map(({ tab, cell }) => `${tab}!${cell}`),
    );
    const sheet = desk.workbook.sheetByName('À corriger');
    expect(sheet?.links.get(2, 3)).toMatch(/^#gid=\d+&range=[A-Z]+\d+/);
    const after = desk.snapshot();
    for (const tab of Object.keys(before)) {
      if (tab !== 'À corriger') expect(after[tab]).toEqual(before[tab]);
    }
  });

  it('empties the tab once everything is corrected', () => {
    const desk = Desk.prepared();
    desk.click('Vérifier les données');
    desk.fill(sampleTabs);
    const before = desk.click('Vérifier les données').problems.length;
    expect(desk.records('À corriger')).toHaveLength(before);
  });

  it('writes what people typed as text, whatever it begins with', () => {
    const desk = Desk.prepared(sampleTabs);
    desk.set('Étudiants', 2, 10, '=HYPERLINK("http://x")');
    desk.click('Vérifier les données');
    const seen = desk.column('À corriger', 'Valeur');
    expect(seen).toContain('=HYPERLINK("http://x")');
    expect(desk.workbook.sheetByName('À corriger')?.formulas.size ?? 0).toBe(0);
  });
});
