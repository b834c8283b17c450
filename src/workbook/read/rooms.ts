import { roomCode, siteName, type RoomCode, type SiteName } from '../../domain/ids';
import type { Room } from '../../domain/room';
import { identifierOf, textOf } from '../cells/text';
import { readWholeNumber, readYesNo } from '../cells/values';
import { Names } from './names';
import type { ProblemLog } from './problem-log';
import { reportErrorValues, type Table, type TableRow } from './table';

export interface RoomReading {
  /** Usable rooms: certified, with at least one place. */
  readonly rooms: readonly Room[];
  /** Every site named in the tab, certified rooms or not. */
  readonly sites: Names<SiteName>;
  /** Every code of the tab, usable or not. */
  readonly codes: Names<RoomCode>;
  /** Codes of the usable rooms. */
  readonly usable: Names<RoomCode>;
}

/** A room that cannot be used is left out with a warning; a code used twice for different rooms blocks. */
export function readRooms(table: Table, log: ProblemLog): RoomReading {
  const rooms: Room[] = [];
  const saysCertified = table.columns.has('certified');
  if (!saysCertified) log.blocking('certifiedColumnMissing', { tab: table.tab, row: table.headerRow });
  const sites = new Names<SiteName>();
  const codes = new Names<RoomCode>();
  const seen = new Names<{ row: number; fingerprint: string }>();
  for (const row of table.rows) {
    if (reportErrorValues(row, ['site', 'name', 'code', 'places', 'certified'], log)) continue;
    const site = textOf(row.cell('site'));
    const name = textOf(row.cell('name'));
    const code = identifierOf(row.cell('code'), row.shown('code')) || name;
    if (site !== '' && !sites.has(site)) sites.add(site, siteName(site));
    if (site === '' || code === '') {
      const key = site === '' ? 'site' : 'code';
      log.warning('valueMissing', row.spot(key), '', { header: row.header(key), what: 'room' });
      continue;
    }
    const fingerprint = [
      site,
      textOf(row.cell('building')),
      name,
      row.shown('places'),
      String(readYesNo(row.cell('certified'))),
    ].join('|');
    const before = seen.get(code);
    if (before) {
      if (before.fingerprint === fingerprint)
        log.warning('rowRepeated', row.spot('code'), code, { row: before.row });
      else
        log.blocking('codeRepeated', row.spot('code'), code, { row: before.row, header: row.header('code') });
      continue;
    }
    seen.add(code, { row: row.row, fingerprint });
    codes.add(code, roomCode(code));
    const places = saysCertified ? usablePlaces(row, log) : null;
    if (places === null) continue;
    rooms.push({
      code: roomCode(code),
      site: sites.get(site) ?? siteName(site),
      building: textOf(row.cell('building')),
      name: name || code,
      places,
      freeAt: 'every',
    });
  }
  if (rooms.length === 0 && saysCertified) log.blocking('noUsableRoom', { tab: table.tab });
  const usable = new Names<RoomCode>();
  for (const { code } of rooms) usable.add(code, code);
  return { rooms, sites, codes, usable };
}

/** The places of a certified room, or `null` when the room is left out (said, unless it is simply not certified). */
function usablePlaces(row: TableRow, log: ProblemLog): number | null {
  const certified = readYesNo(row.cell('certified'));
  if (certified === null) log.warning('certifiedUnreadable', row.spot('certified'), row.shown('certified'));
  if (certified === false) log.warning('roomNotCertified', row.spot('certified'), row.shown('code'));
  if (certified !== true) return null;
  const places = readWholeNumber(row.cell('places'));
  if (places !== null && places > 0) return places;
  log.warning('placesUnreadable', row.spot('places'), row.shown('places'));
  return null;
}
