import { isDateCell, type Cell } from '../../domain/grid';

/** The text of a cell: outer and non-breaking spaces removed, numbers as they are typed in French. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  return isDateCell(cell) ? String(cell.serial) : '';
}

/** What a spreadsheet shows for a failed formula. */
export function isErrorValue(cell: Cell | undefined): boolean {
  return (
    typeof cell === 'string' &&
    /^#(REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL|ERROR|VALEUR|NOM)[!?]*$/i.test(cell.trim())
  );
}

/** Blank for the purposes of a row: nothing, spaces, or an unticked box. */
export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === undefined || cell === false || (typeof cell === 'string' && textOf(cell) === '');
}

/**
 * An identifier, kept as text. A number keeps the zeros that its format shows (`02345678`); without them it is written
 * in full, never as `2,3E+07`.
 */
export function identifierOf(cell: Cell | undefined, shown: string | undefined): string {
  if (typeof cell === 'number') {
    const seen = (shown ?? '').trim();
    if (/^0\d+$/.test(seen) && Number(seen) === cell) return seen;
    return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? cell.toFixed(0) : String(cell);
  }
  return textOf(cell);
}
