import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { RectLayer } from '../../local/model/rect-layer';

const SIZE = 6;
const EMPTY = (): (string | undefined)[][] =>
  Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, (): string | undefined => undefined));

const rect = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.nat(SIZE - 1))
  .map(([top, left, rows, columns]) => ({
    row: top + 1,
    column: left + 1,
    rows: Math.min(rows + 1, SIZE - top),
    columns: Math.min(columns + 1, SIZE - left),
  }));
const value = fc.constantFrom('a', 'b', undefined);
const step = fc.record({
  rect,
  uniform: fc.boolean(),
  values: fc.array(value, { minLength: SIZE * SIZE, maxLength: SIZE * SIZE }),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const read = (layer: RectLayer<string>, rows = SIZE, columns = SIZE): (string | undefined)[][] =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => layer.get(i + 1, j + 1)));

/** The same steps on a layer and on a plain table. */
function painted(steps: readonly Step[]): { layer: RectLayer<string>; table: (string | undefined)[][] } {
  const layer = new RectLayer<string>();
  const table = EMPTY();
  for (const { rect: block, uniform, values } of steps) {
    const each = Array.from({ length: block.rows }, (_, i) =>
      Array.from({ length: block.columns }, (__, j) => (uniform ? values[0] : values[i * SIZE + j])),
    );
    if (uniform) layer.set(block, values[0]);
    else layer.setEach(block, each);
    each.forEach((line, i) =>
      line.forEach((item, j) => {
        const row = table[block.row - 1 + i];
        if (row) row[block.column - 1 + j] = item;
      }),
    );
  }
  return { layer, table };
}

describe('a layer of looks', () => {
  it('reads like a plain table, whatever was painted over what', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const { layer, table } = painted(steps);
        expect(read(layer)).toEqual(table);
        expect([...layer.cells()].map(({ row, column }) => `${row},${column}`)).toEqual(
          table.flatMap((line, i) =>
            line.flatMap((item, j) => (item === undefined ? [] : [`${i + 1},${j + 1}`])),
          ),
        );
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('loses what stood in deleted rows and columns, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 6 }),
        fc.integer({ min: 1, max: SIZE }),
        fc.boolean(),
        (steps, at, rows) => {
          const { layer, table } = painted(steps);
          const count = Math.min(2, SIZE - at + 1);
          if (rows) {
            layer.deleteRows(at, count);
            table.splice(at - 1, count);
            expect(read(layer, SIZE - count)).toEqual(table);
          } else {
            layer.deleteColumns(at, count);
            table.forEach((line) => line.splice(at - 1, count));
            expect(read(layer, SIZE, SIZE - count)).toEqual(table);
          }
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  it('gives new rows and columns the look of those before them', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 6 }),
        fc.integer({ min: 2, max: SIZE + 1 }),
        fc.boolean(),
        (steps, at, rows) => {
          const { layer, table } = painted(steps);
          if (rows) {
            layer.insertRows(at, 2);
            const line = table[at - 2] ?? [];
            table.splice(at - 1, 0, line, line);
            expect(read(layer, SIZE + 2)).toEqual(table);
          } else {
            layer.insertColumns(at, 2);
            table.forEach((line) => line.splice(at - 1, 0, line[at - 2], line[at - 2]));
            expect(read(layer, SIZE, SIZE + 2)).toEqual(table);
          }
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});
