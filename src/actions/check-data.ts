import { CHECK_TEXT } from '../text/checked';
import { act } from './act';
import type { Answer } from './answer';
import { aloneOnReading } from './known-headers';
import { answerOfData, writeProblems } from './report-problems';
import { tellProblems } from './tell-problems';

/** *Vérifier les données*: reads everything, writes `À corriger`, and says how much there is to correct. */
export function checkData(): Answer {
  return act(CHECK_TEXT.title, () =>
    aloneOnReading(CHECK_TEXT.title, (book, reading) => {
      const told = tellProblems(reading.problems);
      writeProblems(book, reading, told);
      return answerOfData(reading, told, 'check');
    }),
  );
}
