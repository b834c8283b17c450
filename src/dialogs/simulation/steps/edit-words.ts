import type { Campaign } from '../../../domain/campaign';
import type { SlotCode } from '../../../domain/ids';
import type { TrialEdit } from '../../../domain/trial';
import { shortDay, time } from '../../../text/format';
import { leverNamesOf } from '../../../text/helps';
import { SIMULATION_TEXT as TEXT } from '../../../text/simulation';

/** `C07, jeu. 14/01/2027 8 h 30`. */
export function slotNames({ slots }: Campaign): (code: SlotCode) => string {
  const byCode = new Map(slots.map((slot) => [slot.code, slot]));
  return (code) => {
    const slot = byCode.get(code);
    return slot === undefined ? code : `${code}, ${shortDay(slot.day)} ${time(slot.start)}`;
  };
}

/** A change of a trial, as it stands in its list. */
export function editWords(campaign: Campaign, edit: TrialEdit): string {
  const roomName = leverNamesOf(campaign).room;
  const slotName = slotNames(campaign);
  switch (edit.kind) {
    case 'addRoom':
      return TEXT.addRoomWords(edit.site, edit.places);
    case 'removeRoom':
      return TEXT.removeRoomWords(roomName(edit.room));
    case 'openRoom':
      return TEXT.openRoomWords(roomName(edit.room), slotName(edit.slot));
    case 'closeRoom':
      return TEXT.closeRoomWords(roomName(edit.room), slotName(edit.slot));
    case 'addSlot': {
      const who = edit.who === 'everybody' ? TEXT.everybody : TEXT.like(edit.who.like);
      return TEXT.addSlotWords(
        shortDay(edit.day),
        edit.start,
        edit.end,
        edit.site ?? TEXT.everySite,
        who.toLowerCase(),
      );
    }
    case 'removeSlot':
      return TEXT.removeSlotWords(slotName(edit.slot));
    case 'addPeople':
      return TEXT.addPeopleWords(
        edit.count,
        'group' in edit.like ? edit.like.group : TEXT.newGroup(edit.like.site).toLowerCase(),
      );
    case 'removePeople':
      return TEXT.removePeopleWords(edit.count, edit.group);
  }
}
