import type { OpeningsModel } from './openings-model';

/** Beyond this many columns for people the extended model is not tried: it would use up the time without a proof. */
export const MOST_SEAT_COLUMNS = 60_000;

/** Adds who sits where, by numbers, so that preferences can be counted. Returns minus the people on preferred slots. */
export function addPreferences(model: OpeningsModel): [number, number][] {
  const { component, program } = model;
  const seats = component.classes.map((one) => one.allowed.map(() => program.column(0, one.count, false)));
  const atNode: [number, number][][] = component.nodes.map(() => []);
  const named: [number, number][] = [[model.leftNamed, 1]];
  const everybody: [number, number][] = [[model.leftAll, 1]];
  const liked: [number, number][] = [];
  let namedCount = 0;
  let count = 0;
  component.classes.forEach((one, index) => {
    const columns = seats[index] ?? [];
    program.row(
      columns.map((column): [number, number] => [column, 1]),
      -Infinity,
      one.count,
    );
    count += one.count;
    if (!one.anonymous) namedCount += one.count;
    const preferred = new Set(one.preferred);
    one.allowed.forEach((node, at) => {
      const column = columns[at] ?? 0;
      atNode[node]?.push([column, 1]);
      everybody.push([column, 1]);
      if (!one.anonymous) named.push([column, 1]);
      if (!one.anonymous && preferred.has(node)) liked.push([column, -1]);
    });
  });
  atNode.forEach((terms, node) => {
    const places = model.placesTerms(new Set([node]));
    program.row(
      [...terms, ...places.map(([column, value]): [number, number] => [column, -value])],
      -Infinity,
      0,
    );
  });
  program.row(named, namedCount, Infinity);
  program.row(everybody, count, Infinity);
  model.seats = seats;
  return liked;
}

export const seatColumns = (model: OpeningsModel): number =>
  model.component.classes.reduce((sum, one) => sum + one.allowed.length, 0);
