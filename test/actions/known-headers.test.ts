import { describe, expect, it } from '@jest/globals';
import { sampleTabs } from '../../examples/sample';
import type { AskedQuestion } from '../../local/execution/screen';
import { Desk } from '../support/an-addon';

const HEADER = 'N° étudiant (Apogée)';

/** The sample, whose students' numbers stand under a header of the staff's own. */
function ownHeader(answer: 'YES' | 'NO' | 'CLOSE') {
  const asked: AskedQuestion[] = [];
  const desk = Desk.prepared(sampleTabs, {
    onQuestion: (question) => {
      if (question.buttons === 'YES_NO') asked.push(question);
      return { button: question.buttons === 'YES_NO' ? answer : 'OK', text: '' };
    },
  });
  desk.set('Étudiants', 1, 1, HEADER);
  return { desk, asked };
}

describe('a header that is not known but clearly plays a part', () => {
  it('is proposed with its cell, and once confirmed plays its part for good', () => {
    const { desk, asked } = ownHeader('YES');
    const answer = desk.click('Vérifier les données');
    expect(asked.map(({ message }) => message)).toEqual([expect.stringContaining('Étudiants!A1')]);
    expect(asked[0]?.message).toContain(`« ${HEADER} »`.replace(/ (?=»)|(?<=«) /g, '\u00a0'));
    expect(answer.status).toBe('done');
    expect(desk.values('Étudiants')[0]?.[0]).toBe(HEADER);

    expect(desk.click('Calculer le planning').summary?.seated).toBeGreaterThan(300);
    expect(asked).toHaveLength(1);
  });

  it('is remembered by the spreadsheet, and so by its copy', () => {
    const { desk } = ownHeader('YES');
    desk.click('Vérifier les données');
    const copy = new Desk(desk.workbook, { onQuestion: () => ({ button: 'CLOSE', text: '' }) });
    expect(copy.click('Calculer le planning').status).toBe('done');
  });

  it('stays unknown when staff say no, and is not asked about again', () => {
    const { desk, asked } = ownHeader('NO');
    expect(desk.click('Vérifier les données').status).toBe('blocked');
    expect(desk.click('Vérifier les données').status).toBe('blocked');
    expect(asked).toHaveLength(1);
  });

  it('stays unknown when nobody answers, and the message says what to rename', () => {
    const { desk, asked } = ownHeader('CLOSE');
    const answer = desk.click('Vérifier les données');
    expect(answer.status).toBe('blocked');
    expect(answer.problems[0]).toMatchObject({ tab: 'Étudiants', cell: 'A1', severity: 'bloquant' });
    desk.click('Vérifier les données');
    expect(asked).toHaveLength(2);
  });
});

it('asks nothing of headers that staff added for themselves', () => {
  const asked: AskedQuestion[] = [];
  const desk = Desk.prepared(sampleTabs, {
    onQuestion: (question) => {
      if (question.buttons === 'YES_NO') asked.push(question);
      return undefined;
    },
  });
  desk.set('Étudiants', 1, 18, 'Vu le');
  desk.set('Salles', 1, 8, 'Clé chez');
  desk.click('Vérifier les données');
  expect(asked).toEqual([]);
});
