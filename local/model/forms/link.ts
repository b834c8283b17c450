/** What binds a tab to the form whose answers it receives: columns and rows follow insertions and deletions. */
export interface FormLink {
  readonly formId: string;
  readonly viewUrl: string;
  /** Column by key of question: `timestamp`, `email`, an item's identifier, or that of a row of a grid. */
  readonly columns: Map<string, number>;
  /** Header last written by question: a header that staff typed over it stays until the question is renamed. */
  readonly headers: Map<string, string>;
  /** Row by identifier of response. */
  readonly rows: Map<string, number>;
}
