import { serialOf } from '../../domain/calendar';
import type { Cell } from '../../domain/grid';
import { SUMMARY_TEXT as TEXT, sessionLabel } from '../../text/summary';
import { type NumberedSession, headcount } from './numbered-plan';

/** Columns of `Synthèse`. */
export const WIDTH = 6;
export const PERCENT = '0%_)';
export const WHOLE = '#,##0_)';
const DAY = 'ddd dd/mm/yyyy';

export interface Line {
  readonly cells: readonly Cell[];
  readonly formats?: readonly string[];
  readonly look?: 'section';
}

/** Sessions of one site, of one day, or of all: people and places. */
export interface Total {
  readonly label: string;
  readonly first: NumberedSession;
  readonly sessions: number;
  readonly headcount: number;
  readonly places: number;
}

export const share = ({ headcount: people, places }: Pick<Total, 'headcount' | 'places'>): number =>
  places === 0 ? 0 : people / places;

export function totalOf(label: string, sessions: readonly NumberedSession[]): Omit<Total, 'first'> {
  return {
    label,
    sessions: sessions.length,
    headcount: sessions.reduce((sum, session) => sum + headcount(session), 0),
    places: sessions.reduce((sum, session) => sum + session.room.places, 0),
  };
}

/** One total per label, in order of the sessions. */
export function totals(
  sessions: readonly NumberedSession[],
  labelOf: (session: NumberedSession) => string,
): readonly Total[] {
  const groups = new Map<string, NumberedSession[]>();
  for (const session of sessions) {
    const group = groups.get(labelOf(session));
    if (group) group.push(session);
    else groups.set(labelOf(session), [session]);
  }
  return [...groups].flatMap(([label, group]) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...totalOf(label, group), first }];
  });
}

export function siteLines(sites: readonly Total[]): readonly Line[] {
  return totalLines(TEXT.perSite, sites, '@', ({ label }) => label);
}

export function dayLines(days: readonly Total[]): readonly Line[] {
  return totalLines(TEXT.perDay, days, DAY, dayCellOf);
}

const dayCellOf = ({ first }: Total): Cell => ({ serial: serialOf(first.slot.day) });

function totalLines(
  title: string,
  rows: readonly Total[],
  format: string,
  label: (total: Total) => Cell,
): readonly Line[] {
  const formats = [format, WHOLE, WHOLE, WHOLE, WHOLE, PERCENT];
  return [
    {
      cells: [title, TEXT.sessions, TEXT.inscribed, TEXT.places, TEXT.freePlaces, TEXT.filling],
      look: 'section',
    },
    ...rows.map((total): Line => {
      const { sessions, headcount: people, places } = total;
      return { cells: [label(total), sessions, people, places, places - people, share(total)], formats };
    }),
  ];
}

/** Sites that have a column of their own; the smallest share the last one when there are more. */
const MOST_SITES = WIDTH - 1;

/** People of each day by site, the largest sites first. */
export interface DaysBySite {
  readonly sites: readonly string[];
  readonly lines: readonly Line[];
}

/** `null` when there is one site only: the table of the days says it all. */
export function daysBySite(
  open: readonly NumberedSession[],
  days: readonly Total[],
  sites: readonly Total[],
): DaysBySite | null {
  if (sites.length < 2) return null;
  const largest = [...sites].sort((a, b) => b.headcount - a.headcount).map(({ label }) => label);
  const named = largest.length > MOST_SITES ? largest.slice(0, MOST_SITES - 1) : largest;
  const columns = largest.length > MOST_SITES ? [...named, TEXT.otherSites] : named;
  const formats = ['ddd dd/mm/yyyy', ...columns.map(() => WHOLE)];
  const columnOf = (site: string): number => (named.includes(site) ? named.indexOf(site) : named.length);
  return {
    sites: columns,
    lines: [
      { cells: [TEXT.perDayAndSite, ...columns], look: 'section' },
      ...days.map((day): Line => {
        const people = columns.map(() => 0);
        for (const session of open) {
          const column = columnOf(session.room.site);
          if (session.slot.day === day.first.slot.day)
            people[column] = (people[column] ?? 0) + headcount(session);
        }
        // An empty cell draws nothing, where a zero would be written on the chart.
        return { cells: [dayCellOf(day), ...people.map((count) => (count === 0 ? '' : count))], formats };
      }),
    ],
  };
}

/** Each session, in order of date and time: taken places, then free ones, which a bar puts end to end. */
export function sessionLines(open: readonly NumberedSession[]): readonly Line[] {
  const formats = ['@', WHOLE, WHOLE, WHOLE, PERCENT];
  return [
    {
      cells: [TEXT.perSession, TEXT.inscribed, TEXT.freePlaces, TEXT.places, TEXT.filling],
      look: 'section',
    },
    ...open.map((session): Line => {
      const [people, { places }] = [headcount(session), session.room];
      const label = sessionLabel(session.number, session.slot.day, session.room.name);
      return {
        cells: [label, people, places - people, places, share({ headcount: people, places })],
        formats,
      };
    }),
  ];
}
