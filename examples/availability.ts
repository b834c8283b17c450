import { drawer } from './draw';
import { groups } from './groups';
import type { SampleCell } from './sample-tab';
import { slots } from './slots';
import { students } from './students';

type Mark = 'x' | 'préféré' | null;

const rowOf = (name: string, mark: (code: string) => SampleCell): readonly SampleCell[] => [
  name,
  ...slots.map(({ code }) => mark(code)),
];

const groupRows = groups.map((group) =>
  rowOf(group.name, (code): Mark =>
    group.preferred.includes(code) ? 'préféré' : group.free.includes(code) ? 'x' : null,
  ),
);

/** Students who answered for themselves: their word counts instead of their group's. */
function individualRows(): (readonly SampleCell[])[] {
  const draw = drawer(14);
  const byGroup = new Map(groups.map((group) => [group.name, group]));
  return students
    .filter((_, index) => index % 13 === 5)
    .map(({ number, group }) => {
      const usual = byGroup.get(group);
      const at = (code: string): Mark => {
        const usually = usual?.free.includes(code) ?? false;
        if (usual?.site !== 'Caen Campus 1') return usually && draw.next() < 0.8 ? 'x' : null;
        return draw.next() < (usually ? 0.7 : 0.15) ? (draw.next() < 0.2 ? 'préféré' : 'x') : null;
      };
      return rowOf(number, at);
    });
}

/** One student has answered that no slot suits: a true refusal, not a silence. */
const refusal = rowOf(students[90]?.number ?? '', () => 'non');

/** A number that no list knows, and an answer that means nothing. */
const unknown = rowOf('09999999', (code) => (code === 'C01' ? 'x' : null));
const perhaps = rowOf(students[10]?.number ?? '', (code) =>
  code === 'C03' ? 'peut-être' : code === 'C06' ? 'oui' : null,
);

export const availabilityRows: readonly (readonly SampleCell[])[] = [
  ['Étudiant ou groupe', ...slots.map(({ label }) => label)],
  ...groupRows,
  ...individualRows(),
  refusal,
  unknown,
  perhaps,
];
