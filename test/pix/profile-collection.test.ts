import { describe, expect, it } from '@jest/globals';
import { COMPETENCES } from '../../src/pix/competences';
import { detectDelimiter, readCsv } from '../../src/pix/csv/read';
import {
  latestParticipations,
  type ProfileReading,
  readProfileCollection,
} from '../../src/pix/profile-collection/read';

const read = (text: string): ProfileReading => readProfileCollection(readCsv(text, detectDelimiter(text)));

const competenceHeaders = COMPETENCES.flatMap(({ name }) => [
  `Niveau pour la compétence ${name}`,
  `Nombre de pix pour la compétence ${name}`,
]);

interface Line {
  readonly name: string;
  readonly number?: string;
  readonly id?: string;
  readonly sent?: boolean;
  readonly at?: string;
  readonly certifiable?: string;
  readonly levels?: number;
}

/** An export as the reference describes it: texts quoted, numbers bare, `NA` for what was not sent. */
function file(lines: readonly Line[], dateHeader = "Date et heure de l'envoi (Europe/Paris)"): string {
  const header = [
    "Nom de l'organisation",
    'ID Campagne',
    'Code',
    'Nom de la campagne',
    'Nom du Participant',
    'Prénom du Participant',
    'Groupe',
    'Numéro Étudiant',
    'Identifiant local',
    'Envoi (O/N)',
    dateHeader,
    'Nombre de pix total',
    'Certifiable (O/N)',
    'Nombre de compétences certifiables',
    ...competenceHeaders,
  ];
  const rows = lines.map((line) => {
    const sent = line.sent ?? true;
    const level = line.levels ?? 5;
    const results = COMPETENCES.flatMap((_, rank) => (rank < level ? ['2', '17'] : ['0', '3']));
    return [
      '"Université"',
      '12',
      '"ABCDEF123"',
      '"L2 ; droit"',
      `"${line.name}"`,
      '"Zoé"',
      '"L2"',
      line.number ?? '""',
      `"${line.id ?? ''}"`,
      sent ? '"Oui"' : '"Non"',
      ...(sent
        ? [
            `"${line.at ?? '05/01/2027 10:30'}"`,
            '118',
            `"${line.certifiable ?? 'Oui'}"`,
            String(level),
            ...results,
          ]
        : Array.from({ length: 36 }, () => '"NA"')),
    ].join(';');
  });
  return `\uFEFF${[header.map((one) => `"${one}"`).join(';'), ...rows].join('\n')}\n`;
}

describe('the results of a profile collection', () => {
  it('gives who, when, and each competence', () => {
    const { participations, findings, externalIdLabel } = read(
      file([{ name: "'-MARTIN", number: '02345678', id: 'zoe@x.fr' }]),
    );
    expect(findings).toEqual([]);
    expect(externalIdLabel).toBe('Identifiant local');
    expect(participations).toEqual([
      {
        line: 2,
        lastName: '-MARTIN',
        firstName: 'Zoé',
        group: 'L2',
        studentNumber: '02345678',
        externalId: 'zoe@x.fr',
        profile: {
          day: '2027-01-05',
          minutes: 630,
          score: 118,
          certifiable: true,
          certifiableCompetences: 5,
          levels: [2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
          pix: [17, 17, 17, 17, 17, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3],
        },
      },
    ]);
  });

  it('takes what was not sent for unknown', () => {
    const { participations, findings } = read(file([{ name: 'A', sent: false }]));
    expect(participations.map((one) => one.profile)).toEqual([null]);
    expect(findings).toEqual([]);
  });

  it('reads the date of older exports', () => {
    const { participations } = read(file([{ name: 'A', at: '2026-11-02' }], "Date de l'envoi"));
    expect(participations[0]?.profile).toMatchObject({ day: '2026-11-02', minutes: null });
  });

  it('keeps the latest sending of each person', () => {
    const { participations } = read(
      file([
        { name: 'A', number: '1', at: '05/01/2027 10:30' },
        { name: 'A', number: '1', at: '05/01/2027 10:31', levels: 6 },
        { name: 'A', number: '1', sent: false },
        { name: 'B', id: 'b@x.fr', sent: false },
        { name: 'B', id: 'B@x.fr', at: '31/12/2026 09:00' },
        { name: 'C' },
      ]),
    );
    expect(latestParticipations(participations).map((one) => one.line)).toEqual([3, 6, 7]);
  });

  it('doubts a certifiable profile with too few competences', () => {
    const { findings } = read(
      file([
        { name: 'A', levels: 4 },
        { name: 'B', levels: 4, certifiable: 'Non' },
      ]),
    );
    expect(findings).toEqual([
      { code: 'CERTIFIABLE_DOUBTFUL', line: 2, header: 'Certifiable (O/N)', seen: 'Oui' },
    ]);
  });

  it('names a value that makes no sense, and takes it for unknown', () => {
    const { participations, findings } = read(
      file([{ name: 'A', certifiable: 'Peut-être' }]).replace(';118;', ';beaucoup;'),
    );
    expect(findings.map(({ code, header, seen }) => [code, header, seen])).toEqual([
      ['VALUE_NOT_UNDERSTOOD', 'Certifiable (O/N)', 'Peut-être'],
      ['VALUE_NOT_UNDERSTOOD', 'Nombre de pix total', 'beaucoup'],
    ]);
    expect(participations[0]?.profile).toMatchObject({ score: null, certifiable: null });
  });

  it('asks for the columns that every such file has', () => {
    const { findings } = read('Nom;Prénom\nA;B');
    expect(findings.map((finding) => finding.header)).toEqual([
      'Nom du Participant',
      'Prénom du Participant',
      'Envoi (O/N)',
      'Certifiable (O/N)',
    ]);
  });
});
