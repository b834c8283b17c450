import type { Slot } from '../../domain/slot';
import { shortDay, time } from '../../text/format';

/** The header of a slot's column: `C01 lun. 11/01 8 h 30`. Its first word is the code. */
export function slotHeader({ code, day, start }: Pick<Slot, 'code' | 'day' | 'start'>): string {
  return `${code} ${shortDay(day).slice(0, -5)} ${time(start)}`.replace(/[\u00a0\u202f]/g, ' ');
}
