/** A value read from a cell that must be something: `value` is `null` when `seen` is empty or cannot be read as one. */
export interface Given<Value> {
  readonly value: Value | null;
  /** What the user sees in the cell. */
  readonly seen: string;
}
