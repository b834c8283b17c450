import { element } from './element';

const ADDRESS = /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:)])/;

/** What an answer says, one paragraph a line; an address in it can be followed, in another tab. */
export function toldLines(lines: readonly string[]): readonly HTMLElement[] {
  return lines.map((line) =>
    element(
      'p',
      {},
      ...line
        .split(ADDRESS)
        .map((part, index) =>
          index % 2 === 0
            ? part
            : element('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part),
        ),
    ),
  );
}
