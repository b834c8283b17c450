/** A workbook file that cannot be read or written; the message is French and completes « Le fichier … ». */
export class WorkbookFileError extends Error {
  constructor(
    readonly predicate: string,
    cause?: unknown,
  ) {
    super(`Le fichier ${predicate}`, { cause });
    this.name = 'WorkbookFileError';
  }

  /** The same error with the name of the file in its sentence. */
  of(path: string): WorkbookFileError {
    const named = new WorkbookFileError(this.predicate, this.cause);
    named.message = `Le fichier «\u00a0${path}\u00a0» ${this.predicate}`;
    return named;
  }
}
