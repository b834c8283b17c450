import type { Campaign } from '../domain/campaign';
import type { RoomCode } from '../domain/ids';
import type { Help, Lever } from '../domain/lever';
import { french, number, plural, time } from './format';

/** Names of rooms, as users know them. */
export type RoomNames = (code: RoomCode) => string;

export function roomNamesOf({ rooms }: Pick<Campaign, 'rooms'>): RoomNames {
  const names = new Map(rooms.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

/** *Ouvrir Neptune au créneau C07*: what staff could obtain, without a full stop. */
export function leverWords(lever: Lever, roomName: RoomNames): string {
  switch (lever.kind) {
    case 'openRoom':
      return french(`Ouvrir ${roomName(lever.room)} au créneau ${lever.slot}`);
    case 'newRoom':
      return french(
        `Une salle certifiée de ${plural(lever.places, 'place', 'places')} de plus à ${lever.site} au créneau ${lever.slot}`,
      );
    case 'invigilator':
      return french(`Un surveillant de plus à ${lever.site} au créneau ${lever.slot}`);
    case 'lengthenSlot':
      return french(`Prolonger le créneau ${lever.slot} jusqu’à ${time(lever.end)}`);
  }
}

/** *Ouvrir Neptune au créneau C07 placerait 9 candidats de plus.* */
export function helpSentence({ lever, seats, exact }: Help, roomName: RoomNames): string {
  const people = `${exact ? '' : 'au moins '}${number(seats)} ${seats < 2 ? 'candidat' : 'candidats'} de plus`;
  return french(`${leverWords(lever, roomName)} placerait ${people}.`);
}
