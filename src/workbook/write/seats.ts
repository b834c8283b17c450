import type { CellsOf } from './output-columns';
import type { NumberedPlan, NumberedSeat, NumberedSession } from './numbered-plan';
import { dayCell, timeCell } from './planning';

/** A candidate in a session: a row of `Affectations`. */
export interface Assignment {
  readonly session: NumberedSession;
  readonly seat: NumberedSeat;
}

/** In order of date and time, then by name. */
export function assignmentsOf(plan: NumberedPlan): readonly Assignment[] {
  return plan.sessions.flatMap((session) => session.seats.map((seat) => ({ session, seat })));
}

export const assignmentCells: CellsOf<Assignment> = {
  'N° étudiant': ({ seat }) => seat.candidate.id,
  Nom: ({ seat }) => seat.candidate.lastName,
  Prénom: ({ seat }) => seat.candidate.firstName,
  Groupe: ({ seat }) => seat.candidate.group ?? '',
  Session: ({ session }) => session.number,
  ...placeCells<Assignment>(({ session }) => session),
  'Temps majoré': ({ seat }) => (seat.candidate.extraTime > 0 ? seat.candidate.extraTime : ''),
  Verrouillée: ({ seat }) => seat.locked,
};

/** Seats of one request in one session: a row of `Places sans nom`. */
export interface AnonymousRow {
  readonly session: NumberedSession;
  readonly group: string;
  readonly places: number;
}

/** In order of date and time; the seats of two requests of one group share a row. */
export function anonymousRowsOf(plan: NumberedPlan): readonly AnonymousRow[] {
  return plan.sessions.flatMap((session) => {
    const places = new Map<string, number>();
    for (const seats of session.anonymous)
      places.set(seats.group, (places.get(seats.group) ?? 0) + seats.places);
    return [...places].map(([group, count]) => ({ session, group, places: count }));
  });
}

export const anonymousCells: CellsOf<AnonymousRow> = {
  Groupe: ({ group }) => group,
  Session: ({ session }) => session.number,
  ...placeCells<AnonymousRow>(({ session }) => session),
  Places: ({ places }) => places,
};

/** When and where, the same in every tab that names a session. */
function placeCells<Item>(sessionOf: (item: Item) => NumberedSession): CellsOf<Item> {
  return {
    Créneau: (item) => sessionOf(item).slot.code,
    Date: (item) => dayCell(sessionOf(item).slot),
    Début: (item) => timeCell(sessionOf(item).slot.start),
    Fin: (item) => timeCell(sessionOf(item).slot.end),
    Site: (item) => sessionOf(item).room.site,
    Salle: (item) => sessionOf(item).room.name,
    Code: (item) => sessionOf(item).room.code,
  };
}
