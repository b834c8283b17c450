/** Text that is HTML already; everything else is escaped when it is put in a page. */
export class Markup {
  constructor(readonly source: string) {}
}

type Part = string | number | null | Markup | readonly Markup[];

/** HTML with values in it: texts are escaped, `null` is nothing, lists are put end to end. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = strings.map((text, index) => text + sourceOf(parts[index] ?? null));
  return new Markup(pieces.join(''));
}

function sourceOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(({ source }) => source).join('');
}

/** Attributes: `true` alone by its name, `false` and `null` not at all. */
export function attributes(given: Readonly<Record<string, string | boolean | null>>): Markup {
  const shown = Object.entries(given).filter(([, value]) => value !== false && value !== null);
  return new Markup(
    shown
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
      .join(''),
  );
}

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
