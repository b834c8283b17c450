/** One CSV file as the Pix platform wants it: UTF-8 with BOM, `;`, every value quoted, one style of line ends. */

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\n';

/** One line, its end included: every value in double quotes, inner quotes doubled. */
export function csvLine(values: readonly string[]): string {
  return `${values.map((value) => `"${value.replace(/"/g, '""')}"`).join(';')}${LINE_END}`;
}

/** The whole file, with its BOM. `lines` are those of `csvLine`, or blocks of them. */
export function csvFile(lines: readonly string[]): string {
  return BYTE_ORDER_MARK + lines.join('');
}

/** Bytes of a text in UTF-8 (the platform's limits are in bytes, and Apps Script has no encoder). */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
