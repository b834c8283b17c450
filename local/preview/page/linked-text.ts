import { localAddresses } from '../around/local-addresses';
import { make } from './element';

const ADDRESS = /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:)])/;

/** A text whose addresses are links; those of forms and files of the runtime lead to the preview's own pages. */
export function linkedText(text: string): (string | HTMLAnchorElement)[] {
  return localAddresses(text, `${location.origin}/`)
    .split(ADDRESS)
    .map((part, index) =>
      index % 2 === 0 ? part : make('a', { href: part, target: '_blank', rel: 'noopener' }, part),
    );
}
