/**
 * Fills a blank spreadsheet with a planned campaign whose candidates Pix Certif takes, 30 a session. Apps Script, run by
 * `npm run pixorga -- script`; CANDIDATES is replaced by the benchmark.
 */
function main() {
  var candidates = 3000; // CANDIDATES
  var seats = 30;
  var sessions = Math.ceil(candidates / seats);
  var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  function fill(name, rows, textColumns) {
    var sheet = spreadsheet.insertSheet(name);
    if (sheet.getMaxRows() < rows.length)
      sheet.insertRowsAfter(sheet.getMaxRows(), rows.length - sheet.getMaxRows());
    textColumns.forEach(function (column) {
      sheet.getRange(1, column, rows.length, 1).setNumberFormat('@');
    });
    sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows);
  }
  function list(length, make) {
    return Array.apply(null, Array(length)).map(function (_, index) {
      return make(index);
    });
  }
  function code(letter, index) {
    return letter + ('000' + (index + 1)).slice(-3);
  }

  fill(
    'Salles',
    [
      ['Site', 'Salle', 'Code', 'Places', 'Certifiée'],
      ['Caen', 'Mercure', 'DR S03', seats, true],
    ],
    [3],
  );
  fill(
    'Créneaux',
    [['Créneau', 'Date', 'Début', 'Fin']].concat(
      list(sessions, function (index) {
        return [code('C', index), new Date(2035, 0, 2 + index), '8h30', '10h30'];
      }),
    ),
    [],
  );
  fill(
    'Étudiants',
    [
      [
        'N° étudiant',
        'Nom',
        'Prénom',
        'Date de naissance',
        'Sexe',
        'Courriel',
        'Site',
        'Groupe',
        'Temps majoré',
        'Pays de naissance',
        'Code INSEE',
      ],
    ].concat(
      list(candidates, function (index) {
        var id = ('0' + (2200000 + index)).slice(-8);
        return [
          id,
          'D’ÉCOLE; "' + index + '"',
          'Zoé',
          new Date(2005, index % 12, 1 + (index % 28)),
          index % 2 ? 'F' : 'M',
          id + '@etu.exemple.fr',
          'Caen',
          code('G', Math.floor(index / seats)),
          index % 25 ? '' : '33%',
          'France',
          '01004',
        ];
      }),
    ),
    [1, 9, 11],
  );
  fill(
    'Disponibilités',
    [['Étudiant ou groupe', 'Créneaux possibles']].concat(
      list(sessions, function (index) {
        return [code('G', index), code('C', index)];
      }),
    ),
    [],
  );
  fill(
    'Planning',
    [['Session', 'État', 'Créneau', 'Code', 'Surveillants', 'N° session Pix']].concat(
      list(sessions, function (index) {
        return [code('S', index), 'Brouillon', code('C', index), 'DR S03', 'Anne MARTIN', ''];
      }),
    ),
    [6],
  );
  fill(
    'Affectations',
    [['N° étudiant', 'Session']].concat(
      list(candidates, function (index) {
        return [('0' + (2200000 + index)).slice(-8), code('S', Math.floor(index / seats))];
      }),
    ),
    [1],
  );
}
