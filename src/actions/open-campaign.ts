import type { Campaign } from '../domain/campaign';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { Answer } from './answer';
import { readWorkbook, type WorkbookReading } from './read-workbook';
import { answerOfData, writeProblems } from './report-problems';
import { tellProblems } from './tell-problems';

/** A workbook without blocking problems. */
export interface OpenCampaign {
  readonly reading: WorkbookReading;
  readonly campaign: Campaign;
}

/** Reads the workbook; where the data block, lists why in `À corriger`, and gives the answer to show. */
export function openCampaign(book: OpenSpreadsheet): OpenCampaign | Answer {
  const reading = readWorkbook(book);
  const { campaign } = reading;
  if (campaign !== null) return { reading, campaign };
  const told = tellProblems(reading.problems);
  writeProblems(book, reading, told);
  return answerOfData(reading, told, 'check');
}
