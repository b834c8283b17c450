import type { Cell } from '../domain/grid';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { MessageState } from '../messages/due';
import type { MessageRow } from '../messages/record';
import { textOf } from '../workbook/cells/text';
import { MESSAGE_STATE_LABELS } from '../workbook/schema/messages';

/** The column `État` of the record while messages leave: one write a message tells what became of the one before. */
export class StateColumn {
  private readonly sheet: GoogleAppsScript.Spreadsheet.Sheet | null;
  private readonly column: number;
  private readonly timeColumn: number;
  private readonly states: MessageState[];
  private readonly changed = new Set<number>();
  private written = -1;

  constructor(
    private readonly book: OpenSpreadsheet,
    tab: string,
    private readonly rows: readonly MessageRow[],
  ) {
    this.sheet = book.sheet(tab);
    const headers = (book.read(tab, 'nothing')?.cells[0] ?? []).map(textOf);
    this.column = headers.indexOf('État') + 1;
    this.timeColumn = headers.indexOf('Le') + 1;
    this.states = rows.map(({ state }) => state);
  }

  set(at: number, state: MessageState): void {
    this.states[at] = state;
    this.changed.add(at);
  }

  /** The state is in the spreadsheet when this returns. */
  mark(at: number, state: MessageState): void {
    this.set(at, state);
    this.write(this.written === -1 ? at : this.written, at);
    this.written = at;
    this.book.flush();
  }

  /** The last states, and when the messages left. */
  end(present: number): void {
    const touched = [...this.changed];
    if (touched.length === 0 || this.sheet === null) return;
    const [first, last] = [Math.min(...touched), Math.max(...touched)];
    this.write(first, last);
    const times = this.rows.slice(first, last + 1).map(({ at }, index): [string | number] => {
      const row = first + index;
      const left = this.changed.has(row) && this.states[row] !== 'toSend' && this.states[row] !== 'noAddress';
      return [left ? present : plain(at)];
    });
    if (this.timeColumn > 0)
      this.sheet.getRange(first + 2, this.timeColumn, times.length, 1).setValues(times);
    this.book.flush();
  }

  private write(first: number, last: number): void {
    const labels = this.states.slice(first, last + 1).map((state) => [MESSAGE_STATE_LABELS[state]]);
    this.sheet?.getRange(first + 2, this.column, labels.length, 1).setValues(labels);
  }
}

const plain = (cell: Cell): string | number =>
  typeof cell === 'object' ? cell.serial : typeof cell === 'number' ? cell : '';
