import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  afterExport,
  exportedSession,
  type ExportedSession,
  parseExported,
  writeExported,
} from '../../src/pix/certif-sessions/exported';
import { afterChanges, type CertifGaps, certifGaps } from '../../src/pix/certif-sessions/gaps';
import type { CertifSession } from '../../src/pix/certif-sessions/session';
import { candidate, day, FREE, given, randomSessions, session } from '../support/certif-campaign';

const AT = 46_400.5;
const zoe = candidate({ key: '1', firstName: 'Zoé', lastName: 'MARTIN' });
const leo = candidate({ key: '2', firstName: 'Léo', lastName: 'PETIT' });
const lou = candidate({ key: '3', firstName: 'Lou', lastName: 'ROUX' });
const first = session({ candidates: [zoe, leo] });
const second = session({ key: 'S02', room: 'Venus', candidates: [lou] });
const known = [first, second].map((one) => exportedSession(one, FREE, AT));
const gapsOf = (
  sessions: readonly CertifSession[],
  before: readonly ExportedSession[] = known,
  terms = FREE,
): CertifGaps => certifGaps(before, sessions, terms, new Set());
const only = (sessions: readonly CertifSession[], before = known) => {
  const { gaps } = gapsOf(sessions, before);
  expect(gaps).toHaveLength(1);
  return gaps[0];
};

describe('what must be changed in Pix Certif since the export', () => {
  it('is nothing when nothing changed', () => {
    expect(gapsOf([first, second])).toMatchObject({ gaps: [], never: [] });
  });

  it('names what changed of the session, with what Pix has', () => {
    const gap = only([{ ...first, room: 'Neptune', start: given(600), examiners: ['Paul PETIT'] }, second]);
    expect(gap).toMatchObject({ session: 'S01', gone: false, known: { room: 'Mercure', time: '08:30' } });
    expect(gap?.facts).toEqual([
      { fact: 'room', before: 'Mercure', now: 'Neptune' },
      { fact: 'time', before: '08:30', now: '10:00' },
      { fact: 'examiners', before: 'Anne MARTIN', now: 'Paul PETIT' },
    ]);
  });

  it('names people who joined, left, or went from one session to another', () => {
    const { gaps } = gapsOf([
      { ...first, candidates: [zoe, candidate({ key: '4', firstName: 'Max', lastName: 'NOIR' })] },
      { ...second, candidates: [lou, leo] },
    ]);
    expect(gaps.map(({ session: key, added, removed }) => [key, added, removed])).toEqual([
      [
        'S01',
        [{ id: '4', firstName: 'Max', lastName: 'NOIR', other: '' }],
        [{ id: '2', firstName: 'Léo', lastName: 'PETIT', other: 'S02' }],
      ],
      ['S02', [{ id: '2', firstName: 'Léo', lastName: 'PETIT', other: 'S01' }], []],
    ]);
  });

  it.each([
    ['birthDate', { birthDate: given(day('2005-03-10')) }, '10/03/2005'],
    ['sex', { sex: 'M' }, 'M'],
    ['birthPlace', { inseeCode: '2A004' }, '2A004 France'],
    ['email', { email: '' }, ''],
    ['externalId', { externalId: '007' }, '007'],
    ['extraTime', { extraTime: given(0.33) }, '33%'],
  ])('names the %s that changed', (fact, change, now) => {
    const gap = only([{ ...first, candidates: [{ ...zoe, ...change }, leo] }, second]);
    expect(gap?.changed).toEqual([
      { id: '1', firstName: 'Zoé', lastName: 'MARTIN', name: null, facts: [{ fact, now }] },
    ]);
  });

  it('says the name that Pix has when it was corrected', () => {
    const gap = only([{ ...first, candidates: [{ ...zoe, lastName: 'MARTÍN' }, leo] }, second]);
    expect(gap?.changed).toEqual([
      { id: '1', firstName: 'Zoé', lastName: 'MARTÍN', name: 'Zoé MARTIN', facts: [] },
    ]);
  });

  it('sees billing change for every session', () => {
    const { gaps } = gapsOf([first, second], known, { ...FREE, billing: 'Payante' });
    expect(gaps.map(({ terms }) => terms)).toEqual([true, true]);
  });

  it('has a session that takes place no more deleted, and one that is held left alone', () => {
    expect(only([first])).toMatchObject({ session: 'S02', gone: true, enrolled: 1, after: null });
    expect(certifGaps(known, [first], FREE, new Set(['S02'])).gaps).toEqual([]);
  });

  it('follows a session that got another number because it moved', () => {
    const moved = { ...first, key: 'S03', room: 'Neptune' };
    const gap = only(
      [second, moved],
      known.map((one) => (one.key === 'S01' ? { ...one, number: '4321' } : one)),
    );
    expect(gap).toMatchObject({ session: 'S03', before: 'S01', number: '4321', gone: false });
    expect(gap?.facts.map(({ fact }) => fact)).toEqual(['room']);
    expect(gap?.added).toEqual([]);
  });

  it('knows a session by its Pix number before anything else', () => {
    const numbered = known.map((one, index): ExportedSession => ({ ...one, number: String(100 + index) }));
    const swapped = [
      { ...first, existingNumber: '101' },
      { ...second, existingNumber: '100' },
    ];
    const { knownOf } = gapsOf(swapped, numbered);
    expect([...knownOf].map(([key, one]) => [key, one.key])).toEqual([
      ['S01', 'S02'],
      ['S02', 'S01'],
    ]);
  });

  it('says nothing of what was never exported, but names it', () => {
    const { gaps, never } = gapsOf([first, second, session({ key: 'S09', candidates: [] })]);
    expect([gaps, never.map(({ key }) => key)]).toEqual([[], ['S09']]);
  });

  it('closes the gaps that are marked as made, and no other', () => {
    const today = [
      { ...first, room: 'Neptune' },
      { ...second, candidates: [] },
    ];
    const before = gapsOf(today);
    const [gap] = before.gaps;
    const then = afterChanges(known, before, new Set([gap?.mark ?? '']));
    expect(gapsOf(today, then).gaps.map(({ session: key }) => key)).toEqual(['S02']);
    const all = afterChanges(known, before, new Set(before.gaps.map(({ mark }) => mark)));
    expect(gapsOf(today, all).gaps).toEqual([]);
    const gone = gapsOf([first]);
    expect(afterChanges(known, gone, new Set(gone.gaps.map(({ mark }) => mark)))).toHaveLength(1);
  });

  it('does not take another change for the one that was marked', () => {
    const marks = new Set(gapsOf([{ ...first, room: 'Neptune' }, second]).gaps.map(({ mark }) => mark));
    const later = gapsOf([{ ...first, room: 'Jupiter' }, second]);
    expect(afterChanges(known, later, marks)).toEqual(known);
  });
});

describe('what an export leaves known', () => {
  it('is all of new sessions, and the people alone of those that Pix had', () => {
    const again = { ...first, existingNumber: '4321', room: 'Neptune', candidates: [zoe] };
    const then = afterExport(known, [again], FREE, AT + 1);
    expect(then.map(({ key }) => key)).toEqual(['S02', 'S01']);
    expect(then[1]).toMatchObject({ number: '4321', at: AT + 1, facts: { room: 'Mercure' } });
    expect(gapsOf([again, second], then).gaps.map(({ facts }) => facts.map(({ fact }) => fact))).toEqual([
      ['room'],
    ]);
  });

  it('leaves no gap, whatever is exported, and survives as a text', () => {
    fc.assert(
      fc.property(randomSessions, (sessions) => {
        const fresh = sessions.map((one) => ({ ...one, existingNumber: '' }));
        const then = afterExport([], fresh, FREE, AT);
        expect(certifGaps(then, fresh, FREE, new Set())).toMatchObject({ gaps: [], never: [] });
        expect(parseExported(writeExported(then))).toEqual(then);
      }),
      { seed: 20270114, numRuns: 100 },
    );
  });

  it('is nothing when the text is not what was written', () => {
    for (const text of [undefined, '', '{}', '[1]', 'null', '[["S01"]]'])
      expect(parseExported(text)).toEqual([]);
  });
});
