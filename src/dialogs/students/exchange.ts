import type { StudentField } from '../../pix/student-file/headers';
import { windowPage } from '../window-page';

/** What is imported: a list from anywhere, or the import file of Pix Orga. */
export type ImportKind = 'students' | 'pixOrga';

/** What the window that imports students starts with. */
export interface StudentsWindow {
  readonly kind: ImportKind;
  /** Name of the tab of the students in this workbook. */
  readonly tab: string;
  /** Students in it. */
  readonly students: number;
  /** Names of the sites, for students whose file has none. */
  readonly sites: readonly string[];
}

export const STUDENTS_WINDOW = windowPage<StudentsWindow>('students');

/** A list as the window read it. */
export interface StudentsRequest {
  readonly kind: ImportKind;
  /** Name of the file, or empty for rows that were pasted. */
  readonly label: string;
  readonly fields: readonly StudentField[];
  /** Each row: its line in the file, then a text per field. */
  readonly rows: readonly (readonly [number, ...string[]])[];
  /** What students without one get; empty: nothing. */
  readonly site: string;
  readonly group: string;
  /** The list is no newer version of one imported before. */
  readonly newList: boolean;
}

export interface ShownField {
  readonly header: string;
  readonly before: string;
  readonly after: string;
}

/** Someone whose row would change. */
export interface ShownChange {
  /** The first line in the file: what the server knows the person by. */
  readonly line: number;
  readonly who: string;
  readonly row: number;
  readonly changes: readonly ShownField[];
  readonly conflicts: readonly ShownField[];
}

/** Someone who may be somebody of the tab. */
export interface ShownDoubt {
  readonly line: number;
  readonly kind: 'sameName' | 'otherName';
  /** As the file tells them. */
  readonly who: string;
  readonly rows: readonly { readonly row: number; readonly who: string }[];
}

export interface ShownPerson {
  /** Line of the file, or row of the tab. */
  readonly at: number;
  readonly who: string;
}

/** A list beside the tab, before anything is written. Its lists hold no more than is read; the counts say how many. */
export interface StudentsPreview {
  readonly kind: 'preview';
  /** What the tab held: writing is refused once it has changed. */
  readonly stamp: string;
  readonly counts: {
    readonly lines: number;
    readonly people: number;
    readonly added: number;
    readonly changed: number;
    readonly same: number;
    /** Lines that nobody can use. */
    readonly aside: number;
    readonly repeatedLines: number;
    readonly zerosRestored: number;
    readonly keptByHand: number;
    readonly doubts: number;
    readonly gone: number;
    readonly deletedByHand: number;
  };
  /** The import that it is compared with: *« liste.csv », le lun. 11/01/2027*. */
  readonly comparedWith: string | null;
  readonly added: readonly ShownPerson[];
  readonly changes: readonly ShownChange[];
  readonly doubts: readonly ShownDoubt[];
  readonly gone: readonly ShownPerson[];
  readonly deletedByHand: readonly ShownPerson[];
  /** Sentences about lines of the file, and how many more there are. */
  readonly notes: readonly string[];
  readonly moreNotes: number;
  /** Headers of the file's fields that the tab has no column for. */
  readonly newColumns: readonly string[];
}

/** What staff said of a preview. */
export interface StudentsDecisions {
  /** Lines of people whose row does not change. */
  readonly refused: readonly number[];
  readonly replaced: readonly number[];
  readonly addedBack: readonly number[];
  /** Line, and the row that the person is; `null`: somebody new. */
  readonly settled: readonly (readonly [number, number | null])[];
  readonly removed: readonly number[];
  readonly addColumns: boolean;
}

/** What could not be done, or was; with a row a line of the file. */
export interface StudentsAnswer {
  readonly kind: 'written' | 'failed';
  readonly lines: readonly string[];
  /** Header first. */
  readonly report: readonly (readonly string[])[];
}
