import { describe, expect, it } from '@jest/globals';
import { slotsOf, startsOf, timeOf, type SlotChoice } from '../../src/dialogs/slots/steps/choice';
import { publicHolidays, holidaysBetween } from '../../src/domain/holidays';
import { newSlots, nextCodes, slotTimes, startsInTurn, tooClose } from '../../src/domain/slot-series';
import { day } from '../support/builders';

describe('public holidays', () => {
  it('are the eleven of French law, those of Easter where the calendars print them', () => {
    expect(publicHolidays(2027).map((holiday) => holiday.day)).toEqual([
      '2027-01-01',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-08',
      '2027-05-17',
      '2027-07-14',
      '2027-08-15',
      '2027-11-01',
      '2027-11-11',
      '2027-12-25',
    ]);
    const mondays = [2024, 2025, 2026, 2030, 2038].map(
      (year) => publicHolidays(year).find(({ name }) => name === 'lundi de Pâques')?.day,
    );
    expect(mondays).toEqual(['2024-04-01', '2025-04-21', '2026-04-06', '2030-04-22', '2038-04-26']);
  });

  it('are found over the end of a year', () => {
    expect(holidaysBetween(day(2026, 12, 20), day(2027, 1, 5)).map(({ name }) => name)).toEqual([
      'Noël',
      'jour de l’An',
    ]);
  });
});

describe('a series of slots', () => {
  const week = {
    from: day(2027, 5, 3),
    to: day(2027, 5, 9),
    weekdays: [1, 2, 3, 4, 5],
    without: new Set([day(2027, 5, 6)]),
    starts: [810, 510, 510],
    duration: 155,
  };

  it('has the chosen hours each chosen day, exclusions apart, in order', () => {
    const slots = slotTimes(week);
    expect(slots).toHaveLength(8);
    expect(slots.slice(0, 2)).toEqual([
      { day: '2027-05-03', start: 510, end: 665 },
      { day: '2027-05-03', start: 810, end: 965 },
    ]);
    expect(slots.some((slot) => slot.day === '2027-05-06')).toBe(false);
  });

  it('has none that would end after midnight, and none backwards', () => {
    expect(slotTimes({ ...week, starts: [1400] })).toEqual([]);
    expect(slotTimes({ ...week, to: day(2027, 5, 1) })).toEqual([]);
  });

  it('follows one another with its gap', () => {
    expect(startsInTurn(480, 1080, 155, 15)).toEqual([480, 650, 820]);
    expect(startsInTurn(480, 600, 155, 0)).toEqual([]);
    expect(startsInTurn(480, 1080, 0, 0)).toEqual([]);
    expect(tooClose([480, 650], 155, 15)).toBe(false);
    expect(tooClose([650, 480], 155, 16)).toBe(true);
  });

  it('leaves out what is there already, for all sites or for this one', () => {
    const [wanted] = slotTimes(week);
    if (wanted === undefined) throw new Error('no slot');
    expect(newSlots([wanted, wanted], [], '')).toEqual([wanted]);
    expect(newSlots([wanted], [{ ...wanted, site: null }], 'Caen')).toEqual([]);
    expect(newSlots([wanted], [{ ...wanted, site: 'Caen' }], 'Caen')).toEqual([]);
    expect(newSlots([wanted], [{ ...wanted, site: 'Caen' }], 'Vire')).toEqual([wanted]);
    expect(newSlots([wanted], [{ ...wanted, end: wanted.end + 5, site: null }], '')).toEqual([wanted]);
  });

  it('continues the codes that there are, whatever they look like', () => {
    expect(nextCodes([], 2)).toEqual(['C01', 'C02']);
    expect(nextCodes(['C01', 'C09', 'c12'], 2)).toEqual(['C13', 'C14']);
    expect(nextCodes(['Cr 1', 'Cr 2', 'X9'], 1)).toEqual(['Cr 03']);
    expect(nextCodes(['S001', 'S002', 'matin'], 1)).toEqual(['S003']);
    expect(nextCodes(['C99', 'C100'], 1)).toEqual(['C101']);
  });
});

describe('what staff type for a series', () => {
  const choice: SlotChoice = {
    from: '2027-05-03',
    to: '2027-05-07',
    weekdays: new Set([1, 2, 3, 4, 5]),
    worked: new Set(),
    excluded: [],
    hours: 'listed',
    starts: '8 h 30 ; 13:30, 16h',
    firstStart: '08:30',
    lastEnd: '18:00',
    gap: '15',
    duration: '120',
    site: '',
    columns: true,
  };
  const count = (more: Partial<SlotChoice>): number | string => {
    const chosen = slotsOf({ ...choice, ...more });
    return 'slots' in chosen ? chosen.slots.length : chosen.missing;
  };

  it('is read as people write hours', () => {
    expect(['8h30', '8 h 30', '08:30', '8h', '23:59'].map(timeOf)).toEqual([510, 510, 510, 480, 1439]);
    expect(['24h', '8h60', 'matin', '8', ''].map(timeOf)).toEqual([null, null, null, null, null]);
    expect(startsOf(choice, 120)).toEqual({ starts: [510, 810, 960] });
  });

  it('leaves out holidays unless they are unticked, and the dates excluded', () => {
    expect(count({})).toBe(12);
    expect(count({ worked: new Set([day(2027, 5, 6)]) })).toBe(15);
    expect(count({ excluded: [{ from: day(2027, 5, 3), to: day(2027, 5, 4) }] })).toBe(6);
    expect(count({ hours: 'inTurn' })).toBe(16);
  });

  it('is told what is missing or wrong', () => {
    expect(count({ from: '' })).toContain('période');
    expect(count({ to: '2027-05-01' })).toContain('avant la première');
    expect(count({ to: '2037-05-01' })).toContain('400 jours');
    expect(count({ weekdays: new Set() })).toContain('jour de la semaine');
    expect(count({ weekdays: new Set([0]) })).toContain('Aucun jour');
    expect(count({ starts: ' ; ' })).toContain('heure de début');
    expect(count({ starts: '8h30 ; midi' })).toContain('midi');
    expect(count({ duration: '' })).toContain('durée');
    expect(count({ starts: '23 h' })).toContain('ne tient');
    expect(count({ to: '2028-05-01', hours: 'inTurn', duration: '30', gap: '0' })).toContain('500');
  });
});
