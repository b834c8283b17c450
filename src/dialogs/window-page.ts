/**
 * A page of `src/dialogs`, known to the server that opens it and to the page itself: both are held to the same data.
 * @typeParam Data plain JSON data that the page starts with
 */
export interface WindowPage<Data> {
  /** The folder that holds `page.ts`. */
  readonly folder: string;
  /** Never called: it ties the page to its data for the compiler. */
  readonly startsWith: (data: Data) => Data;
}

export function windowPage<Data>(folder: string): WindowPage<Data> {
  return { folder, startsWith: (data) => data };
}
