import { CHECK_TEXT } from '../text/checked';
import { actAlone } from './act';
import type { Answer } from './answer';
import { readWorkbook } from './read-workbook';
import { answerOfData, writeProblems } from './report-problems';
import { tellProblems } from './tell-problems';

/** *Vérifier les données*: reads everything, writes `À corriger`, and says how much there is to correct. */
export function checkData(): Answer {
  return actAlone(CHECK_TEXT.title, (book) => {
    const reading = readWorkbook(book);
    const told = tellProblems(reading.problems);
    writeProblems(book, reading, told);
    return answerOfData(reading, told, 'check');
  });
}
