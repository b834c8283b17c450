import type { Component } from '../problem/components';
import { type Choice, placesOf } from './construction';
import { Ladders } from './ladders';
import { SeatNetwork } from '../flows/network';
import type { Opening } from '../problem/problem';

/** Arcs looked at before giving up: a tenth of a second or two. */
const MOST_WORK = 10_000_000;

/** What a choice is judged by, the first first. */
interface Score {
  readonly leftNamed: number;
  readonly leftAll: number;
  readonly sessions: number;
}

/**
 * Fewer people left out, then fewer sessions, by opening some (and closing those that they exclude) and closing others,
 * as long as nobody more is left out and until `enough` is reached. `null` when nothing was gained. Only where sessions
 * do not share invigilators.
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
  const isOver = (): boolean =>
    compare(table.score(), enough) <= 0 || table.network.work > MOST_WORK || isExpired();
  for (let gained = true; gained;) {
    gained = false;
    for (const ladder of table.ladders.nodes.keys()) {
      if (isOver()) break;
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
  /** Ladders climbed, and left (as −1 − ladder), since a trial began. */
  private moves: number[] = [];

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

  /**
   * Opens the next session of a ladder and closes the others that nobody needs, those of small rooms first; takes it all
   * back, unless the outcome is as good. Returns whether it is better.
   */
  tryOpening(ladder: number): boolean {
    const opening = this.openable(ladder);
    if (opening === null) return false;
    const before = this.score();
    const mark = this.network.mark();
    this.moves = [];
    this.open(ladder, opening);
    if (this.hasMissing()) for (const index of this.order) this.network.seat(index);
    const { leftNamed, leftAll } = this.score();
    if (leftNamed <= before.leftNamed && leftAll <= before.leftAll) this.closeAllBut(ladder);
    const worse = compare(this.score(), before);
    if (worse > 0) {
      this.network.undo(mark);
      for (const move of this.moves.reverse()) {
        if (move < 0) this.ladders.open(-1 - move);
        else this.ladders.close(move);
      }
      this.sessions = before.sessions;
    }
    this.network.keep();
    return worse < 0;
  }

  private hasMissing(): boolean {
    return this.network.missing.some((count) => count > 0);
  }

  /** The next session of a ladder, unless one that has to stay excludes it. */
  private openable(ladder: number): Opening | null {
    const opening = this.ladders.opening(ladder);
    return opening && this.rivalsOf(opening).some((index) => this.forced.has(index)) ? null : opening;
  }

  private rivalsOf({ index }: Opening): readonly number[] {
    return this.component.problem.conflicts[index] ?? [];
  }

  /** Opens a session, closing those that it excludes. */
  private open(ladder: number, opening: Opening): void {
    for (const index of this.rivalsOf(opening)) {
      const rival = this.ladderOf.get(index) ?? -1;
      if (this.ladders.last(rival) === 0) continue;
      this.network.shrink(this.node(rival), this.placesWithoutLast(rival));
      this.close(rival);
    }
    const node = this.node(ladder);
    this.network.resize(node, (this.network.places[node] ?? 0) + opening.capacity);
    this.ladders.open(ladder);
    this.sessions += 1;
    this.moves.push(ladder);
  }

  private closeAllBut(kept: number): void {
    const { ladders, network } = this;
    const order = ladders.shrinking().filter((ladder) => ladder !== kept);
    order.sort((a, b) => ladders.last(a) - ladders.last(b) || a - b);
    for (const ladder of order)
      while (ladders.last(ladder) > 0 && network.resize(this.node(ladder), this.placesWithoutLast(ladder)))
        this.close(ladder);
  }

  private close(ladder: number): void {
    this.ladders.close(ladder);
    this.sessions -= 1;
    this.moves.push(-1 - ladder);
  }

  private node(ladder: number): number {
    return this.ladders.nodes[ladder] ?? 0;
  }

  /** Places of the ladder's node when the session that would close first is closed. */
  private placesWithoutLast(ladder: number): number {
    return (this.network.places[this.node(ladder)] ?? 0) - this.ladders.last(ladder);
  }
}
