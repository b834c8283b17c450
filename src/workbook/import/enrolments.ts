import { type FieldContext, type FieldValue, readField, siteList, type ValueFault } from './student-fields';
import { matchKey } from '../text-match';

/** One line of a file: the text of each field, by its key in `Étudiants`. */
export interface FileLine {
  readonly line: number;
  readonly texts: ReadonlyMap<string, string>;
}

/** What is said of a line of the file. */
export interface LineNote {
  readonly line: number;
  readonly code:
    | ValueFault
    /** Neither number, nor identifier, nor name: nobody knows whose line it is. The line is left aside. */
    | 'nobody'
    /** Another line has the same number and somebody else's name. Both are left aside. */
    | 'numberShared'
    /** Two enrolments differ on this field: the value of the first line is kept. */
    | 'enrolmentsDiffer'
    | 'newWithoutName'
    | 'newWithoutNumber'
    /** Several rows of the tab have this number. */
    | 'numberTwiceInTab'
    /** Another line of the file was found to be the same row of the tab. */
    | 'rowTaken';
  /** Key of the field, when the note is about one. */
  readonly field: string | null;
  readonly seen: string;
  /** Another line of the file, or rows of the tab. */
  readonly others: readonly number[];
}

const LEFT_ASIDE: readonly LineNote['code'][] = [
  'nobody',
  'numberShared',
  'newWithoutName',
  'numberTwiceInTab',
  'rowTaken',
];

/** How many lines are not used at all. */
export function linesLeftAside(notes: readonly LineNote[]): number {
  return new Set(notes.filter(({ code }) => LEFT_ASIDE.includes(code)).map(({ line }) => line)).size;
}

/** A person of the file: one line, or several enrolments put together. */
export interface FileStudent {
  /** In the order of the file; the first one names the person for the window. */
  readonly lines: readonly number[];
  readonly values: ReadonlyMap<string, FieldValue>;
  /** What the other enrolments say of a field. */
  readonly otherValues: ReadonlyMap<string, readonly FieldValue[]>;
  /** Whom the line speaks of: the same in every file. */
  readonly identity: string;
}

export interface FileStudents {
  readonly students: readonly FileStudent[];
  readonly notes: readonly LineNote[];
  /** Codes whose first zero was put back. */
  readonly zerosRestored: number;
  /** Lines that say the same as another one of the same person. */
  readonly repeatedLines: number;
}

/** Reads the lines of a file and puts together those of one person. */
export function readFileStudents(lines: readonly FileLine[], context: FieldContext): FileStudents {
  const notes: LineNote[] = [];
  let zerosRestored = 0;
  const byPerson = new Map<string, ReadLine[]>();
  for (const { line, texts } of lines) {
    const values = new Map<string, FieldValue>();
    for (const [field, text] of texts) {
      const { value, fault, zeroRestored } = readField(field, text, context);
      if (value !== null) values.set(field, value);
      if (fault !== null) notes.push({ line, code: fault, field, seen: text.trim(), others: [] });
      if (zeroRestored) zerosRestored += 1;
    }
    const identity = identityOf(values);
    if (identity === null) {
      notes.push({ line, code: 'nobody', field: null, seen: '', others: [] });
      continue;
    }
    const person = byPerson.get(identity);
    if (person === undefined) byPerson.set(identity, [{ line, values }]);
    else person.push({ line, values });
  }
  let repeatedLines = 0;
  const students = [...byPerson].flatMap(([identity, person]): FileStudent[] => {
    const [first, ...others] = person;
    if (first === undefined) return [];
    const stranger = others.find(({ values }) => arePeople(values, first.values));
    if (stranger !== undefined) {
      const seen = first.values.get('id')?.text ?? '';
      for (const { line } of person)
        notes.push({
          line,
          code: 'numberShared',
          field: 'id',
          seen,
          others: person.map((one) => one.line).filter((one) => one !== line),
        });
      return [];
    }
    repeatedLines += others.filter((other) => saysNothingNew(other, first)).length;
    return [together(identity, first, others, notes)];
  });
  return { students, notes, zerosRestored, repeatedLines };
}

interface ReadLine {
  readonly line: number;
  readonly values: ReadonlyMap<string, FieldValue>;
}

/** By student number, else by identifier, else by name and birth date; `null` when there is none of them. */
export function identityOf(values: ReadonlyMap<string, FieldValue>): string | null {
  const [id, external, person] = identitiesOf(values);
  return id ?? external ?? person ?? null;
}

/** Every way of knowing whose values these are, the surest first. */
export function identitiesOf(
  values: ReadonlyMap<string, FieldValue>,
): readonly [id: string | null, external: string | null, person: string | null] {
  const key = (field: string): string => values.get(field)?.key ?? '';
  const name = `${key('lastName')} ${key('firstName')}`.trim();
  return [
    key('id') === '' ? null : `n ${key('id')}`,
    key('externalId') === '' ? null : `e ${key('externalId')}`,
    key('lastName') === '' || key('firstName') === '' ? null : `p ${name} ${key('birthDay')}`,
  ];
}

/** Whether the names, and what else is known, say that these are two people. */
export function arePeople(a: ReadonlyMap<string, FieldValue>, b: ReadonlyMap<string, FieldValue>): boolean {
  const differ = (field: string): boolean => {
    const [one, other] = [a.get(field)?.key, b.get(field)?.key];
    return one !== undefined && other !== undefined && bare(one) !== bare(other);
  };
  const [last, first, birth] = [differ('lastName'), differ('firstName'), differ('birthDay')];
  return (last && first) || (birth && (last || first));
}

/** Hyphens and apostrophes in a name are typed or not. */
const bare = (name: string): string => name.replace(/[-' ]+/g, ' ');

function saysNothingNew(other: ReadLine, first: ReadLine): boolean {
  return [...other.values].every(([field, { key }]) => first.values.get(field)?.key === key);
}

/** The first line counts; sites add up, and what the others say is kept beside it. */
function together(
  identity: string,
  first: ReadLine,
  others: readonly ReadLine[],
  notes: LineNote[],
): FileStudent {
  const values = new Map(first.values);
  const otherValues = new Map<string, FieldValue[]>();
  for (const { line, values: mine } of others) {
    for (const [field, value] of mine) {
      const kept = values.get(field);
      if (kept === undefined) values.set(field, value);
      else if (field === 'sites') values.set(field, siteList([...listed(kept), ...listed(value)]));
      else if (kept.key !== value.key) {
        otherValues.set(field, [...(otherValues.get(field) ?? []), value]);
        notes.push({ line, code: 'enrolmentsDiffer', field, seen: value.text, others: [first.line] });
      }
    }
  }
  return { lines: [first.line, ...others.map(({ line }) => line)], values, otherValues, identity };
}

const listed = ({ text }: FieldValue): readonly string[] =>
  text.split('; ').filter((site) => matchKey(site) !== '');
