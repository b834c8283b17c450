import { solverFileNames } from '../allocation/highs/load';
import type { CalculationReading } from '../dialogs/calculation/exchange';
import { fingerprintOf } from '../domain/fingerprint';
import { readHtmlFile } from '../google/html';
import { readForCalculation } from './calculation-reading';

/** Gives the window of the calculation all that its engine needs. */
export function readCalculation(): CalculationReading {
  const read = readForCalculation();
  if ('kind' in read) return read;
  const { reading, campaign } = read;
  return {
    kind: 'ready',
    data: {
      campaign,
      fingerprint: fingerprintOf(campaign),
      leftOut: reading.leftOut.map(({ firstName, lastName }) => `${firstName} ${lastName}`.trim()),
      solverFiles: solverFileNames().length,
    },
  };
}

/** The text of one file of the exact solver, from 0; the window asks for them one by one. */
export function solverFile(index: number): string {
  const name = solverFileNames()[index];
  if (name === undefined) throw new Error(`There is no solver file ${index}.`);
  return readHtmlFile(name);
}
