import type { Campaign } from '../../domain/campaign';
import { roomCode } from '../../domain/ids';
import type { Lever } from '../../domain/lever';

/** Code of the room that a lever adds: no room of a workbook has it, since codes are never blank. */
export const ADDED_ROOM = roomCode('\u0000');
const ADDED_PERSON = '\u0000';

/** The campaign as it would be. */
export function withLever(campaign: Campaign, lever: Lever): Campaign {
  switch (lever.kind) {
    case 'openRoom':
      return {
        ...campaign,
        rooms: campaign.rooms.map((room) =>
          room.code !== lever.room || room.freeAt === 'every' || room.freeAt.includes(lever.slot)
            ? room
            : { ...room, freeAt: [...room.freeAt, lever.slot] },
        ),
      };
    case 'newRoom': {
      const room = {
        code: ADDED_ROOM,
        site: lever.site,
        building: '',
        name: '',
        places: lever.places,
        freeAt: [lever.slot],
      };
      return { ...campaign, rooms: [...campaign.rooms, room] };
    }
    case 'invigilator': {
      const person = { name: ADDED_PERSON, sites: [lever.site], possible: [lever.slot] };
      const { invigilators } = campaign;
      return { ...campaign, invigilators: invigilators === null ? null : [...invigilators, person] };
    }
    case 'moreSlots': {
      const asked = new Set(lever.candidates);
      const everywhere = campaign.slots.map(({ code }) => code);
      return {
        ...campaign,
        candidates: campaign.candidates.map((candidate) =>
          asked.has(candidate.id)
            ? { ...candidate, availability: { ...candidate.availability, possible: everywhere } }
            : candidate,
        ),
      };
    }
    case 'lengthenSlot':
      return {
        ...campaign,
        slots: campaign.slots.map((slot) => (slot.code === lever.slot ? { ...slot, end: lever.end } : slot)),
      };
  }
}
