/** XML as office programs write it, cut in pieces. The platform has no reader of XML that fits both server and window. */

export type XmlToken =
  | {
      readonly kind: 'open';
      /** As written, prefix included (`table:table-row`). */
      readonly name: string;
      /** As written, for `attribute`. */
      readonly attributes: string;
      /** `<a/>`: no closing token follows. */
      readonly empty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  /** Entities resolved. */
  | { readonly kind: 'text'; readonly text: string }
  /** Declarations, comments and the like, as written. */
  | { readonly kind: 'other'; readonly text: string };

/** The pieces of a text, in order. Nothing is checked: what is not well formed gives pieces that make little sense. */
export function* xmlTokens(xml: string): Generator<XmlToken, void> {
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    if (next !== at) {
      const end = next === -1 ? xml.length : next;
      yield { kind: 'text', text: resolved(xml.slice(at, end)) };
      at = end;
      continue;
    }
    if (xml.startsWith('<![CDATA[', at)) {
      const end = endOf(xml, ']]>', at);
      yield { kind: 'text', text: xml.slice(at + 9, end - 3) };
      at = end;
    } else if (xml[at + 1] === '!' || xml[at + 1] === '?') {
      const end = endOf(xml, xml.startsWith('<!--', at) ? '-->' : '>', at);
      yield { kind: 'other', text: xml.slice(at, end) };
      at = end;
    } else {
      const end = endOfTag(xml, at);
      yield tagOf(xml.slice(at + 1, end - 1));
      at = end;
    }
  }
}

function endOf(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found + mark.length;
}

/** `>` inside a quoted value does not end a tag. */
function endOfTag(xml: string, from: number): number {
  const end = /^(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(xml.slice(from, from + 400));
  if (end) return from + end[0].length;
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml[at] ?? '';
    if (quote === '' && sign === '>') return at + 1;
    if (quote === sign) quote = '';
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
  }
  return xml.length;
}

function tagOf(inside: string): XmlToken {
  if (inside.startsWith('/')) return { kind: 'close', name: inside.slice(1).trim() };
  const empty = inside.endsWith('/');
  const body = empty ? inside.slice(0, -1) : inside;
  const space = body.search(/\s/);
  return {
    kind: 'open',
    name: space === -1 ? body : body.slice(0, space),
    attributes: space === -1 ? '' : body.slice(space),
    empty,
  };
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute, by its name without prefix; `null` when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(attributes);
  return found === null ? null : resolved((found[1] ?? '').slice(1, -1));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const point = name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** A text as the content of an element or the value of an attribute; signs that XML forbids are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
