import type { Grid } from '../../domain/grid';
import { TEMPLATES, type TemplateKey } from '../../text/convocations';
import { textOf } from '../cells/text';
import { templatesTab } from '../schema/messages';
import { matchKey } from '../text-match';
import { ProblemLog } from './problem-log';
import { readTable } from './table';

/** A message as staff write it, and the row of `Modèles` where it stands (`null`: the original text). */
export interface ReadTemplate {
  readonly subject: string;
  readonly text: string;
  readonly row: number | null;
}

export const TEMPLATE_KEYS: readonly TemplateKey[] = [
  'convocation',
  'correction',
  'cancellation',
  'unseated',
  'invigilation',
  'reminder',
  'receipt',
];

/** `Modèles`, by kind of message; what is missing or blank there is the original text. */
export function readTemplates(grid: Grid | null): Readonly<Record<TemplateKey, ReadTemplate>> {
  const table = grid === null ? null : readTable(grid, templatesTab, new ProblemLog());
  const read = (key: TemplateKey): ReadTemplate => {
    const original = TEMPLATES[key];
    const row = table?.rows.find((one) => matchKey(textOf(one.cell('name'))) === matchKey(original.label));
    if (row === undefined) return { subject: original.subject, text: original.text, row: null };
    // The text keeps its line breaks, which `textOf` would fold.
    const cell = row.cell('text');
    const text = typeof cell === 'string' ? cell.trim() : textOf(cell);
    return {
      subject: textOf(row.cell('subject')) || original.subject,
      text: text === '' ? original.text : text,
      row: row.row,
    };
  };
  return {
    convocation: read('convocation'),
    correction: read('correction'),
    cancellation: read('cancellation'),
    unseated: read('unseated'),
    invigilation: read('invigilation'),
    reminder: read('reminder'),
    receipt: read('receipt'),
  };
}
