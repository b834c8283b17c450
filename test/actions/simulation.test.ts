import { describe, expect, it } from '@jest/globals';
import { sampleTabs } from '../../examples/sample';
import { Desk } from '../support/an-addon';

const ITEM = 'Simuler';
const plain = (lines: readonly string[]): string => lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');

interface Answered {
  readonly kind: string;
  readonly lines?: readonly string[];
  readonly findings?: {
    readonly result: {
      readonly today: Readonly<Record<string, number>>;
      readonly changed: Readonly<Record<string, number>>;
    };
  };
}

describe('Simuler', () => {
  it('answers with the rooms alone, before any student or slot is there', () => {
    const desk = Desk.prepared();
    const before = desk.snapshot();
    expect(desk.runtime.click(ITEM)).toEqual({ defaultCall: 'tellSimulation' });
    const { status, lines } = desk.click(ITEM);
    expect(status).toBe('done');
    expect(plain(lines)).toContain('Donnez au moins un effectif');
    expect(desk.snapshot()).toEqual(before);
  });

  it('says how many sessions and slots at least, and which room would help, and writes nothing', () => {
    const desk = Desk.prepared(sampleTabs);
    const before = desk.snapshot();
    const told = plain(desk.click(ITEM).lines);
    expect(told).toContain('Caen Campus 1 : 298 candidats, 185 places par créneau ; au moins 4 sessions');
    expect(told).toContain('En tout : 8 sessions sur 4 créneaux');
    expect(told).toMatch(/possibilités/);
    expect(desk.snapshot()).toEqual(before);
  });

  it('counts what can be read although something blocks', () => {
    const desk = Desk.prepared(sampleTabs);
    desk.set('Créneaux', 2, 2, 'jamais');
    const told = plain(desk.click(ITEM).lines);
    expect(told).toContain('Caen Campus 1 : ');
    expect(told).toContain(
      'Il faut d’abord des étudiants, des créneaux et des salles sans problème bloquant.',
    );
  });

  it('tries changes on the server where the window cannot, and refuses what is none', () => {
    const desk = Desk.prepared(sampleTabs);
    const before = desk.snapshot();
    const ask = (question: unknown): Answered =>
      desk.runtime.call('simulateOnServer', [question]) as Answered;
    const { kind, findings } = ask({
      ask: 'trial',
      edits: [
        { kind: 'removeRoom', room: 'B100' },
        { kind: 'addPeople', count: 5, like: { site: 'Caen Campus 1' } },
      ],
    });
    expect(kind).toBe('found');
    const { today, changed } = findings?.result ?? { today: {}, changed: {} };
    expect(changed.candidates).toBe((today.candidates ?? 0) + 5);
    expect(changed.unseated).toBeGreaterThan(today.unseated ?? 0);
    for (const bad of [
      null,
      { ask: 'trial' },
      { ask: 'trial', edits: [{ kind: 'addRoom', site: 'X', places: -3 }] },
      { ask: 'trial', edits: [{ kind: 'addPeople', count: 1e9, like: { site: 'X' } }] },
      { ask: 'trial', edits: [{ kind: 'addSlot', day: '2027-02-31', start: 1, end: 2, who: 'everybody' }] },
    ])
      expect(ask(bad).kind).toBe('failed');
    expect(desk.snapshot()).toEqual(before);
  });
});
