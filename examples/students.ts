import { drawer } from './draw';
import { groups } from './groups';
import { birthPlaces, firstNames, lastNames } from './names';
import type { SampleCell } from './sample-tab';

const header: readonly SampleCell[] = [
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

export interface SampleStudent {
  readonly number: string;
  readonly group: string;
  readonly cells: readonly SampleCell[];
}

const two = (value: number): string => String(value).padStart(2, '0');

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ı/g, 'i')
    .replace(/œ/g, 'oe')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

/** What people type for extra time, in turn. */
const EXTRA_TIME: readonly string[] = ['33%', 'oui', '1/3', '33', '0,33'];

function drawStudents(): SampleStudent[] {
  const draw = drawer(2027);
  const students: SampleStudent[] = [];
  for (const group of groups) {
    for (let rank = 0; rank < group.size; rank++) {
      // Numbers that begin with a zero lose it in a careless spreadsheet: the sample has many.
      const number = `0${2200000 + students.length * 137 + draw.below(90)}`;
      const person = draw.pick(firstNames);
      const lastName = draw.pick(lastNames);
      const birth = { date: `${two(1 + draw.below(28))}/${two(1 + draw.below(12))}/${2003 + draw.below(4)}` };
      const place = draw.pick(birthPlaces);
      const extra = draw.next() < 0.03 ? (EXTRA_TIME[students.length % EXTRA_TIME.length] ?? null) : null;
      students.push({
        number,
        group: group.name,
        cells: [
          number,
          lastName,
          person.name,
          birth,
          person.sex,
          `${plain(person.name)}.${plain(lastName)}${students.length}@etu.exemple.fr`,
          group.department,
          group.course,
          group.name,
          // Some students of Caen can also go to Saint-Lô.
          group.name === 'Chimie L2' && rank < 5 ? `${group.site}; Campus de Saint Lô` : group.site,
          extra,
          place.country,
          place.insee,
          place.postalCode,
          place.town,
          null,
          true,
        ],
      });
    }
  }
  return students;
}

/** Replaces one cell of a student: the mistakes that people make. */
function withCell(student: SampleStudent, column: string, value: SampleCell): SampleStudent {
  const at = header.indexOf(column);
  return { ...student, cells: student.cells.map((cell, index) => (index === at ? value : cell)) };
}

function withMistakes(students: readonly SampleStudent[]): SampleStudent[] {
  const spoiled = students.map((student, index) => {
    // 1/3 typed in a cell that is not text: the spreadsheet makes it 1 March.
    if (index === 40) return withCell(student, 'Temps majoré', { date: '01/03/2027' });
    // A birth date that does not exist.
    if (index === 75) return withCell(student, 'Date de naissance', '31/02/2005');
    // A site that has no certified room under that name.
    if (index === 200) return withCell(student, 'Site', 'Caen Campus 2');
    // Another spelling of a site: understood.
    if (index === 300) return withCell(student, 'Site', 'CAMPUS D’ALENCON');
    // A blank birth date is no obstacle to a planning.
    if (index === 310) return withCell(student, 'Date de naissance', null);
    return student;
  });
  const repeated = spoiled[120];
  // The same row pasted twice.
  return repeated === undefined ? spoiled : [...spoiled, repeated];
}

export const students: readonly SampleStudent[] = withMistakes(drawStudents());

export const studentRows: readonly (readonly SampleCell[])[] = [
  header,
  ...students.map(({ cells }) => cells),
];
