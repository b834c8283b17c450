/** Those of the lists (ascending numbers) that contain no other list. */
export function minimalSets(lists: readonly (readonly number[])[]): (readonly number[])[] {
  const unique = [...new Map(lists.map((list) => [list.join(), list])).values()].sort(
    (a, b) => a.length - b.length,
  );
  const kept: (readonly number[])[] = [];
  const byFirst = new Map<number, (readonly number[])[]>();
  for (const list of unique) {
    const members = new Set(list);
    const contained = list.some((first) =>
      byFirst.get(first)?.some((other) => other.every((one) => members.has(one))),
    );
    const first = list[0];
    if (contained || first === undefined) continue;
    kept.push(list);
    const bucket = byFirst.get(first) ?? [];
    byFirst.set(first, bucket);
    bucket.push(list);
  }
  return kept;
}
