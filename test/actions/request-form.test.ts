import { describe, expect, it } from '@jest/globals';
import { aCampaign, aRequest, REQUEST_FORM, SLOTS, tabs } from '../support/a-campaign-by-forms';
import type { Desk } from '../support/an-addon';

const AGNES = { email: 'agnes.rivoal@exemple.fr' };

function withForm(): Desk {
  const desk = aCampaign();
  expect(desk.click('Créer le formulaire de demande').status).toBe('done');
  return desk;
}
const submit = (desk: Desk, more = {}, who = AGNES): void => {
  desk.runtime.clock.sleep(60_000);
  expect(desk.runtime.submitForm(REQUEST_FORM, aRequest(more), who)).toMatchObject({ status: 'sent' });
};
const decide = (desk: Desk, row: number, state: string): void =>
  desk.set('Demandes', row, (desk.values('Demandes')[0] ?? []).indexOf('Statut') + 1, state);
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

  it('is found in an account in English, whatever its tab and its questions became', () => {
    const desk = aCampaign({ language: 'en' });
    desk.click('Créer le formulaire de demande');
    submit(desk);
    const sheet = desk.workbook.sheetByName('Demandes');
    if (sheet !== null) sheet.name = 'Form Responses 1';
    const form = desk.runtime.account.form(REQUEST_FORM);
    if (form === null || form === undefined) throw new Error('There is no form.');
    // Two questions swap their titles, one is reworded, one is added, all are put in another order.
    const [group, course] = [form.question('Groupe'), form.question('Formation')];
    if (group) group.title = 'Formation';
    if (course) course.title = 'Groupe';
    const count = form.question("Nombre d'étudiants");
    if (count) count.title = 'Combien serez-vous ?';
    form.addItem('TEXT').title = 'Téléphone';
    form.items.reverse();
    const { Groupe, Formation, "Nombre d'étudiants": many, ...others } = aRequest({ Groupe: 'Histoire M1' });
    desk.runtime.submitForm(
      REQUEST_FORM,
      {
        ...others,
        Formation: Groupe,
        Groupe: Formation,
        'Combien serez-vous ?': many,
        Téléphone: '02 31 00 00 00',
      },
      AGNES,
    );
    expect(desk.values('Form Responses 1')[0]).toEqual([
      'Timestamp',
      'Email Address',
      'Demandeur',
      'Composante',
      'Groupe',
      'Formation',
      'Combien serez-vous ?',
      'Site',
      'Créneaux possibles',
      'Nombre de temps majorés',
      'Remarques',
      'Statut',
      'Suivi',
      'Téléphone',
    ]);
    expect(desk.column('Form Responses 1', 'Statut')).toEqual(['Nouvelle', 'Nouvelle']);
    desk.set('Form Responses 1', 3, 12, 'Acceptée');
    desk.click('Calculer le planning');
    expect(desk.records('Places sans nom')).toEqual([
      expect.objectContaining({ Groupe: 'Histoire M1', Places: 18 }),
    ]);
    expect(desk.column('Form Responses 1', 'Statut')).toEqual(['Nouvelle', 'Planifiée']);
  });

  it('is to be accepted again when its answer is edited', () => {
    const desk = withForm();
    const sent = desk.runtime.submitForm(REQUEST_FORM, aRequest(), AGNES);
    decide(desk, 2, 'Acceptée');
    expect(sent.status).toBe('sent');
    if (sent.status !== 'sent') return;
    desk.runtime.clock.sleep(60_000);
    desk.runtime.submitForm(REQUEST_FORM, aRequest({ "Nombre d'étudiants": '25' }), {
      ...AGNES,
      edit: sent.responseId,
    });
    expect(requests(desk)).toEqual([
      expect.stringMatching(/^Nouvelle \| Modifiée après coup\. 25 places demandées/),
    ]);
    // Of two requests the one that was sent or edited last counts, wherever its row is.
    submit(desk, { "Nombre d'étudiants": '20' });
    expect(desk.column('Demandes', 'Statut')).toEqual(['Remplacée', 'Nouvelle']);
    desk.runtime.clock.sleep(60_000);
    desk.runtime.submitForm(REQUEST_FORM, aRequest({ "Nombre d'étudiants": '26' }), {
      ...AGNES,
      edit: sent.responseId,
    });
    expect(requests(desk)).toEqual([
      expect.stringMatching(/^Nouvelle \| .*26 places demandées.* Remplace la demande précédente/),
      expect.stringMatching(/^Remplacée \|/),
    ]);
  });

  it('is known under the name that staff merged it from, and is no longer said to look like its group', () => {
    const desk = withForm();
    submit(desk, { Groupe: 'Licence 2 Droit' });
    submit(desk, { Groupe: 'Droyt L2' }, { email: 'b@exemple.fr' });
    decide(desk, 3, 'Acceptée');
    expect(requests(desk).join()).toContain('ressemble à');
    expect(desk.click('Rapprocher les groupes').status).toBe('done');
    expect(desk.column('Demandes', 'Groupe')).toEqual(['Droit L2', 'Droit L2']);
    expect(requests(desk)).toEqual([
      expect.stringMatching(/^Nouvelle \| 18 places demandées(?!.*ressemble).*aussi demandé/),
      expect.stringMatching(/^Acceptée \| 18 places demandées(?!.*ressemble)/),
    ]);
    submit(desk, { Groupe: 'L2 droit' });
    submit(desk, { Groupe: 'Droyt L2' }, { email: 'b@exemple.fr' });
    expect(desk.column('Demandes', 'Statut')).toEqual(['Remplacée', 'Remplacée', 'Nouvelle', 'Nouvelle']);
    // What only looks like a group, and that nobody merged, is another.
    submit(desk, { Groupe: 'AES L2' });
    submit(desk, { Groupe: 'AXS L2' });
    expect(desk.column('Demandes', 'Statut').slice(4)).toEqual(['Nouvelle', 'Nouvelle']);
  });

  it('keeps its places when what should replace it is incomplete', () => {
    const desk = withForm();
    submit(desk);
    decide(desk, 2, 'Acceptée');
    submit(desk, { "Nombre d'étudiants": '1500' });
    expect(requests(desk)[0]).toMatch(/^Acceptée/);
    expect(requests(desk)[1]).toMatch(/^À compléter/);
    submit(desk, { "Nombre d'étudiants": '30' });
    expect(requests(desk)[0]).toMatch(/^Remplacée/);
    expect(requests(desk)[1]).toMatch(/^Remplacée/);
    expect(requests(desk)[2]).toMatch(/^Nouvelle .*à accepter de nouveau/);
  });

  it('says where it is without a loss to what staff keep in the rows between', () => {
    const desk = aCampaign();
    const header = desk.values('Demandes')[0]?.map(String) ?? [];
    const typed = (row: number): readonly (string | number)[] =>
      header.map((title) =>
        title === 'Groupe'
          ? `Groupe ${row}`
          : title === "Nombre d'étudiants"
            ? 2
            : title === 'Site'
              ? 'Caen Campus 1'
              : title === 'Créneaux possibles'
                ? 'C01'
                : title === 'Statut'
                  ? row % 2 === 0
                    ? 'Acceptée'
                    : 'Refusée'
                  : '',
      );
    desk.fill(
      tabs({
        tab: 'Demandes',
        rows: [header, ...Array.from({ length: 14 }, (_, index) => typed(index + 2))],
      }),
    );
    const column = header.indexOf('Suivi') + 1;
    const sheet = desk.workbook.sheetByName('Demandes');
    sheet?.setFormula(3, column, '=1+1', 2);
    desk.set('Demandes', 5, column, 12);
    sheet?.set(7, column, '=pas une formule');
    expect(desk.click('Calculer le planning').status).toBe('done');
    expect(requests(desk).filter((text) => text.startsWith('Planifiée | S01'))).toHaveLength(7);
    expect([...(sheet?.formulas ?? [])]).toEqual([[`3,${column}`, '=1+1']]);
    expect(desk.values('Demandes').map((row) => row[column - 1])).toEqual(
      expect.arrayContaining([12, '=pas une formule']),
    );
  });

  it('shares the places of its group with the other requests for it, in order', () => {
    const desk = withForm();
    const more = { Groupe: 'Histoire', "Nombre d'étudiants": '250' };
    submit(desk, { ...more, 'Créneaux possibles': [SLOTS.C02, SLOTS.C03] }, { email: 'a@exemple.fr' });
    submit(desk, { ...more, 'Créneaux possibles': [SLOTS.C01] }, { email: 'b@exemple.fr' });
    for (const row of [2, 3]) decide(desk, row, 'Acceptée');
    desk.click('Calculer le planning');
    const placed = requests(desk).map((text) => [
      text.slice(0, 9),
      [...text.matchAll(/, (\d+) places\)/g)].reduce((sum, part) => sum + Number(part[1]), 0),
    ]);
    const places = desk
      .column('Places sans nom', 'Places')
      .reduce<number>((sum, one) => sum + Number(one), 0);
    expect(places).toBeGreaterThan(300);
    expect(placed).toEqual([
      ['Planifiée', 250],
      ['Acceptée ', places - 250],
    ]);
    expect(requests(desk)[1]).toContain(`Il manque ${500 - places} places sur 250`);
  });

  it('gets an acknowledgement when staff want one, with nothing of it in a header', () => {
    const desk = withForm();
    submit(desk);
    expect(desk.runtime.account.outbox.messages).toHaveLength(0);
    const row = desk.column('Paramètres', 'Paramètre').indexOf('Accusé de réception des demandes') + 2;
    desk.set('Paramètres', row, 2, 'oui');
    submit(desk, { Groupe: 'Histoire M1\nBcc: x@y.fr <b>' });
    const [message, ...others] = desk.runtime.account.outbox.to(AGNES.email);
    expect(others).toHaveLength(0);
    expect(message?.subject).toBe('Demande de session Pix : Histoire M1 Bcc: x@y.fr <b>');
    expect(message?.htmlBody).not.toContain('<b>');
    expect(message?.body).toContain('18 places demandées');
  });

  it('finds the requests that staff had typed before the form, which go on counting', () => {
    const desk = aCampaign();
    desk.fill(
      tabs({
        tab: 'Demandes',
        rows: [
          desk.values('Demandes')[0]?.map(String) ?? [],
          [
            { date: '16/11/2026' },
            'b@exemple.fr',
            'Bruno',
            '',
            '',
            'Histoire M1',
            7,
            'Caen Campus 1',
            'C01',
            0,
            '',
            'Acceptée',
            '',
          ],
        ],
      }),
    );
    expect(desk.click('Créer le formulaire de demande').lines.join(' ')).toContain('1 demande déjà saisie');
    submit(desk);
    expect(desk.column('Demandes', 'Groupe')).toEqual(['Histoire M1', 'Archéologie M2']);
    expect(requests(desk)[0]).toMatch(/^Acceptée/);
    expect(desk.tabs).toContain('Demandes (avant le formulaire)');
  });
});
