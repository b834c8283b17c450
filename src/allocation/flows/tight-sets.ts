/**
 * Sets of nodes whose places are hardly more than those confined to them use: what a search that failed has shown, kept
 * so that it need not fail again. Right as long as no class gains or loses a seat.
 */
export class TightSets {
  private readonly sets: { readonly nodes: Uint8Array; spare: number }[] = [];

  /** Whether losing so many places at the node would cost somebody a seat, as far as is known. */
  forbids(node: number, places: number): boolean {
    return this.sets.some((set) => set.nodes[node] === 1 && places > set.spare);
  }

  /** `nodes`: 1 for members. `spare`: places that nobody confined to them uses. */
  learn(nodes: Uint8Array, spare: number): void {
    if (this.sets.length === MOST_SETS) this.sets.shift();
    this.sets.push({ nodes, spare });
  }

  /** The node has so many more places, or fewer. */
  change(node: number, places: number): void {
    for (const set of this.sets) if (set.nodes[node] === 1) set.spare += places;
  }

  forget(): void {
    this.sets.length = 0;
  }
}

const MOST_SETS = 64;
