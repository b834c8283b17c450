import { describe, expect, it } from '@jest/globals';
import { GAPS_WINDOW, type GapsWindow } from '../../src/dialogs/certif-gaps/exchange';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbookFile, writeWorkbookFile } from '../../local/xlsx/file';
import { Desk } from '../support/an-addon';
import {
  aCertifPlanning,
  openWindow,
  plan,
  type PlannedSession,
  student,
  TWO_SESSIONS,
  writeSetting,
  writeStudent,
} from '../support/a-certif-planning';

const GAPS = 'Écarts avec Pix Certif';
const EXPORT = 'Exporter vers Pix Certif';

/** Texts as a person compares them. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const gapsOf = (desk: Desk): GapsWindow => openWindow(desk, GAPS, GAPS_WINDOW);
const told = (desk: Desk): readonly string[] =>
  gapsOf(desk)
    .gaps.flatMap(({ title, steps }) => [title, ...steps])
    .map(plain);
const note = (desk: Desk, marks: readonly string[]): GapsWindow =>
  desk.runtime.call('notePixGaps', [marks]) as GapsWindow;

const numbered: readonly PlannedSession[] = TWO_SESSIONS.map((one, index) => ({
  ...one,
  pixNumber: `432${index}`,
}));

function afterExport(sessions: readonly PlannedSession[] = numbered): Desk {
  const desk = aCertifPlanning(
    sessions,
    [1, 2, 3, 4].map((index) => student(index)),
  );
  desk.click(EXPORT);
  return desk;
}

describe('Écarts avec Pix Certif', () => {
  it('finds none before an export, nor right after one', () => {
    expect(plain(aCertifPlanning().click(GAPS).lines.join())).toContain('Rien n’a encore été exporté');
    expect(gapsOf(afterExport())).toEqual({
      lines: ['Aucun écart\u00a0: ce que vous avez exporté correspond au planning.'],
      gaps: [],
    });
  });

  it('says what to change in Pix, session by session', () => {
    const desk = afterExport();
    plan(desk, [
      {
        number: 'S01',
        slot: 'C03',
        room: 'SC S36',
        people: [1, 3],
        pixNumber: '4320',
        invigilators: 'Paul PETIT',
      },
      { number: 'S02', slot: 'C02', room: 'DR S03', people: [4], pixNumber: '4321' },
      { number: 'S03', slot: 'C02', room: 'SC S36', people: [] },
    ]);
    writeStudent(desk, 1, 'Nom', 'AUTRE');
    writeStudent(desk, 1, 'Sexe', 'M');
    expect(told(desk)).toEqual([
      'S01, session Pix 4320 : lun. 11/01/2027 à 8 h 30, Mercure, Caen Campus 1',
      'Nom de la salle : remplacez « Mercure » par « Venus ».',
      'Date de début : remplacez « 11/01/2027 » par « 13/01/2027 ».',
      'Surveillant(s) : remplacez « Anne MARTIN » par « Paul PETIT ».',
      'Retirez Prénom2 NOM2 (00000002).',
      'Ajoutez Prénom3 NOM3 (00000003), qui vient de S02.',
      'Corrigez Prénom1 AUTRE (00000001) : Pix connaît « Prénom1 NOM1 » ; sexe : M.',
      'S02, session Pix 4321 : mar. 12/01/2027 à 13 h 30, Mercure, Caen Campus 1',
      'Retirez Prénom3 NOM3 (00000003), qui passe en S01.',
      'Ajoutez Prénom4 NOM4 (00000004).',
    ]);
    expect(plain(gapsOf(desk).lines.join())).toContain('1 session n’a jamais été exportée : S03.');
  });

  it('has cancelled sessions deleted, and says nothing of those that are held, over or unreadable', () => {
    const desk = afterExport();
    plan(
      desk,
      numbered.map((one) => ({ ...one, state: 'Annulée' })),
    );
    expect(told(desk).filter((line) => line.startsWith('Supprimez'))).toHaveLength(2);
    plan(
      desk,
      numbered.map((one, index) => ({
        ...one,
        state: index === 0 ? 'Tenue' : 'Brouillon',
        room: index === 0 ? 'DR S03' : 'Nulle part',
      })),
    );
    expect(told(desk)).toEqual([]);
    plan(desk, [{ number: 'S09', slot: 'C03', room: 'SC S36', people: [4] }]);
    expect(told(desk).filter((line) => line.startsWith('Supprimez'))).toHaveLength(2);
    desk.runtime.clock.sleep(60 * 86_400_000);
    desk.set('Créneaux', 4, 2, 46_600);
    expect(told(desk)).toEqual([]);
  });

  it('names whoever was left out of the file, as still to be added', () => {
    const desk = aCertifPlanning(TWO_SESSIONS, [student(1), student(2, { Sexe: '' }), student(3)]);
    desk.click(EXPORT);
    expect(told(desk).slice(1)).toEqual(['Ajoutez Prénom2 NOM2 (00000002).']);
  });

  it('forgets a gap that staff say they closed, and no other', () => {
    const desk = afterExport();
    plan(
      desk,
      numbered.map((one) => ({ ...one, room: 'SC S36' })),
    );
    const before = gapsOf(desk);
    expect(before.gaps).toHaveLength(2);
    const after = note(desk, [before.gaps[0]?.mark ?? '']);
    expect(plain(after.lines[0] ?? '')).toBe('1 session notée comme à jour dans Pix Certif.');
    expect(after.gaps.map(({ session }) => session)).toEqual(['S02']);
    expect(gapsOf(desk).gaps).toEqual(after.gaps);
  });

  it('does not note a change that is another one by now', () => {
    const desk = afterExport();
    plan(
      desk,
      numbered.map((one) => ({ ...one, room: 'SC S36' })),
    );
    const marks = gapsOf(desk).gaps.map(({ mark }) => mark);
    plan(
      desk,
      numbered.map((one, index) => ({ ...one, room: index === 0 ? 'SC S37' : 'SC S36' })),
    );
    const after = note(desk, marks);
    expect(after.lines.map(plain)).toEqual(
      expect.arrayContaining([
        '1 session notée comme à jour dans Pix Certif.',
        expect.stringContaining('a changé'),
      ]),
    );
    expect(after.gaps.map(({ session }) => session)).toEqual(['S01']);
  });

  it('closes the gaps of people by exporting again, and leaves those of the room', () => {
    const desk = afterExport();
    plan(
      desk,
      numbered.map((one) => ({
        ...one,
        room: 'SC S36',
        people: [...one.people, 4].slice(one.number === 'S01' ? 0 : 1),
      })),
    );
    desk.click(EXPORT);
    expect(told(desk).filter((line) => /^(Ajoutez|Retirez)/.test(line))).toEqual([]);
    expect(told(desk).filter((line) => line.startsWith('Nom de la salle'))).toHaveLength(2);
  });

  it('gives the Pix number of a session that moved to the one that it became', () => {
    const desk = afterExport();
    plan(desk, [{ number: 'S03', slot: 'C03', room: 'SC S36', people: [1, 2] }, ...numbered.slice(1)]);
    const [gap] = gapsOf(desk).gaps;
    expect(plain(gap?.title ?? '')).toContain('S03 (S01 à l’export), session Pix 4320');
    note(desk, [gap?.mark ?? '']);
    expect(desk.column('Planning', 'N° session Pix').map(String)).toEqual(['4320', '4321']);
    expect(gapsOf(desk).gaps).toEqual([]);
  });

  it('tells of billing that changed', () => {
    const desk = afterExport();
    writeSetting(desk, 'Tarification part Pix', 'Payante');
    expect(told(desk).filter((line) => line.includes('aujourd’hui : Payante'))).toHaveLength(2);
  });

  it('knows in a copy of the workbook what the original exported', async () => {
    const desk = afterExport();
    const file = join(mkdtempSync(join(tmpdir(), 'copie-')), 'copie.xlsx');
    await writeWorkbookFile(file, desk.workbook);
    const copy = new Desk(await readWorkbookFile(file));
    plan(
      copy,
      numbered.map((one) => ({ ...one, room: 'SC S36' })),
    );
    expect(gapsOf(copy).gaps).toHaveLength(2);
  });

  it('tells the same in sentences where there is no window', () => {
    const desk = afterExport();
    plan(desk, numbered.slice(1));
    const before = desk.snapshot();
    expect(desk.click(GAPS).lines.map(plain)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^- Supprimez cette session/)]),
    );
    expect(desk.snapshot()).toEqual(before);
  });
});
