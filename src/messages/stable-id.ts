/**
 * An identifier drawn from words, always the same for the same words: sixteen hexadecimal digits (two FNV-1a hashes).
 * It names events of calendars, and hides nothing.
 */
export function stableId(...words: readonly string[]): string {
  const text = words.join('\u0000');
  return `${fnv(text, 0x811c9dc5)}${fnv(text, 0x01234567)}`;
}

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
