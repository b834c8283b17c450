/** Number by number, a list before those that it begins: below zero when `a` comes first. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at < 0 || at >= b.length) return a.length - b.length;
  return (a[at] ?? 0) - (b[at] ?? 0);
}
