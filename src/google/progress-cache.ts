/** What an execution under way lets another one know: a text under a name, for ten minutes, for this user only. */
export interface ProgressCache {
  readonly put: (text: string) => void;
  readonly get: () => string | null;
}

/** Entries may vanish at any time: nothing depends on them. */
export function progressCache(name: string): ProgressCache {
  const cache = CacheService.getUserCache();
  return {
    put: (text) => cache.put(name, text, 600),
    get: () => cache.get(name),
  };
}
