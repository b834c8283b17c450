import { serialOf } from '../../domain/calendar';
import type { Cell, DateCell } from '../../domain/grid';
import type { SessionState } from '../../domain/session';
import type { Slot } from '../../domain/slot';
import { STATE_LABELS } from '../../text/states';
import type { CellsOf } from './output-columns';
import { type NumberedSession, headcount } from './numbered-plan';

/** What the list of invigilators of a session becomes: the plan's, or what staff typed by hand. */
export type InvigilatorsOf = (session: NumberedSession, kept: string) => string;

/** The cells of `Planning`, one session per row. */
export function planningCells(invigilatorsOf: InvigilatorsOf): CellsOf<NumberedSession> {
  return {
    Session: (session) => session.number,
    État: (session) => stateLabel(session.state),
    Créneau: (session) => session.slot.code,
    Date: (session) => dayCell(session.slot),
    Début: (session) => timeCell(session.slot.start),
    Fin: (session) => timeCell(session.slot.end),
    Site: (session) => session.room.site,
    Bâtiment: (session) => session.room.building,
    Salle: (session) => session.room.name,
    Code: (session) => session.room.code,
    Places: (session) => session.room.places,
    Inscrits: (session) => headcount(session),
    'Places libres': (session) => session.room.places - headcount(session),
    Remplissage: (session) => headcount(session) / session.room.places,
    Groupes: (session) => groupsOf(session).join('; '),
    Surveillants: (session, kept) => invigilatorsOf(session, asText(kept('Surveillants'))),
    'N° session Pix': (_session, kept) => kept('N° session Pix'),
    Verrouillée: (session) => session.locked,
    Remarques: (_session, kept) => kept('Remarques'),
  };
}

/** Labels of the groups that sit in a session, in order of first seat; a group is written once. */
export function groupsOf(session: NumberedSession): readonly string[] {
  const named = session.seats.flatMap(({ candidate }) => (candidate.group === null ? [] : [candidate.group]));
  const anonymous = session.anonymous.map(({ group }) => group);
  return [...new Set([...named, ...anonymous])].sort((a, b) => a.localeCompare(b, 'fr'));
}

/** The date of a slot as a cell. */
export function dayCell(slot: Slot): DateCell {
  return { serial: serialOf(slot.day) };
}

/** A time of day as a cell: a fraction of a day. */
export function timeCell(minutes: number): DateCell {
  return { serial: minutes / 1440 };
}

const stateLabel = (state: SessionState): string => STATE_LABELS[state];

function asText(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim() : '';
}
