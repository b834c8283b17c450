/** Identifiers are text, and each kind is its own type, so that a room code never passes for a slot code. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `N° étudiant`, as written in `Étudiants` (leading zeros kept). Unique among the candidates of a campaign. */
export type CandidateId = Branded<'CandidateId'>;
/** `Code` of a room, as written in `Salles`. */
export type RoomCode = Branded<'RoomCode'>;
/** `Créneau`, such as `C01`. */
export type SlotCode = Branded<'SlotCode'>;
/** `Session` number in `Planning`, such as `S01`. */
export type SessionNumber = Branded<'SessionNumber'>;
/** Name of a site as written in `Salles`: every other tab is matched to that spelling when it is read. */
export type SiteName = Branded<'SiteName'>;
/** Label of a group, in the spelling met first in `Étudiants`: other tabs are matched to it when they are read. */
export type GroupName = Branded<'GroupName'>;

/** Brands a text once it was checked. Only readers and tests call these. */
export const candidateId = (text: string): CandidateId => text as CandidateId;
export const roomCode = (text: string): RoomCode => text as RoomCode;
export const slotCode = (text: string): SlotCode => text as SlotCode;
export const sessionNumber = (text: string): SessionNumber => text as SessionNumber;
export const siteName = (text: string): SiteName => text as SiteName;
export const groupName = (text: string): GroupName => text as GroupName;
