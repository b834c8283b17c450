import { describe, expect, it } from '@jest/globals';
import { aCampaign, AVAILABILITY_FORM, SLOTS, tabs } from '../support/a-campaign-by-forms';
import type { Desk } from '../support/an-addon';

function answered(): Desk {
  const desk = aCampaign();
  desk.click('Créer le formulaire de disponibilité');
  for (const id of ['00000001', '00000002', '00000013'])
    desk.runtime.submitForm(
      AVAILABILITY_FORM,
      { 'N° étudiant': id, 'Créneaux possibles': [SLOTS.C01] },
      { email: 'x@exemple.fr' },
    );
  return desk;
}

describe('Suivi des réponses', () => {
  it('gives the rate of each group', () => {
    const told = answered().click('Suivi des réponses');
    expect(told.lines).toEqual(
      expect.arrayContaining([
        '17 étudiants n’ont pas encore répondu.',
        'AES L2\u00a0: 1 réponse sur 8',
        'Droit L2\u00a0: 2 réponses sur 12',
      ]),
    );
  });

  it('reminds once a day those who have not answered, with the address of the form', () => {
    const desk = answered();
    desk.set('Étudiants', 8, (desk.values('Étudiants')[0] ?? []).indexOf('Courriel') + 1, 'à demander');
    expect(desk.click('Suivi des réponses').lines).toContain(
      '1 étudiant sans réponse n’a pas d’adresse utilisable et ne peut pas recevoir de rappel\u00a0: complétez la colonne «\u00a0Courriel\u00a0».',
    );
    expect(desk.runtime.call('sendReminders')).toMatchObject({ sent: 16, more: false });
    const { outbox } = desk.runtime.account;
    expect(outbox.messages).toHaveLength(16);
    expect(outbox.messages.map(({ to }) => to)).not.toContain('etu1@etu.exemple.fr');
    const address = desk.runtime.account.form(AVAILABILITY_FORM)?.publishedUrl ?? 'none';
    expect(outbox.messages[0]?.body).toContain(address);
    expect(desk.runtime.call('sendReminders')).toMatchObject({ sent: 0 });
    desk.runtime.clock.sleep(25 * 3_600_000);
    expect(desk.runtime.call('sendReminders')).toMatchObject({ sent: 16 });
  });

  it('asks again those whose slots all changed since they answered', () => {
    const desk = answered();
    desk.runtime.submitForm(
      AVAILABILITY_FORM,
      { 'N° étudiant': '00000003', 'Créneaux possibles': [SLOTS.C01, SLOTS.C02] },
      { email: 'x@exemple.fr' },
    );
    desk.set('Créneaux', 2, 2, Number(desk.values('Créneaux')[1]?.[1]) + 7);
    expect(desk.click('Suivi des réponses').lines).toEqual(
      expect.arrayContaining([
        '16 étudiants n’ont pas encore répondu.',
        '3 étudiants ont répondu, mais les créneaux qu’ils ont cochés ont tous changé depuis\u00a0: il faut le leur redemander.',
        'AES L2\u00a0: 0 réponse sur 8',
        'Droit L2\u00a0: 1 réponse sur 12',
      ]),
    );
    expect(desk.runtime.call('sendReminders')).toMatchObject({ sent: 19 });
    // What staff know of somebody is an answer.
    desk.set('Disponibilités', 2, 3, 'oui');
    expect(desk.click('Suivi des réponses').lines.join()).toContain('2 étudiants ont répondu, mais');
  });
});

describe('Rapprocher les groupes', () => {
  const asked = (group: string) => [
    { date: '16/11/2026' },
    'a@exemple.fr',
    'Agnès',
    '',
    '',
    group,
    12,
    'Caen Campus 1',
    'C01',
    0,
    '',
    'Acceptée',
    '',
  ];

  it('gives the group of a request the name that it has in the list, so that nobody is counted twice', () => {
    const desk = aCampaign();
    desk.fill(
      tabs(
        {
          tab: 'Demandes',
          rows: [desk.values('Demandes')[0] ?? [], asked('Licence 2 Droit'), asked('Histoire M1')],
        },
        {
          tab: 'Disponibilités',
          rows: [
            ['Étudiant ou groupe', 'C01'],
            ['Droit L2', 'oui'],
            ['AES-L2', 'oui'],
          ],
        },
      ),
    );
    expect(desk.click('Rapprocher les groupes').lines).toEqual([
      '2 groupes rapprochés\u00a0: 2 cellules changent de nom.',
    ]);
    expect(desk.column('Demandes', 'Groupe')).toEqual(['Droit L2', 'Histoire M1']);
    expect(desk.column('Disponibilités', 'Étudiant ou groupe')).toEqual(['Droit L2', 'AES L2']);
    expect(desk.click('Calculer le planning').summary).toMatchObject({ seated: 19, anonymousSeats: 12 });
  });

  it('proposes nothing between groups that only a number tells apart', () => {
    const desk = aCampaign();
    desk.fill(
      tabs({
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01'],
          ['Droit L3', 'oui'],
        ],
      }),
    );
    expect(desk.click('Rapprocher les groupes').lines[0]).toContain('ou ne ressemblent à aucun');
  });
});
