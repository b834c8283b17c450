import { describeProblem } from '../../src/text/problems';
import type { AWorkbook } from './a-workbook';
import { readWorkbook } from './read-workbook';

/** What reading a workbook says, one line per problem, with plain spaces: `Salles!E2 : … …`. */
export function told(book: AWorkbook): string[] {
  return readWorkbook(book).problems.map((problem) => {
    const { where, message, remedy } = describeProblem(problem);
    return `${where} : ${message} ${remedy}`.replace(/[\u00a0\u202f]/g, ' ');
  });
}
