/**
 * A value of a script's context, copied for the host: lists, plain objects and dates become the host's own; objects of
 * services become the name of their class; functions disappear.
 */
export function plainCopy(value: unknown): unknown {
  return copy(value, new Map());
}

function copy(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value === 'function') return undefined;
  if (value === null || typeof value !== 'object') return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Date]') return new Date((value as Date).getTime());
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    seen.set(value, list);
    for (const item of value) list.push(copy(item, seen));
    return list;
  }
  if (tag === '[object Error]') return new Error((value as Error).message);
  if (
    Object.getPrototypeOf(value) === null &&
    typeof (value as { toString?: unknown }).toString === 'function'
  ) {
    return (value as { toString(): string }).toString();
  }
  if (ArrayBuffer.isView(value)) return Uint8Array.from(value as Uint8Array);
  const object: Record<string, unknown> = {};
  seen.set(value, object);
  for (const [key, item] of Object.entries(value)) object[key] = copy(item, seen);
  return object;
}
