import { type Cell, isDateCell } from '../../domain/grid';
import { candidateId, type CandidateId, type SlotCode } from '../../domain/ids';
import type { Slot } from '../../domain/slot';
import { identifierOf, partsOf, textOf } from '../cells/text';
import { matchKey } from '../text-match';
import type { KeptPlace } from './kept-places';
import type { Names } from './names';
import { tickedSlots } from './slot-labels';
import type { Table } from './table';

export type AnswerFinding =
  | { readonly kind: 'unknownStudent'; readonly seen: string }
  | { readonly kind: 'replaced' }
  | { readonly kind: 'otherAddress'; readonly address: string }
  /** `Étudiants` has no address to compare it with. */
  | { readonly kind: 'noAddress'; readonly address: string }
  | { readonly kind: 'slotGone'; readonly seen: string }
  /** The slot has another day or other hours than those that were ticked. */
  | { readonly kind: 'slotMoved'; readonly seen: string; readonly slot: Slot }
  | { readonly kind: 'late' }
  /** The answer excludes a place that the student keeps until staff decide. */
  | { readonly kind: 'keepsPlace'; readonly session: string; readonly slot: SlotCode }
  | { readonly kind: 'nothingTicked' }
  | { readonly kind: 'contradiction'; readonly seen: string };

/** The answer of a student to the availability form. */
export interface FormAnswer {
  /** From 1, in the tab of the form. */
  readonly row: number;
  /** `N° étudiant` as `Étudiants` writes it; `null`: nobody of that number. */
  readonly student: string | null;
  readonly possible: readonly SlotCode[];
  readonly preferred: readonly SlotCode[];
  readonly findings: readonly AnswerFinding[];
}

/** What reading the answers needs of the rest of the workbook. */
export interface AnswerContext {
  readonly slots: Names<Slot>;
  /** E-mail of each student, by number as written in `Étudiants`. */
  readonly students: ReadonlyMap<string, string>;
  /** When the planning was calculated, as a cell of date and time; `null`: never. */
  readonly plannedAt: number | null;
  readonly kept: ReadonlyMap<CandidateId, KeptPlace>;
  /** The choice that says no to every slot. */
  readonly none: string;
}

/** The answers in the order of the tab; of several answers of one student the last counts. */
export function readFormAnswers(table: Table, context: AnswerContext): readonly FormAnswer[] {
  const find = studentFinder(context.students);
  const read = table.rows.map((row) => {
    const seen = identifierOf(row.cell('id'), row.shown('id'));
    const stamp = row.cell('timestamp');
    const at = isDateCell(stamp) ? stamp.serial : 0;
    const student = find(seen);
    const findings: AnswerFinding[] = [];
    if (student === null) findings.push({ kind: 'unknownStudent', seen });
    const known = student === null ? '' : (context.students.get(student) ?? '');
    const address = textOf(row.cell('email'));
    if (student !== null && address !== '' && matchKey(address) !== matchKey(known))
      findings.push({ kind: known === '' ? 'noAddress' : 'otherAddress', address });
    const refuses = partsOf(row.cell('possible'), ',').some(
      (part) => matchKey(part) === matchKey(context.none),
    );
    const possible = slotsOf(row.cell('possible'), context, findings);
    const preferred = slotsOf(row.cell('preferred'), context, findings);
    const all = [...new Set([...possible, ...preferred])];
    if (
      all.length === 0 &&
      !refuses &&
      !findings.some(({ kind }) => kind === 'slotGone' || kind === 'slotMoved')
    )
      findings.push({ kind: 'nothingTicked' });
    if (all.length > 0 && refuses) findings.push({ kind: 'contradiction', seen: context.none });
    const place = student === null ? undefined : context.kept.get(candidateId(student));
    if (place !== undefined && !all.includes(place.slot)) findings.push({ kind: 'keepsPlace', ...place });
    else if (context.plannedAt !== null && at > context.plannedAt) findings.push({ kind: 'late' });
    return { row: row.row, student, possible: all, preferred, findings, at };
  });
  const last = new Map<string, { readonly at: number; readonly row: number }>();
  for (const { student, at, row } of read) {
    const before = student === null ? undefined : last.get(student);
    if (student !== null && (before === undefined || at >= before.at)) last.set(student, { at, row });
  }
  return read.map(({ at: _at, ...answer }) =>
    answer.student !== null && last.get(answer.student)?.row !== answer.row
      ? { ...answer, findings: [{ kind: 'replaced' }] }
      : answer,
  );
}

function slotsOf(cell: Cell, { slots, none }: AnswerContext, findings: AnswerFinding[]): readonly SlotCode[] {
  return tickedSlots(cell, slots, none).flatMap((ticked): SlotCode[] => {
    if (ticked.kind === 'same') return [ticked.slot.code];
    const { seen } = ticked;
    if (!findings.some((finding) => 'seen' in finding && finding.seen === seen))
      findings.push(
        ticked.kind === 'gone' ? { kind: 'slotGone', seen } : { kind: 'slotMoved', seen, slot: ticked.slot },
      );
    return [];
  });
}

/** By number; a number that lost its first zeros in a cell is found when only one student can be meant. */
function studentFinder(students: ReadonlyMap<string, string>): (seen: string) => string | null {
  const bare = (id: string): string => matchKey(id).replace(/[ .-]/g, '').replace(/^0+/, '');
  const exact = new Map([...students.keys()].map((id) => [matchKey(id), id]));
  const byBare = new Map<string, string | null>();
  for (const id of students.keys()) byBare.set(bare(id), byBare.has(bare(id)) ? null : id);
  return (seen) => (seen === '' ? null : (exact.get(matchKey(seen)) ?? byBare.get(bare(seen)) ?? null));
}
