import type { Campaign } from '../../src/domain/campaign';
import type { Plan } from '../../src/domain/plan';
import type { PlanningRecord, RecordedSession } from '../../src/domain/planning-record';

/** A plan as the history would have kept it, its sessions numbered in order. */
export function aRecord(campaign: Campaign, { sessions }: Pick<Plan, 'sessions'>): PlanningRecord {
  return {
    beside: {},
    sessions: sessions.map((session, index): RecordedSession => {
      const slot = campaign.slots.find(({ code }) => code === session.slot);
      const room = campaign.rooms.find(({ code }) => code === session.room);
      if (slot === undefined || room === undefined) throw new Error('The plan names an unknown place.');
      return {
        number: `S${String(index + 1).padStart(2, '0')}`,
        state: 'draft',
        locked: false,
        slot: { code: slot.code, day: slot.day, start: slot.start, end: slot.end },
        room: { code: room.code, name: room.name, site: room.site, places: room.places },
        seats: session.seats.map((candidate) => ({ candidate, locked: false })),
        anonymous: session.anonymous.map(({ group, places }) => ({ group, places })),
        invigilators: session.invigilators.join('; '),
        beside: {},
      };
    }),
  };
}
