import { describe, expect, it } from '@jest/globals';
import { calendarFile, type CalendarEntry } from '../../src/messages/calendar-file';
import { day } from '../support/builders';

const STAMP = Date.UTC(2026, 10, 30, 8);
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'abc@pixorga',
  sequence: 0,
  day: day(2027, 1, 11),
  start: 510,
  end: 630,
  title: 'Certification Pix',
  place: 'Mercure (DR S03), Bâtiment D',
  description: '',
  cancelled: false,
  ...more,
});
/** Lines of the file, folded ones joined again, as RFC 5545 reads them. */
const lines = (text: string): readonly string[] => text.replace(/\r\n /g, '').split('\r\n');

describe('a calendar file', () => {
  it('says in Greenwich time when the session is, in winter and in summer', () => {
    expect(lines(calendarFile([entry()], 'Europe/Paris', STAMP))).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'UID:abc@pixorga',
        'DTSTAMP:20261130T080000Z',
        'DTSTART:20270111T073000Z',
        'DTEND:20270111T093000Z',
        'LOCATION:Mercure (DR S03)\\, Bâtiment D',
        'STATUS:CONFIRMED',
      ]),
    );
    const summer = calendarFile([entry({ day: day(2027, 6, 14) })], 'Europe/Paris', STAMP);
    expect(lines(summer)).toContain('DTSTART:20270614T063000Z');
  });

  it('is right on the days when the clocks change', () => {
    const at = (month: number, date: number, start: number): string | undefined =>
      lines(calendarFile([entry({ day: day(2027, month, date), start })], 'Europe/Paris', STAMP)).find(
        (line) => line.startsWith('DTSTART'),
      );
    expect(at(3, 28, 60)).toBe('DTSTART:20270328T000000Z');
    expect(at(3, 28, 240)).toBe('DTSTART:20270328T020000Z');
    expect(at(10, 31, 240)).toBe('DTSTART:20271031T030000Z');
    expect(at(10, 31, 0)).toBe('DTSTART:20271030T220000Z');
  });

  it('cancels the same event with a higher version', () => {
    const text = lines(calendarFile([entry({ cancelled: true, sequence: 2 })], 'Europe/Paris', STAMP));
    expect(text).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'UID:abc@pixorga', 'SEQUENCE:2', 'STATUS:CANCELLED']),
    );
  });

  it('holds no line of more than 75 octets, and cuts no character', () => {
    const title = '🎓é'.repeat(60);
    const text = calendarFile([entry({ title })], 'Europe/Paris', STAMP);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines(text)).toContain(`SUMMARY:${title}`);
  });

  it('lets no text make a line of its own', () => {
    const text = calendarFile(
      [entry({ title: 'A\r\nATTENDEE:mailto:x@y.fr', place: 'B;C\nEND:VEVENT', description: 'D\nE\\F' })],
      'Europe/Paris',
      STAMP,
    );
    expect(lines(text).filter((line) => /^(ATTENDEE|END:VEVENT)/.test(line))).toEqual(['END:VEVENT']);
    expect(lines(text)).toContain('DESCRIPTION:D\\nE\\\\F');
  });
});
