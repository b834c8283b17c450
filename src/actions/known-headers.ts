import { readMemory, writeMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { askOrNot } from '../google/ui';
import { headerQuestion } from '../text/headers';
import { type HeaderProposal, type HeaderRole, parseHeaderRoles } from '../workbook/read/header-roles';
import { alone } from './act';
import type { Answer } from './answer';
import { catchUp } from './catch-up';
import { HEADER_ROLES, type WorkbookReading, readWorkbook } from './read-workbook';

/**
 * Does the work alone on the workbook read, once staff have said what the headers that nobody knows stand for. They are
 * asked outside the lock, once: what they said is remembered with the workbook.
 */
export function aloneOnReading<Other = never>(
  title: string,
  work: (book: OpenSpreadsheet, reading: WorkbookReading) => Answer | Other,
): Answer | Other {
  const first = alone<Other | Unknown>((book) => {
    catchUp(book);
    const reading = readWorkbook(book);
    return reading.proposals.length > 0 ? new Unknown(reading.proposals) : work(book, reading);
  });
  if (!(first instanceof Unknown)) return first;
  const roles = first.proposals.flatMap((proposal) => askAbout(title, proposal));
  return alone((book) => {
    if (roles.length > 0) remember(book, roles);
    return work(book, readWorkbook(book));
  });
}

class Unknown {
  constructor(readonly proposals: readonly HeaderProposal[]) {}
}

/** Nothing is remembered of a question left without an answer. */
function askAbout(title: string, proposal: HeaderProposal): readonly HeaderRole[] {
  const { key, seen, header } = proposal;
  const confirmed = askOrNot(title, headerQuestion(proposal));
  return confirmed === null ? [] : [{ key, seen, header, confirmed }];
}

function remember(book: OpenSpreadsheet, roles: readonly HeaderRole[]): void {
  const memory = readMemory(book);
  const known = parseHeaderRoles(memory.get(HEADER_ROLES));
  writeMemory(book, new Map([...memory, [HEADER_ROLES, JSON.stringify([...known, ...roles])]]));
}
