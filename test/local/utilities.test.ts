import { describe, expect, it } from '@jest/globals';
import { LocalClock } from '../../local/services/state/clock';
import { LocalUtilities } from '../../local/services/utilities';

const clock = new LocalClock(0);
const utilities = new LocalUtilities(clock);
const instant = new Date(Date.UTC(2027, 0, 11, 7, 30, 5));

describe('Utilities.formatDate', () => {
  it.each([
    ['Europe/Paris', 'dd/MM/yyyy HH:mm', '11/01/2027 08:30'],
    ['GMT', "yyyy-MM-dd'T'HH:mm:ss'Z'", '2027-01-11T07:30:05Z'],
    ['Europe/Paris', 'EEE d MMMM yy, h:mm a', 'Mon 11 January 27, 8:30 AM'],
    ['Europe/Paris', "XXX Z 'le' ''u''", "+01:00 +0100 le '1'"],
    ['America/New_York', 'HH:mm', '02:30'],
    ['Europe/Paris', 'w D', '3 11'],
  ])('in %s, %s', (zone, pattern, expected) => {
    expect(utilities.formatDate(instant, zone, pattern)).toBe(expected);
  });

  it('refuses a text in the words of the platform', () => {
    expect(() => utilities.formatDate('2027-01-11' as unknown as Date, 'GMT', 'yyyy')).toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });
});

describe('Utilities.parseDate', () => {
  it.each([
    ['11/01/2027 08:30', 'dd/MM/yyyy HH:mm', '2027-01-11T07:30:00.000Z'],
    ['20270711', 'yyyyMMdd', '2027-07-10T22:00:00.000Z'],
    ['11 Jan 2027 1:05 PM', 'd MMM yyyy h:mm a', '2027-01-11T12:05:00.000Z'],
    ['2027-01-11T08:30:00+0300', "yyyy-MM-dd'T'HH:mm:ssZ", '2027-01-11T05:30:00.000Z'],
  ])('reads %s', (text, pattern, expected) => {
    expect(utilities.parseDate(text, 'Europe/Paris', pattern).toISOString()).toBe(expected);
  });

  it('throws on what does not fit', () => {
    expect(() => utilities.parseDate('demain', 'GMT', 'dd/MM/yyyy')).toThrow('Unparseable date: "demain"');
  });
});

describe('bytes', () => {
  it('are signed', () => {
    expect(utilities.newBlob('é').getBytes()).toEqual([-61, -87]);
    expect(utilities.computeDigest('MD5', 'a').slice(0, 3)).toEqual([12, -63, 117]);
  });

  it('lose accents in a text without its charset', () => {
    expect(utilities.base64Encode('é')).toBe('Pw==');
    expect(utilities.base64Encode('é', utilities.Charset['UTF_8'])).toBe('w6k=');
    expect(utilities.base64EncodeWebSafe([-1, -2, -3])).toBe('__79');
  });

  it('come back from gzip only with the type of gzip', () => {
    const zipped = utilities.gzip(utilities.newBlob('été'.repeat(100)));
    expect(zipped.getBytes().length).toBeLessThan(60);
    expect(utilities.ungzip(zipped).getDataAsString()).toBe('été'.repeat(100));
    expect(() => utilities.ungzip(utilities.newBlob(zipped.getBytes()))).toThrow('application/x-gzip');
  });

  it('refuse typed arrays, as an ordinary array is asked', () => {
    expect(() => utilities.newBlob(new Uint8Array(2) as unknown as number[])).toThrow("don't match");
  });
});

describe('the rest of Utilities', () => {
  it('reads CSV with quotes', () => {
    expect(utilities.parseCsv('a;"b;""c""\nd"\r\n;e\n', ';')).toEqual([
      ['a', 'b;"c"\nd'],
      ['', 'e'],
    ]);
  });

  it('formats texts', () => {
    expect(utilities.formatString('%s: %03d, %.1f %%', 'é', 7, 2.25)).toBe('é: 007, 2.3 %');
  });

  it('sleeps without waiting', () => {
    const before = clock.now();
    utilities.sleep(60_000);
    expect(clock.now() - before).toBe(60_000);
  });
});
