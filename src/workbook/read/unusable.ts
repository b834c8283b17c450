import { identifierOf, textOf } from '../cells/text';
import { readYesNo } from '../cells/values';
import { Names } from './names';
import type { Table } from './table';

/** Why no session can use what a code names: no tab has it, its room is not certified, its row cannot be used. */
export type WhyUnusable = 'unknown' | 'notCertified' | 'unusable';

/** Says why a code that no usable room or slot has is not usable, from the rows that were left out. */
export interface UnusableCodes {
  readonly room: (code: string) => WhyUnusable;
  readonly slot: (code: string) => WhyUnusable;
}

export function unusableCodes(rooms: Table, slots: Table): UnusableCodes {
  const roomRows = new Names<WhyUnusable>();
  for (const row of rooms.rows) {
    const code = identifierOf(row.cell('code'), row.shown('code')) || textOf(row.cell('name'));
    roomRows.add(code, readYesNo(row.cell('certified')) === false ? 'notCertified' : 'unusable');
  }
  const slotRows = new Names<WhyUnusable>();
  for (const row of slots.rows) slotRows.add(identifierOf(row.cell('code'), row.shown('code')), 'unusable');
  return {
    room: (code) => roomRows.get(code) ?? 'unknown',
    slot: (code) => slotRows.get(code) ?? 'unknown',
  };
}
