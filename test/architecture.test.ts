import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const source = join(root, 'src');

/** What each room may import besides itself. `workbook` and `dialogs` give `google` and `text` their types only. */
const ALLOWED: Record<string, readonly string[]> = {
  domain: [],
  allocation: ['domain'],
  pix: ['domain'],
  workbook: ['domain', 'text'],
  text: ['domain', 'workbook'],
  messages: ['domain', 'text', 'workbook'],
  printing: ['domain', 'text', 'messages'],
  google: ['domain', 'workbook', 'dialogs', 'messages'],
  dialogs: ['domain', 'text', 'allocation', 'pix', 'printing'],
  actions: ['domain', 'allocation', 'pix', 'workbook', 'messages', 'printing', 'text', 'google', 'dialogs'],
  'menu.ts': ['actions', 'text', 'domain'],
  'main-complete.ts': ['main.ts', 'menu.ts', 'actions', 'google', 'text', 'dialogs', 'domain'],
  'main.ts': ['menu.ts', 'actions', 'google', 'text', 'dialogs', 'domain'],
};

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const roomOf = (path: string): string => relative(source, path).split('/')[0] ?? '';

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)];
  return found.map((match) => ({ from: file, to: resolve(dirname(file), match[1] ?? '') }));
}

const roomOfImport = (to: string): string => {
  const room = roomOf(to);
  return ['menu', 'main', 'main-complete'].includes(room) ? `${room}.ts` : room;
};

describe('the directions of imports', () => {
  it.each(Object.keys(ALLOWED))('%s imports only what it may', (room) => {
    const offenders = filesUnder(source)
      .filter((file) => roomOf(file) === room)
      .flatMap(importsOf)
      .filter(({ to }) => roomOfImport(to) !== room && !(ALLOWED[room] ?? []).includes(roomOfImport(to)))
      .map(({ from, to }) => `${relative(root, from)} -> ${relative(root, to)}`);
    expect(offenders).toEqual([]);
  });

  it('knows every room of src', () => {
    const rooms = new Set(filesUnder(source).map(roomOf));
    expect([...rooms].filter((room) => !(room in ALLOWED))).toEqual([]);
  });

  it('is what the guide of maintainers says', () => {
    const guide = readFileSync(join(root, 'docs/maintainer.md'), 'utf8');
    const told = new Map(
      [...guide.matchAll(/^\| `src\/([^`]+?)\/?` .*\|([^|]+)\|$/gm)].map(([, room, rooms]) => [room, rooms]),
    );
    const short = (room: string): string => room.replace('.ts', '');
    const missing = Object.entries(ALLOWED)
      .filter(([room]) => room !== 'actions')
      .flatMap(([room, allowed]) =>
        allowed
          .filter((other) => told.get(room)?.includes(short(other)) !== true)
          .map((other) => `${room}: ${other}`),
      );
    expect(missing).toEqual([]);
    expect(told.get('actions')).toContain('everything but main and menu');
  });

  it('keeps the local runtime away from the sources of the add-on', () => {
    const offenders = filesUnder(join(root, 'local'))
      .flatMap(importsOf)
      .filter(({ to }) => to.startsWith(source))
      .map(({ from, to }) => `${relative(root, from)} -> ${relative(root, to)}`);
    expect(offenders).toEqual([]);
  });
});

describe('what each room may name', () => {
  const services =
    /\b(SpreadsheetApp|HtmlService|PropertiesService|CacheService|LockService|Utilities|Session|FormApp|MailApp|CalendarApp|DriveApp|ScriptApp|UrlFetchApp)\./;

  it('only google/ calls the services of the platform', () => {
    const offenders = filesUnder(source)
      .filter((file) => roomOf(file) !== 'google')
      .filter((file) => services.test(withoutComments(readFileSync(file, 'utf8'))))
      .map((file) => relative(root, file));
    expect(offenders).toEqual([]);
  });

  it('only google/ reads the clock; nothing draws at random', () => {
    const offenders = filesUnder(source)
      .filter((file) => roomOf(file) !== 'google')
      .filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(/.test(withoutComments(readFileSync(file, 'utf8'))),
      )
      .map((file) => relative(root, file));
    expect(offenders).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const drawers = filesUnder(source)
      .map((file) => relative(root, file))
      .filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.ts|\/)/.test(file));
    expect(drawers).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
