/**
 * What PixOrga relies on in the Apps Script platform, as checks that run both in the local runtime
 * (`npm run pixorga -- script test/conformance/suite.js`) and live, pasted in a script bound to a spreadsheet.
 * Each check states one fact and how sure we are of it: D documented, T tested live by others, F seen in the field,
 * I inferred. One file, however long, so that it can be pasted at once. `docs/conformance.md` says how to run it.
 */
var CHECKS = [];
var group = { name: '', locale: 'fr_FR' };
/** The tab in which checks work, and the next row that none has touched. */
var scratch = null;
var nextRow = 1;

/** Adds a check: `run` throws when the fact does not hold. */
function check(certainty, name, run) {
  CHECKS.push({ name: group.name + ': ' + name, certainty: certainty, locale: group.locale, run: run });
}

function section(name, locale) {
  group = { name: name, locale: locale || 'fr_FR' };
}

function main() {
  var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  var locale = spreadsheet.getSpreadsheetLocale();
  var first = spreadsheet.getActiveSheet();
  var report = { total: CHECKS.length, passed: 0, failed: [], seconds: 0 };
  var start = Date.now();
  var current = locale;
  scratch = spreadsheet.insertSheet('Conformance ' + Utilities.getUuid().slice(0, 8));
  nextRow = 1;
  try {
    CHECKS.forEach(function (item) {
      try {
        if (item.locale !== current) {
          spreadsheet.setSpreadsheetLocale(item.locale);
          SpreadsheetApp.flush();
          current = item.locale;
        }
        item.run();
        report.passed++;
      } catch (error) {
        report.failed.push('[' + item.certainty + '] ' + item.name + ' => ' + error.message);
      }
    });
  } finally {
    spreadsheet.setSpreadsheetLocale(locale);
    spreadsheet.deleteSheet(scratch);
    spreadsheet.setActiveSheet(first);
  }
  report.seconds = Math.round((Date.now() - start) / 100) / 10;
  console.log(JSON.stringify(report, null, 1));
  return report;
}

function show(value) {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value) || String(value);
}

function equal(actual, expected) {
  if (show(actual) !== show(expected))
    throw new Error('expected ' + show(expected) + ', got ' + show(actual));
}

function isTrue(condition, message) {
  if (!condition) throw new Error(message || 'expected to be true');
}

/** Writes are sent at the flush at the latest, so that is where an error may surface. */
function throwsError(run, pattern) {
  var message = null;
  try {
    run();
    SpreadsheetApp.flush();
  } catch (error) {
    message = String(error.message);
  }
  if (message === null) throw new Error('expected an error like ' + pattern);
  if (pattern && !pattern.test(message)) throw new Error('expected ' + pattern + ', got: ' + message);
}

/** Cells that no check has touched. */
function fresh(rows, columns) {
  var height = rows || 1;
  if (nextRow + height > scratch.getMaxRows()) scratch.insertRowsAfter(scratch.getMaxRows(), 200);
  var range = scratch.getRange(nextRow, 1, height, columns || 1);
  nextRow += height + 1;
  return range;
}

/** Runs `run` with a new tab, deleted afterwards. */
function withSheet(run) {
  var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  var sheet = spreadsheet.insertSheet('Check ' + Utilities.getUuid().slice(0, 8));
  try {
    run(sheet, spreadsheet);
  } finally {
    spreadsheet.deleteSheet(sheet);
    spreadsheet.setActiveSheet(scratch);
  }
}

function written(value) {
  return fresh().setValue(value);
}

/** The wall clock of a date in the zone of the spreadsheet. */
function wallClock(date) {
  isTrue(Object.prototype.toString.call(date) === '[object Date]', 'expected a date, got ' + show(date));
  var zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return Utilities.formatDate(date, zone, 'yyyy-MM-dd HH:mm');
}

// ---------------------------------------------------------------------------------------------------------------------
section('ranges');

check('T', 'a range of no row is refused', function () {
  throwsError(function () {
    scratch.getRange(1, 1, 0, 1);
  }, /number of rows in the range must be at least 1/);
});
check('T', 'a range of no column is refused', function () {
  throwsError(function () {
    scratch.getRange(1, 1, 1, 0);
  }, /number of columns in the range must be at least 1/);
});
check('F', 'row 0 is too small', function () {
  throwsError(function () {
    scratch.getRange(0, 1);
  }, /starting row of the range is too small/);
});
check('F', 'column 0 is too small', function () {
  throwsError(function () {
    scratch.getRange(1, 0);
  }, /starting column of the range is too small/);
});
check('F', 'a cell below the grid cannot be read', function () {
  throwsError(function () {
    scratch.getRange(scratch.getMaxRows() + 1, 1).getValue();
  }, /coordinates of the range are outside the dimensions of the sheet/);
});
check('F', 'a cell right of the grid cannot be read', function () {
  throwsError(function () {
    scratch.getRange(1, scratch.getMaxColumns() + 1).getValue();
  }, /coordinates of the range are outside the dimensions of the sheet/);
});
check('T', 'a notation outside the grid makes a range all the same', function () {
  equal(scratch.getRange('RC1').getColumn(), 471);
});
[
  ['$B$2', 'B2', 'dollars are ignored'],
  ['b2', 'B2', 'lower case is accepted'],
  ['C5:B2', 'B2:C5', 'inverted corners are put right'],
  ['5:2', '2:5', 'inverted rows are put right'],
  ['D:B', 'B:D', 'inverted columns are put right'],
  ['R2C2:R4C5', 'B2:E4', 'rows and columns by number are accepted'],
  ['r1c1:r2c2', 'A1:B2', 'rows and columns by number are accepted in lower case'],
  ['5:7', '5:7', 'whole rows keep their notation'],
  ['D:F', 'D:F', 'whole columns keep their notation'],
  ['B2:B2', 'B2', 'a block of one cell is a cell'],
].forEach(function (line) {
  check('T', line[2] + ' (' + line[0] + ')', function () {
    equal(scratch.getRange(line[0]).getA1Notation(), line[1]);
  });
});
check('T', 'a notation may name the tab', function () {
  var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  equal(
    spreadsheet
      .getRange("'" + scratch.getName() + "'!B2")
      .getSheet()
      .getName(),
    scratch.getName(),
  );
});
check('T', 'whole columns have the rows of the grid', function () {
  equal(scratch.getRange('D:F').getNumRows(), scratch.getMaxRows());
});
check('T', 'whole rows have the columns of the grid', function () {
  equal(scratch.getRange('5:7').getNumColumns(), scratch.getMaxColumns());
});
check('T', 'whole columns are open above and below', function () {
  var range = scratch.getRange('D:F');
  equal([range.isStartRowBounded(), range.isEndRowBounded()], [false, false]);
});
check('T', 'whole rows are open left and right', function () {
  var range = scratch.getRange('5:7');
  equal([range.isStartColumnBounded(), range.isEndColumnBounded()], [false, false]);
});
check('T', 'a block is closed on all sides', function () {
  var range = scratch.getRange('A1:B2');
  equal([range.isStartRowBounded(), range.isEndColumnBounded()], [true, true]);
});
check('T', 'offset keeps the size', function () {
  equal(scratch.getRange('B2:C4').offset(1, 2).getA1Notation(), 'D3:E5');
});
check('D', 'offset takes a size', function () {
  equal(scratch.getRange('B2:C4').offset(1, 0, 2, 1).getA1Notation(), 'B3:B4');
});
check('T', 'offset refuses no row', function () {
  throwsError(function () {
    scratch.getRange('B2').offset(0, 0, 0, 1);
  });
});
check('D', 'getCell counts from 1 inside the range', function () {
  equal(scratch.getRange('B2:C4').getCell(1, 2).getA1Notation(), 'C2');
});
check('F', 'getCell refuses what is out of the range', function () {
  throwsError(function () {
    scratch.getRange('B2:C4').getCell(4, 1);
  }, /Cell reference out of range/);
});
check('T', 'a range is called Range', function () {
  equal(String(scratch.getRange('A1')), 'Range');
});
check('T', 'a sheet is called Sheet', function () {
  equal(String(scratch), 'Sheet');
});
check('D', 'a range says its place and size', function () {
  var range = scratch.getRange('B2:C4');
  equal(
    [
      range.getRow(),
      range.getColumn(),
      range.getNumRows(),
      range.getNumColumns(),
      range.getLastRow(),
      range.getLastColumn(),
    ],
    [2, 2, 3, 2, 4, 3],
  );
});
check('D', 'a range knows the identifier of its tab', function () {
  equal(scratch.getRange('A1').getGridId(), scratch.getSheetId());
});
check('T', 'the data region is the island around a cell', function () {
  withSheet(function (sheet) {
    sheet.getRange('B2:C3').setValues([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    sheet.getRange('E5').setValue('elsewhere');
    equal(sheet.getRange('B2').getDataRegion().getA1Notation(), 'B2:C3');
  });
});
check('T', 'the next data cell is at the end of the island', function () {
  withSheet(function (sheet) {
    sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]);
    equal(sheet.getRange('A1').getNextDataCell(SpreadsheetApp.Direction.DOWN).getA1Notation(), 'A3');
  });
});
check('T', 'the next data cell stops at the edge of the grid', function () {
  withSheet(function (sheet) {
    equal(sheet.getRange('A1').getNextDataCell(SpreadsheetApp.Direction.DOWN).getRow(), sheet.getMaxRows());
  });
});

// ---------------------------------------------------------------------------------------------------------------------
section('extent');

check('T', 'an empty tab has no last row nor column', function () {
  withSheet(function (sheet) {
    equal([sheet.getLastRow(), sheet.getLastColumn()], [0, 0]);
  });
});
check('T', 'the data range of an empty tab is A1, empty', function () {
  withSheet(function (sheet) {
    equal([sheet.getDataRange().getA1Notation(), sheet.getDataRange().getValues()], ['A1', [['']]]);
  });
});
check('T', 'a new tab is 1000 × 26', function () {
  withSheet(function (sheet) {
    equal([sheet.getMaxRows(), sheet.getMaxColumns()], [1000, 26]);
  });
});
check('F', 'formats are no content', function () {
  withSheet(function (sheet) {
    sheet.getRange('C9').setBackground('#ff0000').setNumberFormat('@');
    equal(sheet.getLastRow(), 0);
  });
});
check('F', 'notes are no content', function () {
  withSheet(function (sheet) {
    sheet.getRange('C9').setNote('note');
    equal(sheet.getLastRow(), 0);
  });
});
check('F', 'rules of validation are no content', function () {
  withSheet(function (sheet) {
    sheet
      .getRange('C9')
      .setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']).build());
    equal(sheet.getLastRow(), 0);
  });
});
check('F', 'a formula that gives an empty text is content', function () {
  withSheet(function (sheet) {
    sheet.getRange('B4').setFormula('=""');
    equal([sheet.getLastRow(), sheet.getLastColumn()], [4, 2]);
  });
});
check('I', 'an unticked box is content', function () {
  withSheet(function (sheet) {
    sheet.getRange('B7').insertCheckboxes();
    equal(sheet.getLastRow(), 7);
  });
});
check('D', 'the data range starts at A1 and ends with the content', function () {
  withSheet(function (sheet) {
    sheet.getRange('B3').setValue('x');
    equal(sheet.getDataRange().getA1Notation(), 'A1:B3');
  });
});
check('D', 'appendRow writes below the content', function () {
  withSheet(function (sheet) {
    sheet.getRange('A3').setValue('x');
    sheet.appendRow(['y', 2]);
    equal(sheet.getRange('A4:B4').getValues(), [['y', 2]]);
  });
});
check('F', 'appendRow grows the grid', function () {
  withSheet(function (sheet) {
    sheet.deleteRows(2, sheet.getMaxRows() - 1);
    sheet.appendRow(['a']);
    sheet.appendRow(['b']);
    equal([sheet.getMaxRows(), sheet.getRange('A2').getValue()], [2, 'b']);
  });
});
check('D', 'rows inserted after the last one grow the grid', function () {
  withSheet(function (sheet) {
    sheet.insertRowsAfter(sheet.getMaxRows(), 5);
    equal(sheet.getMaxRows(), 1005);
  });
});
check('D', 'columns inserted after the last one grow the grid', function () {
  withSheet(function (sheet) {
    sheet.insertColumnsAfter(sheet.getMaxColumns(), 4);
    equal(sheet.getMaxColumns(), 30);
  });
});
check('D', 'rows inserted push the content down', function () {
  withSheet(function (sheet) {
    sheet.getRange('A2').setValue('x');
    sheet.insertRowBefore(2);
    equal([sheet.getRange('A2').getValue(), sheet.getRange('A3').getValue()], ['', 'x']);
  });
});

// ---------------------------------------------------------------------------------------------------------------------
section('values read');

check('D', 'a number is read as a number', function () {
  equal(written(12.5).getValue(), 12.5);
});
check('D', 'a boolean is read as a boolean', function () {
  equal([written(true).getValue(), written(false).getValue()], [true, false]);
});
check('D', 'an empty cell is an empty text', function () {
  equal(fresh().getValue(), '');
});
check('D', 'a text is read as it is', function () {
  equal(written('Élève d’Alençon').getValue(), 'Élève d’Alençon');
});
check('D', 'a date is read back at the same instant', function () {
  var date = new Date(2027, 0, 12, 13, 30);
  equal(written(date).getValue().getTime(), date.getTime());
});
check('D', 'a date read is a Date of the script', function () {
  isTrue(written(new Date(2027, 0, 12)).getValue() instanceof Date);
});
check('D', 'values read are arrays of the script', function () {
  var values = fresh(2, 2).getValues();
  isTrue(values instanceof Array && values[0] instanceof Array && Array.isArray(values));
});
check('D', 'values have the shape of the range', function () {
  var values = fresh(3, 2).getValues();
  equal([values.length, values[0].length], [3, 2]);
});
check('D', 'what is displayed is always a text', function () {
  equal(typeof written(3).getDisplayValue(), 'string');
});
check('D', 'an empty cell displays an empty text', function () {
  equal(fresh(1, 2).getDisplayValues(), [['', '']]);
});
check('F', 'a number with a date format is read as a date', function () {
  equal(wallClock(fresh().setNumberFormat('dd/mm/yyyy').setValue(46399).getValue()), '2027-01-12 00:00');
});
check('F', 'clearing the content keeps the format', function () {
  var cell = written(new Date(2027, 0, 12)).clearContent();
  equal(wallClock(cell.setValue(46400).getValue()), '2027-01-13 00:00');
});
check('D', 'day 0 is 30 December 1899', function () {
  equal(wallClock(fresh().setNumberFormat('dd/mm/yyyy').setValue(0).getValue()).slice(0, 10), '1899-12-30');
});
check('F', 'a time is on 30 December 1899 on the clock of the spreadsheet', function () {
  equal(wallClock(written('16:00').getValue()), '1899-12-30 16:00');
});
check('F', 'a duration over 24 h is on the following days', function () {
  equal(wallClock(fresh().setNumberFormat('[h]:mm').setValue(1.25).getValue()), '1899-12-31 06:00');
});
check('T', 'ten to the fifteenth displays as a power', function () {
  equal(written(1e15).getDisplayValue(), '1E+15');
});
check('T', 'ten to the fifteenth is read as a number', function () {
  equal(written(1e15).getValue(), 1e15);
});
check('D', 'a cell without formula has an empty one', function () {
  equal(written(3).getFormula(), '');
});
check('D', 'isBlank tells an empty range', function () {
  equal([fresh(2, 2).isBlank(), written('x').isBlank()], [true, false]);
});
check('D', 'notes are empty until set', function () {
  equal(fresh().getNote(), '');
});
check('D', 'a note is read back', function () {
  equal(fresh().setNote('aide').getNote(), 'aide');
});

// ---------------------------------------------------------------------------------------------------------------------
/** What is written, what is then read; a date is written `date 2026-10-02 00:00`. */
function writes(lines) {
  lines.forEach(function (line) {
    check(line[2], show(line[0]) + ' becomes ' + show(line[1]), function () {
      var value = written(line[0]).getValue();
      var expected = line[1];
      if (typeof expected === 'string' && expected.indexOf('date ') === 0) {
        equal(wallClock(value), expected.slice(5).replace('YEAR', String(new Date().getFullYear())));
      } else equal(value, expected);
    });
  });
}

section('writes, en_US', 'en_US');
writes([
  ['007', 7, 'F'],
  ['3.5', 3.5, 'F'],
  ['1e3', 1000, 'F'],
  ['1,234', 1234, 'F'],
  ['$5.00', 5, 'F'],
  ['50%', 0.5, 'F'],
  ['TRUE', true, 'F'],
  ['false', false, 'F'],
  ['2026-10-02', 'date 2026-10-02 00:00', 'F'],
  ['10/2/2026', 'date 2026-10-02 00:00', 'F'],
  ['2026-10-02 18:00', 'date 2026-10-02 18:00', 'F'],
  ['16:00', 'date 1899-12-30 16:00', 'F'],
  ['1/2', 'date YEAR-01-02 00:00', 'F'],
  ['1-2', 'date YEAR-01-02 00:00', 'F'],
  ['2026-10-01T18:00:00-05:00', '2026-10-01T18:00:00-05:00', 'F'],
  ['2026-02-31', '2026-02-31', 'F'],
  ["'007", '007', 'F'],
  ['12345678901234567890', 12345678901234567890, 'T'],
  [null, '', 'D'],
  ['', '', 'D'],
  [7, 7, 'D'],
  ['hello', 'hello', 'D'],
]);

section('writes, fr_FR', 'fr_FR');
writes([
  ['1,5', 1.5, 'D'],
  ['31/12/2026', 'date 2026-12-31 00:00', 'D'],
  ['01/02/2027', 'date 2027-02-01 00:00', 'D'],
  ['1/2', 'date YEAR-02-01 00:00', 'I'],
  ['00123', 123, 'F'],
  ['02345678', 2345678, 'F'],
  ['2027-01-12', 'date 2027-01-12 00:00', 'F'],
  ['08:30', 'date 1899-12-30 08:30', 'F'],
  ['50%', 0.5, 'F'],
  ['31/02/2027', '31/02/2027', 'I'],
  ['13/13/2027', '13/13/2027', 'I'],
  ["'=1+1", '=1+1', 'I'],
  ["'+33", '+33', 'I'],
  ['DR S03', 'DR S03', 'D'],
  ['8h30', '8h30', 'I'],
  ['é', 'é', 'D'],
]);
check('D', 'undefined empties the cell', function () {
  equal(written('x').setValue(undefined).getValue(), '');
});
check('D', 'a text that begins with = is a formula', function () {
  equal(written('=1+1').getFormula(), '=1+1');
});
check('F', 'an apostrophe keeps a formula as text', function () {
  equal(written("'=1+1").getFormula(), '');
});
check('F', 'a percentage takes a percent format', function () {
  isTrue(/%$/.test(written('50%').getDisplayValue()));
});
check('T', 'a date written takes a date format', function () {
  isTrue(/y/.test(written(new Date(2027, 0, 12)).getNumberFormat()));
});
['007', '16:00', '2026-10-02', 'TRUE', '1,5', '=1+1'].slice(0, 5).forEach(function (text) {
  check('F', show(text) + ' stays as it is in a cell with the format @', function () {
    equal(fresh().setNumberFormat('@').setValue(text).getValue(), text);
  });
});
check('D', 'a typed boolean stays a boolean in setValues', function () {
  equal(
    fresh(1, 3)
      .setValues([[true, 2, 'x']])
      .getValues(),
    [[true, 2, 'x']],
  );
});
check('F', 'too many rows of data are refused with both numbers', function () {
  throwsError(function () {
    fresh(1, 1).setValues([[1], [2]]);
  }, /^(Exception: )?The number of rows in the data does not match the number of rows in the range\. The data has 2 but the range has 1\.$/);
});
check('F', 'too few columns of data are refused with both numbers', function () {
  throwsError(function () {
    fresh(1, 2).setValues([[1]]);
  }, /^(Exception: )?The number of columns in the data does not match the number of columns in the range\. The data has 1 but the range has 2\.$/);
});
check('F', 'a ragged row is refused', function () {
  throwsError(function () {
    fresh(2, 2).setValues([[1, 2], [3]]);
  }, /number of columns in the data does not match/);
});
check('T', 'a flat list of values is refused by its signature', function () {
  throwsError(function () {
    fresh(1, 2).setValues([1, 2]);
  }, /don't match the method signature for SpreadsheetApp\.Range\.setValues/);
});
check('F', 'formats must have the shape of the range', function () {
  throwsError(function () {
    fresh(1, 2).setNumberFormats([['@']]);
  }, /number of columns/);
});
check('D', 'setters give their range back', function () {
  var range = fresh();
  equal(
    range.setValue(1).setBackground('#ffffff').setFontWeight('bold').getA1Notation(),
    range.getA1Notation(),
  );
});
check('D', 'a value is written in every cell of the range', function () {
  equal(fresh(2, 2).setValue('x').getValues(), [
    ['x', 'x'],
    ['x', 'x'],
  ]);
});

// ---------------------------------------------------------------------------------------------------------------------
section('looks');

[
  ['getBackground', '#ffffff'],
  ['getFontColor', '#000000'],
  ['getFontFamily', 'Arial'],
  ['getFontSize', 10],
  ['getFontWeight', 'normal'],
  ['getFontStyle', 'normal'],
  ['getFontLine', 'none'],
  ['getHorizontalAlignment', 'general'],
  ['getVerticalAlignment', 'bottom'],
].forEach(function (line) {
  check('T', line[0] + ' of a new cell is ' + show(line[1]), function () {
    withSheet(function (sheet) {
      var value = sheet.getRange('A1')[line[0]]();
      // The theme of the spreadsheet may name its font otherwise.
      equal(line[0] === 'getFontFamily' ? String(value).replace(/^.*arial.*$/i, 'Arial') : value, line[1]);
    });
  });
});
check('T', 'getWrap is true until set', function () {
  equal(fresh().getWrap(), true);
});
check('T', 'setFontWeight(null) goes back to normal', function () {
  equal(fresh().setFontWeight('bold').setFontWeight(null).getFontWeight(), 'normal');
});
check('T', 'setHorizontalAlignment(null) goes back to general', function () {
  equal(
    fresh().setHorizontalAlignment('right').setHorizontalAlignment(null).getHorizontalAlignment(),
    'general',
  );
});
check('T', "the format 'general' reads 0.###############", function () {
  equal(fresh().setNumberFormat('general').getNumberFormat(), '0.###############');
});
check('T', 'a colour that does not exist is accepted in silence', function () {
  fresh().setBackground('no such colour');
});
check('T', 'names of colours are read back as numbers, whatever their case', function () {
  equal(fresh().setBackground('Red').getBackground(), '#ff0000');
});
check('D', 'setBackground(null) goes back to white', function () {
  equal(fresh().setBackground('#123456').setBackground(null).getBackground(), '#ffffff');
});
check('D', 'backgrounds are set cell by cell', function () {
  equal(
    fresh(1, 2)
      .setBackgrounds([['#ff0000', '#00ff00']])
      .getBackgrounds(),
    [['#ff0000', '#00ff00']],
  );
});
check('D', 'font weights are set cell by cell', function () {
  equal(
    fresh(1, 2)
      .setFontWeights([['bold', 'normal']])
      .getFontWeights(),
    [['bold', 'normal']],
  );
});
check('D', 'number formats are set cell by cell', function () {
  equal(
    fresh(1, 2)
      .setNumberFormats([['@', '0.00']])
      .getNumberFormats(),
    [['@', '0.00']],
  );
});
check('F', 'patterns stay in the neutral notation', function () {
  equal(fresh().setNumberFormat('#,##0.00').getNumberFormat(), '#,##0.00');
});
check('D', 'merged cells tell so', function () {
  var range = fresh(1, 3).merge();
  equal([range.isPartOfMerge(), fresh().isPartOfMerge()], [true, false]);
});

section('display, fr_FR');
[
  [1.5, '0.0', '1,5', 'D'],
  [1.25, '0.00', '1,25', 'D'],
  [0.5, '0%', '50%', 'D'],
  [46399, 'dd/mm/yyyy', '12/01/2027', 'D'],
  [46399, 'yyyy-mm-dd', '2027-01-12', 'D'],
  [0.354166666666667, 'hh:mm', '08:30', 'D'],
  [1.25, '[h]:mm', '30:00', 'D'],
  [7, '000', '007', 'D'],
].forEach(function (line) {
  check(line[3], show(line[0]) + ' with ' + line[1] + ' displays ' + line[2], function () {
    equal(fresh().setNumberFormat(line[1]).setValue(line[0]).getDisplayValue(), line[2]);
  });
});
check('D', 'a number displays with a decimal comma', function () {
  equal(written(1.5).getDisplayValue(), '1,5');
});
check('F', 'thousands are separated by a no-break space', function () {
  isTrue(/^1[\u00a0\u202f]234$/.test(fresh().setNumberFormat('#,##0').setValue(1234).getDisplayValue()));
});
check('D', 'the locale is that of the spreadsheet', function () {
  equal(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale(), 'fr_FR');
});
section('display, en_US', 'en_US');
check('D', 'a number displays with a decimal point', function () {
  equal(written(1.5).getDisplayValue(), '1.5');
});
check('D', 'the locale changes with setSpreadsheetLocale', function () {
  equal(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale(), 'en_US');
});

// ---------------------------------------------------------------------------------------------------------------------
section('tabs');

check('T', 'a new tab is the active one', function () {
  withSheet(function (sheet, spreadsheet) {
    equal(spreadsheet.getActiveSheet().getName(), sheet.getName());
  });
});
check('D', 'a new tab comes after the active one', function () {
  withSheet(function (sheet, spreadsheet) {
    sheet.activate();
    withSheet(function (other) {
      equal(other.getIndex(), sheet.getIndex() + 1);
    });
  });
});
check('D', 'the index given to insertSheet counts from 0, getIndex from 1', function () {
  var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  var sheet = spreadsheet.insertSheet('Check ' + Utilities.getUuid().slice(0, 8), 0);
  var index = sheet.getIndex();
  spreadsheet.deleteSheet(sheet);
  equal(index, 1);
});
check('F', 'two tabs cannot have the same name', function () {
  throwsError(function () {
    SpreadsheetApp.getActiveSpreadsheet().insertSheet(scratch.getName());
  }, /A sheet with the name ".*" already exists\. Please enter another name\./);
});
check('F', 'a tab cannot take the name of another', function () {
  withSheet(function (sheet) {
    throwsError(function () {
      sheet.setName(scratch.getName());
    }, /already exists/);
  });
});
check('D', 'a tab that does not exist is null', function () {
  equal(SpreadsheetApp.getActiveSpreadsheet().getSheetByName('no such tab'), null);
});
check('D', 'a tab is found by its name', function () {
  equal(
    SpreadsheetApp.getActiveSpreadsheet().getSheetByName(scratch.getName()).getSheetId(),
    scratch.getSheetId(),
  );
});
check('D', 'getSheets lists the tabs in order', function () {
  var sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  sheets.forEach(function (sheet, index) {
    equal(sheet.getIndex(), index + 1);
  });
});
check('F', 'all the rows cannot be deleted', function () {
  withSheet(function (sheet) {
    throwsError(function () {
      sheet.deleteRows(1, sheet.getMaxRows());
    }, /Sorry, it is not possible to delete all non-frozen rows\.|can't delete all the rows/i);
  });
});
check('F', 'rows outside the grid cannot be deleted', function () {
  withSheet(function (sheet) {
    throwsError(function () {
      sheet.deleteRow(sheet.getMaxRows() + 1);
    }, /Those rows are out of bounds\./);
  });
});
check('T', 'sheet.clear keeps notes and rules', function () {
  withSheet(function (sheet) {
    var rule = SpreadsheetApp.newDataValidation().requireValueInList(['a']).build();
    var cell = sheet
      .getRange('A1')
      .setValue('a')
      .setNote('note')
      .setDataValidation(rule)
      .setBackground('#ff0000');
    sheet.clear();
    equal(
      [cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null],
      ['', '#ffffff', 'note', true],
    );
  });
});
check('D', 'clearContents keeps the looks', function () {
  withSheet(function (sheet) {
    var cell = sheet.getRange('A1').setValue('a').setBackground('#ff0000');
    sheet.clearContents();
    equal([cell.getValue(), cell.getBackground()], ['', '#ff0000']);
  });
});
check('D', 'clearFormats keeps the values', function () {
  withSheet(function (sheet) {
    var cell = sheet.getRange('A1').setValue('a').setBackground('#ff0000');
    sheet.clearFormats();
    equal([cell.getValue(), cell.getBackground()], ['a', '#ffffff']);
  });
});
check('D', 'clearNotes removes the notes only', function () {
  withSheet(function (sheet) {
    var cell = sheet.getRange('A1').setValue('a').setNote('note');
    sheet.clearNotes();
    equal([cell.getValue(), cell.getNote()], ['a', '']);
  });
});
check('T', 'sorting puts numbers, then texts, then booleans, then blanks', function () {
  withSheet(function (sheet) {
    var range = sheet.getRange('A1:A5').setValues([['b'], [true], [''], [2], ['a']]);
    range.sort(1);
    equal(range.getValues(), [[2], ['a'], ['b'], [true], ['']]);
  });
});
check('T', 'sorting takes the absolute number of the column', function () {
  withSheet(function (sheet) {
    var range = sheet.getRange('B1:C3').setValues([
      [1, 'c'],
      [2, 'a'],
      [3, 'b'],
    ]);
    range.sort({ column: 3, ascending: true });
    equal(range.getValues(), [
      [2, 'a'],
      [3, 'b'],
      [1, 'c'],
    ]);
  });
});
check('D', 'hiding a hidden tab does nothing', function () {
  withSheet(function (sheet) {
    sheet.hideSheet();
    sheet.hideSheet();
    equal(sheet.isSheetHidden(), true);
    sheet.showSheet();
  });
});
check('D', 'frozen rows and columns are counted', function () {
  withSheet(function (sheet) {
    sheet.setFrozenRows(2);
    sheet.setFrozenColumns(1);
    equal([sheet.getFrozenRows(), sheet.getFrozenColumns()], [2, 1]);
  });
});
check('D', 'widths of columns are pixels', function () {
  withSheet(function (sheet) {
    sheet.setColumnWidth(2, 180);
    equal(sheet.getColumnWidth(2), 180);
  });
});
check('D', 'a copy keeps the values', function () {
  withSheet(function (sheet, spreadsheet) {
    sheet.getRange('A1').setValue('x');
    var copy = sheet.copyTo(spreadsheet);
    var value = copy.getRange('A1').getValue();
    spreadsheet.deleteSheet(copy);
    equal(value, 'x');
  });
});
check('D', 'flush may be called at any time', function () {
  SpreadsheetApp.flush();
});

// ---------------------------------------------------------------------------------------------------------------------
section('validation');

function rule() {
  return SpreadsheetApp.newDataValidation();
}
check('T', 'a new rule allows what is invalid', function () {
  equal(rule().getAllowInvalid(), true);
});
check('T', 'a new rule has no criterion', function () {
  equal(rule().getCriteriaType(), null);
});
check('T', 'a new rule has no values', function () {
  equal(rule().getCriteriaValues(), []);
});
check('T', 'a new rule has no help', function () {
  equal(rule().getHelpText(), null);
});
check('T', 'values of a list become texts, with the drop-down', function () {
  equal(rule().requireValueInList([1, 'b']).build().getCriteriaValues(), [['1', 'b'], true]);
});
check('F', 'a value refused by a strict rule throws and names the cell', function () {
  var cell = fresh().setDataValidation(
    rule().requireValueInList(['oui', 'non']).setAllowInvalid(false).build(),
  );
  throwsError(
    function () {
      cell.setValue('peut-être');
    },
    new RegExp(
      'The data you entered in cell ' +
        cell.getA1Notation() +
        ' violates the data validation rules set on this cell\\.',
    ),
  );
});
check('F', 'a value accepted by a strict rule is written', function () {
  var cell = fresh().setDataValidation(
    rule().requireValueInList(['oui', 'non']).setAllowInvalid(false).build(),
  );
  equal(cell.setValue('oui').getValue(), 'oui');
});
check('D', 'a lenient rule lets anything in', function () {
  var cell = fresh().setDataValidation(rule().requireValueInList(['oui']).setAllowInvalid(true).build());
  equal(cell.setValue('peut-être').getValue(), 'peut-être');
});
check('D', 'setDataValidation(null) removes the rule', function () {
  var cell = fresh().setDataValidation(rule().requireValueInList(['oui']).build());
  equal(cell.setDataValidation(null).getDataValidation(), null);
});
check('T', 'clearDataValidations removes the rules', function () {
  var cell = fresh().setDataValidation(rule().requireValueInList(['oui']).build());
  equal(cell.clearDataValidations().getDataValidation(), null);
});
check('D', 'a cell without rule has none', function () {
  equal(fresh().getDataValidation(), null);
});
check('D', 'a check box begins unticked', function () {
  equal(fresh().insertCheckboxes().getValue(), false);
});
check('T', 'a check box is a rule CHECKBOX', function () {
  equal(JSON.stringify(fresh().insertCheckboxes().getDataValidation().getCriteriaType()), '"CHECKBOX"');
});
check('T', 'check ticks and uncheck unticks', function () {
  var cell = fresh().insertCheckboxes();
  equal([cell.check().getValue(), cell.uncheck().getValue()], [true, false]);
});
check('T', 'isChecked is null when boxes differ', function () {
  var range = fresh(2, 1).insertCheckboxes();
  range.getCell(1, 1).check();
  equal(
    [range.isChecked(), range.getCell(1, 1).isChecked(), range.getCell(2, 1).isChecked()],
    [null, true, false],
  );
});
check('T', 'removeCheckboxes removes the rule and blanks the cell', function () {
  var cell = fresh().insertCheckboxes().check().removeCheckboxes();
  equal([cell.getValue(), cell.getDataValidation()], ['', null]);
});
[
  [
    'TEXT_IS_VALID_EMAIL',
    function (builder) {
      return builder.requireTextIsEmail();
    },
  ],
  [
    'VALUE_IN_LIST',
    function (builder) {
      return builder.requireValueInList(['a']);
    },
  ],
  [
    'VALUE_IN_RANGE',
    function (builder) {
      return builder.requireValueInRange(scratch.getRange('A1:A3'));
    },
  ],
  [
    'NUMBER_BETWEEN',
    function (builder) {
      return builder.requireNumberBetween(1, 2);
    },
  ],
  [
    'CUSTOM_FORMULA',
    function (builder) {
      return builder.requireFormulaSatisfied('=TRUE');
    },
  ],
].forEach(function (line) {
  check('T', 'the criterion ' + line[0] + ' has that name', function () {
    equal(JSON.stringify(line[1](rule()).build().getCriteriaType()), '"' + line[0] + '"');
  });
});
check('D', 'a copy of a rule can be changed', function () {
  equal(
    rule().requireValueInList(['a']).build().copy().setAllowInvalid(false).build().getAllowInvalid(),
    false,
  );
});
check('D', 'the help of a rule is read back', function () {
  equal(rule().requireValueInList(['a']).setHelpText('aide').build().getHelpText(), 'aide');
});

// ---------------------------------------------------------------------------------------------------------------------
section('protection');

check('T', 'a protection has an empty description', function () {
  withSheet(function (sheet) {
    equal(sheet.protect().getDescription(), '');
  });
});
check('D', 'protections are listed by type', function () {
  withSheet(function (sheet) {
    sheet.protect().setDescription('whole');
    sheet.getRange('A1').protect().setDescription('cell');
    var list = function (type) {
      return sheet.getProtections(type).map(function (protection) {
        return protection.getDescription();
      });
    };
    equal(
      [list(SpreadsheetApp.ProtectionType.SHEET), list(SpreadsheetApp.ProtectionType.RANGE)],
      [['whole'], ['cell']],
    );
  });
});
check('T', 'the range of the protection of a tab has an empty notation', function () {
  withSheet(function (sheet) {
    equal(sheet.protect().getRange().getA1Notation(), '');
  });
});
check('D', 'a protection that only warns tells so', function () {
  withSheet(function (sheet) {
    equal(sheet.protect().setWarningOnly(true).isWarningOnly(), true);
  });
});
check('I', 'a protection that only warns does not stop scripts', function () {
  withSheet(function (sheet) {
    sheet.protect().setWarningOnly(true);
    equal(sheet.getRange('A1').setValue('x').getValue(), 'x');
  });
});
check('D', 'the user who protects can still edit', function () {
  withSheet(function (sheet) {
    var protection = sheet.protect();
    protection.removeEditors(protection.getEditors());
    equal(protection.canEdit(), true);
    equal(sheet.getRange('A1').setValue('x').getValue(), 'x');
  });
});
check('D', 'unprotected ranges are read back', function () {
  withSheet(function (sheet) {
    var protection = sheet.protect().setUnprotectedRanges([sheet.getRange('B2:B5')]);
    equal(protection.getUnprotectedRanges()[0].getA1Notation(), 'B2:B5');
  });
});
check('D', 'a protection can be removed', function () {
  withSheet(function (sheet) {
    sheet.protect().remove();
    equal(sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, 0);
  });
});

// ---------------------------------------------------------------------------------------------------------------------
section('filters, names, formats by condition, charts');

check('D', 'a tab has no filter until it is made', function () {
  withSheet(function (sheet) {
    equal(sheet.getFilter(), null);
  });
});
check('D', 'a filter keeps its range', function () {
  withSheet(function (sheet) {
    sheet.getRange('A1:B5').setValue('x').createFilter();
    equal(sheet.getFilter().getRange().getA1Notation(), 'A1:B5');
  });
});
check('T', 'a tab has one filter only', function () {
  withSheet(function (sheet) {
    sheet.getRange('A1:B5').setValue('x').createFilter();
    throwsError(function () {
      sheet.getRange('D1:E5').createFilter();
    }, /You can't create a filter in a sheet that already has a filter\./);
  });
});
check('T', 'any range gives the filter of its tab', function () {
  withSheet(function (sheet) {
    sheet.getRange('A1:B5').setValue('x').createFilter();
    equal(sheet.getRange('F9').getFilter().getRange().getA1Notation(), 'A1:B5');
  });
});
check('D', 'a filter can be removed', function () {
  withSheet(function (sheet) {
    sheet.getRange('A1:B5').setValue('x').createFilter();
    sheet.getFilter().remove();
    equal(sheet.getFilter(), null);
  });
});
check('T', 'a name that does not exist gives null', function () {
  equal(SpreadsheetApp.getActiveSpreadsheet().getRangeByName('no_such_name'), null);
});
check('T', 'a named range is found', function () {
  withSheet(function (sheet, spreadsheet) {
    spreadsheet.setNamedRange('Conformance_name', sheet.getRange('B2:B4'));
    var found = spreadsheet.getRangeByName('Conformance_name').getA1Notation();
    spreadsheet.removeNamedRange('Conformance_name');
    equal([found, spreadsheet.getRangeByName('Conformance_name')], ['B2:B4', null]);
  });
});
check('D', 'setting the formats by condition replaces them all', function () {
  withSheet(function (sheet) {
    var make = function (text) {
      return SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(text)
        .setBackground('#ff0000')
        .setRanges([sheet.getRange('A1:A9')])
        .build();
    };
    sheet.setConditionalFormatRules([make('a'), make('b')]);
    sheet.setConditionalFormatRules([make('c')]);
    equal(sheet.getConditionalFormatRules().length, 1);
  });
});
check('D', 'a format by condition keeps its cells', function () {
  withSheet(function (sheet) {
    var made = SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo('a')
      .setBackground('#ff0000')
      .setRanges([sheet.getRange('A2:A9')])
      .build();
    sheet.setConditionalFormatRules([made]);
    equal(sheet.getConditionalFormatRules()[0].getRanges()[0].getA1Notation(), 'A2:A9');
  });
});
check('D', 'a chart is inserted, listed and removed', function () {
  withSheet(function (sheet) {
    sheet.getRange('A1:B3').setValues([
      ['Site', 'Places'],
      ['a', 1],
      ['b', 2],
    ]);
    var chart = sheet
      .newChart()
      .asColumnChart()
      .addRange(sheet.getRange('A1:B3'))
      .setPosition(5, 1, 0, 0)
      .build();
    sheet.insertChart(chart);
    var before = sheet.getCharts().length;
    sheet.removeChart(sheet.getCharts()[0]);
    equal([before, sheet.getCharts().length], [1, 0]);
  });
});
check('D', 'a text with a link keeps it', function () {
  var value = SpreadsheetApp.newRichTextValue().setText('Pix').setLinkUrl('https://pix.fr/').build();
  var cell = fresh().setRichTextValue(value);
  equal([cell.getValue(), cell.getRichTextValue().getLinkUrl()], ['Pix', 'https://pix.fr/']);
});
check('D', 'copying values only keeps the looks of the destination', function () {
  var from = written('x').setBackground('#ff0000');
  var to = fresh();
  from.copyTo(to, { contentsOnly: true });
  equal([to.getValue(), to.getBackground()], ['x', '#ffffff']);
});

// ---------------------------------------------------------------------------------------------------------------------
section('globals');

[
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'TextEncoder',
  'TextDecoder',
  'ReadableStream',
  'WritableStream',
  'fetch',
  'FormData',
  'File',
  'Blob',
  'URL',
  'URLSearchParams',
  'DOMException',
  'atob',
  'btoa',
  'crypto',
  'window',
  'navigator',
  'performance',
  'process',
  'require',
].forEach(function (name) {
  check('D', name + ' does not exist', function () {
    equal(typeof globalThis[name], 'undefined');
  });
});
[
  ['Promise', 'D'],
  ['WebAssembly', 'D'],
  ['console', 'D'],
  ['Map', 'F'],
  ['Set', 'F'],
  ['Proxy', 'F'],
  ['Symbol', 'F'],
  ['Intl', 'D'],
  ['BigInt', 'F'],
  ['Uint8Array', 'F'],
  ['Int32Array', 'F'],
  ['Logger', 'D'],
  ['SpreadsheetApp', 'D'],
  ['HtmlService', 'D'],
  ['PropertiesService', 'D'],
  ['CacheService', 'D'],
  ['LockService', 'D'],
  ['Utilities', 'D'],
  ['Session', 'D'],
  ['ScriptApp', 'D'],
].forEach(function (line) {
  check(line[1], line[0] + ' exists', function () {
    isTrue(typeof globalThis[line[0]] !== 'undefined');
  });
});
check('D', 'functions declared at the top are properties of the global object', function () {
  equal(typeof globalThis.main, 'function');
});
check('T', 'too many arguments at once overflow the stack', function () {
  var list = new Array(1000000).fill(0);
  throwsError(function () {
    Array.prototype.push.apply([], list);
  }, /Maximum call stack size exceeded/);
});
check('D', 'an enumeration is the text of its name in JSON', function () {
  equal(JSON.stringify(SpreadsheetApp.ProtectionType.SHEET), '"SHEET"');
});
check('T', 'an enumeration is called by its name', function () {
  equal(String(SpreadsheetApp.ProtectionType.RANGE), 'RANGE');
});
check('F', 'a day without time is midnight in UTC', function () {
  equal(new Date('2026-05-17').getTime(), Date.UTC(2026, 4, 17));
});
check('F', 'a date by numbers is in the zone of the script', function () {
  equal(
    Utilities.formatDate(new Date(2026, 4, 17), Session.getScriptTimeZone(), 'yyyy-MM-dd HH:mm'),
    '2026-05-17 00:00',
  );
});
check('I', 'a module of WebAssembly is made synchronously', function () {
  var instance = new WebAssembly.Instance(
    new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
    {},
  );
  isTrue(instance instanceof WebAssembly.Instance);
});
check('D', 'errors of services are errors of the script', function () {
  try {
    scratch.getRange(0, 0);
  } catch (error) {
    isTrue(error instanceof Error);
    return;
  }
  throw new Error('expected an error');
});

// ---------------------------------------------------------------------------------------------------------------------
section('pages');

function evaluated(template, value) {
  var page = HtmlService.createTemplate(template);
  page.value = value;
  return page.evaluate().getContent();
}
check('D', 'the content of a page is what was given', function () {
  equal(HtmlService.createHtmlOutput('<p>é</p>').getContent(), '<p>é</p>');
});
check('F', 'a printing scriptlet escapes an apostrophe in text', function () {
  equal(evaluated('<p><?= value ?></p>', "l'eau"), '<p>l&#39;eau</p>');
});
check('F', 'a printing scriptlet escapes tags in text', function () {
  equal(evaluated('<p><?= value ?></p>', '<b>'), '<p>&lt;b&gt;</p>');
});
check('D', 'a forced scriptlet prints as it is', function () {
  equal(evaluated('<p><?!= value ?></p>', '<b>'), '<p><b></p>');
});
check('D', 'a scriptlet runs code', function () {
  equal(evaluated('<? for (var i = 0; i < 3; i++) { ?><?= i ?><? } ?>', null), '012');
});
check('I', 'a variable that is not set stops the page', function () {
  throwsError(function () {
    HtmlService.createTemplate('<?= neverSet ?>').evaluate();
  }, /neverSet is not defined/);
});
check('F', 'a page that does not exist is named in the error', function () {
  throwsError(function () {
    HtmlService.createTemplateFromFile('no/such/page');
  }, /No HTML file named no\/such\/page was found\./);
});
check('D', 'the title of a page is read back', function () {
  equal(HtmlService.createHtmlOutput('').setTitle('Pix').getTitle(), 'Pix');
});
check('D', 'the size of a page is read back', function () {
  var page = HtmlService.createHtmlOutput('').setWidth(500).setHeight(300);
  equal([page.getWidth(), page.getHeight()], [500, 300]);
});
check('D', 'the raw content of a template is not run', function () {
  equal(HtmlService.createTemplate('<?= 1 ?>').getRawContent(), '<?= 1 ?>');
});

// ---------------------------------------------------------------------------------------------------------------------
section('memory and locks');

/** A key of our own, removed afterwards. */
function withKey(run) {
  var key = 'conformance.' + Utilities.getUuid();
  var store = PropertiesService.getScriptProperties();
  try {
    run(store, key);
  } finally {
    store.deleteProperty(key);
  }
}
check('D', 'a property is read back', function () {
  withKey(function (store, key) {
    store.setProperty(key, 'é');
    equal(store.getProperty(key), 'é');
  });
});
check('D', 'a property that was not set is null', function () {
  equal(PropertiesService.getScriptProperties().getProperty('conformance.none'), null);
});
check('D', 'a property can be deleted', function () {
  withKey(function (store, key) {
    store.setProperty(key, 'x');
    store.deleteProperty(key);
    equal(store.getProperty(key), null);
  });
});
check('D', 'a property holds 9,000 characters', function () {
  withKey(function (store, key) {
    var text = new Array(9001).join('x');
    store.setProperty(key, text);
    equal(store.getProperty(key).length, 9000);
  });
});
check('F', 'a property over 9 KB is refused', function () {
  withKey(function (store, key) {
    throwsError(function () {
      store.setProperty(key, new Array(20001).join('x'));
    }, /Argument too large: value/);
  });
});
check('D', 'a script bound to a spreadsheet has properties of the document', function () {
  isTrue(PropertiesService.getDocumentProperties() !== null);
});
check('D', 'the cache gives back what it was given', function () {
  var cache = CacheService.getScriptCache();
  cache.put('conformance', 'é', 60);
  equal(cache.get('conformance'), 'é');
  cache.remove('conformance');
});
check('D', 'what is not in the cache is null', function () {
  equal(CacheService.getScriptCache().get('conformance.none'), null);
});
check('F', 'a key of cache over 250 characters is refused', function () {
  throwsError(function () {
    CacheService.getScriptCache().put(new Array(252).join('k'), 'x');
  }, /Argument too large: key/);
});
check('F', 'a value over 100 KB is refused by the cache', function () {
  throwsError(function () {
    CacheService.getScriptCache().put('conformance', new Array(110001).join('x'));
  }, /Argument too large: value/);
});
check('T', 'a free lock is taken without waiting', function () {
  var lock = LockService.getScriptLock();
  equal(lock.tryLock(0), true);
  lock.releaseLock();
});
check('T', 'an execution takes again the lock that it holds', function () {
  var lock = LockService.getScriptLock();
  lock.tryLock(1000);
  equal(lock.tryLock(0), true);
  lock.releaseLock();
});
check('T', 'a negative wait takes no lock', function () {
  equal(LockService.getScriptLock().tryLock(-1), false);
});
check('T', 'waitLock refuses a negative wait', function () {
  throwsError(function () {
    LockService.getScriptLock().waitLock(-1);
  });
});
check('D', 'hasLock follows', function () {
  var lock = LockService.getScriptLock();
  lock.tryLock(1000);
  var held = lock.hasLock();
  lock.releaseLock();
  equal([held, lock.hasLock()], [true, false]);
});
check('D', 'a script bound to a spreadsheet has a lock of the document', function () {
  isTrue(LockService.getDocumentLock() !== null);
});

// ---------------------------------------------------------------------------------------------------------------------
section('utilities');

check('D', 'dates are formatted in the zone asked', function () {
  equal(
    Utilities.formatDate(new Date(Date.UTC(2027, 0, 12, 12, 30)), 'Europe/Paris', 'dd/MM/yyyy HH:mm'),
    '12/01/2027 13:30',
  );
});
check('D', 'bytes are signed', function () {
  equal(Utilities.newBlob('é').getBytes(), [-61, -87]);
});
check('D', 'a blob gives its text back', function () {
  equal(Utilities.newBlob('Alençon').getDataAsString(), 'Alençon');
});
check('D', 'base64 goes there and back', function () {
  var bytes = Utilities.base64Decode(Utilities.base64Encode('Pix'));
  equal(Utilities.newBlob(bytes).getDataAsString(), 'Pix');
});
check('D', 'a unique identifier has 36 characters', function () {
  isTrue(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(Utilities.getUuid()));
});
check('D', 'the script has a time zone', function () {
  isTrue(/\w/.test(Session.getScriptTimeZone()));
});

// ---------------------------------------------------------------------------------------------------------------------
section('forms');

/** One form for all the checks: a script cannot delete it without access to the whole Drive. */
var sharedForm = null;

/** Runs `run` with the form emptied of its items. */
function withForm(run) {
  sharedForm = sharedForm || FormApp.create('Conformance, to be deleted');
  while (sharedForm.getItems().length > 0) sharedForm.deleteItem(0);
  run(sharedForm);
}

/** Runs `run` with the form linked to this spreadsheet, and its tab, removed afterwards. */
function withLinkedForm(prepare, run) {
  withForm(function (form) {
    var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    prepare(form);
    form.setDestination(FormApp.DestinationType.SPREADSHEET, spreadsheet.getId());
    SpreadsheetApp.flush();
    var sheet = spreadsheet.getSheets().filter(function (one) {
      return one.getFormUrl() !== null;
    })[0];
    try {
      run(form, sheet, spreadsheet);
    } finally {
      if (sheet && sheet.getFormUrl() !== null) form.removeDestination();
      if (sheet) spreadsheet.deleteSheet(sheet);
      spreadsheet.setActiveSheet(scratch);
    }
  });
}

check('T', 'the name of the file is not the title that respondents see', function () {
  withForm(function (form) {
    equal(form.getTitle(), '');
  });
});
check('D', 'a new form has no destination', function () {
  withForm(function (form) {
    throwsError(function () {
      form.getDestinationId();
    });
  });
});
check('T', 'items are numbered', function () {
  withForm(function (form) {
    equal(typeof form.addTextItem().getId(), 'number');
  });
});
check('D', 'an item says its kind', function () {
  withForm(function (form) {
    form.addCheckboxItem();
    isTrue(form.getItems()[0].getType() === FormApp.ItemType.CHECKBOX);
  });
});
check('D', 'items are found by kind', function () {
  withForm(function (form) {
    form.addTextItem();
    form.addSectionHeaderItem();
    equal(form.getItems(FormApp.ItemType.SECTION_HEADER).length, 1);
  });
});
check('D', 'an item is found by its identifier', function () {
  withForm(function (form) {
    var id = form.addTextItem().setTitle('Groupe').getId();
    equal(form.getItemById(id).getTitle(), 'Groupe');
  });
});
check('D', 'an identifier that no item has gives null', function () {
  withForm(function (form) {
    equal(form.getItemById(1), null);
  });
});
check('F', 'an item is not taken for another kind', function () {
  withForm(function (form) {
    form.addTextItem();
    throwsError(function () {
      form.getItems()[0].asListItem();
    }, /Invalid conversion/);
  });
});
check('T', 'a new question with choices has one that is empty', function () {
  withForm(function (form) {
    equal(
      form
        .addListItem()
        .getChoices()
        .map(function (choice) {
          return choice.getValue();
        }),
      [''],
    );
  });
});
check('D', 'choices are read back', function () {
  withForm(function (form) {
    var values = form
      .addCheckboxItem()
      .setChoiceValues(['C01', 'C02'])
      .getChoices()
      .map(function (choice) {
        return choice.getValue();
      });
    equal(values, ['C01', 'C02']);
  });
});
check('F', 'a question has at least one choice', function () {
  withForm(function (form) {
    throwsError(function () {
      form.addListItem().setChoiceValues([]);
    });
  });
});
check('F', 'a choice stands once', function () {
  withForm(function (form) {
    throwsError(function () {
      form.addListItem().setChoiceValues(['a', 'a']);
    });
  });
});
check('F', 'an answer is one of the choices', function () {
  withForm(function (form) {
    throwsError(function () {
      form.addListItem().setChoiceValues(['a']).createResponse('b');
    }, /Invalid response/);
  });
});
check('D', 'items move', function () {
  withForm(function (form) {
    form.addTextItem().setTitle('un');
    form.addTextItem().setTitle('deux');
    form.moveItem(1, 0);
    equal(form.getItems()[0].getTitle(), 'deux');
  });
});
check('D', 'settings are read back', function () {
  withForm(function (form) {
    form.setCollectEmail(true).setAllowResponseEdits(true);
    var read = [form.collectsEmail(), form.canEditResponse()];
    form.setCollectEmail(false).setAllowResponseEdits(false);
    equal(read, [true, true]);
  });
});
check('D', 'a form is opened by its identifier and by its address', function () {
  withForm(function (form) {
    equal(FormApp.openById(form.getId()).getId(), form.getId());
    equal(FormApp.openByUrl(form.getEditUrl()).getId(), form.getId());
  });
});
check('F', 'an identifier that is not one opens no form', function () {
  throwsError(function () {
    FormApp.openById('conformance');
  });
});
check('D', 'a link carries answers', function () {
  withForm(function (form) {
    var answer = form.addTextItem().setTitle('Groupe').createResponse('L1');
    var url = form.createResponse().withItemResponse(answer).toPrefilledUrl();
    isTrue(/entry\.\d+=L1/.test(url), url);
  });
});
check('D', 'a linked form has a tab of its own, which knows it', function () {
  withLinkedForm(
    function (form) {
      form.addTextItem().setTitle('Groupe');
    },
    function (form, sheet) {
      isTrue(!!sheet, 'no tab has a form');
      equal(FormApp.openByUrl(sheet.getFormUrl()).getId(), form.getId());
    },
  );
});
check('F', 'the linked tab has the instant first, then the questions in order', function () {
  withLinkedForm(
    function (form) {
      form.addTextItem().setTitle('Groupe');
      form.addCheckboxItem().setTitle('Créneaux').setChoiceValues(['C01']);
    },
    function (form, sheet) {
      equal(sheet.getRange('B1:C1').getValues(), [['Groupe', 'Créneaux']]);
    },
  );
});
check('F', 'each row of a grid has its column', function () {
  withLinkedForm(
    function (form) {
      form.addGridItem().setTitle('Avis').setRows(['lundi', 'mardi']).setColumns(['oui']);
    },
    function (form, sheet) {
      equal(sheet.getRange('B1:C1').getValues(), [['Avis [lundi]', 'Avis [mardi]']]);
    },
  );
});
check('F', 'a tab is not deleted while its form is linked', function () {
  withLinkedForm(
    function () {},
    function (form, sheet, spreadsheet) {
      throwsError(function () {
        spreadsheet.deleteSheet(sheet);
      });
    },
  );
});
check('D', 'a form that is unlinked leaves its tab, which knows it no more', function () {
  withLinkedForm(
    function () {},
    function (form, sheet) {
      form.removeDestination();
      SpreadsheetApp.flush();
      equal(sheet.getFormUrl(), null);
    },
  );
});
check('D', 'an ordinary tab has no form', function () {
  equal(scratch.getFormUrl(), null);
});

// ---------------------------------------------------------------------------------------------------------------------
section('messages');

check('D', 'the quota that remains is a number', function () {
  isTrue(MailApp.getRemainingDailyQuota() >= 0);
});
check('F', 'a message without a recipient is refused', function () {
  throwsError(function () {
    MailApp.sendEmail('', 's', 'b');
  }, /no recipient/);
});
check('F', 'a recipient that is no address is refused', function () {
  throwsError(function () {
    MailApp.sendEmail('not an address', 's', 'b');
  }, /Invalid email/);
});
check('F', 'a subject over 250 characters is refused', function () {
  throwsError(function () {
    MailApp.sendEmail(Session.getEffectiveUser().getEmail(), new Array(300).join('s'), 'b');
  }, /Argument too large: subject/);
});

// ---------------------------------------------------------------------------------------------------------------------
section('calendars');

/** Runs `run` with an event of the calendar of the account, deleted afterwards. */
function withEvent(run) {
  var calendar = CalendarApp.getDefaultCalendar();
  var start = new Date(2037, 0, 12, 8, 30);
  var event = calendar.createEvent('Conformance', start, new Date(start.getTime() + 3600000), {
    location: 'Mercure',
  });
  try {
    run(event, calendar);
  } finally {
    try {
      event.deleteEvent();
    } catch (error) {
      console.log(error.message);
    }
  }
}
check('D', 'an event is found again by its identifier', function () {
  withEvent(function (event, calendar) {
    equal(calendar.getEventById(event.getId()).getTitle(), 'Conformance');
  });
});
check('D', 'an event keeps its place and its times', function () {
  withEvent(function (event) {
    equal([event.getLocation(), event.getEndTime() - event.getStartTime()], ['Mercure', 3600000]);
  });
});
check('D', 'an event is changed in place', function () {
  withEvent(function (event, calendar) {
    event.setTitle('Conformance bis').setTime(new Date(2037, 0, 13, 9, 0), new Date(2037, 0, 13, 10, 0));
    var again = calendar.getEventById(event.getId());
    equal([again.getTitle(), again.getStartTime().getDate()], ['Conformance bis', 13]);
  });
});
check('D', 'an event carries tags', function () {
  withEvent(function (event) {
    event.setTag('session', 'S01');
    equal(event.getTag('session'), 'S01');
  });
});
check('D', 'events are found by time', function () {
  withEvent(function (event, calendar) {
    var found = calendar.getEvents(event.getStartTime(), event.getEndTime(), { search: 'Conformance' });
    isTrue(
      found.some(function (one) {
        return one.getId() === event.getId();
      }),
    );
  });
});
check('F', 'an event does not end before it starts', function () {
  throwsError(function () {
    CalendarApp.getDefaultCalendar().createEvent('Conformance', new Date(2037, 0, 2), new Date(2037, 0, 1));
  }, /start time must be before/);
});
check('D', 'a calendar that does not exist is null', function () {
  equal(CalendarApp.getCalendarById('conformance@group.calendar.google.com'), null);
});
check('D', 'the calendar of the account is its own', function () {
  var calendar = CalendarApp.getDefaultCalendar();
  equal([calendar.isOwnedByMe(), calendar.isMyPrimaryCalendar()], [true, true]);
});

// ---------------------------------------------------------------------------------------------------------------------
section('triggers');

/** Runs `run` with a trigger on the answers of forms, deleted afterwards. */
function withTrigger(run) {
  var trigger = ScriptApp.newTrigger('main')
    .forSpreadsheet(SpreadsheetApp.getActive())
    .onFormSubmit()
    .create();
  try {
    run(trigger);
  } finally {
    ScriptApp.deleteTrigger(trigger);
  }
}
check('D', 'a trigger says what it waits for', function () {
  withTrigger(function (trigger) {
    equal(
      [String(trigger.getEventType()), String(trigger.getTriggerSource()), trigger.getHandlerFunction()],
      ['ON_FORM_SUBMIT', 'SPREADSHEETS', 'main'],
    );
    equal(trigger.getTriggerSourceId(), SpreadsheetApp.getActive().getId());
  });
});
check('D', 'a trigger is among those of the project until it is deleted', function () {
  var id = '';
  var found = function () {
    return ScriptApp.getProjectTriggers().some(function (trigger) {
      return trigger.getUniqueId() === id;
    });
  };
  withTrigger(function (trigger) {
    id = trigger.getUniqueId();
    equal(found(), true);
  });
  equal(found(), false);
});
check('D', 'a trigger on the clock has no file', function () {
  var trigger = ScriptApp.newTrigger('main').timeBased().everyHours(12).create();
  try {
    equal(trigger.getTriggerSourceId() || null, null);
    isTrue(trigger.getTriggerSource() === ScriptApp.TriggerSource.CLOCK);
  } finally {
    ScriptApp.deleteTrigger(trigger);
  }
});

// ---------------------------------------------------------------------------------------------------------------------
section('other spreadsheets');

/** One file for all the checks: a script cannot delete it without access to the whole Drive. */
var sharedFile = null;
function otherFile() {
  sharedFile = sharedFile || SpreadsheetApp.create('Conformance, to be deleted', 20, 5);
  return sharedFile;
}
check('D', 'a new spreadsheet has the size asked', function () {
  var sheet = otherFile().getSheets()[0];
  equal([sheet.getMaxRows(), sheet.getMaxColumns()], [20, 5]);
});
check('D', 'a spreadsheet is opened by its identifier and by its address', function () {
  var id = otherFile().getId();
  equal(SpreadsheetApp.openById(id).getId(), id);
  equal(SpreadsheetApp.openByUrl(otherFile().getUrl()).getId(), id);
});
check('D', 'what is written in one is not in the other', function () {
  otherFile().getSheets()[0].getRange('A1').setValue('ici');
  equal(fresh().getValue(), '');
});
check('D', 'a tab is copied to another spreadsheet, as the last one', function () {
  var copy = scratch.copyTo(otherFile());
  equal(copy.getIndex(), otherFile().getNumSheets());
  otherFile().deleteSheet(copy);
});
check('D', 'a new spreadsheet is shared with nobody', function () {
  equal(otherFile().getViewers().length, 0);
});
check('D', 'its maker may write in it', function () {
  isTrue(otherFile().getEditors().length >= 1);
});
check('D', 'an identifier that is not one opens nothing', function () {
  throwsError(function () {
    SpreadsheetApp.openById('conformance');
  });
});
