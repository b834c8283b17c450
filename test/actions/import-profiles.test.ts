import { describe, expect, it } from '@jest/globals';
import { fillTabs } from '../../local/cli/fill-tabs';
import { detectDelimiter, readCsv } from '../../src/pix/csv/read';
import { Desk, type Value } from '../support/an-addon';
import { profileResults, type ResultLine } from '../support/profile-results';

interface Preview {
  readonly kind: string;
  readonly lines?: readonly string[];
  readonly stamp: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly maximum: number;
  readonly all: { readonly score: number; readonly share: number };
  readonly areas: readonly { readonly name: string; readonly share: number }[];
  readonly doubts: readonly {
    readonly line: number;
    readonly why: string;
    readonly rows: readonly { readonly row: number }[];
  }[];
  readonly conflicts: readonly { readonly row: number; readonly typed: string; readonly pix: string }[];
  readonly unknown: readonly string[];
  readonly notSent: readonly string[];
  readonly notes: readonly string[];
}

interface Written {
  readonly kind: string;
  readonly lines: readonly string[];
}

const requestOf = (text: string) => ({
  label: 'Resultats.csv',
  rows: readCsv(text, detectDelimiter(text)).map(({ line, values }) => [line, ...values]),
});
const results = (lines: readonly ResultLine[], dates?: 'old' | 'new') =>
  requestOf(profileResults(lines, dates));
type Request = ReturnType<typeof requestOf>;
const preview = (desk: Desk, request: Request): Preview =>
  desk.runtime.call('previewProfiles', [request]) as Preview;
function write(desk: Desk, request: Request, decisions: unknown = {}): Written {
  const { stamp } = preview(desk, request);
  const written = desk.runtime.call('importProfiles', [request, stamp, decisions]) as Written;
  expect(written).toMatchObject({ kind: 'written' });
  return written;
}

const SITE = 'Caen Campus 1';
const LEVELS = (...levels: number[]): readonly number[] => levels;
const GOOD = LEVELS(2, 1, 1, 1, 3);

const HEADERS = [
  'N° étudiant',
  'Nom',
  'Prénom',
  'Date de naissance',
  'Sexe',
  'Courriel',
  'Composante',
  'Formation',
  'Groupe',
  'Site',
  'Temps majoré',
  'Pays de naissance',
  'Code INSEE',
  'Code postal',
  'Commune de naissance',
  'Identifiant externe',
  'Certifiable',
];
/** Column of `Certifiable`, which holds boxes to tick. */
const BOXES = 17;

function student(id: string, last: string, first: string, group: string, externalId = ''): readonly string[] {
  const given: Readonly<Record<string, string>> = {
    'N° étudiant': id,
    Nom: last,
    Prénom: first,
    Courriel: `${last.slice(0, 1).toLowerCase()}@x.fr`,
    Groupe: group,
    Site: SITE,
    'Identifiant externe': externalId,
  };
  return HEADERS.map((header) => given[header] ?? '');
}

function aDesk(...more: readonly (readonly string[])[]): Desk {
  return Desk.prepared([
    {
      tab: 'Étudiants',
      rows: [
        HEADERS,
        student('00000001', 'Lefèvre', 'Élise', 'L2'),
        student('00000002', 'Petit', 'Luc', 'L2', 'lp2'),
        student('00000003', 'Roux', 'Lou', 'L3'),
        student('00000004', 'Martin', 'Zoé', 'L3'),
        ...more,
      ],
    },
  ]);
}

const certifiable = (desk: Desk): readonly Value[] => desk.column('Étudiants', 'Certifiable');

describe('Importer les profils Pix', () => {
  it('keeps the last profile of each student found by number or by identifier, and fills who is certifiable', () => {
    const desk = aDesk();
    const request = results([
      {
        last: 'LEFEVRE',
        first: 'Elise',
        number: '00000001',
        at: '05/11/2026 10:30',
        levels: LEVELS(1, 1, 1),
      },
      { last: 'LEFEVRE', first: 'Elise', number: '00000001', at: '05/11/2026 10:31', levels: GOOD },
      { last: 'LEFEVRE', first: 'Elise', number: '00000001', at: null },
      { last: 'PETIT', first: 'Luc', typed: 'LP2', levels: LEVELS(5, 5, 1) },
      { last: 'ROUX', first: 'Lou', typed: 'R@x.fr', levels: LEVELS(1, 1, 1, 1, 1, 1) },
      { last: 'ZZZ', first: 'Inconnue', typed: 'autre@x.fr', levels: GOOD },
      { last: 'MARTIN', first: 'Zoé', number: '00000004', at: null },
    ]);
    expect(preview(desk, request)).toMatchObject({
      counts: {
        participants: 5,
        sent: 4,
        matched: 3,
        certifiable: 2,
        notCertifiable: 1,
        filled: 3,
        doubts: 0,
        conflicts: 0,
        unknown: 1,
        notSent: 1,
      },
      unknown: ['Inconnue ZZZ'],
      notSent: ['Zoé MARTIN'],
      maximum: 640,
    });
    const written = write(desk, request);
    expect(written.kind).toBe('written');
    // Boxes of a new workbook are ticked, or not.
    expect(certifiable(desk)).toEqual([true, false, true, null]);
    expect(desk.records('Profils Pix')).toMatchObject([
      {
        'N° étudiant': '00000001',
        Nom: 'Lefèvre',
        Certifiable: 'oui',
        'Compétences certifiables': 5,
        Score: 64,
        'Pix 1': 32,
        'Pix 2': 32,
        'Pix 5': 0,
        'Niveau 1.1': 2,
        'Niveau 2.2': 3,
        'Niveau 5.2': 0,
        'Nom dans Pix': 'Elise LEFEVRE',
      },
      {
        'N° étudiant': '00000002',
        Certifiable: 'non',
        'Compétences certifiables': 3,
        Score: 88,
        'Identifiant Pix': 'LP2',
      },
      { 'N° étudiant': '00000003', Certifiable: 'oui', Score: 48 },
    ]);
    expect(desk.records('Profils Pix')[0]?.['Envoyé le']).toBeCloseTo(46331 + (10 * 60 + 31) / 1440, 6);
    expect(written.lines.join(' ')).toMatch(
      /3 profils .*En moyenne 10\u00a0% du score maximum \(640 pix\).*1 étudiant n’est pas encore certifiable.*1 participant n’est pas dans l’onglet/,
    );
  });

  it('asks before a name decides, and remembers what was said', () => {
    const desk = aDesk(student('00000005', 'Petit', 'Luc', 'L3'));
    const lines: readonly ResultLine[] = [
      { last: 'Roux', first: 'Lou', typed: 'lou97', levels: GOOD },
      { last: 'PETIT', first: 'Luc', levels: GOOD },
      { last: 'DURAND', first: 'Paul', number: '00000001', levels: GOOD },
    ];
    const request = results(lines);
    expect(
      preview(desk, request).doubts.map(({ line, why, rows }) => [line, why, rows.map(({ row }) => row)]),
    ).toEqual([
      [2, 'sameName', [4]],
      [3, 'sameName', [3, 6]],
      [4, 'otherName', [2]],
    ]);
    expect(write(desk, request).lines.join(' ')).toContain('3 participants laissés de côté');
    expect(certifiable(desk)).toEqual([null, null, null, null, null]);
    write(desk, request, {
      settled: [
        [2, 4],
        [3, null],
        [4, 99],
      ],
    });
    expect(desk.column('Profils Pix', 'N° étudiant')).toEqual(['00000003']);
    expect(certifiable(desk)).toEqual([null, null, true, null, null]);
    // Next time the identifier is enough.
    const next = preview(
      desk,
      results([
        { last: 'R.', first: 'Lou', typed: 'LOU97', at: '06/11/2026 08:00', levels: GOOD },
        ...lines.slice(1),
      ]),
    );
    expect(next.counts).toMatchObject({ matched: 1, doubts: 2 });
  });

  it('leaves what staff typed in Certifiable, and shows it', () => {
    const desk = aDesk();
    for (const [row, value] of [
      [2, true],
      [3, 'non'],
      [4, 'oui'],
      [5, 'peut-être'],
    ] as const)
      desk.set('Étudiants', row, BOXES, value);
    const all = (levels: readonly number[]): Request =>
      results(
        ['1', '2', '3', '4'].map((number) => ({
          last: { 1: 'LEFÈVRE', 2: 'PETIT', 3: 'ROUX', 4: 'MARTIN' }[number] ?? '',
          first: { 1: 'Élise', 2: 'Luc', 3: 'Lou', 4: 'Zoé' }[number] ?? '',
          number: `0000000${number}`,
          at: `0${levels.length}/11/2026 08:00`,
          levels,
        })),
      );
    const few = all(LEVELS(1, 1, 1));
    expect(preview(desk, few).conflicts.map(({ row, typed, pix }) => [row, typed, pix])).toEqual([
      [2, 'oui', 'non, 3\u00a0compétences certifiables sur 5 nécessaires'.replace('3\u00a0', '3 ')],
      [4, 'oui', 'non, 3 compétences certifiables sur 5 nécessaires'],
      [5, 'peut-être', 'non, 3 compétences certifiables sur 5 nécessaires'],
    ]);
    write(desk, few, { replaced: [2] });
    expect(certifiable(desk)).toEqual([false, 'non', 'oui', 'peut-être']);
    // What the import wrote is its own to change; what was typed over it is not.
    const enough = all(GOOD);
    expect(preview(desk, enough).conflicts.map(({ row }) => row)).toEqual([5]);
    write(desk, enough);
    expect(certifiable(desk)).toEqual([true, true, 'oui', 'peut-être']);
    desk.set('Étudiants', 2, BOXES, false);
    expect(preview(desk, enough).conflicts.map(({ row, typed }) => [row, typed])).toEqual([
      [2, 'non'],
      [5, 'peut-être'],
    ]);
  });

  it('never goes back to an older profile, reads old dates, and keeps the columns of the staff', () => {
    const desk = aDesk();
    write(
      desk,
      results([{ last: 'Roux', first: 'Lou', number: '00000003', at: '2026-11-05', levels: GOOD }], 'old'),
    );
    const width = desk.values('Profils Pix')[0]?.length ?? 0;
    desk.workbook.sheetByName('Profils Pix')?.insertColumns(width + 1, 1);
    desk.set('Profils Pix', 1, width + 1, 'Vu');
    desk.set('Profils Pix', 2, width + 1, '=à revoir');
    write(
      desk,
      results(
        [
          { last: 'Roux', first: 'Lou', number: '00000003', at: '2026-11-04', levels: LEVELS(1) },
          { last: 'Lefèvre', first: 'Élise', number: '00000001', at: '2026-11-04', levels: LEVELS(1) },
        ],
        'old',
      ),
    );
    expect(desk.records('Profils Pix')).toMatchObject([
      { 'N° étudiant': '00000001', Score: 8, Vu: null },
      { 'N° étudiant': '00000003', Score: 64, Certifiable: 'oui', Vu: '=à revoir' },
    ]);
    expect(desk.workbook.sheetByName('Profils Pix')?.formulas.size).toBe(0);
  });

  it('draws the picture of the groups out of the maximum of the parameters, and names the cell that data exceed', () => {
    const desk = aDesk();
    const people = (levels: readonly (readonly number[])[]): Request =>
      results(
        levels.map((one, rank) => ({
          last: ['Lefèvre', 'Petit', 'Roux', 'Martin'][rank] ?? '',
          first: ['Élise', 'Luc', 'Lou', 'Zoé'][rank] ?? '',
          number: `0000000${rank + 1}`,
          levels: one,
        })),
      );
    const sixteen = (level: number): readonly number[] => Array.from({ length: 16 }, () => level);
    const request = people([sixteen(6), sixteen(2), LEVELS(5, 5, 5), []]);
    const before = preview(desk, request);
    expect(before.all.score).toBe((768 + 256 + 120) / 4);
    expect(before.areas[0]?.share).toBeCloseTo((144 + 48 + 120) / 4 / 120, 6);
    const row = desk.column('Paramètres', 'Paramètre').indexOf('Niveau maximum Pix') + 2;
    expect(before.notes).toEqual([
      expect.stringMatching(
        new RegExp(`Paramètres!B${row}.*1 profil dépasse le niveau maximum 5, jusqu’au niveau 6`),
      ),
    ]);
    expect(write(desk, request).lines.join(' ')).toContain(`Paramètres!B${row}`);
    const tab = desk.values('Profils par groupe');
    expect(tab[0]).toEqual([
      'Groupe',
      'Étudiants',
      'Profils reçus',
      'Certifiables',
      'Score moyen',
      'Part de 640\u00a0pix'.replace('\u00a0', ' '),
    ]);
    expect(tab.slice(1, 4).map((line) => line.slice(0, 5))).toEqual([
      ['Ensemble', 4, 4, 2, 286],
      ['L2', 2, 2, 2, 512],
      ['L3', 2, 2, 0, 60],
    ]);
    expect(tab.map((line) => line[0])).toEqual([
      'Groupe',
      'Ensemble',
      'L2',
      'L3',
      null,
      'Domaine',
      'Information et données',
      'Communication et collaboration',
      'Création de contenu',
      'Protection et sécurité',
      'Environnement numérique',
      null,
      'Part du maximum, par domaine',
      'Ensemble',
      'L2',
      'L3',
    ]);
    expect(tab[15]?.slice(1)).toEqual([0.5, 0, 0, 0, 0]);
    expect(desk.workbook.sheetByName('Profils par groupe')?.charts).toHaveLength(2);
    desk.set('Paramètres', row, 2, 8);
    expect(preview(desk, request)).toMatchObject({ maximum: 1024, notes: [] });
    expect(write(desk, request).lines.join(' ')).toContain('1\u202f024 pix');
  });

  it('tells those who are not planned what they lack', () => {
    const desk = aDesk();
    const setting = desk.column('Paramètres', 'Paramètre').indexOf('Exiger la certifiabilité') + 2;
    desk.set('Paramètres', setting, 2, 'oui');
    const request = results([
      { last: 'Lefèvre', first: 'Élise', number: '00000001', levels: GOOD },
      { last: 'Petit', first: 'Luc', number: '00000002', levels: LEVELS(1, 1, 1) },
      { last: 'Roux', first: 'Lou', number: '00000003', at: null },
    ]);
    expect(write(desk, request).lines.join(' ')).toContain('Exiger la certifiabilité');
    const slot = ['C01', { date: '11/01/2027' }, { time: '08:30' }, { time: '12:00' }];
    const tabs = [
      { tab: 'Créneaux', rows: [['Créneau', 'Date', 'Début', 'Fin'], slot] },
      {
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01'],
          ['L2', 'oui'],
          ['L3', 'oui'],
        ],
      },
    ];
    fillTabs(desk.workbook, tabs, 2026);
    const planned = desk.click('Calculer le planning');
    expect(planned).toMatchObject({
      status: 'done',
      summary: { seated: 1, unseated: 3 },
    });
    const reasons = new Map(
      desk.records('Non placés').map((one) => [one['N° étudiant'], String(one['Motif'])]),
    );
    expect(reasons.get('00000002')).toContain('3 compétences certifiables sur 5 nécessaires');
    expect(reasons.get('00000003')).toContain('est vide');
  });

  it('asks the platform as many times for 1,000 profiles as for 50', () => {
    const calls = [50, 1000].map((size) => {
      const ids = Array.from({ length: size }, (_, rank) => String(rank + 1).padStart(8, '0'));
      const rows = ids.map((id, rank) => student(id, `Nom${id}`, 'Prénom', `G${rank % 3}`));
      const desk = Desk.prepared([{ tab: 'Étudiants', rows: [HEADERS, ...rows] }]);
      const request = results(
        ids.map((id, rank) => ({
          last: `Nom${id}`,
          first: 'Prénom',
          number: id,
          levels: rank % 2 === 0 ? GOOD : [1],
        })),
      );
      const { stamp } = preview(desk, request);
      desk.runtime.counters.reset();
      expect(desk.runtime.call('importProfiles', [request, stamp, {}])).toMatchObject({ kind: 'written' });
      return desk.runtime.counters.total;
    });
    expect(calls[1]).toBe(calls[0]);
  });

  it('takes no other file, and nothing when the workbook changed meanwhile', () => {
    const desk = aDesk();
    const request = results([{ last: 'Lefèvre', first: 'Élise', number: '00000001', levels: GOOD }]);
    const before = desk.snapshot();
    expect(preview(desk, requestOf('Nom;Prénom\nA;B'))).toMatchObject({
      kind: 'failed',
      lines: [expect.stringContaining('Envoi (O/N)')],
    });
    expect(preview(desk, { label: '', rows: [] }).kind).toBe('failed');
    expect(preview(Desk.prepared(), request)).toMatchObject({
      kind: 'failed',
      lines: [expect.stringContaining('aucun étudiant')],
    });
    expect(desk.runtime.call('importProfiles', [request, 'autre', {}])).toMatchObject({
      kind: 'failed',
      lines: [expect.stringContaining('a changé')],
    });
    expect(desk.click('Importer les profils Pix')).toMatchObject({
      status: 'done',
      lines: [expect.stringContaining('Rien n’a changé'), expect.any(String)],
    });
    expect(desk.snapshot()).toEqual(before);
    expect(Desk.prepared().click('Importer les profils Pix').status).toBe('blocked');
  });
});
