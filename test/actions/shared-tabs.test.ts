import { describe, expect, it } from '@jest/globals';
import type { TypedTab } from '../../local/cli/fill-tabs';
import { sampleTabs } from '../../examples/sample';
import { Desk } from '../support/an-addon';

/** The sample, one parameter of which gives another tab. */
function withParameter(name: string, value: string): Desk {
  const desk = Desk.prepared(sampleTabs);
  const row = desk.column('Paramètres', 'Paramètre').indexOf(name) + 2;
  desk.set('Paramètres', row, 2, value);
  return desk;
}

describe('a parameter that gives the tab of another part', () => {
  it('is named as the cause, and nothing is said or asked of the columns of that tab', () => {
    const desk = withParameter('Onglet des étudiants', ' salles ');
    const { status, problems } = desk.click('Vérifier les données');
    const cell = `B${desk.column('Paramètres', 'Paramètre').indexOf('Onglet des étudiants') + 2}`;
    expect(status).toBe('blocked');
    const blocking = problems.filter(({ severity }) => severity === 'bloquant');
    expect(blocking).toEqual([
      expect.objectContaining({
        tab: 'Paramètres',
        cell,
        message: expect.stringContaining('sert déjà d’onglet «\u00a0Salles\u00a0»'),
      }),
    ]);
    expect(JSON.stringify(problems)).not.toContain('N° étudiant');
  });

  it('is no matter when the tab is the only one of its part', () => {
    const desk = withParameter('Onglet des étudiants', 'Liste');
    const list: readonly TypedTab[] = sampleTabs
      .filter(({ tab }) => tab === 'Étudiants')
      .map((students) => ({ ...students, tab: 'Liste' }));
    desk.fill(list);
    expect(desk.click('Vérifier les données').status).toBe('done');
  });
});
