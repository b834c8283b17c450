/** Bytes written as text, for files that are not texts. */
export function base64Of(bytes: Uint8Array): string {
  // The platform counts bytes from -128 to 127.
  return Utilities.base64Encode(Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte)));
}
