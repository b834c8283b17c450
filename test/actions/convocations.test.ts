import { describe, expect, it } from '@jest/globals';
import { aCampaign, tabs } from '../support/a-campaign-by-forms';
import type { AddonAnswer, Desk } from '../support/an-addon';

const PREPARE = 'Préparer les convocations';
const CONVOCATION = 'Certification Pix : convocation';

/** Twenty students seated, the third with extra time on the long slot, the fourth without an address. */
function planned(options: Parameters<typeof aCampaign>[0] = {}): Desk {
  const desk = aCampaign(options);
  desk.fill(
    tabs(
      {
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01', 'C02', 'C03'],
          ['Droit L2', 'oui', 'non', 'non'],
          ['AES L2', 'non', 'oui', 'non'],
          ['00000003', 'non', 'oui', 'non'],
          ['00000020', 'non', 'non', 'non'],
        ],
      },
      {
        tab: 'Surveillants',
        rows: [
          ['Nom', 'Courriel', 'Site', 'C01', 'C02', 'C03'],
          ['Odile Martin', 'odile.martin@exemple.fr', '', 'oui', 'oui', 'oui'],
        ],
      },
    ),
  );
  desk.set('Étudiants', 5, column(desk, 'Étudiants', 'Courriel'), '');
  const answer = desk.click('Calculer le planning');
  expect(answer.status).toBe('done');
  return desk;
}
function column(desk: Desk, tab: string, header: string): number {
  return (desk.values(tab)[0] ?? []).indexOf(header) + 1;
}
const outbox = (desk: Desk) => desk.runtime.account.outbox;
const states = (desk: Desk): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const state of desk.column('Messages', 'État'))
    counts[String(state)] = (counts[String(state)] ?? 0) + 1;
  return counts;
};
const send = (desk: Desk): AddonAnswer => desk.runtime.call('sendEveryMessage') as AddonAnswer;
const icsOf = (attachment: { readonly bytes: ArrayLike<number> } | undefined): string =>
  Buffer.from(Array.from(attachment?.bytes ?? []))
    .toString('utf8')
    .replace(/\r\n /g, '');

describe('Préparer les convocations', () => {
  it('lists who has to be told, and sends nothing', () => {
    const desk = planned();
    desk.runtime.click(PREPARE);
    expect(outbox(desk).messages).toHaveLength(0);
    // 18 convocations that can leave, 1 without address, 1 unseated, 1 invigilator.
    expect(states(desk)).toEqual({ 'À envoyer': 20, 'Adresse à corriger': 1 });
    expect(new Set(desk.column('Planning', 'État'))).toEqual(new Set(['Brouillon']));
    expect(desk.tabs).toContain('Modèles');
  });

  it('refuses when nothing is planned, and when a template names a field that does not exist', () => {
    const bare = aCampaign();
    bare.fill(
      tabs({
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01'],
          ['Droit L2', 'oui'],
        ],
      }),
    );
    expect(bare.click(PREPARE)).toMatchObject({ status: 'blocked' });
    const desk = planned();
    desk.runtime.click(PREPARE);
    desk.set('Modèles', 2, 3, 'Bonjour {{Prenmo}}');
    const answer = desk.click(PREPARE);
    expect(answer.status).toBe('blocked');
    expect(answer.lines[0]).toMatch(/^Modèles!C2.*«\u00a0{{Prenmo}}\u00a0» n’existe pas/);
    desk.set('Modèles', 2, 3, 'Bonjour {{Prénom}}');
    const reply = desk.column('Paramètres', 'Paramètre').indexOf('Adresse de réponse') + 2;
    desk.set('Paramètres', reply, 2, 'scolarité');
    expect(desk.click(PREPARE).lines[0]).toMatch(
      new RegExp(`^Paramètres!B${reply}\u00a0: «\u00a0scolarité\u00a0» n’est pas une adresse`),
    );
    expect(outbox(desk).messages).toHaveLength(0);
  });

  it('writes to each of two invigilators of one name', () => {
    const desk = planned();
    desk.fill(
      tabs({
        tab: 'Surveillants',
        rows: [
          ['Nom', 'Courriel', 'Site', 'C01', 'C02', 'C03'],
          ['Martin', 'odile@exemple.fr', '', 'oui', '', ''],
          ['Martin', 'paul@exemple.fr', '', '', 'oui', ''],
        ],
      }),
    );
    desk.click('Calculer le planning');
    expect(desk.column('Planning', 'Surveillants')).toEqual(['Martin (odile)', 'Martin (paul)']);
    desk.click(PREPARE);
    expect(outbox(desk).to('odile@exemple.fr')[0]?.body).toContain('11/01/2027');
    expect(outbox(desk).to('paul@exemple.fr')[0]?.body).toContain('12/01/2027');
  });

  it('sends one message to each, in text and in HTML, with an event for the calendar', () => {
    const desk = planned();
    const answer = desk.click(PREPARE);
    expect(answer.status).toBe('done');
    expect(answer.lines.join(' ')).toContain('18 convocations');
    expect(states(desk)).toEqual({ Envoyé: 20, 'Adresse à corriger': 1 });
    expect(desk.column('Messages', 'Message')).toContain('M0021');
    expect(desk.column('Messages', 'Message')).not.toContain('M0022');
    const [mine, ...others] = outbox(desk).to('etu3@etu.exemple.fr');
    expect(others).toHaveLength(0);
    expect(mine?.subject).toBe(`${CONVOCATION} du mardi 12 janvier 2027`);
    expect(mine?.body).toContain('Heure d’arrivée : 13\u00a0h\u00a030');
    // 105 minutes and a third more.
    expect(mine?.body).toContain('Durée : 2\u00a0h\u00a020');
    expect(mine?.body).toContain('Votre temps majoré est compris dans cette durée.');
    expect(mine?.htmlBody).toContain('<p style=');
    const other = outbox(desk).to('etu1@etu.exemple.fr')[0];
    expect(other?.body).not.toContain('majoré');
    const ics = icsOf(mine?.attachments[0]);
    expect(ics).toContain('DTSTART:20270112T123000Z');
    expect(ics).toContain('SEQUENCE:0');
    expect(outbox(desk).to('etu20@etu.exemple.fr')[0]?.subject).toContain('pas encore de place');
    const invigilator = outbox(desk).to('odile.martin@exemple.fr')[0];
    expect(invigilator?.body).toContain('2 sessions');
    expect(new Set(desk.column('Planning', 'État'))).toEqual(new Set(['Convoquée']));
  });

  it('never sends twice', () => {
    const desk = planned();
    desk.click(PREPARE);
    const before = outbox(desk).messages.length;
    const again = desk.click(PREPARE);
    expect(again.lines[0]).toBe('Aucun message n’est prêt à partir.');
    expect(again.lines[1]).toMatch(/^1 personne n’a pas d’adresse utilisable/);
    send(desk);
    expect(outbox(desk).messages).toHaveLength(before);
  });

  it('tells a change to those concerned only, under the same event', () => {
    const desk = planned();
    desk.click(PREPARE);
    const first = icsOf(outbox(desk).to('etu1@etu.exemple.fr')[0]?.attachments[0]);
    const before = outbox(desk).messages.length;
    const row = desk.column('Créneaux', 'Créneau').indexOf('C01') + 2;
    desk.set('Créneaux', row, 2, (desk.values('Créneaux')[row - 1]?.[1] as number) + 2);
    const answer = desk.click(PREPARE);
    expect(answer.lines.join(' ')).toContain('10 corrections');
    const told = outbox(desk).messages.slice(before);
    expect(told.filter(({ subject }) => subject.includes('changement'))).toHaveLength(10);
    expect(told.map(({ to }) => to)).not.toContain('etu13@etu.exemple.fr');
    const correction = outbox(desk).to('etu1@etu.exemple.fr')[1];
    expect(correction?.body).toContain('Date : mercredi 13 janvier 2027');
    expect(correction?.body).toMatch(
      /Ancien rendez-vous, à oublier : lundi 11 janvier 2027 à 8\u00a0h\u00a030/,
    );
    const second = icsOf(correction?.attachments[0]);
    expect(/UID:(.+)\r\n/.exec(second)?.[1]).toBe(/UID:(.+)\r\n/.exec(first)?.[1]);
    expect(second).toContain('SEQUENCE:1');
  });

  it('tells that a session is cancelled', () => {
    const desk = planned();
    desk.click(PREPARE);
    const before = outbox(desk).messages.length;
    const rows = desk
      .column('Planning', 'Créneau')
      .flatMap((slot, index) => (slot === 'C01' ? [index + 2] : []));
    for (const row of rows) desk.set('Planning', row, column(desk, 'Planning', 'État'), 'Annulée');
    desk.click(PREPARE);
    const told = outbox(desk).messages.slice(before);
    expect(told.filter(({ subject }) => subject.includes('annulation'))).toHaveLength(10);
    expect(icsOf(outbox(desk).to('etu1@etu.exemple.fr')[1]?.attachments[0])).toContain('METHOD:CANCEL');
  });
});

describe('a sending that stops', () => {
  it('goes on the next day when the limit of the day is reached', () => {
    const desk = planned({ limits: { recipients: 8 } });
    const answer = desk.click(PREPARE);
    expect(answer.lines.join(' ')).toMatch(/12 messages attendent encore.*reprenez demain/);
    expect(states(desk)).toMatchObject({ Envoyé: 8, 'À envoyer': 12 });
    desk.runtime.clock.sleep(25 * 3_600_000);
    desk.click(PREPARE);
    expect(outbox(desk).messages).toHaveLength(16);
    expect(new Set(outbox(desk).messages.map(({ to }) => to)).size).toBe(16);
  });

  it.each(['before', 'after'] as const)(
    'leaves one message uncertain when the script is stopped %s it left, and none leaves twice',
    (when) => {
      const desk = planned();
      desk.runtime.fail({ call: 'MailApp.sendEmail', at: 5, when, thenStop: true });
      try {
        desk.click(PREPARE);
      } catch {
        // The execution was killed.
      }
      const sent = when === 'after' ? 5 : 4;
      expect(outbox(desk).messages).toHaveLength(sent);
      desk.runtime.click(PREPARE);
      expect(states(desk)).toEqual({ Envoyé: 4, 'À vérifier': 1, 'À envoyer': 15, 'Adresse à corriger': 1 });
      const answer = send(desk);
      expect(answer.lines.join(' ')).toContain('1 message est «\u00a0À vérifier\u00a0»');
      expect(outbox(desk).messages).toHaveLength(sent + 15);
      expect(new Set(outbox(desk).messages.map(({ to }) => to)).size).toBe(sent + 15);
      // Staff looked: it had not left.
      const row = desk.column('Messages', 'État').indexOf('À vérifier') + 2;
      if (when === 'before') {
        desk.set('Messages', row, column(desk, 'Messages', 'État'), 'À envoyer');
        desk.click(PREPARE);
        expect(new Set(outbox(desk).messages.map(({ to }) => to)).size).toBe(20);
      }
    },
  );

  it('sends a test to oneself, and marks nothing', () => {
    const desk = planned();
    desk.runtime.click(PREPARE);
    const before = desk.values('Messages');
    const answer = desk.runtime.call('sendTestMessage', [0]) as AddonAnswer;
    expect(answer.status).toBe('done');
    expect(outbox(desk).messages).toHaveLength(1);
    expect(outbox(desk).messages[0]?.subject).toMatch(/^\[Essai\] /);
    expect(desk.values('Messages')).toEqual(before);
  });

  it('leaves out the parts that staff unticked', () => {
    const desk = planned();
    desk.runtime.click(PREPARE);
    desk.runtime.call('sendMessages', [['unseated', 'invigilators']]);
    expect(outbox(desk).messages.every(({ subject }) => subject.startsWith(CONVOCATION))).toBe(true);
    expect(outbox(desk).messages).toHaveLength(18);
  });
});

describe('names of strangers', () => {
  it('reach no header, no tag and no formula', () => {
    const desk = planned();
    const name = column(desk, 'Étudiants', 'Prénom');
    desk.set('Étudiants', 2, name, '<b>=HYPERLINK("http://x")</b>\r\nBcc: x@y.fr 🎓');
    desk.set('Étudiants', 3, name, `=${'9'.repeat(40_000)}`);
    desk.runtime.click(PREPARE);
    desk.set('Modèles', 2, 2, 'Pix {{Prénom}}');
    send(desk);
    const one = outbox(desk).to('etu1@etu.exemple.fr')[0];
    expect(one?.subject).toBe('Pix <b>=HYPERLINK("http://x")</b> Bcc: x@y.fr 🎓');
    expect(one?.htmlBody).not.toContain('<b>');
    const two = outbox(desk).to('etu2@etu.exemple.fr')[0];
    expect(two?.subject.length).toBeLessThanOrEqual(200);
    const sheet = desk.workbook.sheetByName('Messages');
    expect(sheet?.formulas?.size ?? 0).toBe(0);
  });
});
