import type { OfferedFile } from '../download/exchange';
import { element } from './element';

/**
 * Gives a file to the user's machine, made by the page itself: nothing passes through Drive, and no further
 * authorisation is asked.
 */
export function saveFile({ name, mime, text, encoding }: OfferedFile): void {
  save(name, mime, encoding === 'base64' ? bytesOf(text) : text);
}

/** The same for a file that is no text. */
export function saveBytes(name: string, mime: string, bytes: Uint8Array): void {
  save(name, mime, new Uint8Array(bytes));
}

function save(name: string, mime: string, content: string | Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([content], { type: mime }));
  const link = element('a', { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
