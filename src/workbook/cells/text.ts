import { dayOfSerial, minutesOfSerial } from '../../domain/calendar';
import { type Cell, type DateCell, isDateCell } from '../../domain/grid';
import { time } from '../../text/format';

/**
 * The text of a cell: outer and non-breaking spaces removed, numbers, days and times as they are typed in French
 * (`1,5`, `12/01/2027`, `8 h 30`).
 */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  return dateText(cell);
}

function dateText({ serial }: DateCell): string {
  const minutes = minutesOfSerial(serial) % 1440;
  const hours = time(minutes).replace(/\u00a0/g, ' ');
  const day = serial < 1 ? null : dayOfSerial(serial);
  if (day === null) return hours;
  const date = `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
  return minutes === 0 ? date : `${date} ${hours}`;
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
 * in full, never as `2,3E+07`. One typed in a column of dates is the number that was typed.
 */
export function identifierOf(cell: Cell | undefined, shown: string | undefined): string {
  if (typeof cell === 'number') {
    const seen = (shown ?? '').trim();
    if (/^0\d+$/.test(seen) && Number(seen) === cell) return seen;
    return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? cell.toFixed(0) : String(cell);
  }
  if (cell !== undefined && isDateCell(cell)) return String(cell.serial);
  return textOf(cell);
}
