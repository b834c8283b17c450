import type { Campaign } from '../../src/domain/campaign';

const allSlots = (campaign: Campaign) => campaign.slots.filter((slot) => !slot.closed);
const standing = (campaign: Campaign) => campaign.existing.filter(({ state }) => state !== 'cancelled');

/** What makes a campaign hard, one name each: tests count how often a random one has it. */
export const FEATURES: Readonly<Record<string, (campaign: Campaign) => boolean>> = {
  'extra time': ({ candidates }) =>
    candidates.some(({ extraTime, availability }) => extraTime > 0 && availability.possible.length > 0),
  'a slot too short for somebody': (campaign) => {
    const { setupMinutes, testMinutes } = campaign.settings;
    return campaign.candidates.some(({ extraTime, availability }) =>
      allSlots(campaign).some(
        ({ code, start, end }) =>
          availability.possible.includes(code) && end - start < setupMinutes + testMinutes * (1 + extraTime),
      ),
    );
  },
  'slots that overlap': (campaign) =>
    allSlots(campaign).some((a, index) =>
      allSlots(campaign)
        .slice(0, index)
        .some((b) => a.day === b.day && a.start < b.end && b.start < a.end),
    ),
  'a gap between sessions': ({ settings }) => settings.gapMinutes > 0,
  'an invigilator for each session': ({ invigilators, settings }) =>
    invigilators !== null && settings.candidatesPerInvigilator === 0,
  'invigilators by number': ({ invigilators, settings }) =>
    invigilators !== null && settings.candidatesPerInvigilator > 0,
  'a session that stays': (campaign) =>
    standing(campaign).some(
      ({ locked, closed, state }) => locked || closed || state === 'convoked' || state === 'held',
    ),
  'a seat that stays': (campaign) =>
    standing(campaign).some(({ seats }) => seats.some((seat) => seat.locked)),
  'a planning to improve': (campaign) =>
    campaign.settings.recalculation === 'improve' && standing(campaign).length > 0,
  'a planning to complete': (campaign) =>
    campaign.settings.recalculation === 'complete' && standing(campaign).length > 0,
  'a session cancelled': ({ existing }) => existing.some(({ state }) => state === 'cancelled'),
  'seats without names': ({ requests }) => requests.some(({ places }) => places > 0),
  'somebody who accepts several sites': ({ candidates }) => candidates.some(({ sites }) => sites.length > 1),
  'places kept free': ({ settings }) => settings.keptFree > 0,
  'a room not free at each slot': ({ rooms }) => rooms.some(({ freeAt }) => freeAt !== 'every'),
  'a slot of one site': ({ slots }) => slots.some(({ site }) => site !== null),
  'a slot closed': ({ slots }) => slots.some(({ closed }) => closed),
  'the certifiable alone': ({ settings }) => settings.certifiableOnly,
  'preferred slots': ({ candidates }) =>
    candidates.some(({ availability }) => availability.preferred.length > 0),
};
