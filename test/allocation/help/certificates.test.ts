import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../../../src/allocation/received-plan';
import type { Campaign } from '../../../src/domain/campaign';
import type { SiteName, SlotCode } from '../../../src/domain/ids';
import type { Plan } from '../../../src/domain/plan';
import { whyNotFewer } from '../../../src/text/proof';
import {
  aCampaign,
  aCandidate,
  aRoom,
  aSlot,
  anExistingSession,
  anInvigilator,
} from '../../support/builders';
import { planOf } from '../../support/engine';
import { loadTestSolver as solver } from '../../support/highs';
import { randomCampaign } from '../../support/random-campaign';

const planned = (campaign: Campaign): Plan => planOf(campaign, solver, { patience: 0 });

function sessionsAt(
  campaign: Campaign,
  plan: Plan,
  sites: readonly SiteName[],
  slots: readonly SlotCode[] | null,
): number {
  const siteOf = new Map(campaign.rooms.map(({ code, site }) => [code, site]));
  return plan.sessions.filter(
    ({ slot, room }) =>
      sites.includes(siteOf.get(room) ?? ('' as SiteName)) && (slots === null || slots.includes(slot)),
  ).length;
}

describe('why not one session fewer', () => {
  it('asks nowhere for more sessions than the plan has there, and the parts add up', () => {
    const wrong: unknown[] = [];
    let shown = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = randomCampaign(seed, { rooms: 4, slots: 8, candidates: 60, places: 12 });
      const campaign = { ...random, settings: { ...random.settings, priority: 'sessions' as const } };
      const plan = planned(campaign);
      const bound = plan.sessionBound;
      if (bound === null) continue;
      const sum = bound.parts.reduce((all, part) => all + part.sessions, 0);
      if (sum !== bound.sessions) wrong.push({ seed, sum, bound });
      for (const part of bound.parts) {
        if (sessionsAt(campaign, plan, part.sites, null) < part.sessions) wrong.push({ seed, part });
        if (part.places !== null && part.places >= part.people) wrong.push({ seed, part });
        for (const group of part.confined) {
          shown += 1;
          if (sessionsAt(campaign, plan, group.sites, group.slots) < group.sessions)
            wrong.push({ seed, group });
        }
      }
      if (readPlan(JSON.parse(JSON.stringify(plan)))?.sessionBound?.parts.length !== bound.parts.length)
        wrong.push({ seed, read: null });
    }
    expect(wrong).toEqual([]);
    expect(shown).toBeGreaterThan(15);
  });

  it('tells each site apart although the invigilators are the same people', () => {
    const people = (prefix: string, count: number, slots: readonly string[], site: string) =>
      Array.from({ length: count }, (_, index) => aCandidate(`${prefix}${index}`, slots, { sites: [site] }));
    const campaign = aCampaign({
      rooms: [aRoom('R1', 3), aRoom('R2', 2), aRoom('V1', 4, { site: 'Vire' })],
      slots: ['C01', 'C02', 'C03', 'C04'].map((code, day) => aSlot(code, { on: 11 + day })),
      candidates: [
        ...people('A', 2, ['C01'], 'Caen'),
        ...people('B', 1, ['C02'], 'Caen'),
        ...people('C', 4, ['C01', 'C02', 'C03'], 'Caen'),
        ...people('V', 6, ['C01', 'C04'], 'Vire'),
      ],
      invigilators: ['Ada', 'Bob', 'Cid'].map((name) =>
        anInvigilator(name, ['C01', 'C02', 'C03', 'C04'], ['Caen', 'Vire']),
      ),
    });
    const bound = planned(campaign).sessionBound;
    expect(bound?.parts).toEqual([
      { sites: ['Caen'], people: 7, sessions: 3, standing: 0, places: 6, confined: [] },
      { sites: ['Vire'], people: 6, sessions: 2, standing: 0, places: 4, confined: [] },
    ]);
    expect(whyNotFewer(bound, 5).replace(/\u00a0/g, ' ')).toBe(
      'Il est impossible de faire moins de 5 sessions : 3 pour Caen, 2 pour Vire. Caen : il faut 7 places, et 2 sessions en offrent au plus 6. Vire : il faut 6 places, et 1 session en offre au plus 4.',
    );
  });

  it('names those who can come at few slots alone', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 30)],
      slots: ['C01', 'C02', 'C03'].map((code, day) => aSlot(code, { on: 11 + day })),
      candidates: [
        ...['A', 'B'].map((id) => aCandidate(id, ['C01'])),
        aCandidate('C', ['C02', 'C03']),
        aCandidate('D', ['C01', 'C02', 'C03']),
      ],
    });
    const bound = planned(campaign).sessionBound;
    expect(bound?.parts[0]).toMatchObject({ sessions: 2, places: null });
    expect(whyNotFewer(bound, 2).replace(/\u00a0/g, ' ')).toBe(
      'Il est impossible de faire moins de 2 sessions : à Caen, 2 personnes ne peuvent venir qu’au créneau C01 et 1 qu’aux créneaux C02 ou C03 (1 session pour chacun de ces groupes).',
    );
  });

  it('says which sessions cannot be closed', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 4), aRoom('R2', 8)],
      slots: ['C01', 'C02'].map((code, day) => aSlot(code, { on: 11 + day })),
      candidates: ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => aCandidate(id, ['C01', 'C02'])),
      existing: [anExistingSession('S01', 'C01', 'R1', ['A'], { locked: true })],
    });
    const said = (changed: Campaign): string =>
      whyNotFewer(planned(changed).sessionBound, 2).replace(/\u00a0/g, ' ');
    expect(said(campaign)).toBe(
      'Il est impossible de faire moins de 2 sessions : à Caen, il faut 6 places, et 1 session qui ne peut pas être fermée en offre au plus 4.',
    );
    const second = anExistingSession('S02', 'C02', 'R2', ['B'], { locked: true });
    expect(said({ ...campaign, existing: [...campaign.existing, second] })).toBe(
      'Il est impossible de faire moins de 2 sessions : à Caen, 2 sessions ne peuvent pas être fermées.',
    );
  });

  it('names a place once, although some of its people share no slot with the others', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 1)],
      slots: ['C01', 'C02', 'C03', 'C04'].map((code, day) => aSlot(code, { on: 11 + day })),
      candidates: [
        ...['A', 'B'].map((id) => aCandidate(id, ['C01', 'C02'])),
        ...['C', 'D'].map((id) => aCandidate(id, ['C03', 'C04'])),
      ],
    });
    expect(whyNotFewer(planned(campaign).sessionBound, 4).replace(/\u00a0/g, ' ')).toBe(
      'Il est impossible de faire moins de 4 sessions : à Caen, il faut 2 places, et 1 session en offre au plus 1 ; pour d’autres personnes, à d’autres créneaux, il faut 2 places, et 1 session en offre au plus 1.',
    );
  });
});
