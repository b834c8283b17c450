import type { Campaign } from '../domain/campaign';
import type { CandidateId, RoomCode } from '../domain/ids';
import type { Help, Lever } from '../domain/lever';
import { andList, french, number, orList, plural, time } from './format';

/** Names of rooms and people, as users know them. */
export interface LeverNames {
  readonly room: (code: RoomCode) => string;
  readonly person: (id: CandidateId) => string;
}

export function leverNamesOf({ rooms, candidates }: Pick<Campaign, 'rooms' | 'candidates'>): LeverNames {
  const roomNames = new Map(rooms.map(({ code, name }) => [code, name]));
  const people = new Map(
    candidates.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`.trim()]),
  );
  return { room: (code) => roomNames.get(code) ?? code, person: (id) => people.get(id) ?? id };
}

/** People named one by one; of more, how many they are. */
const NAMED = 3;

/** *Ouvrir Neptune au créneau C07*: what staff could obtain, without a full stop. */
export function leverWords(lever: Lever, names: LeverNames): string {
  switch (lever.kind) {
    case 'openRoom':
      return french(`Ouvrir ${names.room(lever.room)} au créneau ${lever.slot}`);
    case 'newRoom':
      return french(
        `Une salle certifiée de ${plural(lever.places, 'place', 'places')} de plus à ${lever.site} au créneau ${lever.slot}`,
      );
    case 'invigilator':
      return french(`Un surveillant de plus à ${lever.site} au créneau ${lever.slot}`);
    case 'moreSlots': {
      const { candidates, slots } = lever;
      const who =
        candidates.length <= NAMED
          ? andList(candidates.map(names.person))
          : plural(candidates.length, 'candidat', 'candidats');
      return french(`D’autres créneaux pour ${who} (aujourd’hui ${orList(slots)} seulement)`);
    }
    case 'lengthenSlot':
      return french(`Prolonger le créneau ${lever.slot} jusqu’à ${time(lever.end)}`);
  }
}

/** *Ouvrir Neptune au créneau C07 placerait 9 candidats de plus.* */
export function helpSentence({ lever, seats, exact }: Help, names: LeverNames): string {
  const people = `${exact ? '' : 'au moins '}${number(seats)} ${seats < 2 ? 'candidat' : 'candidats'} de plus`;
  return french(`${leverWords(lever, names)} placerait ${people}.`);
}
