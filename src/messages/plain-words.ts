/** What people typed, made fit to stand in a message: no line of a header, no tag, no page of text. */

/** Characters that no reader sees, and that could start a line of a header or hide the direction of a text. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** One line of at most `most` characters; longer texts end with an ellipsis. Halves of an emoji are never left. */
export function oneLine(text: string, most = 200): string {
  const line = text.replace(INVISIBLE, ' ').replace(/ +/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** The same with its line breaks kept, for the body of a message. */
export function severalLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(INVISIBLE, ' ').replace(/ +$/, ''))
    .join('\n')
    .trim();
}

/** Text in which nothing is HTML any more. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** One address, and nothing that a header would take for a second one. */
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** Whether a text is one e-mail address that a message can be sent to. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text) && !text.includes('..') && !/^\.|\.@/.test(text);
}

/** Addresses typed one after the other, separated by anything but letters; what is none is given apart. */
export function readAddresses(text: string): {
  readonly good: readonly string[];
  readonly bad: readonly string[];
} {
  const parts = text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^<|>$/g, ''))
    .filter((part) => part !== '');
  const good = new Map<string, string>();
  for (const part of parts)
    if (isMailAddress(part) && !good.has(part.toLowerCase())) good.set(part.toLowerCase(), part);
  return {
    good: [...good.values()],
    bad: parts.filter((part) => !isMailAddress(part)).map((part) => oneLine(part, 60)),
  };
}
