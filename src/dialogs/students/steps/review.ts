import { GIVEN_FILE_TEXT as FILE_TEXT } from '../../../text/given-file';
import { STUDENTS_WINDOW_TEXT as TEXT } from '../../../text/students-window';
import { buttonRow } from '../../client/buttons';
import { type Child, element, show } from '../../client/element';
import { type Choice, choices, figure, section, tick, type Ticks } from '../../client/sections';
import type { ShownChange, ShownField, ShownPerson, StudentsDecisions, StudentsPreview } from '../exchange';

/** The step where people see what would change, and decide. */
export interface ReviewStep {
  readonly tab: string;
  readonly preview: StudentsPreview;
  readonly back: () => void;
  /** Compares again, the list being a new one or not. */
  readonly compareAgain: (newList: boolean) => void;
  readonly newList: boolean;
  readonly write: (decisions: StudentsDecisions) => void;
}

export function showReview(step: ReviewStep): void {
  const { preview, tab } = step;
  const { counts } = preview;
  const ticks = {
    refused: new Set<number>(),
    replaced: new Set<number>(),
    addedBack: new Set<number>(),
    removed: new Set<number>(),
  };
  const settled = new Map<number, number | null>();
  const columns = element('input', { type: 'checkbox', checked: true });
  const decide = (): StudentsDecisions => ({
    refused: [...ticks.refused],
    replaced: [...ticks.replaced],
    addedBack: [...ticks.addedBack],
    removed: [...ticks.removed],
    settled: [...settled],
    addColumns: columns.checked,
  });
  const conflicts = preview.changes.filter((change) => change.conflicts.length > 0);
  const changes = preview.changes.filter((change) => change.changes.length > 0);
  show(
    element('h1', {}, TEXT.reviewTitle),
    element(
      'div',
      { class: 'figures' },
      figure(counts.added, TEXT.added(counts.added)),
      figure(counts.changed, TEXT.changed),
      figure(counts.same, TEXT.same(counts.same)),
      counts.doubts > 0 ? figure(counts.doubts, TEXT.doubtful) : null,
      counts.gone > 0 ? figure(counts.gone, TEXT.gone(counts.gone)) : null,
      counts.aside > 0 ? figure(counts.aside, TEXT.aside(counts.aside)) : null,
    ),
    element(
      'div',
      {},
      element('p', {}, TEXT.people(counts.lines, counts.people)),
      ...comparedWith(step),
      counts.zerosRestored > 0 ? element('p', {}, TEXT.zeros(counts.zerosRestored)) : null,
      counts.keptByHand > 0 ? element('p', {}, TEXT.keptByHand(counts.keptByHand)) : null,
    ),
    preview.newColumns.length > 0
      ? element('label', {}, columns, ` ${TEXT.addColumns(preview.newColumns)}`)
      : null,
    counts.doubts > 0 ? doubts(preview, counts.doubts, settled) : null,
    conflicts.length > 0
      ? section(
          TEXT.conflictsTitle(conflicts.length),
          true,
          conflicts.map((change) =>
            changeItem(change, change.conflicts, TEXT.takeFile, ticks.replaced, false),
          ),
        )
      : null,
    changes.length > 0
      ? section(
          TEXT.changesTitle(counts.changed),
          changes.length <= 8,
          changes.map((change) => changeItem(change, change.changes, TEXT.takeChange, ticks.refused, true)),
          {
            more:
              counts.changed > preview.changes.length
                ? TEXT.moreChanges(counts.changed - preview.changes.length)
                : '',
          },
        )
      : null,
    people(TEXT.addedTitle(counts.added), preview.added, counts.added),
    counts.gone > 0
      ? section(
          TEXT.goneTitle(counts.gone),
          true,
          preview.gone.map(({ at, who }) => tick(TEXT.remove(who, at), at, ticks.removed)),
          { more: FILE_TEXT.more(counts.gone - preview.gone.length), hint: TEXT.goneHint },
        )
      : null,
    counts.deletedByHand > 0
      ? section(
          TEXT.deletedTitle(counts.deletedByHand),
          true,
          preview.deletedByHand.map(({ at, who }) => tick(TEXT.addBack(who), at, ticks.addedBack)),
        )
      : null,
    preview.notes.length > 0
      ? section(
          TEXT.notesTitle(preview.notes.length + preview.moreNotes),
          preview.notes.length <= 8,
          preview.notes.map((note) => element('span', {}, note)),
          { more: FILE_TEXT.more(preview.moreNotes) },
        )
      : null,
    buttonRow(
      { label: TEXT.write(tab), press: () => step.write(decide()) },
      { label: FILE_TEXT.back, press: step.back },
    ),
  );
  document.querySelector<HTMLElement>('.buttons .primary')?.focus();
}

function comparedWith({ preview, compareAgain, newList }: ReviewStep): readonly Child[] {
  const box = element('input', {
    type: 'checkbox',
    checked: newList,
    onchange: () => compareAgain(box.checked),
  });
  if (preview.comparedWith === null && !newList) return [element('p', {}, TEXT.notCompared)];
  return [
    preview.comparedWith === null
      ? element('p', {}, TEXT.notCompared)
      : element('p', {}, TEXT.comparedWith(preview.comparedWith)),
    element('label', {}, box, ` ${TEXT.newList}`),
  ];
}

function people(title: string, list: readonly ShownPerson[], count: number): HTMLElement | null {
  if (count === 0) return null;
  return section(
    title,
    list.length <= 5,
    list.map(({ at, who }) =>
      element('span', {}, who, element('span', { class: 'hint' }, ` — ${FILE_TEXT.line(at)}`)),
    ),
    { more: FILE_TEXT.more(count - list.length) },
  );
}

function changeItem(
  { line, who, row }: ShownChange,
  fields: readonly ShownField[],
  labelOf: (who: string) => string,
  ticks: Ticks,
  inverted: boolean,
): HTMLElement {
  return element(
    'div',
    {},
    tick(`${labelOf(who)} (${row})`, line, ticks, inverted),
    element(
      'div',
      { class: 'hint' },
      fields.map(({ header, before, after }) => TEXT.becomes(header, before, after)).join(' ; '),
    ),
  );
}

function doubts(
  { doubts: list }: StudentsPreview,
  count: number,
  settled: Map<number, number | null>,
): HTMLElement {
  return choices(
    TEXT.doubtsTitle(count),
    list.map(({ line, kind, who, rows }): Choice => ({
      line,
      who,
      hint: `${FILE_TEXT.line(line)}, ${kind === 'sameName' ? FILE_TEXT.sameName : FILE_TEXT.otherName}`,
      options: [
        ...rows.map(({ row, who: one }) => ({ value: row, label: FILE_TEXT.samePerson(one, row) })),
        ...(kind === 'sameName' ? [{ value: null, label: TEXT.newPerson }] : []),
      ],
      likely: kind === 'sameName' ? rows[0]?.row : undefined,
    })),
    settled,
    {
      hint: TEXT.doubtsHint,
      undecided: FILE_TEXT.undecided,
      allLikely: FILE_TEXT.allSame,
      more: FILE_TEXT.more(count - list.length),
    },
  );
}
