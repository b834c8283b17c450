/** What the platform puts in every page of a script. */
interface Runner {
  withSuccessHandler(handler: (result: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  readonly [entryPoint: string]: unknown;
}

declare const google: {
  readonly script: {
    readonly run: Runner;
    readonly host: { close(): void };
  };
};

/**
 * Calls an entry point of `src/main.ts` on the server. Arguments and result are plain JSON data: the platform refuses
 * dates and functions, and gives `null` for nothing.
 * @returns what it returns; the caller names its type, which `exchange.ts` of the window states for both sides
 * @throws Error with the platform's message when the call could not be made or failed
 */
export function callServer<Result>(entryPoint: string, ...sent: readonly unknown[]): Promise<Result> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((result) => resolve(result as Result))
      .withFailureHandler(reject);
    const call = runner[entryPoint];
    if (typeof call !== 'function') throw new Error(`No entry point ${entryPoint}.`);
    Reflect.apply(call, runner, sent);
  });
}

/** Closes the window or the sidebar that the page is in. */
export function closeWindow(): void {
  google.script.host.close();
}
