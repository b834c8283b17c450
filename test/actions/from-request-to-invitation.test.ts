import { expect, it } from '@jest/globals';
import { aCampaign, aRequest, AVAILABILITY_FORM, REQUEST_FORM, SLOTS } from '../support/a-campaign-by-forms';
import type { AddonAnswer, Desk } from '../support/an-addon';

const HOSTILE = [
  '=IMPORTXML("http://x";"//a")',
  '<img src=x onerror=alert(1)>',
  'a\r\nBcc: x@y.fr',
  '🎓'.repeat(50),
  'x'.repeat(40_000),
];
const column = (desk: Desk, tab: string, header: string): number =>
  (desk.values(tab)[0] ?? []).indexOf(header) + 1;
const counted = (values: readonly unknown[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
};

it('goes from the request to the invitation, and to the correction', () => {
  const desk = aCampaign();
  desk.click('Créer le formulaire de demande');
  desk.click('Créer le formulaire de disponibilité');
  const request = (more: Parameters<typeof aRequest>[0], email: string): void => {
    expect(desk.runtime.submitForm(REQUEST_FORM, aRequest(more), { email })).toMatchObject({
      status: 'sent',
    });
  };
  const answer = (id: string, slots: readonly string[]): void => {
    const given = { 'N° étudiant': id, 'Créneaux possibles': slots };
    const email = `etu${Number(id)}@etu.exemple.fr`;
    expect(desk.runtime.submitForm(AVAILABILITY_FORM, given, { email })).toMatchObject({ status: 'sent' });
  };

  // Thirty requests: good ones, some bad, some hostile, some twice.
  for (let index = 1; index <= 12; index += 1)
    request({ Groupe: `Groupe ${index}`, "Nombre d'étudiants": '5' }, `prof${index}@exemple.fr`);
  for (let index = 1; index <= 6; index += 1)
    request({ Groupe: `groupe  ${index}`, "Nombre d'étudiants": '6' }, `prof${index}@exemple.fr`);
  for (let index = 13; index <= 19; index += 1)
    request({ Groupe: `Groupe ${index}`, "Nombre d'étudiants": '1999' }, `prof${index}@exemple.fr`);
  for (const [index, text] of HOSTILE.entries())
    request({ Groupe: `${text} ${index}`, Demandeur: text, Remarques: text }, `x${index}@exemple.fr`);
  expect(desk.records('Demandes')).toHaveLength(30);
  expect(counted(desk.column('Demandes', 'Statut'))).toEqual({
    Nouvelle: 17,
    Remplacée: 6,
    'À compléter': 7,
  });

  // Twenty students answer, one of them twice; the third, who has extra time, on the long slot.
  for (let index = 1; index <= 20; index += 1)
    answer(String(index).padStart(8, '0'), index <= 10 && index !== 3 ? [SLOTS.C01] : [SLOTS.C02]);
  answer('00000001', [SLOTS.C01, SLOTS.C02]);
  expect(desk.values('Disponibilités')).toHaveLength(21);

  // Staff accept two groups; the others wait.
  const state = column(desk, 'Demandes', 'Statut');
  const accept = ['groupe  1', 'groupe  2'].map(
    (group) => desk.column('Demandes', 'Groupe').indexOf(group) + 2,
  );
  for (const row of accept) desk.set('Demandes', row, state, 'Acceptée');
  const planned = desk.click('Calculer le planning');
  expect(planned).toMatchObject({ status: 'done', summary: { seated: 20, anonymousSeats: 12 } });
  const followed = accept.map((row) => desk.records('Demandes')[row - 2]);
  expect(followed.map((record) => record?.['Statut'])).toEqual(['Planifiée', 'Planifiée']);
  expect(String(followed[0]?.['Suivi'])).toMatch(/^S0\d \(.*places?\)/);

  // Teachers see the sessions.
  const shared = desk.click('Partager avec les enseignants');
  expect(shared.status).toBe('done');
  const file = desk.runtime.account.spreadsheet('Planning Pix – Classeur');
  expect([...(file?.viewers ?? [])].sort()).toEqual(['prof1@exemple.fr', 'prof2@exemple.fr']);
  expect(counted(desk.column('Planning', 'État'))).toEqual({ Publiée: desk.records('Planning').length });

  // Everybody is convoked, once.
  const { outbox } = desk.runtime.account;
  const convoked = desk.click('Préparer les convocations');
  expect(convoked).toMatchObject({ status: 'done', sent: 20 });
  expect(new Set(outbox.messages.map(({ to }) => to)).size).toBe(20);

  // A slot moves by a week: those concerned are told, nobody else.
  const row = desk.column('Créneaux', 'Créneau').indexOf('C02') + 2;
  desk.set('Créneaux', row, 2, Number(desk.values('Créneaux')[row - 1]?.[1]) + 7);
  const corrected = desk.click('Préparer les convocations') as AddonAnswer & { readonly sent: number };
  const concerned = desk.column('Affectations', 'Créneau').filter((slot) => slot === 'C02').length;
  expect(corrected.sent).toBe(concerned);
  expect(outbox.messages.slice(20).every(({ subject }) => subject.includes('changement'))).toBe(true);
  expect(desk.click('Partager avec les enseignants').lines.join(' ')).toMatch(/sessions? (a|ont) changé/);

  // What strangers typed is text everywhere.
  expect(desk.workbook.sheets.flatMap(({ formulas }) => [...formulas.keys()])).toEqual([]);
  expect(file?.sheets.flatMap(({ formulas }) => [...formulas.keys()])).toEqual([]);
  expect(Math.max(...desk.column('Demandes', 'Suivi').map((text) => String(text).length))).toBeLessThan(1000);
});
