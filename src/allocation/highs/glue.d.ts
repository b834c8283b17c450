import type { HighsFactory } from './adapter';

/** The package's glue, rewritten by the build to run synchronously; nothing runs before it is called. */
export function highsGlue(): HighsFactory;
