import type { Component } from './components';
import { type Choice, placesOf } from './construction';
import { Ladders } from './ladders';
import { SeatNetwork } from './network';

/** Arcs looked at before giving up: a tenth of a second or two. */
const MOST_WORK = 10_000_000;

/** What a choice is judged by, the first first. */
interface Score {
  readonly leftNamed: number;
  readonly leftAll: number;
  readonly sessions: number;
}

/**
 * Fewer people left out, then fewer sessions, by opening one (and closing those that it excludes) and closing others, as
 * long as nobody more is left out and until `enough` is reached. `null` when nothing was gained. Only where sessions do
 * not share invigilators.
 */
export function exchange(
  component: Component,
  choice: Choice,
  enough: Score,
  isExpired: () => boolean,
): Choice | null {
  if (component.problem.staff !== null) return null;
  const table = new Table(component, choice);
  const first = table.score();
  for (let gained = true; gained;) {
    gained = false;
    for (const ladder of table.ladders.nodes.keys()) {
      if (compare(table.score(), enough) <= 0 || table.network.work > MOST_WORK || isExpired()) break;
      // One for one changes nothing but where the next one starts from.
      if (table.tryOpening(ladder)) gained = true;
    }
  }
  return compare(table.score(), first) < 0 ? table.ladders.choice() : null;
}

const compare = (a: Score, b: Score): number =>
  a.leftNamed - b.leftNamed || a.leftAll - b.leftAll || a.sessions - b.sessions;

/** Sessions open and people seated, together. */
class Table {
  readonly ladders: Ladders;
  readonly network: SeatNetwork;
  private sessions: number;
  private readonly forced: ReadonlySet<number>;
  /** Ladder of each session that excludes others. */
  private readonly ladderOf: ReadonlyMap<number, number>;
  /** Classes in the order in which they are seated. */
  private readonly order: readonly number[];

  constructor(
    private readonly component: Component,
    choice: Choice,
  ) {
    this.ladders = new Ladders(component, choice);
    const { open } = this.ladders.choice();
    this.sessions = open.size;
    this.network = new SeatNetwork(component.classes, placesOf(component, open));
    this.network.fill();
    this.forced = new Set(component.openings.filter((index) => component.problem.openings[index]?.forced));
    this.ladderOf = this.ladders.alone();
    const isAnonymous = (index: number): number => Number(component.classes[index]?.anonymous === true);
    this.order = [...component.classes.keys()].sort((a, b) => isAnonymous(a) - isAnonymous(b) || a - b);
  }

  score(): Score {
    const leftNamed = this.network.left(false);
    return { leftNamed, leftAll: leftNamed + this.network.left(true), sessions: this.sessions };
  }

  /** Opens the next session of the ladder and closes what can be; takes it back, unless as good. @returns whether better */
  tryOpening(ladder: number): boolean {
    const opening = this.ladders.opening(ladder);
    if (!opening) return false;
    const rivals = this.component.problem.conflicts[opening.index] ?? [];
    if (rivals.some((index) => this.forced.has(index))) return false;
    const before = this.score();
    const mark = this.network.mark();
    const closed: number[] = [];
    for (const index of rivals) {
      const rival = this.ladderOf.get(index) ?? -1;
      if (this.ladders.last(rival) === 0) continue;
      this.network.shrink(this.node(rival), this.places(rival) - this.ladders.last(rival));
      this.close(rival, closed);
    }
    this.network.resize(this.node(ladder), this.places(ladder) + opening.capacity);
    this.ladders.open(ladder);
    this.sessions += 1;
    if (before.leftAll > 0 || rivals.length > 0) for (const index of this.order) this.network.seat(index);
    if (this.score().leftNamed <= before.leftNamed && this.score().leftAll <= before.leftAll)
      this.closeAll(ladder, closed);
    const gain = compare(this.score(), before);
    if (gain > 0) {
      this.network.undo(mark);
      for (const other of closed) this.ladders.open(other);
      this.ladders.close(ladder);
      this.sessions = before.sessions;
    }
    this.network.keep();
    return gain < 0;
  }

  /** Closes every session that nobody needs, but that of one ladder, those of small rooms first. */
  private closeAll(kept: number, closed: number[]): void {
    const order = this.ladders.shrinking().filter((ladder) => ladder !== kept);
    order.sort((a, b) => this.ladders.last(a) - this.ladders.last(b) || a - b);
    for (const ladder of order)
      while (
        this.ladders.last(ladder) > 0 &&
        this.network.resize(this.node(ladder), this.places(ladder) - this.ladders.last(ladder))
      )
        this.close(ladder, closed);
  }

  private close(ladder: number, closed: number[]): void {
    this.ladders.close(ladder);
    this.sessions -= 1;
    closed.push(ladder);
  }

  private node(ladder: number): number {
    return this.ladders.nodes[ladder] ?? 0;
  }

  private places(ladder: number): number {
    return this.network.places[this.node(ladder)] ?? 0;
  }
}
