import { describe, expect, it } from '@jest/globals';
import {
  aCampaign,
  aRequest,
  AVAILABILITY_FORM,
  REQUEST_FORM,
  SLOTS,
  tabs,
} from '../support/a-campaign-by-forms';
import type { Desk } from '../support/an-addon';

const NONE = 'Aucun de ces créneaux';
const TAB = 'Réponses disponibilités';

function withForm(): Desk {
  const desk = aCampaign();
  expect(desk.click('Créer le formulaire de disponibilité').status).toBe('done');
  return desk;
}
function answer(desk: Desk, id: string, possible: readonly string[], more: Answer = {}): void {
  const { email = `etu${Number(id)}@etu.exemple.fr`, preferred = [] } = more;
  const sent = desk.runtime.submitForm(
    AVAILABILITY_FORM,
    {
      'N° étudiant': id,
      'Créneaux possibles': possible,
      ...(preferred.length > 0 ? { 'Créneaux préférés': preferred } : {}),
    },
    { email },
  );
  expect(sent).toMatchObject({ status: 'sent' });
}
interface Answer {
  readonly email?: string;
  readonly preferred?: readonly string[];
}
const rowsOf = (desk: Desk): readonly (readonly unknown[])[] => desk.values('Disponibilités').slice(1);
const followUps = (desk: Desk): readonly string[] => desk.column(TAB, 'Suivi').map(String);

describe('the availability form', () => {
  it('says that it promises nothing, and offers the slots to come', () => {
    const desk = withForm();
    const form = desk.runtime.account.form(AVAILABILITY_FORM);
    expect(form?.description).toContain('ne garantit pas une place');
    expect(form?.question('Créneaux possibles')?.choices).toEqual([...Object.values(SLOTS), NONE]);
  });

  it('puts answers in Disponibilités, number and all; the last one counts', () => {
    const desk = withForm();
    answer(desk, '00000001', [SLOTS.C01, SLOTS.C02], { preferred: [SLOTS.C02] });
    answer(desk, '00000002', [NONE]);
    answer(desk, '00000004', [NONE, SLOTS.C01]);
    answer(desk, '00000001', [SLOTS.C03]);
    expect(desk.values('Disponibilités')).toEqual([
      ['Étudiant ou groupe', 'C01 lun. 11/01 8 h 30', 'C02 mar. 12/01 13 h 30', 'C03 jeu. 14/01 8 h 30'],
      ['00000001', 'non', 'non', 'oui'],
      ['00000002', 'non', 'non', 'non'],
      ['00000004', 'oui', 'non', 'non'],
    ]);
    expect(followUps(desk)).toEqual([
      'Remplacée par une réponse plus récente.',
      'Prise en compte\u00a0: 0 créneau possible.',
      'Prise en compte\u00a0: 1 créneau possible. La réponse coche aussi «\u00a0Aucun de ces créneaux\u00a0»\u00a0: à vérifier.',
      'Prise en compte\u00a0: 1 créneau possible.',
    ]);
  });

  it('never touches what staff typed, and shows the conflict', () => {
    const desk = withForm();
    desk.fill(
      tabs({
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01', 'C02', 'C03'],
          ['00000001', 'oui', '', ''],
        ],
      }),
    );
    answer(desk, '00000001', [SLOTS.C02]);
    answer(desk, '00000002', [SLOTS.C02]);
    // Staff change the row of the second one, who answers again.
    desk.set('Disponibilités', 3, 2, 'préféré');
    answer(desk, '00000002', [SLOTS.C03]);
    expect(rowsOf(desk)).toEqual([
      ['00000001', 'oui', null, null],
      ['00000002', 'préféré', 'oui', 'non'],
    ]);
    expect(followUps(desk)[0]).toContain('la saisie du service l’emporte');
    expect(followUps(desk)[2]).toContain('la saisie du service l’emporte');
  });

  it('says which numbers nobody has, which addresses are others, and which slots are gone', () => {
    const desk = withForm();
    answer(desk, '99999999', [SLOTS.C01]);
    answer(desk, '00000005', [SLOTS.C01, SLOTS.C03], { email: 'quelqu.un@exemple.fr' });
    desk.set('Étudiants', 7, (desk.values('Étudiants')[0] ?? []).indexOf('Courriel') + 1, '');
    answer(desk, '00000006', [SLOTS.C01]);
    expect(followUps(desk)[2]).toMatch(
      /n’a pas d’adresse pour cette personne\u00a0; celle de la réponse est/,
    );
    const row = desk.column('Créneaux', 'Créneau').indexOf('C03') + 2;
    desk.set('Créneaux', row, 1, 'C09');
    desk.click('Actualiser les formulaires');
    expect(followUps(desk)[0]).toMatch(
      /^Le numéro «\u00a099999999\u00a0» n’est pas dans l’onglet des étudiants/,
    );
    expect(followUps(desk)[1]).toContain('quelqu.un@exemple.fr');
    expect(followUps(desk)[1]).toMatch(/Le créneau «\u00a0C03 [^»]+» n’existe plus/);
    expect(rowsOf(desk)).toHaveLength(2);
  });

  it('tells answers that come after the planning as such', () => {
    const desk = withForm();
    for (let id = 1; id <= 20; id += 1) answer(desk, String(id).padStart(8, '0'), [SLOTS.C01]);
    desk.runtime.clock.sleep(3_600_000);
    desk.click('Calculer le planning');
    desk.runtime.clock.sleep(3_600_000);
    answer(desk, '00000007', [SLOTS.C02]);
    expect(followUps(desk)[20]).toContain('Arrivée après le calcul du planning');
  });

  it.each([
    ['after the convocations', true],
    ['between the planning and the convocations', false],
  ])('stops nothing when an answer %s refuses a place that is kept', (_when, convokedFirst) => {
    const desk = withForm();
    answer(desk, '00000001', [SLOTS.C01]);
    answer(desk, '00000002', [SLOTS.C01]);
    desk.click('Calculer le planning');
    if (convokedFirst) expect(desk.click('Préparer les convocations')).toMatchObject({ status: 'done' });
    desk.runtime.clock.sleep(3_600_000);
    answer(desk, '00000001', [NONE]);
    if (!convokedFirst) expect(desk.click('Préparer les convocations')).toMatchObject({ status: 'done' });
    const seat = desk.records('Affectations').find((row) => row['N° étudiant'] === '00000001')?.['Session'];
    expect(desk.click('Calculer le planning')).toMatchObject({ status: 'done', summary: { seated: 2 } });
    expect(desk.click('Préparer les convocations').status).toBe('done');
    expect(desk.records('Affectations').find((row) => row['N° étudiant'] === '00000001')).toMatchObject({
      Session: seat,
    });
    expect(desk.column('À corriger', 'Problème').join()).toContain('ne coche pas le créneau de la place');
    desk.click('Actualiser les formulaires');
    expect(followUps(desk)[2]).toMatch(/La personne garde la place de la session S\d+ \(C01\)/);
    // What staff type themselves is their word: it still contradicts the lock.
    desk.set('Disponibilités', 2, 2, '0');
    expect(desk.click('Calculer le planning').status).toBe('blocked');
  });

  it('does not count a slot that moved since it was ticked, for students and for requests', () => {
    const desk = withForm();
    desk.click('Créer le formulaire de demande');
    desk.runtime.submitForm(REQUEST_FORM, aRequest({ Groupe: 'AES L2', 'Créneaux possibles': [SLOTS.C01] }), {
      email: 'a@exemple.fr',
    });
    desk.set('Demandes', 2, (desk.values('Demandes')[0] ?? []).indexOf('Statut') + 1, 'Acceptée');
    answer(desk, '00000001', [SLOTS.C01]);
    answer(desk, '00000002', [SLOTS.C01, SLOTS.C02]);
    expect(desk.click('Calculer le planning')).toMatchObject({ status: 'done', summary: { seated: 10 } });
    expect(desk.click('Préparer les convocations').status).toBe('done');
    desk.set('Créneaux', 2, 2, Number(desk.values('Créneaux')[1]?.[1]) + 7);
    // Those who were convoked keep their place until staff decide; nobody else comes at a time that they did not tick.
    expect(desk.click('Calculer le planning')).toMatchObject({ status: 'done', summary: { seated: 10 } });
    expect(rowsOf(desk)).toEqual([
      ['00000001', 'non', 'non', 'non'],
      ['00000002', 'non', 'oui', 'non'],
    ]);
    answer(desk, '00000004', [SLOTS.C01]);
    expect(followUps(desk)[2]).toBe(
      'Prise en compte\u00a0: 0 créneau possible. Le créneau «\u00a0C01 lun. 11/01/2027 de 8 h 30 à 10 h 30\u00a0» a changé de date ou d’heure (lun.\u00a018/01/2027 de 8\u00a0h\u00a030 à 10\u00a0h\u00a030)\u00a0: il ne compte pas.',
    );
    const told = desk.click('Actualiser les formulaires').lines.join(' ');
    expect(told).toContain('1 demande acceptée coche un créneau qui a depuis changé');
    expect(told).toContain('3 réponses d’étudiants cochent un créneau qui a depuis changé');
  });

  it('knows a question that someone reworded', () => {
    const desk = withForm();
    const form = desk.runtime.account.form(AVAILABILITY_FORM);
    const question = form?.question('N° étudiant');
    if (question) question.title = 'Votre matricule';
    desk.runtime.submitForm(
      AVAILABILITY_FORM,
      { 'Votre matricule': '00000004', 'Créneaux possibles': [SLOTS.C01] },
      { email: 'etu4@etu.exemple.fr' },
    );
    expect(rowsOf(desk)).toEqual([['00000004', 'oui', 'non', 'non']]);
  });

  it('reads a question that was deleted and made again, whose answers come in a second column', () => {
    const desk = withForm();
    answer(desk, '00000004', [SLOTS.C01]);
    const sheet = desk.workbook.sheets.find(({ name }) => name.startsWith('Réponses'));
    const headers = desk.values(sheet?.name ?? '')[0] ?? [];
    const possible = headers.indexOf('Créneaux possibles') + 1;
    // The platform adds the column of a new question after the others.
    sheet?.set(1, headers.length + 1, 'Créneaux possibles');
    desk.runtime.submitForm(
      AVAILABILITY_FORM,
      { 'N° étudiant': '00000005', 'Créneaux possibles': [SLOTS.C02] },
      { email: 'etu5@etu.exemple.fr', loses: 'event' },
    );
    sheet?.set(3, headers.length + 1, sheet.get(3, possible));
    sheet?.set(3, possible, undefined);
    desk.click('Actualiser les formulaires');
    expect(rowsOf(desk)).toEqual([
      ['00000004', 'oui', 'non', 'non'],
      ['00000005', 'non', 'oui', 'non'],
    ]);
  });

  it('writes answers here and there in as many calls as they are, and leaves what staff keep between', () => {
    const changed = (people: number): { readonly desk: Desk; readonly calls: number } => {
      const desk = withForm();
      const ids = Array.from({ length: 19 }, (_, index) => String(index + 1).padStart(8, '0'));
      for (const id of ids) answer(desk, id, [SLOTS.C01]);
      const sheet = desk.workbook.sheetByName('Disponibilités');
      sheet?.setFormula(3, 2, '="o"&"ui"', 'oui');
      for (const id of ids.filter((_, index) => index % 2 === 0).slice(0, people)) {
        const given = { 'N° étudiant': id, 'Créneaux possibles': [SLOTS.C02] };
        desk.runtime.clock.sleep(60_000);
        desk.runtime.submitForm(AVAILABILITY_FORM, given, {
          email: `etu${Number(id)}@etu.exemple.fr`,
          loses: 'event',
        });
      }
      desk.runtime.counters.reset();
      desk.click('Actualiser les formulaires');
      return { desk, calls: desk.runtime.counters.total };
    };
    const { desk, calls } = changed(10);
    expect(rowsOf(desk).map(([, , second]) => second)).toEqual(
      Array.from({ length: 19 }, (_, index) => (index % 2 === 0 ? 'oui' : 'non')),
    );
    expect([...(desk.workbook.sheetByName('Disponibilités')?.formulas ?? [])]).toEqual([
      ['3,2', '="o"&"ui"'],
    ]);
    expect(changed(8).calls).toBe(calls);
  });

  it('offers the slots of today once it is refreshed', () => {
    const desk = withForm();
    desk.click('Créer le formulaire de demande');
    desk.set('Créneaux', 5, 1, 'C04');
    desk.set('Créneaux', 5, 2, desk.values('Créneaux')[3]?.[1] ?? null);
    desk.set('Créneaux', 5, 3, 0.75);
    desk.set('Créneaux', 5, 4, 0.85);
    const told = desk.click('Actualiser les formulaires');
    expect(told.lines[0]).toContain('Choix mis à jour');
    const form = desk.runtime.account.form(AVAILABILITY_FORM);
    expect(form?.question('Créneaux possibles')?.choices).toContain('C04 jeu. 14/01/2027 de 18 h à 20 h 24');
    expect(desk.click('Actualiser les formulaires').lines[0]).toContain('rien n’a changé');
  });
});

describe('hostile answers', () => {
  it('reach no formula', () => {
    const desk = withForm();
    for (const id of [
      '=1+1',
      '+33',
      '<script>alert(1)</script>',
      '🎓'.repeat(100),
      'x'.repeat(40_000),
      'a\nb',
    ])
      answer(desk, id, [SLOTS.C01], { email: 'x@exemple.fr' });
    expect(desk.workbook.sheets.flatMap(({ formulas }) => [...formulas.keys()])).toEqual([]);
    expect(followUps(desk).every((text) => text.startsWith('Le numéro'))).toBe(true);
    expect(Math.max(...followUps(desk).map(({ length }) => length))).toBeLessThan(300);
    expect(desk.click('Vérifier les données').status).toBe('done');
  });
});
