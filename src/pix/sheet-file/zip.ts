import { strFromU8, unzipSync } from 'fflate';

/** Bytes once unpacked: a file made to fill the memory of whoever opens it is refused before that. */
const MOST = 200_000_000;

/**
 * The texts of a packed file, by name, those that are wanted.
 * @returns `null` when it is not a packed file that can be read
 */
export function packedFiles(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, string> | 'too large' | null {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        size += originalSize;
        return size <= MOST;
      },
    });
    if (size > MOST) return 'too large';
    return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch {
    return null;
  }
}
