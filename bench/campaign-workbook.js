/**
 * Fills a blank spreadsheet with a campaign of the size asked: one availability row per candidate. Apps Script, run by
 * `npm run pixorga -- script`; SIZE is replaced by the benchmark.
 */
function main() {
  var size = JSON.parse('{"candidates": 3000, "slots": 40}'); // SIZE
  var state = 7;
  function next() {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  }
  function two(value) {
    return ('0' + value).slice(-2);
  }
  var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  function fill(name, rows, textColumns) {
    var sheet = spreadsheet.insertSheet(name);
    var height = rows.length;
    var width = rows[0].length;
    if (sheet.getMaxRows() < height) sheet.insertRowsAfter(sheet.getMaxRows(), height - sheet.getMaxRows());
    if (sheet.getMaxColumns() < width)
      sheet.insertColumnsAfter(sheet.getMaxColumns(), width - sheet.getMaxColumns());
    textColumns.forEach(function (column) {
      sheet.getRange(1, column, height, 1).setNumberFormat('@');
    });
    sheet.getRange(1, 1, height, width).setValues(rows);
  }

  var rooms = [
    ['Caen Campus 1', 'DR S03', 37],
    ['Caen Campus 1', 'DR S04', 80],
    ['Caen Campus 1', 'SC S36', 50],
    ['Caen Campus 1', 'SC S37', 18],
    ["Campus d'Alençon", 'B100', 30],
    ['Campus de Saint Lô', 'SO S41', 28],
    ['Campus de Saint Lô', 'SO 034', 31],
  ];
  fill(
    'Salles',
    [['Site', 'Bâtiment', 'Salle', 'Code', 'Places', 'Certifiée', 'Remarques']].concat(
      rooms.map(function (room) {
        return [room[0], '', room[1], room[1], room[2], true, ''];
      }),
    ),
    [4],
  );

  var codes = [];
  var slots = [['Créneau', 'Date', 'Début', 'Fin', 'Site', 'Remarques']];
  var starts = [
    ['08:00', '10:00'],
    ['10:15', '12:15'],
    ['13:30', '16:15'],
  ];
  for (var s = 0; s < size.slots; s++) {
    var code = 'C' + (s < 9 ? '0' : '') + (s + 1);
    var day = new Date(2027, 0, 4 + Math.floor(Math.floor(s / 3) / 5) * 7 + (Math.floor(s / 3) % 5));
    codes.push(code);
    slots.push([
      code,
      two(day.getDate()) + '/' + two(day.getMonth() + 1) + '/' + day.getFullYear(),
      starts[s % 3][0],
      starts[s % 3][1],
      '',
      '',
    ]);
  }
  fill('Créneaux', slots, []);

  // 60 groups with a weekly timetable, one person in five with a different one, three in a hundred with extra time.
  var groups = [];
  for (var g = 0; g < 60; g++) {
    var site = g < 46 ? rooms[0][0] : g < 53 ? rooms[4][0] : rooms[5][0];
    var free = codes.map(function () {
      return next() < 0.25;
    });
    if (free.indexOf(true) === -1) free[g % size.slots] = true;
    groups.push({ name: 'Groupe ' + (g + 1), site: site, free: free });
  }
  var students = [['N° étudiant', 'Nom', 'Prénom', 'Groupe', 'Site', 'Temps majoré']];
  var answers = [['Étudiant ou groupe'].concat(codes)];
  for (var c = 0; c < size.candidates; c++) {
    var group = groups[Math.floor(next() * groups.length)];
    var number = '0' + (2100000 + c);
    students.push([number, 'Nom' + c, 'Prénom' + c, group.name, group.site, next() < 0.03 ? '33%' : '']);
    var differs = next() < 0.2;
    answers.push(
      [number].concat(
        group.free.map(function (free) {
          var possible = differs && next() < 0.3 ? !free : free;
          return possible ? (next() < 0.15 ? 'préféré' : 'x') : '';
        }),
      ),
    );
  }
  fill('Étudiants', students, [1]);
  fill('Disponibilités', answers, [1]);
  return { candidates: size.candidates, slots: size.slots };
}
