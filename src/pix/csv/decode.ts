/** Text from the bytes of a file that says nothing of its encoding. The platform has no decoder of its own. */

export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: 'UTF-8' | 'Windows-1252';
}

/** Windows-1252 differs from ISO 8859-1 from 0x80 to 0x9F; the five codes that it leaves free stay what they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const CHUNK = 4096;

/**
 * Reads bytes (0 to 255, or -128 to 127 as Apps Script gives them) as UTF-8 if they can be, else as Windows-1252: a text
 * in Windows-1252 with accents is practically never valid UTF-8.
 */
export function decodeText(bytes: readonly number[]): DecodedText {
  const points = utf8Points(bytes);
  if (points !== null) {
    const start = points[0] === 0xfeff ? 1 : 0;
    return { text: textOf(points, start), encoding: 'UTF-8' };
  }
  return { text: textOf(bytes.map(windowsPoint), 0), encoding: 'Windows-1252' };
}

function windowsPoint(signed: number): number {
  const byte = signed & 0xff;
  return byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
}

/** By chunks: a call takes a limited number of arguments. */
function textOf(points: readonly number[], start: number): string {
  let text = '';
  for (let from = start; from < points.length; from += CHUNK) {
    text += String.fromCodePoint(...points.slice(from, from + CHUNK));
  }
  return text;
}

/** Code points, or `null` when the bytes are not UTF-8 (overlong forms and surrogates included). */
function utf8Points(bytes: readonly number[]): number[] | null {
  const points: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = (bytes[at] ?? 0) & 0xff;
    const length =
      first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return null;
    let point = length === 1 ? first : first & (0xff >> (length + 1));
    for (let next = at + 1; next < at + length; next++) {
      const byte = (bytes[next] ?? 0) & 0xff;
      if ((byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    const overlong = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000);
    if (overlong || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    points.push(point);
    at += length;
  }
  return points;
}
