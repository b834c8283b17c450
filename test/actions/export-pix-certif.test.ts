import { describe, expect, it } from '@jest/globals';
import { CERTIF_WINDOW, type CertifAnswer, type CertifWindow } from '../../src/dialogs/certif/exchange';
import { Desk } from '../support/an-addon';
import {
  aCertifPlanning,
  type ExportAnswer,
  NOW,
  openWindow,
  plan,
  student,
  TWO_SESSIONS,
  writeCell,
  writeSetting,
  writeStudent,
} from '../support/a-certif-planning';
import { readAsPixCertif } from '../support/pix-certif-reader';

const EXPORT = 'Exporter vers Pix Certif';
const MEMORY = 'PixOrga (ne pas modifier)';

const exported = (desk: Desk): ExportAnswer => desk.click(EXPORT);
const readBack = ({ files = [] }: ExportAnswer) => readAsPixCertif(files[0]?.text ?? '', NOW);
/** Texts as a person compares them. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const SPECIAL = [
  student(1, {
    Nom: 'LEFÈVRE',
    Courriel: 'e.l@etu.exemple.fr',
    'Temps majoré': 'oui',
    'Code INSEE': '2A004',
    'Commune de naissance': 'Ajaccio',
  }),
  student(2, {
    Nom: 'D\'ARC; dite "Luna" 🎓',
    Sexe: 'femme',
    'Pays de naissance': 'FRANCE',
    'Code INSEE': '',
    'Code postal': '01500',
    'Commune de naissance': 'Ambérieu',
  }),
  student(3, {
    Nom: 'ALAOUI',
    Sexe: 'H',
    'Temps majoré': '1/3',
    'Pays de naissance': 'Maroc',
    'Code INSEE': '99350',
    'Commune de naissance': 'Fès',
  }),
];

describe('Exporter vers Pix Certif, by default', () => {
  it('gives a file that Pix reads as the planning, with the zeros of identifiers and codes', () => {
    const desk = aCertifPlanning(
      [
        {
          number: 'S01',
          slot: 'C01',
          room: 'DR S03',
          people: [1, 2, 3],
          invigilators: 'Anne MARTIN; Paul PETIT',
        },
      ],
      SPECIAL,
    );
    const answer = exported(desk);
    expect(answer.status).toBe('done');
    expect(answer.files?.map((file) => file.name)).toEqual(['import-sessions.csv']);
    const report = readBack(answer);
    expect(report.errors).toEqual([]);
    expect(
      report.sessions.map(({ site, room, date, time, examiners }) => [site, room, date, time, examiners]),
    ).toEqual([['Caen Campus 1', 'Mercure', '11/01/2027', '08:30', ['Anne MARTIN, Paul PETIT']]]);
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
      ['00000001', 'LEFÈVRE', '14/03/2005', 'F', '2A004', '', '', '33%'],
      ['00000002', 'D\'ARC; dite "Luna" 🎓', '14/03/2005', 'F', '', '01500', 'Ambérieu', ''],
      ['00000003', 'ALAOUI', '14/03/2005', 'M', '99', '', 'Fès', '33%'],
    ]);
  });

  it('counts candidates in and out, wherever they are', () => {
    const desk = aCertifPlanning(
      [
        { number: 'S01', slot: 'C01', room: 'DR S03', people: [1, 2] },
        { number: 'S02', slot: 'C02', room: 'DR S03', people: [3], state: 'Tenue' },
        { number: 'S03', slot: 'C02', room: 'SC S36', people: [4], state: 'Annulée' },
        { number: 'S04', slot: 'C03', room: 'Nulle part', people: [5] },
      ],
      [1, 2, 3, 4, 5, 6].map((index) => student(index, index === 2 ? { Sexe: '' } : {})),
    );
    const lines = exported(desk).lines.map(plain);
    expect(lines[0]).toBe('1 candidat sur 2, 1 session : « import-sessions.csv ».');
    expect(lines[1]).toContain("1 candidat n'est pas dans le fichier : Prénom2 NOM2 (S01).");
    expect(lines[2]).toBe(
      'Hors de l’export : 3 candidats n’ont pas de session à venir ; 1 candidat est dans une session tenue.',
    );
    expect(lines[3]).toBe(
      '1 session est illisible dans « Planning » : S04. Corrigez « Créneau » ou « Code ».',
    );
  });

  it('writes the parameters, the name of the site as Pix knows it among them', () => {
    const desk = aCertifPlanning();
    writeSetting(desk, 'Tarification part Pix', 'prépayée');
    writeSetting(desk, 'Code de prépaiement', '12345678901234/F1');
    writeSetting(desk, 'Nom du site', 'Université de Caen');
    writeSetting(desk, 'E-mail du destinataire des résultats', 'pix@exemple.fr');
    const report = readBack(exported(desk));
    expect(report.errors).toEqual([]);
    expect(report.sessions.map(({ site }) => site)).toEqual(['Université de Caen', 'Université de Caen']);
    expect(report.sessions[0]?.candidates[0]).toMatchObject({
      billing: 'Prépayée',
      prepayment: '12345678901234/F1',
      resultsEmail: 'pix@exemple.fr',
    });
  });

  it('writes only the number of a session that Pix has, and says what Pix will replace', () => {
    const desk = aCertifPlanning(
      TWO_SESSIONS.map((one, index) => ({ ...one, pixNumber: index === 0 ? '4321' : '' })),
    );
    const answer = exported(desk);
    expect(answer.lines.join(' ')).toContain('la session 4321');
    const report = readBack(answer);
    expect(report.errors).toEqual([]);
    expect(report.sessions.map(({ number, site }) => [number, site])).toEqual([
      ['4321', ''],
      ['', 'Caen Campus 1'],
    ]);
  });

  it('says what only Pix can check', () => {
    const desk = aCertifPlanning(
      [{ number: 'S01', slot: 'C01', room: 'DR S03', people: [1, 2, 3], pixNumber: '77' }],
      SPECIAL,
    );
    const line = plain(exported(desk).lines.find((one) => one.startsWith('Seul Pix')) ?? '');
    for (const told of ['2A004', '01500 Ambérieu', 'Maroc', 'etu.exemple.fr', '77'])
      expect(line).toContain(told);
  });

  it('gives the first reasons when nothing can be exported', () => {
    const answer = exported(
      aCertifPlanning([{ number: 'S01', slot: 'C01', room: 'DR S03', people: [1], invigilators: ' ' }]),
    );
    expect(answer.status).toBe('blocked');
    expect(answer.problems.map(({ severity, cell }) => [severity, cell])).toEqual([['bloquant', 'E2']]);
    expect(answer.lines.join(' ')).toContain('Planning!E2');
  });

  it('has nothing to export before a planning, or when every session is held or cancelled', () => {
    expect(exported(Desk.prepared()).status).toBe('blocked');
    expect(exported(aCertifPlanning(TWO_SESSIONS.map((one) => ({ ...one, state: 'Annulée' })))).status).toBe(
      'blocked',
    );
  });

  it('changes no tab but the list of what is to correct, and remembers what Pix is told', () => {
    const desk = aCertifPlanning();
    exported(desk);
    const before = desk.snapshot();
    exported(desk);
    expect({ ...desk.snapshot(), 'À corriger': null }).toEqual({ ...before, 'À corriger': null });
    expect(JSON.stringify(before[MEMORY])).toContain('NOM1');
    expect(JSON.stringify(before[MEMORY])).not.toContain('14/03/2005');
  });

  it('names the right cell whatever stands above and between the columns', () => {
    const desk = aCertifPlanning(TWO_SESSIONS, [student(1), student(2, { Sexe: '' }), student(3)]);
    const sheet = desk.workbook.sheetByName('Étudiants');
    sheet?.insertRows(1, 2);
    sheet?.insertColumns(3, 1);
    desk.set('Étudiants', 1, 1, 'Liste des étudiants de la campagne');
    desk.set('Étudiants', 3, 3, 'Nom d’usage');
    const answer = exported(desk);
    expect(answer.problems.map(({ tab, cell }) => `${tab}!${cell}`)).toEqual(['Étudiants!F5']);
    expect(
      readBack(answer).sessions.flatMap(({ candidates }) => candidates.map((one) => one.externalId)),
    ).toEqual(['00000001', '00000003']);
  });

  it('remembers nothing of an export that failed midway', () => {
    const desk = aCertifPlanning();
    desk.runtime.fail({ call: 'Range.setValues', at: 2, message: 'Service indisponible' });
    const answer = exported(desk);
    expect([answer.status, answer.files ?? []]).toEqual(['failed', []]);
    expect(desk.click('Écarts avec Pix Certif').lines.join()).toContain('Rien n’a encore été exporté');
  });

  it('leaves alone what Pix has already and has not changed', () => {
    const numbered = TWO_SESSIONS.map((one, index) => ({ ...one, pixNumber: String(100 + index) }));
    const desk = aCertifPlanning(numbered);
    expect(readBack(exported(desk)).sessions).toHaveLength(2);
    expect(exported(desk)).toMatchObject({ status: 'blocked' });
    writeStudent(desk, 3, 'Sexe', 'M');
    expect(readBack(exported(desk)).sessions.map(({ number }) => number)).toEqual(['101']);
  });
});

describe('the window of the export', () => {
  const make = (desk: Desk, order: unknown): CertifAnswer =>
    desk.runtime.call('makePixCertif', [order]) as CertifAnswer;
  const open = (desk: Desk): CertifWindow => openWindow(desk, EXPORT, CERTIF_WINDOW);
  const everything = (window: CertifWindow) => ({
    stamp: window.stamp,
    sessions: window.sessions.map(({ key }) => key),
    leaveOut: false,
    replace: false,
  });
  const textOf = (answer: CertifAnswer): string =>
    answer.kind === 'files' ? (answer.files[0]?.text ?? '') : '';

  it('shows the sessions and what Pix would refuse, and exports nothing by itself', () => {
    const desk = aCertifPlanning(TWO_SESSIONS, [student(1), student(2, { Sexe: '' }), student(3)]);
    const window = open(desk);
    expect(
      window.sessions.map(({ key, candidates, exportable, chosen }) => [key, candidates, exportable, chosen]),
    ).toEqual([
      ['S01', 2, 1, true],
      ['S02', 1, 1, true],
    ]);
    expect(window.problems.map(({ tab, cell, session }) => [tab, cell, session])).toEqual([
      ['Étudiants', 'E3', 'S01'],
    ]);
    expect(desk.tabs.includes(MEMORY) && JSON.stringify(desk.values(MEMORY))).not.toContain(
      'export Pix Certif',
    );
  });

  it('exports the sessions that are chosen, and no other', () => {
    const desk = aCertifPlanning();
    const answer = make(desk, { ...everything(open(desk)), sessions: ['S02'] });
    const report = readAsPixCertif(textOf(answer), NOW);
    expect(report.errors).toEqual([]);
    expect(report.sessions.map(({ date }) => date)).toEqual(['12/01/2027']);
    // The other one is new still, and this one was exported.
    expect(open(desk).sessions.map(({ state }) => state.startsWith('Nouvelle'))).toEqual([true, false]);
  });

  it('leaves people out only when staff say so, and replaces candidates only when they agree', () => {
    const desk = aCertifPlanning(
      TWO_SESSIONS.map((one, index) => ({ ...one, pixNumber: index === 1 ? '77' : '' })),
      [student(1), student(2, { Sexe: '' }), student(3)],
    );
    const order = everything(open(desk));
    expect(make(desk, order).kind).toBe('refused');
    expect(make(desk, { ...order, leaveOut: true }).kind).toBe('refused');
    expect(make(desk, { ...order, replace: true }).kind).toBe('refused');
    expect(make(desk, { ...order, sessions: ['S02'], replace: true }).kind).toBe('files');
    const answer = make(desk, { ...everything(open(desk)), leaveOut: true, replace: true });
    expect(
      readAsPixCertif(textOf(answer), NOW).sessions.flatMap(({ candidates }) => candidates),
    ).toHaveLength(2);
  });

  it('exports nothing of data that changed meanwhile, and shows them anew', () => {
    const desk = aCertifPlanning();
    const order = everything(open(desk));
    writeStudent(desk, 1, 'Sexe', '');
    const answer = make(desk, order);
    expect(answer.kind).toBe('changed');
    expect(answer.kind === 'changed' ? answer.window.problems : []).toHaveLength(1);
  });

  it('says what exporting again would do', () => {
    const desk = aCertifPlanning();
    make(desk, everything(open(desk)));
    const states = (): readonly (readonly [string, boolean])[] =>
      open(desk).sessions.map(({ state, chosen }) => [plain(state), chosen]);
    expect(states()).toEqual([
      [
        'Déjà exportée lun. 30/11/2026 à 9 h : décochez-la si Pix l’a créée, il refuserait tout le fichier',
        true,
      ],
      [
        'Déjà exportée lun. 30/11/2026 à 9 h : décochez-la si Pix l’a créée, il refuserait tout le fichier',
        true,
      ],
    ]);
    writeCell(desk, 'Planning', 2, 'N° session Pix', '4321');
    writeCell(desk, 'Planning', 3, 'N° session Pix', '4322');
    writeStudent(desk, 3, 'Nom', 'AUTRE');
    expect(states()).toEqual([
      ['Session Pix 4321 : aucun candidat n’a changé depuis l’export', false],
      ['Candidats changés depuis l’export : remplace ceux de la session Pix 4322', true],
    ]);
    plan(desk, [{ number: 'S03', slot: 'C03', room: 'SC S36', people: [1, 2] }]);
    expect(states()[0]).toEqual([
      'C’était S01 à l’export : changez-la à la main, voir « Écarts avec Pix Certif »',
      false,
    ]);
  });

  it('refuses an order that makes no sense', () => {
    const desk = aCertifPlanning();
    for (const order of [null, 'x', {}, { stamp: 1, sessions: 2 }])
      expect(make(desk, order).kind).toBe('changed');
    const { stamp } = open(desk);
    expect(make(desk, { stamp, sessions: ['S99'] }).kind).toBe('refused');
  });
});
