/** Text from the bytes of a file that says nothing of its encoding. The platform has no decoder of its own. */

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'Mac Roman';

export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Windows-1252 differs from ISO 8859-1 from 0x80 to 0x9F; the five codes that it leaves free stay what they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
/** From 0x80 to 0xFF. */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

const CHUNK = 4096;

/**
 * Reads bytes (0 to 255, or -128 to 127 as Apps Script gives them) as UTF-8 if they can be; else as Windows-1252 or Mac
 * Roman, whichever gives words that French people would write: a text with accents in either is practically never
 * valid UTF-8.
 */
export function decodeText(bytes: ArrayLike<number>): DecodedText {
  const points = utf8Points(bytes);
  if (points !== null) {
    const start = points[0] === 0xfeff ? 1 : 0;
    return { text: textOf(points, start), encoding: 'UTF-8' };
  }
  const windows = textOf(Array.from(bytes, windowsPoint), 0);
  const mac = textOf(Array.from(bytes, macPoint), 0);
  return likeness(mac) > likeness(windows)
    ? { text: mac, encoding: 'Mac Roman' }
    : { text: windows, encoding: 'Windows-1252' };
}

function windowsPoint(signed: number): number {
  const byte = signed & 0xff;
  return byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
}

function macPoint(signed: number): number {
  const byte = signed & 0xff;
  return byte >= 0x80 ? MAC_ROMAN.charCodeAt(byte - 0x80) : byte;
}

const FRENCH_SMALL = 'àâäæçéèêëîïôöùûüÿœ';
const FRENCH_CAPITAL = FRENCH_SMALL.toUpperCase();
const FRENCH_SIGNS = '\u00A0«»’‘“”–—…€°º';

/**
 * How much the signs beyond ASCII look like French: an accented letter has the case of the letter before it, or begins
 * a word.
 */
function likeness(text: string): number {
  let score = 0;
  for (const { 0: sign, index } of text.matchAll(/\P{ASCII}/gu)) {
    const before = text[index - 1] ?? '';
    const after = text[index + 1] ?? '';
    const small = FRENCH_SMALL.includes(sign);
    const capital = FRENCH_CAPITAL.includes(sign);
    if (FRENCH_SIGNS.includes(sign)) score += 1;
    else if (!small && !capital) score -= 2;
    else if (/[a-z]/.test(before) || (small && /[a-z]/.test(after))) score += small ? 2 : -1;
    else if (/[A-Z]/.test(before)) score += capital ? 2 : -1;
    else score += 1;
  }
  return score;
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
function utf8Points(bytes: ArrayLike<number>): number[] | null {
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
