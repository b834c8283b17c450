import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre';
import type { Rect } from '../../local/model/rect-layer';
import type { SheetModel } from '../../local/model/sheet';
import { WorkbookModel } from '../../local/model/workbook';
import { WorkbookFileError } from '../../local/xlsx/file-error';
import { readWorkbook } from '../../local/xlsx/read';
import { writeWorkbook } from '../../local/xlsx/write';

const at = (row: number, column: number, rows = 1, columns = 1): Rect => ({ row, column, rows, columns });

/** A workbook, written and read again. */
async function again(prepare: (sheet: SheetModel, workbook: WorkbookModel) => void): Promise<WorkbookModel> {
  const workbook = WorkbookModel.blank();
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('A blank workbook has a tab.');
  prepare(sheet, workbook);
  return readWorkbook(await writeWorkbook(workbook));
}

async function sheetAgain(
  prepare: (sheet: SheetModel, workbook: WorkbookModel) => void,
): Promise<SheetModel> {
  const [sheet] = (await again(prepare)).sheets;
  if (!sheet) throw new Error('The tab was lost.');
  return sheet;
}

describe('a workbook written to a file and read again', () => {
  it.each([
    '=1+1',
    '+33 6 12',
    '-5',
    '@moi',
    '02345678',
    'Élève d’Alençon',
    'TRUE',
    '1/2',
    ' espace ',
    'a\nb',
    '<&>"',
    '_x0041_',
  ])('keeps the text %j as text', async (text) => {
    const sheet = await sheetAgain((tab) => tab.set(2, 3, text));
    expect(sheet.get(2, 3)).toBe(text);
    expect(sheet.formula(2, 3)).toBeUndefined();
  });

  it('keeps numbers, booleans and empty cells', async () => {
    const sheet = await sheetAgain((tab) => {
      [0, -1.5, 1e15, 0.1 + 0.2, true, false].forEach((value, index) => tab.set(index + 1, 2, value));
    });
    expect([1, 2, 3, 4, 5, 6].map((row) => sheet.get(row, 2))).toEqual([
      0,
      -1.5,
      1e15,
      0.1 + 0.2,
      true,
      false,
    ]);
    expect(sheet.get(1, 1)).toBeUndefined();
    expect([sheet.lastRow, sheet.lastColumn]).toEqual([6, 2]);
  });

  it('keeps dates and times as serial numbers with their formats', async () => {
    const sheet = await sheetAgain((tab) => {
      const cells: [number, string][] = [
        [46_034, 'ddd dd/mm/yyyy'],
        [0.354166666666667, 'hh:mm'],
        [46_034.5625, 'dd/mm/yyyy hh:mm'],
        [1.25, '[h]:mm'],
        [59, 'dd/mm/yyyy'],
      ];
      cells.forEach(([value, format], index) => {
        tab.set(index + 1, 1, value);
        tab.styles.numberFormat.set(at(index + 1, 1), format);
      });
    });
    expect(sheet.get(1, 1)).toBe(46_034);
    expect(sheet.get(2, 1)).toBeCloseTo(0.354166666666667, 9);
    expect(sheet.get(3, 1)).toBe(46_034.5625);
    expect(sheet.get(4, 1)).toBe(1.25);
    expect(sheet.get(5, 1)).toBe(59);
    expect(sheet.styles.numberFormat.get(1, 1)).toBe('ddd dd/mm/yyyy');
    expect(sheet.styles.numberFormat.get(4, 1)).toBe('[h]:mm');
  });

  it('keeps looks, those of empty cells included', async () => {
    const sheet = await sheetAgain((tab) => {
      tab.set(1, 1, 'Titre');
      const { styles } = tab;
      styles.background.set(at(1, 1, 1, 3), '#1f3a93');
      styles.fontColor.set(at(1, 1, 1, 3), '#fafafa');
      styles.fontWeight.set(at(1, 1, 1, 3), 'bold');
      styles.fontStyle.set(at(1, 2), 'italic');
      styles.fontLine.set(at(1, 3), 'underline');
      styles.fontSize.set(at(1, 1), 14);
      styles.fontFamily.set(at(1, 1), 'Roboto');
      styles.numberFormat.set(at(2, 1, 199, 1), '@');
      styles.horizontalAlignment.set(at(1, 1), 'center');
      styles.verticalAlignment.set(at(1, 1), 'middle');
      styles.wrapStrategy.set(at(1, 1), 'WRAP');
      styles.borders.set(at(3, 3), {
        top: { color: '#ff0000', style: 'SOLID_MEDIUM' },
        left: { color: '#000000', style: 'DOTTED' },
      });
    });
    const { styles } = sheet;
    expect(styles.background.get(1, 3)).toBe('#1f3a93');
    expect(styles.background.get(2, 1)).toBeUndefined();
    expect([styles.fontColor.get(1, 1), styles.fontWeight.get(1, 3), styles.fontStyle.get(1, 2)]).toEqual([
      '#fafafa',
      'bold',
      'italic',
    ]);
    expect([styles.fontLine.get(1, 3), styles.fontSize.get(1, 1), styles.fontFamily.get(1, 1)]).toEqual([
      'underline',
      14,
      'Roboto',
    ]);
    expect([styles.numberFormat.get(200, 1), styles.numberFormat.get(201, 1)]).toEqual(['@', undefined]);
    expect([styles.horizontalAlignment.get(1, 1), styles.verticalAlignment.get(1, 1)]).toEqual([
      'center',
      'middle',
    ]);
    expect(styles.wrapStrategy.get(1, 1)).toBe('WRAP');
    expect(styles.borders.get(3, 3)).toEqual({
      top: { color: '#ff0000', style: 'SOLID_MEDIUM' },
      left: { color: '#000000', style: 'DOTTED' },
    });
  });

  it('keeps a look that changes at each cell', async () => {
    const color = (row: number, column: number): string => ((row + column) % 2 === 0 ? '#ff0000' : '#00ff00');
    const sheet = await sheetAgain((tab) => {
      for (let row = 1; row <= 20; row++)
        for (let column = 1; column <= 20; column++)
          tab.styles.background.set(at(row, column), color(row, column));
    });
    for (let row = 1; row <= 20; row++)
      for (let column = 1; column <= 20; column++)
        expect(sheet.styles.background.get(row, column)).toBe(color(row, column));
  });

  it('keeps check boxes, and does not see one in a mere boolean', async () => {
    const sheet = await sheetAgain((tab) => {
      for (let row = 1; row <= 5; row++) for (const column of [1, 2]) tab.set(row, column, row % 2 === 0);
      tab.validations.set(at(1, 1, 5, 1), {
        criteria: 'CHECKBOX',
        values: [],
        allowInvalid: false,
        helpText: null,
      });
    });
    expect(sheet.validations.get(5, 1)?.criteria).toBe('CHECKBOX');
    expect(sheet.validations.get(5, 2)).toBeUndefined();
    expect([sheet.get(1, 1), sheet.get(2, 1)]).toEqual([false, true]);
  });

  it.each([
    ['VALUE_IN_LIST', [['Nouvelle', 'À compléter', 'Acceptée'], true]],
    ['NUMBER_BETWEEN', [1, 500]],
    ['NUMBER_GREATER_THAN', [0]],
    ['DATE_IS_VALID_DATE', []],
    ['TEXT_IS_VALID_EMAIL', []],
    ['CUSTOM_FORMULA', ['=LEN(B2)=3']],
    ['VALUE_IN_RANGE', [{ sheet: 'Feuille 1', rect: at(1, 1, 10, 1) }, true]],
  ])('keeps a rule %s with its cells, its help and its strictness', async (criteria, values) => {
    for (const allowInvalid of [true, false]) {
      const rule = { criteria, values, allowInvalid, helpText: 'Choisissez une valeur.' };
      const sheet = await sheetAgain((tab) => tab.validations.set(at(2, 2, 30, 1), rule));
      expect(sheet.validations.get(2, 2)).toEqual(rule);
      expect(sheet.validations.get(31, 2)).toEqual(rule);
      expect(sheet.validations.get(32, 2)).toBeUndefined();
    }
  });

  it('leaves out a list that a file cannot hold, and nothing else', async () => {
    const sheet = await sheetAgain((tab) => {
      const rule = {
        criteria: 'VALUE_IN_LIST',
        values: [['a, b', 'c'], true],
        allowInvalid: false,
        helpText: null,
      };
      tab.validations.set(at(1, 1), rule);
      tab.set(1, 1, 'c');
    });
    expect(sheet.validations.get(1, 1)).toBeUndefined();
    expect(sheet.get(1, 1)).toBe('c');
  });

  it('keeps notes and links, inside and outside', async () => {
    const workbook = await again((tab, book) => {
      const other = book.addSheet("L'onglet");
      tab.notes.set(at(1, 1), 'Une aide\nsur deux lignes');
      tab.set(2, 1, 'D14');
      tab.links.set(at(2, 1), `#gid=${other.id}&range=D14`);
      tab.set(3, 1, 'Pix');
      tab.links.set(at(3, 1), 'https://pix.fr/');
    });
    const [sheet, other] = workbook.sheets;
    expect(sheet?.notes.get(1, 1)).toBe('Une aide\nsur deux lignes');
    expect(sheet?.links.get(2, 1)).toBe(`#gid=${other?.id}&range=D14`);
    expect(sheet?.links.get(3, 1)).toBe('https://pix.fr/');
  });

  it('keeps formulas with their text and their result', async () => {
    const sheet = await sheetAgain((tab) => {
      tab.setFormula(1, 1, '=SUM(B1:B3)', 6);
      tab.setFormula(2, 1, '=IF(B1;"a;b";"c")', 'a;b');
    });
    expect([sheet.formula(1, 1), sheet.get(1, 1)]).toEqual(['=SUM(B1:B3)', 6]);
    expect([sheet.formula(2, 1), sheet.get(2, 1)]).toEqual(['=IF(B1,"a;b","c")', 'a;b']);
  });

  it('keeps the shape of tabs', async () => {
    const workbook = await again((tab, book) => {
      Object.assign(tab, {
        name: 'Étudiants',
        frozenRows: 1,
        frozenColumns: 2,
        tabColor: '#4dd0e1',
        gridlinesHidden: true,
      });
      tab.set(1, 1, 'N°');
      tab.columnWidths.set(2, 180);
      tab.rowHeights.set(1, 32);
      tab.hiddenColumns.add(4);
      tab.hiddenRows.add(3);
      tab.merges = [at(5, 1, 1, 3)];
      tab.filter = at(1, 1, 20, 3);
      const hidden = book.addSheet('Caché');
      hidden.hidden = true;
      book.addSheet('Troisième');
      book.active = book.sheets[2] ?? null;
      book.namedRanges.set('Places', { sheet: tab, rect: at(2, 5, 10, 1) });
    });
    const [sheet, hidden, third] = workbook.sheets;
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Étudiants', 'Caché', 'Troisième']);
    expect(sheet).toMatchObject({
      frozenRows: 1,
      frozenColumns: 2,
      tabColor: '#4dd0e1',
      gridlinesHidden: true,
      hidden: false,
    });
    expect([sheet?.columnWidths.get(2), sheet?.rowHeights.get(1)]).toEqual([180, 32]);
    expect([sheet?.hiddenColumns.has(4), sheet?.hiddenRows.has(3), hidden?.hidden]).toEqual([
      true,
      true,
      true,
    ]);
    expect([sheet?.merges, sheet?.filter]).toEqual([[at(5, 1, 1, 3)], at(1, 1, 20, 3)]);
    expect(workbook.active).toBe(third);
    expect(workbook.namedRanges.get('Places')).toEqual({ sheet, rect: at(2, 5, 10, 1) });
  });

  it('keeps conditional formats in their order', async () => {
    const formats = [
      {
        rects: [at(2, 1, 50, 1)],
        criteria: 'TEXT_EQUAL_TO',
        values: ['bloquant'],
        background: '#f4c7c3',
        fontColor: null,
        bold: null,
      },
      {
        rects: [at(2, 2, 50, 1), at(2, 4, 50, 1)],
        criteria: 'NUMBER_GREATER_THAN',
        values: [0.9],
        background: '#d9ead3',
        fontColor: '#137333',
        bold: true,
      },
      {
        rects: [at(2, 3, 50, 1)],
        criteria: 'CUSTOM_FORMULA',
        values: ['=$A2="x"'],
        background: '#eeeeee',
        fontColor: null,
        bold: null,
      },
      {
        rects: [at(2, 5, 9, 1)],
        criteria: 'TEXT_CONTAINS',
        values: ['retard'],
        background: '#fce8b2',
        fontColor: null,
        bold: null,
      },
    ];
    const sheet = await sheetAgain((tab) => {
      tab.conditionalFormats = formats;
    });
    expect(sheet.conditionalFormats).toEqual(formats);
  });

  it('keeps protections, those that only warn included', async () => {
    const protections = [
      {
        description: 'PixOrga',
        warningOnly: true,
        rect: null,
        unprotected: [at(2, 3, 100, 1)],
        editors: null,
      },
      {
        description: 'Titres',
        warningOnly: false,
        rect: at(1, 1, 1, 5),
        unprotected: [],
        editors: ['a@b.fr'],
      },
    ];
    const sheet = await sheetAgain((tab) => {
      tab.protections = protections;
    });
    expect(sheet.protections).toEqual(protections);
  });

  it('keeps charts', async () => {
    const chart = {
      id: 7,
      type: 'BAR',
      ranges: [{ sheet: 'Feuille 1', rect: at(1, 1, 4, 2) }],
      options: { title: 'Remplissage' },
      row: 6,
      column: 2,
      offsetX: 0,
      offsetY: 0,
      headers: 1,
    };
    const sheet = await sheetAgain((tab) => {
      [
        ['Site', 'Places'],
        ['Caen', 185],
        ['Alençon', 30],
        ['Saint-Lô', 59],
      ].forEach((line, row) => line.forEach((value, column) => tab.set(row + 1, column + 1, value)));
      tab.charts = [chart];
    });
    expect(sheet.charts).toEqual([chart]);
  });

  it('writes charts with stacked bars, colours, figures and words for who cannot see them', async () => {
    const workbook = WorkbookModel.blank();
    const [tab] = workbook.sheets;
    if (tab === undefined) throw new Error('A blank workbook has a tab.');
    [
      ['Session', 'Inscrits', 'Libres'],
      ['S01', 30, 7],
    ].forEach((line, row) => line.forEach((value, column) => tab.set(row + 1, column + 1, value)));
    tab.charts = [
      {
        id: 1,
        type: 'BAR',
        ranges: [{ sheet: tab.name, rect: at(1, 1, 2, 3) }],
        options: {
          title: 'Une session',
          altText: 'S01 : 30 sur 37',
          isStacked: true,
          colors: ['#2f5bd7', '#c3cfef'],
          series: { 0: { dataLabel: 'value' } },
        },
        row: 1,
        column: 5,
        offsetX: 0,
        offsetY: 0,
        headers: 1,
      },
    ];
    const parts = unzipSync(await writeWorkbook(workbook));
    const xml = Object.entries(parts)
      .filter(([name]) => /(charts|drawings)\/[a-z]+\d+\.xml$/.test(name))
      .map(([, bytes]) => strFromU8(bytes))
      .join('');
    expect(xml).toContain('grouping val="stacked"');
    expect(xml).toMatch(/srgbClr val="2f5bd7"/i);
    expect(xml).toContain('showVal val="1"');
    expect(xml).toContain('S01 : 30 sur 37');
  });

  it('keeps metadata, locale and time zone, and names that Excel refuses', async () => {
    const workbook = await again((tab, book) => {
      book.metadata.set('pixorga.journal', JSON.stringify({ a: 'é'.repeat(600) }));
      tab.metadata.set('role', 'salles ');
      tab.name = 'Salles : Caen/Alençon, et tous les autres sites';
      book.locale = 'en_US';
    });
    expect(workbook.metadata.get('pixorga.journal')).toBe(JSON.stringify({ a: 'é'.repeat(600) }));
    expect(workbook.sheets[0]?.metadata.get('role')).toBe('salles ');
    expect(workbook.sheets[0]?.name).toBe('Salles : Caen/Alençon, et tous les autres sites');
    expect([workbook.locale, workbook.timeZone]).toEqual(['en_US', 'Europe/Paris']);
  });

  it('changes nothing the second time', async () => {
    const first = WorkbookModel.blank();
    const [tab] = first.sheets;
    tab?.set(3, 2, 'x');
    tab?.styles.background.set(at(1, 1, 30, 4), '#abcdef');
    const once = await readWorkbook(await writeWorkbook(first));
    const twice = await readWorkbook(await writeWorkbook(once));
    expect(JSON.stringify(twice.sheets)).toBe(JSON.stringify(once.sheets));
  });
});

describe('a file that another program wrote', () => {
  it('has a grid of the default size at least', async () => {
    const workbook = await readWorkbook(await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }] }));
    expect([workbook.sheets[0]?.maxRows, workbook.sheets[0]?.maxColumns]).toEqual([1000, 26]);
    expect([workbook.locale, workbook.timeZone]).toEqual(['fr_FR', 'Europe/Paris']);
  });

  it('gives booleans where LibreOffice left formulas', async () => {
    const cells = new Map([
      ['0,0', { formula: 'TRUE()', formulaResult: true }],
      ['1,0', { formula: 'FALSE()', formulaResult: false }],
    ]);
    const workbook = await readWorkbook(await writeXlsx({ sheets: [{ name: 'A', rows: [], cells }] }));
    expect([1, 2].map((row) => workbook.sheets[0]?.get(row, 1))).toEqual([true, false]);
    expect(workbook.sheets[0]?.formulas.size).toBe(0);
  });

  it('gives its dates and errors, and its short dates day first', async () => {
    const cells = new Map([['0,0', { value: 46_034, style: { numFmt: 'm/d/yyyy' } }]]);
    const workbook = await readWorkbook(
      await writeXlsx({
        sheets: [{ name: 'A', rows: [[null, '#REF!', new Date('2027-01-12T13:30:00Z')]], cells }],
      }),
    );
    const [sheet] = workbook.sheets;
    expect(sheet?.styles.numberFormat.get(1, 1)).toBe('dd/mm/yyyy');
    expect([sheet?.get(1, 1), sheet?.get(1, 2)]).toEqual([46_034, '#REF!']);
    expect(sheet?.get(1, 3)).toBeCloseTo(46_399.5625, 9);
  });

  it('is refused in French when it is no workbook', async () => {
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode('Nom;Prénom'),
      new Uint8Array([80, 75, 3, 4, 9, 9]),
    ]) {
      await expect(readWorkbook(bytes)).rejects.toThrow(WorkbookFileError);
      await expect(readWorkbook(bytes)).rejects.toThrow(/n’est pas un classeur \.xlsx lisible/);
    }
  });

  it('is refused when it is cut short', async () => {
    const bytes = await writeWorkbook(WorkbookModel.blank());
    await expect(readWorkbook(bytes.slice(0, bytes.length / 2))).rejects.toThrow(WorkbookFileError);
  });

  it('can be read by the library it was not written for: bytes are a zip of XML', async () => {
    const workbook = WorkbookModel.blank();
    workbook.sheets[0]?.set(1, 1, 'Élève');
    const plain = await readXlsx(await writeWorkbook(workbook));
    expect(plain.sheets[0]?.rows[0]?.[0]).toBe('Élève');
  });
});

describe('a row whose text wraps', () => {
  it('is high enough in the file, and has no height of its own once read again', async () => {
    const workbook = WorkbookModel.blank();
    const [tab] = workbook.sheets;
    tab?.set(2, 1, 'Une phrase assez longue pour tenir sur plusieurs lignes de cette colonne.');
    tab?.styles.wrapStrategy.set(at(2, 1), 'WRAP');
    tab?.rowHeights.set(1, 40);
    const bytes = await writeWorkbook(workbook);
    const plain = await readXlsx(bytes);
    expect(plain.sheets[0]?.rowDefs?.get(1)?.height).toBeGreaterThan(40);
    expect([...((await readWorkbook(bytes)).sheets[0]?.rowHeights ?? [])]).toEqual([[1, 40]]);
  });
});
