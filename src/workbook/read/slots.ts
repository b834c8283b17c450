import type { CalendarDay, Minutes } from '../../domain/calendar';
import { slotCode, type SiteName, type SlotCode } from '../../domain/ids';
import { compareSlots, type Slot } from '../../domain/slot';
import { readDay } from '../cells/day';
import { identifierOf, textOf } from '../cells/text';
import { readTime } from '../cells/time';
import { Names } from './names';
import type { ProblemLog } from './problem-log';
import { KnownSlots } from './slot-labels';
import { reportErrorValues, type Table, type TableRow } from './table';

/** The present, on the wall clock of the spreadsheet. */
export interface Moment {
  readonly day: CalendarDay;
  readonly minutes: Minutes;
}

export interface SlotReading {
  /** In order of date and time. */
  readonly slots: readonly Slot[];
  readonly byCode: KnownSlots;
  /** Codes given here to slots without one, by row. */
  readonly madeCodes: ReadonlyMap<number, SlotCode>;
}

type Draft = Omit<Slot, 'closed'>;

/** A slot that cannot be read blocks, and so does a code used twice: others refer to it. */
export function readSlots(table: Table, sites: Names<SiteName>, now: Moment, log: ProblemLog): SlotReading {
  const drafts: { draft: Draft; row: TableRow }[] = [];
  const aside: string[] = [];
  const madeCodes = new Map<number, SlotCode>();
  const seen = new Names<{ row: number; fingerprint: string }>();
  const typed = new Set(
    table.rows.map((row) => identifierOf(row.cell('code'), row.shown('code')).toUpperCase()),
  );
  let next = 1;
  const makeCode = (row: number): string => {
    while (typed.has(`C${String(next).padStart(2, '0')}`)) next++;
    const code = `C${String(next++).padStart(2, '0')}`;
    madeCodes.set(row, slotCode(code));
    return code;
  };
  for (const row of table.rows) {
    const given = identifierOf(row.cell('code'), row.shown('code'));
    const moment = reportErrorValues(row, ['code', 'site'], log) ? null : readMoment(row, log);
    if (moment === null) {
      aside.push(given);
      continue;
    }
    const siteText = textOf(row.cell('site'));
    const site = siteText === '' ? null : sites.get(siteText);
    if (site === undefined) {
      log.warning('siteUnknown', row.spot('site'), siteText, { what: 'slot' });
      aside.push(given);
      continue;
    }
    const code = given || makeCode(row.row);
    const fingerprint = [moment.day, moment.start, moment.end, site ?? ''].join('|');
    const before = seen.get(code);
    if (before) {
      if (before.fingerprint === fingerprint)
        log.warning('rowRepeated', row.spot('code'), code, { row: before.row });
      else
        log.blocking('codeRepeated', row.spot('code'), code, { row: before.row, header: row.header('code') });
      continue;
    }
    seen.add(code, { row: row.row, fingerprint });
    drafts.push({ draft: { code: slotCode(code), ...moment, site }, row });
  }
  if (drafts.length === 0) log.blocking('noUsableSlot', { tab: table.tab });
  const slots = closePast(drafts, table.tab, now, log).sort(compareSlots);
  const byCode = new KnownSlots();
  for (const slot of slots) byCode.add(slot.code, slot);
  for (const code of aside) if (code !== '') byCode.setAside(slotCode(code));
  return { slots, byCode, madeCodes };
}

function readMoment(row: TableRow, log: ProblemLog): Pick<Slot, 'day' | 'start' | 'end'> | null {
  const day = readDay(row.cell('day'));
  const start = readTime(row.cell('start'));
  const end = readTime(row.cell('end'));
  if (day.kind !== 'day') {
    const code = day.kind === 'impossible' ? 'dayImpossible' : 'dayUnreadable';
    log.blocking(code, row.spot('day'), row.shown('day'));
  } else if (day.misfit) {
    log.warning('weekdayMisfit', row.spot('day'), row.shown('day'), { day: day.day });
  }
  if (start.kind !== 'time') log.blocking('timeUnreadable', row.spot('start'), row.shown('start'));
  if (end.kind !== 'time') log.blocking('timeUnreadable', row.spot('end'), row.shown('end'));
  if (day.kind !== 'day' || start.kind !== 'time' || end.kind !== 'time') return null;
  if (end.minutes <= start.minutes) {
    log.blocking('slotEndsBeforeStart', row.spot('end'), row.shown('end'), {
      start: start.minutes,
      end: end.minutes,
    });
    return null;
  }
  return { day: day.day, start: start.minutes, end: end.minutes };
}

/** Slots that have begun are closed, unless all have: such a workbook is an archive or a trial. */
function closePast(
  drafts: readonly { draft: Draft; row: TableRow }[],
  tab: string,
  now: Moment,
  log: ProblemLog,
): Slot[] {
  const begun = ({ draft }: { draft: Draft }): boolean =>
    draft.day < now.day || (draft.day === now.day && draft.start <= now.minutes);
  const every = drafts.length > 0 && drafts.every(begun);
  if (every) log.warning('everySlotPast', { tab });
  return drafts.map((item) => {
    const closed = !every && begun(item);
    if (closed)
      log.warning('slotPast', item.row.spot('day'), item.row.shown('day'), { slot: item.draft.code });
    return { ...item.draft, closed };
  });
}
