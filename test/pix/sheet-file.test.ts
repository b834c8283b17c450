import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { WorkbookModel } from '../../local/model/workbook';
import { writeWorkbook } from '../../local/xlsx/write';
import { readGivenFile } from '../../src/pix/sheet-file/read';
import { attribute, escapeXml, xmlTokens } from '../../src/pix/xml/tokens';

const packed = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A file as programs other than ours write it: prefixes, sparse cells, custom formats. */
function xlsx(sheetData: string, { from1904 = false } = {}): Uint8Array {
  return packed({
    'xl/workbook.xml': `<?xml version="1.0"?><x:workbook xmlns:x="${MAIN}" xmlns:r="${RELATIONS}"><x:workbookPr date1904="${from1904 ? 1 : 0}"/><x:sheets><x:sheet name="Cachée" state="hidden" sheetId="1" r:id="rId2"/><x:sheet name="Étudiants &amp; co" sheetId="2" r:id="rId1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet7.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet8.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst><si><t>N° étudiant</t></si><si><r><t>D'</t></r><r><t xml:space="preserve">ARC </t></r><rPh><t>non</t></rPh></si><si><t/></si><si><t>l1_x000D_&#10;l2</t></si></sst>`,
    'xl/styles.xml': `<styleSheet><numFmts count="3"><numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;jours&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet7.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    'xl/worksheets/sheet8.xml': `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
  });
}

describe('a spreadsheet file', () => {
  it('is read as it is shown: zeros, dates, percentages, texts in pieces', () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>2</v></c></row>' +
      '<row r="4"><c r="A4" s="1"><v>2345678</v></c><c s="2"><v>38420</v></c><c s="3"><v>38420</v></c><c s="4"><v>0.335</v></c><c s="5"><v>1234.5</v></c>' +
      '<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>2A004</t></is></c><c t="str"><f>A1</f><v>01004</v></c><c><v>22000001</v></c><c s="6"><v>0.354166666666667</v></c><c t="s"><v>3</v></c></row>';
    const file = readGivenFile(xlsx(rows));
    expect(file).toEqual({
      kind: 'sheets',
      sheets: [
        {
          name: 'Étudiants & co',
          rows: [
            { line: 1, values: ['N° étudiant', '', "D'ARC "] },
            {
              line: 4,
              values: [
                '02345678',
                '09/03/2005',
                '09/03/2005',
                '33,5%',
                '1234,5',
                'oui',
                '#N/A',
                '2A004',
                '01004',
                '22000001',
                '08:30',
                'l1\r\nl2',
              ],
            },
          ],
        },
      ],
    });
    const old = readGivenFile(xlsx('<row><c s="2"><v>36958</v></c></row>', { from1904: true }));
    expect(old).toMatchObject({ sheets: [{ rows: [{ line: 1, values: ['09/03/2005'] }] }] });
  });

  it('is read when another program wrote it', async () => {
    const workbook = new WorkbookModel({ name: 'Liste' });
    const sheet = workbook.addSheet('Liste', 0, 10, 5);
    const cells = [
      ['N° étudiant', 'Nom'],
      ['02345678', '=A1 & "É" 🎓'],
      ['2A004', 'ligne\nsuite'],
    ];
    cells.forEach((row, at) => row.forEach((cell, column) => sheet.set(at + 1, column + 1, cell)));
    const file = readGivenFile(new Uint8Array(await writeWorkbook(workbook)));
    expect(file).toMatchObject({
      kind: 'sheets',
      sheets: [{ name: 'Liste', rows: cells.map((values, at) => ({ line: at + 1, values })) }],
    });
  });

  it('of LibreOffice is read too, repeated cells and rows included', () => {
    const content =
      '<office:document-content><office:body><office:spreadsheet><table:table table:name="Feuille1">' +
      '<table:table-row><table:table-cell office:value-type="string"><text:p>Nom</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Né le</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row>' +
      '<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>D<text:s text:c="2"/>A</text:p><text:p>b</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="date" office:date-value="2005-03-09"><text:p>09/03/05</text:p></table:table-cell></table:table-row>' +
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' +
      '</table:table></office:spreadsheet></office:body></office:document-content>';
    expect(readGivenFile(packed({ 'content.xml': content }))).toEqual({
      kind: 'sheets',
      sheets: [
        {
          name: 'Feuille1',
          rows: [
            { line: 1, values: ['Nom', '', '', 'Né le'] },
            { line: 2, values: ['D  A\nb', '', '', '09/03/2005'] },
            { line: 3, values: ['D  A\nb', '', '', '09/03/2005'] },
          ],
        },
      ],
    });
  });

  it.each<[string, Uint8Array, string]>([
    ['the format of the 1990s', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'oldFormat'],
    ['nothing', new Uint8Array(), 'empty'],
    ['blank text', strToU8(' \n '), 'empty'],
    ['a package of something else', packed({ 'word/document.xml': '<a/>' }), 'unreadable'],
    ['a damaged package', packed({ 'content.xml': '<a/>' }).slice(0, 30), 'unreadable'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), 'unreadable'],
    ['a page', strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'page'],
    ['a sheet without a row', xlsx(''), 'empty'],
  ])('that is %s is known for what it is', (_, bytes, kind) => {
    expect(readGivenFile(bytes).kind).toBe(kind);
  });

  it('is a text otherwise, in two bytes a sign too', () => {
    expect(readGivenFile(strToU8('\uFEFFNom;É'))).toEqual({
      kind: 'text',
      text: 'Nom;É',
      encoding: 'UTF-8',
    });
    const utf16 = Uint8Array.from(Buffer.from('\uFEFFNom\tÉ', 'utf16le'));
    expect(readGivenFile(utf16)).toEqual({ kind: 'text', text: 'Nom\tÉ', encoding: 'UTF-16' });
  });
});

describe('the pieces of XML', () => {
  it('keep what they say', () => {
    const text = 'a & b < "c" > \'d\' É 🎓';
    const xml = `<?xml version="1.0"?><!-- <x> --><p:a k='1 > 0' q="${escapeXml(text)}">${escapeXml(text)}<![CDATA[<&>]]></p:a>`;
    const tokens = [...xmlTokens(xml)];
    const [open] = tokens.filter((token) => token.kind === 'open');
    expect(attribute(open?.attributes ?? '', 'q')).toBe(text);
    expect(attribute(open?.attributes ?? '', 'k')).toBe('1 > 0');
    expect(tokens.flatMap((token) => (token.kind === 'text' ? [token.text] : []))).toEqual([text, '<&>']);
    expect(escapeXml('a\u0000\u000Bb\uFFFFc\td')).toBe('abc\td');
  });
});
