import { detectDelimiter, readCsv } from '../../pix/csv/read';
import { number, percent } from '../../text/format';
import { GIVEN_FILE_TEXT as FILE_TEXT } from '../../text/given-file';
import { PROFILES_WINDOW_TEXT as TEXT } from '../../text/profiles';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { type FileChoice, showFileChoice } from '../client/file-choice';
import { type Choice, choices, figure, section, tick, type Ticks } from '../client/sections';
import { callServer } from '../client/server';
import { showEnd, showWaiting } from '../client/waiting';
import { scrolling, tableHead } from '../client/table';
import { windowData } from '../client/window-data';
import {
  PROFILES_WINDOW,
  type ProfilesAnswer,
  type ProfilesDecisions,
  type ProfilesPreview,
  type ProfilesRequest,
  type Share,
} from './exchange';

/** The window that imports profiles: the results of a campaign, what they say, and the writing. */
windowData(PROFILES_WINDOW);
const choice: FileChoice = {
  intro: TEXT.intro,
  cut: (text) => readCsv(text, detectDelimiter(text)),
  taken: ({ label, tables }) => {
    const [longest] = [...tables].sort((a, b) => b.rows.length - a.rows.length);
    void compare({ label, rows: (longest?.rows ?? []).map(({ line, values }) => [line, ...values]) });
  },
};
const again = (): void => showFileChoice(choice);

again();
closeOnEscape();

async function compare(request: ProfilesRequest): Promise<void> {
  showWaiting(FILE_TEXT.comparing);
  try {
    const preview = await callServer<ProfilesPreview | ProfilesAnswer>('previewProfiles', request);
    if (preview.kind === 'preview') showReview(request, preview);
    else showAnswer(preview);
  } catch {
    showAnswer({ kind: 'failed', lines: [FILE_TEXT.failedCall] });
  }
}

async function write(request: ProfilesRequest, stamp: string, decisions: ProfilesDecisions): Promise<void> {
  showWaiting(FILE_TEXT.writing);
  try {
    showAnswer(await callServer<ProfilesAnswer>('importProfiles', request, stamp, decisions));
  } catch {
    showAnswer({ kind: 'failed', lines: [FILE_TEXT.failedCall] });
  }
}

function showAnswer({ kind, lines }: ProfilesAnswer): void {
  showEnd({ done: kind === 'written', title: TEXT.writtenTitle, lines, back: again });
}

function showReview(request: ProfilesRequest, preview: ProfilesPreview): void {
  const { counts, all } = preview;
  const settled = new Map<number, number | null>();
  const replaced: Ticks = new Set<number>();
  show(
    element('h1', {}, TEXT.reviewTitle),
    element(
      'div',
      { class: 'figures' },
      figure(counts.matched, TEXT.matched(counts.matched)),
      figure(counts.certifiable, TEXT.certifiable(counts.certifiable)),
      figure(counts.notCertifiable, TEXT.notCertifiable),
      counts.doubts > 0 ? figure(counts.doubts, TEXT.doubtful) : null,
    ),
    element(
      'div',
      {},
      all.share === null ? null : element('p', {}, TEXT.mean(all.share, preview.maximum)),
      element('p', {}, TEXT.filled(counts.filled)),
    ),
    preview.notes.length > 0
      ? section(
          TEXT.notesTitle(preview.notes.length),
          true,
          preview.notes.map((note) => element('span', {}, note)),
        )
      : null,
    counts.doubts > 0 ? doubts(preview, settled) : null,
    counts.conflicts > 0 ? conflicts(preview, replaced) : null,
    picture(preview),
    names(TEXT.unknownTitle(counts.unknown), preview.unknown, counts.unknown),
    names(TEXT.notSentTitle(counts.notSent), preview.notSent, counts.notSent),
    buttonRow(
      {
        label: TEXT.write,
        press: () => void write(request, preview.stamp, { settled: [...settled], replaced: [...replaced] }),
      },
      { label: FILE_TEXT.back, press: again },
    ),
  );
  document.querySelector<HTMLElement>('.buttons .primary')?.focus();
}

function doubts({ doubts: list, counts }: ProfilesPreview, settled: Map<number, number | null>): HTMLElement {
  return choices(
    TEXT.doubtsTitle(counts.doubts),
    list.map(({ line, why, who, rows }): Choice => ({
      line,
      who,
      hint: `${FILE_TEXT.line(line)}, ${why === 'sameName' ? FILE_TEXT.sameName : FILE_TEXT.otherName}`,
      options: [
        ...rows.map(({ row, who: one }) => ({ value: row, label: FILE_TEXT.samePerson(one, row) })),
        { value: null, label: TEXT.nobody },
      ],
      likely: why === 'sameName' && rows.length === 1 ? rows[0]?.row : undefined,
    })),
    settled,
    {
      hint: TEXT.doubtsHint,
      undecided: FILE_TEXT.undecided,
      allLikely: FILE_TEXT.allSame,
      more: FILE_TEXT.more(counts.doubts - list.length),
    },
  );
}

function conflicts({ conflicts: list, counts }: ProfilesPreview, replaced: Ticks): HTMLElement {
  return section(
    TEXT.conflictsTitle(counts.conflicts),
    true,
    list.map(({ row, who, typed, pix }) => tick(TEXT.takePix(who, row, typed, pix), row, replaced)),
    { hint: TEXT.conflictsHint, more: FILE_TEXT.more(counts.conflicts - list.length) },
  );
}

/** Shares of the maximum, by area then by group, each with its bar. */
function picture({ areas, groups, all }: ProfilesPreview): HTMLElement | null {
  if (all.share === null) return null;
  return element(
    'div',
    { class: 'pictures' },
    table(
      TEXT.areasTitle,
      [TEXT.areasTitle, TEXT.share],
      areas.map(({ name, share }) => [name, bar(share)]),
    ),
    table(
      TEXT.groupsTitle,
      [TEXT.group, TEXT.profiles, TEXT.certifiableColumn, TEXT.share],
      groups.map(({ label, profiles, certifiable, share }) => [
        label,
        number(profiles),
        number(certifiable),
        bar(share),
      ]),
    ),
  );
}

function table(
  title: string,
  headers: readonly string[],
  rows: readonly (readonly (string | HTMLElement)[])[],
): HTMLElement {
  const last = headers.length - 1;
  return scrolling(
    title,
    element(
      'table',
      {},
      tableHead(headers.map((header, column) => (column > 0 && column < last ? { number: header } : header))),
      element(
        'tbody',
        {},
        ...rows.map(([name = '', ...cells]) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, name),
            ...cells.map((cell) =>
              element('td', { class: typeof cell === 'string' ? 'number' : 'share' }, cell),
            ),
          ),
        ),
      ),
    ),
  );
}

function bar(share: Share): HTMLElement {
  if (share === null) return element('span', { class: 'hint' }, TEXT.unknownShare);
  const width = Math.round(Math.min(1, share) * 100);
  return element(
    'span',
    { class: 'bar' },
    element('span', { class: 'fill', style: `width:${width * 0.8}px`, 'aria-hidden': 'true' }),
    element('span', { class: 'label' }, percent(share)),
  );
}

function names(title: string, list: readonly string[], count: number): HTMLElement | null {
  if (count === 0) return null;
  return section(
    title,
    false,
    list.map((name) => element('span', {}, name)),
    { more: FILE_TEXT.more(count - list.length) },
  );
}
