/** `null` leaves the cell empty; dates are `JJ/MM/AAAA`, times `HH:MM`, both written as real values. */
export type SampleCell =
  string | number | boolean | null | { readonly date: string } | { readonly time: string };

export interface SampleTab {
  readonly tab: string;
  /** The header row first. */
  readonly rows: readonly (readonly SampleCell[])[];
}
