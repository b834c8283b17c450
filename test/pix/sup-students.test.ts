import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { STUDENT_COLUMNS, type StudentField } from '../../src/pix/student-file/headers';
import { recogniseRows, rowsOfText } from '../../src/pix/student-file/recognise';
import type { SupCode, SupField, SupStudent } from '../../src/pix/sup-students/student';
import { writeSupFile } from '../../src/pix/sup-students/write';
import { day, unread } from '../support/certif-campaign';
import { readAsPixOrga } from '../support/pix-orga-reader';

function student(change: Partial<SupStudent> = {}): SupStudent {
  return {
    firstName: 'Élise',
    secondName: '',
    thirdName: '',
    lastName: 'LEFÈVRE',
    usualName: '',
    birthDate: { value: day('2005-03-09'), seen: '09/03/2005' },
    email: 'elise.lefevre@etu.unicaen.fr',
    studentNumber: '02345678',
    department: 'UFR Droit',
    team: '',
    group: 'L2 TD3',
    diploma: '',
    studyScheme: '',
    ...change,
  };
}

describe('the import file of students of Pix Orga', () => {
  it('has the columns of the template, letter for letter', () => {
    const text = writeSupFile([student()]).text ?? '';
    expect(text.split('\n').slice(0, 2)).toEqual([
      '\uFEFF"Premier prénom";"Deuxième prénom";"Troisième prénom";"Nom de famille";"Nom d\'usage";"Date de naissance (jj/mm/aaaa)";"Email";"Numéro étudiant";"Composante";"Équipe pédagogique";"Groupe";"Diplôme";"Régime"',
      '"Élise";"";"";"LEFÈVRE";"";"09/03/2005";"elise.lefevre@etu.unicaen.fr";"02345678";"UFR Droit";"";"L2 TD3";"";""',
    ]);
  });

  it('gives back the students that were written', () => {
    const rough = fc
      .array(fc.constantFrom(';', '"', '\n', ',', "'", 'É', '🎓', ' ', '='), { maxLength: 6 })
      .map((parts) => `N${parts.join('')}o`);
    const random = fc
      .record({ lastName: rough, firstName: rough, department: rough, team: rough, usualName: rough })
      .map(student);
    fc.assert(
      fc.property(fc.array(random, { minLength: 1, maxLength: 6 }), (list) => {
        const students = list.map((one, rank) => ({ ...one, studentNumber: `0${rank}` }));
        const file = writeSupFile(students);
        expect(file.findings).toEqual([]);
        expect(readAsPixOrga(file.text ?? '').errors).toEqual([]);
        const rows = rowsOfText(file.text ?? '', STUDENT_COLUMNS);
        const read = recogniseRows(rows, STUDENT_COLUMNS);
        expect(read.columns.size).toBe(13);
        const text = (values: readonly string[], field: StudentField): string =>
          values[read.columns.get(field) ?? -1] ?? '';
        expect(
          read.records.map(({ values }) => ({
            firstName: text(values, 'firstName'),
            lastName: text(values, 'lastName'),
            usualName: text(values, 'usualName'),
            born: text(values, 'birthDay'),
            email: text(values, 'email'),
            studentNumber: text(values, 'id'),
            department: text(values, 'department'),
            team: text(values, 'team'),
            group: text(values, 'group'),
          })),
        ).toEqual(
          students.map(
            ({ firstName, lastName, usualName, email, studentNumber, department, team, group }) => ({
              firstName,
              lastName,
              usualName,
              born: '09/03/2005',
              email,
              studentNumber,
              department,
              team,
              group,
            }),
          ),
        );
      }),
      { seed: 4 },
    );
  });

  it.each<[SupCode, SupField, Partial<SupStudent>]>([
    ['FIELD_REQUIRED', 'firstName', { firstName: ' ' }],
    ['FIELD_REQUIRED', 'lastName', { lastName: '' }],
    ['FIELD_REQUIRED', 'birthDate', { birthDate: unread('') }],
    ['FIELD_REQUIRED', 'studentNumber', { studentNumber: '' }],
    ['FIELD_MAX_LENGTH', 'group', { group: 'G'.repeat(256) }],
    ['FIELD_DATE_FORMAT', 'birthDate', { birthDate: unread('31/02/2004') }],
    ['FIELD_EMAIL_FORMAT', 'email', { email: 'elise' }],
    ['STUDENT_NUMBER_FORMAT', 'studentNumber', { studentNumber: '12 é' }],
    ['TEXT_LIKE_A_FORMULA', 'lastName', { lastName: '=1+1' }],
  ])('leaves out whoever would have the file refused: %s (%s)', (code, field, change) => {
    const file = writeSupFile([student(change), student({ studentNumber: '2' })]);
    expect(file.findings.map((finding) => [finding.code, finding.field, finding.rank])).toEqual([
      [code, field, 0],
    ]);
    expect(file.leftOut).toEqual([0]);
    expect(readAsPixOrga(file.text ?? '').students).toHaveLength(1);
  });

  it('keeps the first of two students with one number', () => {
    const file = writeSupFile([student(), student({ firstName: 'Zoé' })]);
    expect(file.findings.map((finding) => finding.code)).toEqual(['STUDENT_NUMBER_UNIQUE']);
    expect(readAsPixOrga(file.text ?? '').students.map((one) => one['Premier prénom'])).toEqual(['Élise']);
  });

  it('warns of a diploma that Pix does not recognise, and keeps the student', () => {
    const file = writeSupFile([
      student({ diploma: 'Licence', studyScheme: 'Alternance' }),
      student({
        studentNumber: '2',
        diploma: 'diplome national de licence controle par l’Etat',
        studyScheme: 'formation continue',
      }),
    ]);
    expect(file.findings.map((finding) => [finding.code, finding.severity, finding.rank])).toEqual([
      ['DIPLOMA_UNKNOWN', 'warning', 0],
      ['STUDY_SCHEME_UNKNOWN', 'warning', 0],
    ]);
    expect(file.written).toBe(2);
  });

  it('writes no file without students', () => {
    expect(writeSupFile([student({ lastName: '' })]).text).toBeNull();
  });
});
