import { describe, expect, it } from '@jest/globals';
import { aCampaign, aRequest, REQUEST_FORM, SLOTS } from '../support/a-campaign-by-forms';
import type { Desk } from '../support/an-addon';

const AGNES = { email: 'agnes.rivoal@exemple.fr' };

function withForm(): Desk {
  const desk = aCampaign();
  expect(desk.click('Créer le formulaire de demande').status).toBe('done');
  return desk;
}
const submit = (desk: Desk, more = {}, who = AGNES): void => {
  expect(desk.runtime.submitForm(REQUEST_FORM, aRequest(more), who)).toMatchObject({ status: 'sent' });
};
const requests = (desk: Desk): readonly string[] =>
  desk.records('Demandes').map((row) => `${String(row['Statut'])} | ${String(row['Suivi'])}`);

describe('Créer le formulaire de demande', () => {
  it('makes the form, and its tab plays the part of Demandes', () => {
    const desk = withForm();
    const form = desk.runtime.account.form(REQUEST_FORM);
    expect(form?.collectsEmail).toBe(true);
    expect(desk.tabs.filter((tab) => /Demandes|formulaire/.test(tab))).toEqual(['Demandes']);
    expect(desk.values('Demandes')[0]).toEqual([
      'Horodateur',
      'Adresse e-mail',
      'Demandeur',
      'Composante',
      'Formation',
      'Groupe',
      "Nombre d'étudiants",
      'Site',
      'Créneaux possibles',
      'Nombre de temps majorés',
      'Remarques',
      'Statut',
      'Suivi',
    ]);
  });

  it('makes one form only, and tells its address again', () => {
    const desk = withForm();
    expect(desk.click('Créer le formulaire de demande').lines[0]).toContain('existe déjà');
    expect(desk.runtime.triggers).toHaveLength(1);
  });

  it('refuses what is no number, in French', () => {
    const desk = withForm();
    expect(
      desk.runtime.submitForm(REQUEST_FORM, aRequest({ "Nombre d'étudiants": 'beaucoup' }), AGNES),
    ).toMatchObject({ status: 'refused' });
  });
});

describe('a request that arrives', () => {
  it('is checked at once', () => {
    const desk = withForm();
    submit(desk);
    expect(requests(desk)).toEqual([
      expect.stringMatching(/^Nouvelle \| 18 places demandées, \d+ au plus sur les créneaux cochés\.$/),
    ]);
  });

  it('is to be completed when the slots ticked have too few certified places', () => {
    const desk = withForm();
    submit(desk, { "Nombre d'étudiants": '900', 'Créneaux possibles': [SLOTS.C01] });
    expect(requests(desk)[0]).toMatch(/^À compléter \| 900 places demandées, mais 1 créneau coché/);
  });

  it('replaces an earlier one of the same person for the same group, and nobody else’s', () => {
    const desk = withForm();
    submit(desk);
    submit(desk, { Groupe: 'Histoire M1' });
    submit(desk, {}, { email: 'autre@exemple.fr' });
    submit(desk, { Groupe: 'archeologie  M2', "Nombre d'étudiants": '20' });
    const rows = requests(desk);
    expect(rows[0]).toMatch(/^Remplacée \| Remplacée par la demande du/);
    expect(rows[1]).toMatch(/^Nouvelle/);
    expect(rows[2]).toMatch(/^Nouvelle .*aussi demandé par «\u00a0Agnès Rivoal\u00a0»/);
    expect(rows[3]).toMatch(/^Nouvelle .*Remplace la demande précédente/);
  });

  it('is found whatever its tab is called, and whatever its questions are called', () => {
    const desk = withForm();
    const sheet = desk.workbook.sheetByName('Demandes');
    expect(sheet).not.toBeNull();
    if (sheet !== null) sheet.name = 'Form Responses 1';
    const form = desk.runtime.account.form(REQUEST_FORM);
    const item = form?.items.find(({ title }) => title === 'Groupe');
    expect(item).toBeDefined();
    if (item) item.title = 'Votre groupe de TD';
    const { Groupe, ...others } = aRequest();
    const sent = desk.runtime.submitForm(REQUEST_FORM, { ...others, 'Votre groupe de TD': Groupe }, AGNES);
    expect(sent).toMatchObject({ status: 'sent' });
    expect(desk.records('Form Responses 1')[0]).toMatchObject({ Statut: 'Nouvelle' });
  });
});
