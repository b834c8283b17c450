import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parse } from 'papaparse';
import { decodeText } from '../../src/pix/csv/decode';
import { detectDelimiter, readCsv } from '../../src/pix/csv/read';
import { csvFile, csvLine, utf8Length } from '../../src/pix/csv/write';

const piece = fc.constantFrom(
  ';',
  '"',
  '\n',
  '\r\n',
  '\r',
  ',',
  '\t',
  '|',
  "'",
  'É',
  'œ',
  '🎓',
  ' ',
  'a',
  '7',
);
const value = fc.array(piece, { maxLength: 8 }).map((parts) => `x${parts.join('')}`);
const rows = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });

describe('CSV text', () => {
  it('comes back as it was written, here and in the library of Pix', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const text = csvFile(table.map(csvLine));
        expect(readCsv(text, ';').map((record) => record.values)).toEqual(table);
        const other = parse<string[]>(text.slice(1), { delimiter: ';', newline: '\n', skipEmptyLines: true });
        expect(other.data).toEqual(table);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('is read as the library of Pix reads it when others quote less', () => {
    const plain = fc
      .array(fc.constantFrom('a', "'", '"', 'é', ' ', '1'), { maxLength: 5 })
      .map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(plain, plain), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (table, end) => {
          const text = table.map((row) => row.join(',')).join(end);
          const other = parse<string[]>(text, { delimiter: ',', newline: end });
          expect(readCsv(text, ',').map((record) => record.values)).toEqual(other.data);
        },
      ),
      { seed: 6, numRuns: 300 },
    );
  });

  it('says on which line of the file a record starts, and skips blank ones', () => {
    const text = 'a;b\r\n\r\n"x\r\ny";2\r\n ; \r\n3;4';
    expect(readCsv(text, ';')).toEqual([
      { line: 1, values: ['a', 'b'] },
      { line: 3, values: ['x\r\ny', '2'] },
      { line: 6, values: ['3', '4'] },
    ]);
  });

  it('keeps a quote that nothing closes', () => {
    expect(readCsv('"Bob;1\n2;3', ';').map((record) => record.values)).toEqual([
      ['"Bob', '1'],
      ['2', '3'],
    ]);
  });

  it.each([
    ['a;b;c\n1,5;2,5;3,5', ';'],
    ['Nom,Prénom\n"A;B;C",Zoé', ','],
    ['a\tb\n1;2\t3', '\t'],
    ['seul', ';'],
  ])('finds the separator of %j', (text, expected) => {
    expect(detectDelimiter(text)).toBe(expected);
  });

  it('counts bytes as UTF-8 does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => utf8Length(text) === Buffer.byteLength(text, 'utf8'),
      ),
      { seed: 7 },
    );
  });
});

describe('the encoding of a file', () => {
  const signed = (bytes: Uint8Array): number[] => [...bytes].map((byte) => (byte > 127 ? byte - 256 : byte));

  it('is UTF-8 when it can be, with or without byte order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, marked) => {
        fc.pre(!text.startsWith('\uFEFF'));
        const bytes = signed(Buffer.from((marked ? '\uFEFF' : '') + text, 'utf8'));
        expect(decodeText(bytes)).toEqual({ text, encoding: 'UTF-8' });
      }),
      { seed: 8 },
    );
  });

  it('is Windows-1252 otherwise', () => {
    const text = 'Nom;Prénom\nLEFÈVRE;Éloïse\nC\u0153ur;5 €';
    const codes: Record<string, number> = { œ: 0x9c, '€': 0x80 };
    const bytes = Array.from(text, (character) => codes[character] ?? character.charCodeAt(0));
    expect(decodeText(bytes)).toEqual({ text, encoding: 'Windows-1252' });
    const high = Array.from({ length: 32 }, (_, rank) => 0x80 + rank);
    const french = Array.from('né'.repeat(40), (sign) => sign.charCodeAt(0));
    expect(
      decodeText([...french, ...high])
        .text.slice(80)
        .replace(/[\u0080-\u009F]/g, ''),
    ).toBe('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
  });

  it.each([
    [[0xc0, 0x80]],
    [[0xed, 0xa0, 0x80]],
    [[0xe0, 0x80, 0x80]],
    [[0xf5, 0x80, 0x80, 0x80]],
    [[0x41, 0xc3]],
  ])('is not UTF-8 when the bytes are %j', (bytes) => {
    expect(decodeText(bytes).encoding).toBe('Windows-1252');
  });

  it('is found in a large file', () => {
    const text = 'É🎓'.repeat(20_000);
    expect(decodeText(signed(Buffer.from(text, 'utf8'))).text).toBe(text);
  });
});
