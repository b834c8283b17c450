import { describe, expect, it } from '@jest/globals';
import { aPlannedCampaign } from '../support/a-planned-campaign';
import type { AddonAnswer, Desk } from '../support/an-addon';

const CALENDAR = 'Mettre les sessions dans l’agenda';
const events = (desk: Desk) =>
  desk.runtime.account.calendars.list.flatMap((calendar) => [...calendar.events]);

describe('Mettre les sessions dans l’agenda', () => {
  it('creates one event a session, once', () => {
    const desk = aPlannedCampaign();
    const sessions = desk.records('Planning').length;
    expect(desk.click(CALENDAR).lines[0]).toContain(`${sessions} événements créés`);
    expect(events(desk)).toHaveLength(sessions);
    expect(desk.click(CALENDAR).lines[0]).toContain('déjà à jour');
    expect(events(desk)).toHaveLength(sessions);
    expect(JSON.stringify(events(desk).map(({ title, description }) => [title, description]))).not.toMatch(
      /NOM\d/,
    );
  });

  it('moves the event of a session that moves, and removes that of a session that is cancelled', () => {
    const desk = aPlannedCampaign();
    desk.click(CALENDAR);
    const before = events(desk).map(({ id }) => id);
    desk.set('Créneaux', 2, 3, 0.375);
    expect(desk.click(CALENDAR).lines[0]).toContain('1 modifié');
    expect(events(desk).map(({ id }) => id)).toEqual(before);
    expect(events(desk).map(({ start }) => new Date(start).toISOString())).toContain(
      '2027-01-11T08:00:00.000Z',
    );
    const state = (desk.values('Planning')[0] ?? []).indexOf('État') + 1;
    desk.set('Planning', 2, state, 'Annulée');
    expect(desk.click(CALENDAR).lines[0]).toContain('1 supprimé');
    expect(events(desk)).toHaveLength(before.length - 1);
  });

  it.each([
    ['refuses an event', { when: 'before', message: 'Service invoked too many times' }],
    ['stops halfway', { when: 'after', thenStop: true }],
  ] as const)('makes no event twice when the platform %s', (_, failure) => {
    const desk = aPlannedCampaign();
    desk.runtime.fail({ call: 'Calendar.createEvent', at: 2, ...failure });
    try {
      desk.click(CALENDAR);
    } catch {
      // The answer is a failure, in words or not: what counts is what stands in the calendar.
    }
    expect(events(desk).length).toBeGreaterThan(0);
    desk.click(CALENDAR);
    desk.click(CALENDAR);
    expect(events(desk)).toHaveLength(desk.records('Planning').length);
  });

  it('moves to the calendar of a team, and keeps everything where it was when it may only be read', () => {
    const desk = aPlannedCampaign();
    const { calendars } = desk.runtime.account;
    desk.click(CALENDAR);
    const sessions = desk.records('Planning').length;
    const team = calendars.add('Scolarité', { owned: false });
    const lectern = calendars.add('Rectorat', { owned: false, writable: false });
    calendars.add('Jours fériés', { id: 'fr.french#holiday@group.v.calendar.google.com', owned: false });
    const offered = desk.runtime.click(CALENDAR);
    expect(offered).toEqual({ defaultCall: 'updateCalendar' });
    expect(JSON.stringify(desk.runtime.log)).not.toContain('#holiday@');
    const counts = () => calendars.list.map((calendar) => [...calendar.events].length);
    const refused = desk.runtime.call('updateCalendar', [lectern.id]) as AddonAnswer;
    expect(refused).toMatchObject({ status: 'failed' });
    expect(refused.lines[0]).toContain('mais pas y écrire');
    expect(counts()).toEqual([sessions, 0, 0, 0]);
    expect(desk.click(CALENDAR).lines[0]).toContain('déjà à jour');
    desk.runtime.fail({ call: 'Calendar.createEvent', at: 2, when: 'after', thenStop: true });
    try {
      desk.runtime.call('updateCalendar', [team.id]);
    } catch {
      // Stopped halfway: what stands in the first calendar is not forgotten.
    }
    desk.runtime.call('updateCalendar', [team.id]);
    expect(counts()).toEqual([0, sessions, 0, 0]);
  });

  it('leaves the calendar of the original alone in a copy of the workbook', () => {
    const desk = aPlannedCampaign();
    desk.click(CALENDAR);
    const before = events(desk).length;
    const memory = desk.values('PixOrga (ne pas modifier)').map(([name]) => String(name));
    expect(memory.filter((name) => name.includes('agenda') && !name.includes(desk.workbook.id))).toEqual([]);
    expect(before).toBe(desk.records('Planning').length);
  });
});

describe('Sessions en fichier d’agenda', () => {
  it('holds the same sessions under stable names', () => {
    const desk = aPlannedCampaign();
    const file = (): string =>
      (desk.click('Sessions en fichier d’agenda (.ics)') as { readonly files?: readonly { text: string }[] })
        .files?.[0]?.text ?? '';
    const uids = (text: string): readonly string[] =>
      [...text.matchAll(/UID:(.+)\r\n/g)].map((match) => match[1] ?? '');
    const first = file();
    expect(uids(first)).toHaveLength(desk.records('Planning').length);
    desk.set('Créneaux', 2, 3, 0.375);
    expect(uids(file())).toEqual(uids(first));
    expect(file()).toContain('DTSTART:20270111T080000Z');
  });
});
