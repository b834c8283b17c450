/**
 * What a script returned, as JSON. Dates are ISO text and `undefined` is `null`; both are those of the script's own
 * context, so they are told by what they can do.
 */
export function asJson(value: unknown): string {
  return (
    JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? item.toString() : item)) ?? 'null'
  );
}
