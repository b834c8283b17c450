import { describe, expect, it } from '@jest/globals';
import { fillTemplate } from '../../src/pix/certif-candidates/template';
import { aCertifPlanning, student, TWO_SESSIONS, writeSetting } from '../support/a-certif-planning';
import { Desk, type AddonAnswer } from '../support/an-addon';
import { readAsPixList } from '../support/pix-list-reader';
import { listTemplate } from '../support/pix-list-template';

const LIST = 'Candidats d’une session (ODS)';

interface SessionList {
  readonly kind: string;
  readonly lines?: readonly string[];
  readonly number: string;
  readonly fileName: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly given: number;
  readonly leftOut: number;
  readonly problems: readonly { readonly tab: string; readonly cell: string; readonly message: string }[];
}

type ListAnswer = AddonAnswer & {
  readonly files?: readonly { readonly name: string; readonly text: string; readonly encoding: string }[];
};

const listOf = (desk: Desk, key: string): SessionList =>
  desk.runtime.call('sessionCandidates', [key]) as SessionList;

describe('Candidats d’une session (ODS)', () => {
  it('gives the candidates of the session that is chosen, for the file of Pix', () => {
    const desk = aCertifPlanning(
      TWO_SESSIONS.map((one) => ({ ...one, pixNumber: one.number === 'S01' ? '1234' : '' })),
      [
        student(1, { Nom: 'LEFÈVRE', 'Temps majoré': '1/3', 'Code INSEE': '2A004' }),
        student(2, {
          Nom: 'D\'ARC; dite "Luna" 🎓',
          'Code INSEE': '',
          'Code postal': '01500',
          'Commune de naissance': 'Ambérieu',
        }),
        student(3),
      ],
    );
    const list = listOf(desk, 'S01');
    expect(list).toMatchObject({
      kind: 'list',
      number: '1234',
      fileName: 'candidats-session-1234.ods',
      given: 2,
      leftOut: 0,
      problems: [],
    });
    const filled = fillTemplate(listTemplate(), list.rows);
    const report = readAsPixList(filled.kind === 'filled' ? filled.bytes : new Uint8Array());
    expect(report.errors).toEqual([]);
    expect(report.candidates).toMatchObject([
      {
        lastName: 'D\'ARC; dite "Luna" 🎓',
        externalId: '00000002',
        postalCode: '01500',
        extraTime: 0,
        billing: 'Gratuite',
      },
      {
        lastName: 'LEFÈVRE',
        externalId: '00000001',
        inseeCode: '2A004',
        extraTime: 0.33,
        birthDate: '14/03/2005',
      },
    ]);
    expect(listOf(desk, 'S02').rows).toHaveLength(1);
    expect(listOf(desk, 'S09')).toMatchObject({
      kind: 'refused',
      lines: [expect.stringContaining('n’est plus dans le planning')],
    });
  });

  it('leaves out whoever Pix would refuse, and names the cell', () => {
    const desk = aCertifPlanning(TWO_SESSIONS, [
      student(1, { Sexe: '' }),
      student(2, { 'Code INSEE': '1004' }),
      student(3),
    ]);
    const list = listOf(desk, 'S01');
    expect(list).toMatchObject({ kind: 'list', rows: [], given: 2, leftOut: 2 });
    expect(list.problems.map(({ tab, cell }) => `${tab}!${cell}`)).toEqual(['Étudiants!E2', 'Étudiants!M3']);
    writeSetting(desk, 'Code de prépaiement', '12345');
    const refused = listOf(desk, 'S02');
    expect(refused.rows).toEqual([]);
    expect(refused.problems.map(({ tab }) => tab)).toEqual(['Paramètres']);
  });

  it('gives the list of the first session to come where there is no window', () => {
    const answer = aCertifPlanning([...TWO_SESSIONS].reverse()).click(LIST) as ListAnswer;
    expect(answer.status).toBe('done');
    expect(answer.files).toMatchObject([{ name: 'candidats-session-S01.ods', encoding: 'base64' }]);
    const report = readAsPixList(new Uint8Array(Buffer.from(answer.files?.[0]?.text ?? '', 'base64')));
    expect(report.errors).toEqual([]);
    expect(report.candidates.map(({ externalId }) => externalId)).toEqual(['00000001', '00000002']);
    expect(answer.lines.join(' ')).toContain('remplace tous les candidats');
    const nobody = aCertifPlanning(TWO_SESSIONS, [
      student(1, { Sexe: '' }),
      student(2, { Sexe: 'X' }),
      student(3),
    ]).click(LIST);
    expect(nobody).toMatchObject({ status: 'blocked', problems: [{ cell: 'E2' }, { cell: 'E3' }] });
    expect(aCertifPlanning([]).click(LIST).status).toBe('blocked');
    const held = TWO_SESSIONS.map((one) => ({ ...one, state: 'Tenue' }));
    expect(aCertifPlanning(held).click(LIST).status).toBe('blocked');
  });
});
