import { describe, expect, it } from '@jest/globals';
import { type Problem, cellName } from '../../src/domain/problem';
import { describeProblem } from '../../src/text/problems';
import { TABS } from '../../src/workbook/schema/tabs';
import { AWorkbook } from '../support/a-workbook';
import { HARMLESS, MESSY_WORKBOOKS } from '../support/messy-workbooks';
import { readWorkbook } from '../support/read-workbook';

const inBrief = (problem: Problem): string =>
  `${problem.severity} ${problem.place.tab}!${cellName(problem.place)}`;

describe('a clean workbook', () => {
  it('is read without a word', () => {
    const reading = readWorkbook(new AWorkbook());
    expect(reading.problems.map(inBrief)).toEqual([]);
    expect(reading.campaign).toMatchObject({ invigilators: null, requests: [], existing: [] });
    expect(reading.campaign?.rooms).toHaveLength(3);
    expect(reading.campaign?.slots.map(({ code }) => code)).toEqual(['C01', 'C02', 'C03', 'C04']);
    expect(reading.campaign?.candidates).toHaveLength(6);
  });

  it('gives each candidate the answer that counts', () => {
    const { campaign } = readWorkbook(new AWorkbook());
    expect(campaign?.candidates.map(({ availability }) => availability)).toEqual([
      { source: 'group', possible: ['C01', 'C02'], preferred: ['C02'] },
      { source: 'group', possible: ['C01', 'C02'], preferred: ['C02'] },
      { source: 'own', possible: ['C02', 'C04'], preferred: [] },
      { source: 'group', possible: ['C02', 'C03'], preferred: [] },
      { source: 'group', possible: ['C02', 'C03'], preferred: [] },
      { source: 'group', possible: ['C02', 'C03'], preferred: [] },
    ]);
  });
});

describe('a messy workbook', () => {
  it.each(MESSY_WORKBOOKS)('$what: says so, at its place', ({ spoil, says }) => {
    const workbook = spoil(new AWorkbook());
    const { problems, campaign } = readWorkbook(workbook);
    const told = problems.map(inBrief);
    const expected = says.map(([key, cell, severity]) => `${severity} ${TABS[key].name}!${cell}`);
    expect(told).toEqual(expect.arrayContaining(expected));
    const blocks = says.some(([, , severity]) => severity === 'blocking');
    expect({ blocks: problems.some(({ severity }) => severity === 'blocking') }).toEqual({ blocks });
    expect({ usable: campaign !== null }).toEqual({ usable: !blocks });
  });

  it.each(MESSY_WORKBOOKS)('$what: loses nobody', ({ spoil }) => {
    const workbook = spoil(new AWorkbook());
    const reading = readWorkbook(workbook);
    const reported = new Set(
      reading.problems
        .filter(({ place }) => place.tab === TABS.students.name)
        .flatMap(({ place }) => (place.row === null ? [] : [place.row])),
    );
    const wholeTab = reading.problems.some(
      ({ severity, place }) => severity === 'blocking' && place.row === null,
    );
    const usable = new Set(reading.studentRows.values());
    const headerProblem = reported.has(1);
    const lost = workbook
      .studentRows()
      .filter((row) => !usable.has(row) && !reported.has(row) && !wholeTab && !headerProblem);
    // A tab that cannot be read at all blocks before the students are: nothing is written, nobody is lost.
    const unread = reading.candidates === 0 && reading.campaign === null;
    expect(unread ? [] : lost).toEqual([]);
    if (!unread) expect(usable.size + reading.leftOut.length).toBe(reading.candidates);
  });

  it.each(MESSY_WORKBOOKS)('$what: is told in French, with what to do', ({ spoil }) => {
    for (const problem of readWorkbook(spoil(new AWorkbook())).problems) {
      const { message, remedy, where } = describeProblem(problem);
      expect(message).toMatch(/^\S.{8,}\.$/);
      expect(remedy).toMatch(/^\S.{8,}\.$/);
      expect(`${message} ${remedy}`).not.toMatch(/undefined|null|NaN|«\s*»|\s\s| [:;?!»]/);
      expect(where.startsWith(problem.place.tab)).toBe(true);
    }
  });

  it('has enough kinds of mess', () => {
    expect(MESSY_WORKBOOKS.length).toBeGreaterThanOrEqual(45);
    expect(new Set(MESSY_WORKBOOKS.map(({ what }) => what)).size).toBe(MESSY_WORKBOOKS.length);
  });
});

describe('what is no mistake', () => {
  it.each(HARMLESS)('$what: read as if it were clean', ({ change }) => {
    const { campaign, problems } = readWorkbook(change(new AWorkbook()));
    expect(problems.map(inBrief)).toEqual([]);
    expect(campaign?.candidates).toHaveLength(6);
    expect(campaign?.rooms).toHaveLength(3);
    expect(campaign?.slots).toHaveLength(4);
  });
});
