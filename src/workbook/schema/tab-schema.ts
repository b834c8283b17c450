/** What a tab looks like: the one place that names its columns. Headers and notes are what users read, in French. */

export type InputKey =
  'rooms' | 'slots' | 'students' | 'availability' | 'roomAvailability' | 'invigilators' | 'requests';
export type OutputKey = 'planning' | 'assignments' | 'anonymousSeats' | 'unseated' | 'summary' | 'problems';
export type TabKey = InputKey | OutputKey | 'settings';

/** A table on a tab: what reading it and writing it need. */
export interface TableSchema {
  /** The name of the contract; the parameter `renamedBy` may give another. */
  readonly name: string;
  /** One line that says what the tab is for: the note of its first header. */
  readonly explanation: string;
  readonly columns: readonly ColumnSchema[];
  /**
   * A form writes the tab: a question that was deleted and made again has a second column under the same header. The
   * value of a row is then in one or the other, and that is no fault.
   */
  readonly formWritten?: boolean;
}

export interface TabSchema extends TableSchema {
  readonly key: TabKey;
  readonly role: 'input' | 'output' | 'settings';
  /** Parameter that holds this tab's own name in this spreadsheet, or `null`. */
  readonly renamedBy: string | null;
  /** True when one column per slot follows the columns above. */
  readonly slotColumns: boolean;
}

export interface ColumnSchema {
  readonly key: string;
  readonly header: string;
  /** Other headers that mean the same. */
  readonly synonyms: readonly string[];
  /** Those that say it better than `header`, and win over it when a tab has both: they are synonyms too. */
  readonly surest: readonly string[];
  /** Of several columns for it, each is read on the rows where those before it are blank. Otherwise one is read. */
  readonly rowByRow: boolean;
  /** A tab without this column cannot be read. */
  readonly required: boolean;
  /** Number format in the neutral notation; `@` for identifiers. */
  readonly format: string;
  /** Pixels. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly choice: Choice | null;
  /** Help shown as a note on the header; empty when there is nothing to say. */
  readonly note: string;
}

export type Choice =
  | { readonly kind: 'checkbox' }
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly strict: boolean };

type Optional = Partial<Omit<ColumnSchema, 'key' | 'header'>>;

/** A column of free text unless told otherwise. */
export function column(key: string, header: string, width: number, options: Optional = {}): ColumnSchema {
  return {
    key,
    header,
    width,
    synonyms: [],
    surest: [],
    rowByRow: false,
    required: false,
    format: 'General',
    align: 'left',
    choice: null,
    note: '',
    ...options,
  };
}

export const TEXT: Optional = { format: '@' };
export const DAY: Optional = { format: 'ddd dd/mm/yyyy', align: 'center' };
export const TIME: Optional = { format: 'hh:mm', align: 'center' };
/** A number stands to the right, a space away from the text of the next column. */
export const COUNT: Optional = { format: '0_)', align: 'right' };
export const PERCENT: Optional = { format: '0%_)', align: 'right' };
export const TICK: Optional = { align: 'center', choice: { kind: 'checkbox' } };

export function listOf(values: readonly string[], strict = true): Optional {
  return { choice: { kind: 'list', values, strict } };
}
