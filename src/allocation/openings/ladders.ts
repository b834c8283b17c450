import type { Component } from '../problem/components';
import { type Choice, openingsOf } from './construction';
import type { Opening } from '../problem/problem';

/**
 * The sessions that may be opened, as ladders that are climbed step by step: at a node the largest room first, where
 * nothing else distinguishes them, so that how many are open says which. A session that excludes another is a ladder of
 * its own. The first ladders are those of the nodes, in order.
 */
export class Ladders {
  /** Node (position in the component) of each ladder. */
  readonly nodes: readonly number[];
  private readonly steps: readonly (readonly Opening[])[];
  private readonly climbed: number[];

  constructor(
    private readonly component: Component,
    choice: Choice,
  ) {
    const { problem } = component;
    const excludes = ({ index }: Opening): boolean => (problem.conflicts[index] ?? []).length > 0;
    const free = component.nodes.map((node) =>
      (problem.nodes[node]?.openings ?? []).flatMap((index) => {
        const opening = problem.openings[index];
        return opening && !opening.forced && opening.capacity > 0 ? [opening] : [];
      }),
    );
    const alone = free.flatMap((list, node) => list.filter(excludes).map((one) => ({ node, list: [one] })));
    this.nodes = [...free.keys(), ...alone.map(({ node }) => node)];
    this.steps = [
      ...free.map((list) => list.filter((one) => !excludes(one))),
      ...alone.map(({ list }) => list),
    ];
    this.climbed = this.steps.map((list) => list.filter((one) => choice.open.has(one.index)).length);
  }

  /** Ladders with a session that may open. */
  growing(): number[] {
    return this.climbed.flatMap((_, ladder) => (this.next(ladder) > 0 ? [ladder] : []));
  }

  /** Ladders with a session that may close. */
  shrinking(): number[] {
    return this.climbed.flatMap((_, ladder) => (this.last(ladder) > 0 ? [ladder] : []));
  }

  /** Places that one more session offers; 0 when there is none. */
  next(ladder: number): number {
    return this.opening(ladder)?.capacity ?? 0;
  }

  /** Places of the session that would close first; 0 when none may. */
  last(ladder: number): number {
    return this.closing(ladder)?.capacity ?? 0;
  }

  /** The session that would open next. */
  opening(ladder: number): Opening | null {
    return this.steps[ladder]?.[this.climbed[ladder] ?? 0] ?? null;
  }

  /** The session that would close first. */
  closing(ladder: number): Opening | null {
    return this.steps[ladder]?.[(this.climbed[ladder] ?? 0) - 1] ?? null;
  }

  /** Ladder of each session that excludes others. */
  alone(): Map<number, number> {
    return new Map(
      this.steps.flatMap((list, ladder) =>
        ladder < this.component.nodes.length
          ? []
          : list.map(({ index }): [number, number] => [index, ladder]),
      ),
    );
  }

  open(ladder: number): void {
    this.climbed[ladder] = (this.climbed[ladder] ?? 0) + 1;
  }

  close(ladder: number): void {
    this.climbed[ladder] = (this.climbed[ladder] ?? 0) - 1;
  }

  choice(): Choice {
    const open = new Map<number, number>();
    for (const one of openingsOf(this.component)) if (one.forced) open.set(one.index, one.capacity);
    this.steps.forEach((list, ladder) => {
      for (const one of list.slice(0, this.climbed[ladder])) open.set(one.index, one.capacity);
    });
    return { open, watchers: new Map() };
  }
}
