/** A page around the workbook, asked by the browser: names and values as in an address or a form that was sent. */
export interface Visit {
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** `null`: the page is only read. */
  readonly posted: readonly (readonly [name: string, value: string])[] | null;
  /** `http://127.0.0.1:4173/` */
  readonly address: string;
}

/** What the browser receives. */
export interface VisitAnswer {
  readonly status: number;
  readonly type: string;
  readonly base64: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The first value of that name; empty when there is none. */
export const valueOf = (pairs: Visit['query'], name: string): string =>
  pairs.find(([key]) => key === name)?.[1] ?? '';

export const valuesOf = (pairs: Visit['query'], name: string): string[] =>
  pairs.filter(([key]) => key === name).map(([, value]) => value);
