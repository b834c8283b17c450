import { describe, expect, it } from '@jest/globals';
import { Desk, type AddonAnswer } from '../support/an-addon';
import { readAsPixCertif } from '../support/pix-certif-reader';

const EXPORT = 'Exporter vers Pix Certif';
/** The clock of the desk. */
const NOW = '2026-11-30T09:00';

type Row = readonly (string | number | boolean | null | { readonly date: string })[];
type ExportAnswer = AddonAnswer & {
  readonly files?: readonly { readonly name: string; readonly text: string }[];
};

const STUDENT_HEADERS = [
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
  'Code postal',
  'Commune de naissance',
];

const GOOD: readonly Row[] = [
  [
    '02200001',
    'LEFÈVRE',
    'Élise',
    { date: '09/03/2005' },
    'F',
    'e.l@etu.exemple.fr',
    'Caen Campus 1',
    'L1',
    'oui',
    'France',
    '2A004',
    '',
    'Ajaccio',
  ],
  [
    '02200002',
    'D\'ARC; dite "Luna" 🎓',
    'Zoé',
    '14/03/2005',
    'femme',
    '',
    'Caen Campus 1',
    'L1',
    '',
    'FRANCE',
    '',
    "'01500",
    'Ambérieu',
  ],
  [
    '02200003',
    'ALAOUI',
    'Sami',
    '01/02/2004',
    'H',
    '',
    'Caen Campus 1',
    'L1',
    "'1/3",
    'Maroc',
    '99350',
    '',
    'Fès',
  ],
];

function planned(students: readonly Row[] = GOOD, options: ConstructorParameters<typeof Desk>[1] = {}): Desk {
  const desk = Desk.prepared(
    [
      {
        tab: 'Créneaux',
        rows: [
          ['Créneau', 'Date', 'Début', 'Fin', 'Site', 'Remarques'],
          ['C01', { date: '11/01/2027' }, { time: '08:30' }, { time: '12:00' }, null, null],
        ],
      },
      { tab: 'Étudiants', rows: [STUDENT_HEADERS, ...students] },
      {
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01'],
          ['L1', 'oui'],
        ],
      },
    ],
    options,
  );
  desk.click('Calculer le planning');
  writeCell(desk, 'Planning', 2, 'Surveillants', 'Anne MARTIN; Paul PETIT');
  return desk;
}

function writeCell(desk: Desk, tab: string, row: number, header: string, value: string): void {
  const column = (desk.values(tab)[0] ?? []).indexOf(header) + 1;
  desk.set(tab, row, column, value);
}

function writeSetting(desk: Desk, name: string, value: string): void {
  const row = desk.values('Paramètres').findIndex((line) => line[0] === name) + 1;
  desk.set('Paramètres', row, 2, value);
}

const exported = (desk: Desk): ExportAnswer => desk.click(EXPORT);
const placesOf = (answer: ExportAnswer): readonly string[] =>
  answer.problems.filter(({ message }) => /Pix/.test(message)).map(({ tab, cell }) => `${tab}!${cell}`);

describe('Exporter vers Pix Certif', () => {
  it('gives a file that Pix reads as the planning', () => {
    const answer = exported(planned());
    expect(answer.status).toBe('done');
    expect(answer.files?.map((file) => file.name)).toEqual(['import-sessions.csv']);
    const report = readAsPixCertif(answer.files?.[0]?.text ?? '', NOW);
    expect(report.errors).toEqual([]);
    expect(report.sessions.map(({ site, date, time, examiners }) => [site, date, time, examiners])).toEqual([
      ['Caen Campus 1', '11/01/2027', '08:30', ['Anne MARTIN, Paul PETIT']],
    ]);
    const people = report.sessions[0]?.candidates ?? [];
    expect(
      people.map((one) => [
        one.externalId,
        one.lastName,
        one.birthDate,
        one.sex,
        one.insee,
        one.postal,
        one.city,
        one.extraTime,
      ]),
    ).toEqual([
      ['02200003', 'ALAOUI', '01/02/2004', 'M', '99', '', 'Fès', '33%'],
      ['02200002', 'D\'ARC; dite "Luna" 🎓', '14/03/2005', 'F', '', '01500', 'Ambérieu', ''],
      ['02200001', 'LEFÈVRE', '09/03/2005', 'F', '2A004', '', '', '33%'],
    ]);
  });

  it('leaves out whoever Pix would refuse, and names the cell', () => {
    const answer = exported(
      planned(
        [
          ...GOOD,
          [
            '02200004',
            '=A1',
            'Max',
            '01/02/2004',
            'M',
            '',
            'Caen Campus 1',
            'L1',
            '',
            'France',
            '14118',
            '',
            '',
          ],
          ['02200005', 'PETIT', 'Léo', '31/02/2004', '', '', 'Caen Campus 1', 'L1', '', '', '', '', ''],
          [
            '02200006',
            'ROUX',
            'Lou',
            "'05/03/98",
            'F',
            'lou',
            'Caen Campus 1',
            'L1',
            '',
            'France',
            '1004',
            '',
            '',
          ],
        ].map((row) => row.map((cell) => (cell === '=A1' ? "'=A1" : cell))),
      ),
    );
    expect(answer.status).toBe('done');
    expect(answer.lines[0]).toContain('3 candidats sur 6');
    const report = readAsPixCertif(answer.files?.[0]?.text ?? '', NOW);
    expect(report.errors).toEqual([]);
    expect(report.sessions[0]?.candidates).toHaveLength(3);
    expect(answer.problems.map(({ tab, cell }) => `${tab}!${cell}`)).toEqual(
      expect.arrayContaining([
        'Étudiants!B5',
        'Étudiants!D6',
        'Étudiants!E6',
        'Étudiants!J6',
        'Étudiants!D7',
        'Étudiants!F7',
        'Étudiants!K7',
      ]),
    );
    expect(answer.problems.every(({ severity }) => severity === 'avertissement')).toBe(true);
  });

  it('exports nothing without an invigilator, and says where to write the name', () => {
    const desk = planned();
    writeCell(desk, 'Planning', 2, 'Surveillants', '');
    const answer = exported(desk);
    expect(answer.status).toBe('blocked');
    expect(answer.files ?? []).toEqual([]);
    expect(placesOf(answer)).toEqual(['Planning!P2']);
  });

  it('asks for the prepayment code in its own cell', () => {
    const desk = planned();
    writeSetting(desk, 'Tarification part Pix', 'Prépayée');
    const answer = exported(desk);
    expect(answer.status).toBe('blocked');
    const row = desk.values('Paramètres').findIndex((line) => line[0] === 'Code de prépaiement') + 1;
    expect(answer.problems.map(({ tab, cell, severity }) => [tab, cell, severity])).toEqual([
      ['Paramètres', `B${row}`, 'bloquant'],
    ]);
    writeSetting(desk, 'Code de prépaiement', '12345678901234/F1');
    writeSetting(desk, 'Nom du site', 'Université de Caen');
    writeSetting(desk, 'E-mail du destinataire des résultats', 'pix@exemple.fr');
    const report = readAsPixCertif(exported(desk).files?.[0]?.text ?? '', NOW);
    expect(report.errors).toEqual([]);
    expect(report.sessions[0]?.site).toBe('Université de Caen');
    expect(report.sessions[0]?.candidates[0]).toMatchObject({
      billing: 'Prépayée',
      prepayment: '12345678901234/F1',
      resultsEmail: 'pix@exemple.fr',
    });
  });

  it('writes only the number of a session that Pix has, and says what Pix will replace', () => {
    const desk = planned();
    writeCell(desk, 'Planning', 2, 'N° session Pix', '4321');
    const answer = exported(desk);
    expect(answer.lines.join(' ')).toContain('la session 4321');
    const report = readAsPixCertif(answer.files?.[0]?.text ?? '', NOW);
    expect(report.errors).toEqual([]);
    expect(report.sessions.map(({ number, site }) => [number, site])).toEqual([['4321', '']]);
  });

  it('leaves out sessions that are held or cancelled', () => {
    const desk = planned();
    writeCell(desk, 'Planning', 2, 'État', 'Annulée');
    expect(exported(desk).status).toBe('blocked');
  });

  it('has nothing to export before a planning', () => {
    expect(exported(Desk.prepared()).status).toBe('blocked');
  });

  it('changes no tab but the list of what is to correct', () => {
    const desk = planned();
    const before = desk.snapshot();
    exported(desk);
    expect({ ...desk.snapshot(), 'À corriger': null }).toEqual({ ...before, 'À corriger': null });
  });

  it('offers the file in a window that asks nothing of Drive', () => {
    const desk = planned();
    const before = desk.runtime.log.length;
    exported(desk);
    const dialogs = desk.runtime.log.slice(before).filter((event) => event.kind === 'dialog');
    expect(dialogs).toHaveLength(1);
    const [html] = dialogs.map((event) => ('html' in event ? event.html : ''));
    const data = /id="window-data">(.*?)<\/script>/.exec(html ?? '')?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({
      files: [{ name: 'import-sessions.csv', text: exported(desk).files?.[0]?.text }],
    });
  });

  it('exports nothing when the user does not want to leave anyone out', () => {
    const desk = planned(
      [...GOOD, ['02200004', 'X', 'Y', '', 'M', '', 'Caen Campus 1', 'L1', '', 'France', '14118', '', '']],
      {
        onQuestion: ({ buttons }) => ({ button: buttons.startsWith('YES_NO') ? 'NO' : 'OK', text: '' }),
      },
    );
    const answer = exported(desk);
    expect(answer.files ?? []).toEqual([]);
    expect(answer.lines).toEqual(["Rien n'a été exporté."]);
  });
});
