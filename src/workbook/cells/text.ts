import { isDateCell, type Cell } from '../../domain/grid';

/** The text of a cell: outer and non-breaking spaces removed, numbers as they are typed in French. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  return isDateCell(cell) ? String(cell.serial) : '';
}

/** The parts of a list in a cell, separated by semicolons, line breaks or one of `separators` besides. */
export function partsOf(cell: Cell | undefined, separators = ''): readonly string[] {
  const text = typeof cell === 'string' ? cell : textOf(cell);
  return text
    .split(new RegExp(`[;\\n\\r${separators}]`))
    .map(textOf)
    .filter((part) => part !== '');
}

/** What a spreadsheet shows for a failed formula. */
export function isErrorValue(cell: Cell | undefined): boolean {
  return (
    typeof cell === 'string' &&
    /^#(REF|N\/[AD]|VALUE|NAME|DIV\/0|NUM|NULL|ERROR|VALEUR|NOM|NOMBRE|NUL|ERREUR|SPILL)\s?[!?]*$/i.test(
      cell.trim(),
    )
  );
}

/** The text of a cell that goes out: the failure of a formula is nobody's name. */
export function outgoingText(cell: Cell | undefined): string {
  return isErrorValue(cell) ? '' : textOf(cell);
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
