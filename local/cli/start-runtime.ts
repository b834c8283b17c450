import type { StartRuntime } from './addon';

/** The local runtime as the command line drives it. */
export const startRuntime: StartRuntime = () => {
  throw new Error('L’environnement local n’est pas encore là.');
};
