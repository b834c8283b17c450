import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MENU_TEXT } from '../../src/text/menu';
import { tabs } from '../support/a-campaign-by-forms';
import { Desk } from '../support/an-addon';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const GUIDE = read('docs/guide.md');

/** Cells of the table that follows a mark of the guide, its title row first. */
function tableOf(tab: string): string[][] {
  const after = GUIDE.split(`<!-- essai : ${tab} -->`)[1]?.trimStart() ?? '';
  const lines = after.slice(0, after.indexOf('\n\n')).split('\n');
  return lines
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('the guide', () => {
  it('leads from an empty spreadsheet to the planning that it promises, with what it gives to copy', () => {
    // The week before the one of the guide: the window proposes it.
    const desk = Desk.prepared([], { now: Date.UTC(2027, 0, 5, 8) });
    desk.click('Générer les créneaux');
    desk.fill(tabs({ tab: 'Étudiants', rows: tableOf('Étudiants') }));
    const [title = [], ...answers] = tableOf('Disponibilités');
    const before = desk.values('Disponibilités')[0] ?? [];
    const columns = title.map((code) => before.findIndex((header) => String(header).startsWith(code)));
    answers.forEach((cells, row) =>
      cells.forEach((text, at) => desk.set('Disponibilités', row + 2, (columns[at] ?? 0) + 1, text)),
    );
    const { status, summary } = desk.click('Calculer le planning');
    expect(status).toBe('done');
    expect(summary).toMatchObject({ candidates: 12, seated: 12, sessions: 2, proven: true });
  });

  it('names only items that the menu has', () => {
    const alike = (text: string): string => text.replace(/\s+/g, ' ').replace(/’/g, "'").trim();
    const labels = new Set(Object.values(MENU_TEXT).map(alike));
    const named = [...GUIDE.matchAll(/\*\*Pix ▸([^*]+)\*\*/g)].flatMap(([, path = '']) =>
      path.split('▸').map(alike),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((label) => !labels.has(label))).toEqual([]);
  });

  it('shows every picture that was made for it, none of them heavy, each with words', () => {
    const shown = [
      ...`${GUIDE}\n${read('README.md')}`.matchAll(/!\[([^\]]*)\]\((?:docs\/)?images\/([^)]+)\)/g),
    ];
    const files = readdirSync(join(root, 'docs/images'));
    expect([...new Set(shown.map(([, , file]) => file))].sort()).toEqual(files.sort());
    expect(shown.filter(([, words = '']) => words.length < 15)).toEqual([]);
    expect(files.filter((file) => statSync(join(root, 'docs/images', file)).size > 150_000)).toEqual([]);
  });

  it('has no link that leads nowhere', () => {
    const anchors = [...GUIDE.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replace(/ /g, '-'),
    );
    const inside = [...GUIDE.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(inside.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
    const outside = [...GUIDE.matchAll(/\]\((?!#|http)([^)#]+)/g)].map(([, path = '']) => path);
    expect(
      outside.filter((path) => statSync(join(root, 'docs', path), { throwIfNoEntry: false }) === undefined),
    ).toEqual([]);
  });
});
