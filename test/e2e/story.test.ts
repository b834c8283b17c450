import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { WorkbookModel } from '../../local/model/workbook';
import { writeWorkbookFile } from '../../local/xlsx/file';
import { accessibilityFaults, describeInBrowser } from './browser';
import { button, type Hands, Keyboard, Mouse } from './hands';
import { ROOT, runPreview, type RunningPreview } from './running-preview';
import { sidebarOf, windowOf } from './staff';

const A_WHILE = 240_000;
/** Pictures to look at go to this folder, when it is named. */
const PICTURES = process.env['PIXORGA_PICTURES'];

/** Cells of a table that the guide gives to copy. */
function tableOf(tab: string): string[][] {
  const guide = readFileSync(join(ROOT, 'docs/guide.md'), 'utf8');
  const after = guide.split(`<!-- essai : ${tab} -->`)[1]?.trimStart() ?? '';
  const lines = after.slice(0, after.indexOf('\n\n')).split('\n');
  const cells = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  return lines.filter((_, index) => index !== 1).map(cells);
}

/**
 * The whole story of a campaign, from an empty spreadsheet, as the guide tells it: the same with the mouse and with the
 * keyboard alone. Every window on the way is judged for accessibility.
 */
describeInBrowser('the story of a campaign', ({ visit }) => {
  let file = '';
  let preview: RunningPreview | null = null;
  beforeAll(async () => {
    file = join(mkdtempSync(join(tmpdir(), 'pixorga-')), 'Certification.xlsx');
    await writeWorkbookFile(file, WorkbookModel.blank(), file);
  });
  afterEach(async () => {
    await preview?.stop();
  });

  it.each([
    ['mouse', (page: Page): Hands => new Mouse(page), { width: 1280, height: 760 }],
    ['keyboard alone', (page: Page): Hands => new Keyboard(page), { width: 1024, height: 640 }],
  ] as const)(
    'is played with the %s',
    async (name, handsOn, size) => {
      preview = await runPreview(file);
      const page = await visit(preview.address, size);
      page.setDefaultTimeout(60_000);
      await play(page, handsOn(page), name);
    },
    A_WHILE,
  );
});

async function play(page: Page, hands: Hands, name: string): Promise<void> {
  let judged = 0;
  const judge = async (): Promise<void> => {
    judged += 1;
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}-${judged}.png`) });
    // The windows are the same whoever leads them: they are judged once.
    if (name === 'mouse') expect(await accessibilityFaults(page)).toEqual([]);
  };
  const frame = windowOf(page);
  const close = async (how: string | RegExp): Promise<void> => {
    await hands.press(button(frame, how));
    await page.locator('#frame-holder iframe').waitFor({ state: 'detached' });
  };
  const acknowledge = (): Promise<void> =>
    hands.press(page.locator('#question').getByRole('button', { name: 'OK' }));
  const cell = (text: string) => page.getByRole('gridcell', { name: text, exact: true });

  // Prepare.
  await hands.choose('Préparer le classeur');
  await judge();
  await acknowledge();

  // Fill.
  await hands.choose('Générer les créneaux');
  await button(frame, /^Ajouter \d/).waitFor();
  await judge();
  await hands.press(button(frame, /^Ajouter \d/));
  await close('Fermer');
  await hands.choose('Importer des étudiants');
  await hands.write(
    frame.getByLabel('Ou collez ici'),
    tableOf('Étudiants')
      .map((row) => row.join('\t'))
      .join('\n'),
  );
  await hands.press(button(frame, 'Lire ces lignes'));
  await hands.press(button(frame, /^Comparer avec/));
  await button(frame, /^Écrire dans/).waitFor();
  await judge();
  await hands.press(button(frame, /^Écrire dans/));
  await close('Fermer');
  for (const [row, cells] of tableOf('Disponibilités').slice(1).entries())
    for (const [column, text] of cells.entries())
      if (text !== '') await hands.type('Disponibilités', `${'ABCDE'[column] ?? 'A'}${row + 2}`, text);

  // Check.
  await hands.choose('Vérifier les données');
  await page.getByText('Aucun problème').waitFor();
  await acknowledge();

  // Calculate.
  await calculate(hands, frame, judge);
  await close('Fermer');
  await hands.openTab('Affectations');
  await cell('S02').first().waitFor();

  // Adjust: at C03 the group of this session cannot come.
  const sidebar = sidebarOf(page);
  await hands.type('Planning', 'C3', 'C03');
  await hands.choose('Vérifier le planning');
  await sidebar.getByText('6 points à corriger').waitFor();
  await judge();
  await hands.type('Planning', 'C3', 'C02');
  await hands.press(button(sidebar, 'Vérifier à nouveau'));
  await sidebar.getByText('respecte toutes les règles').waitFor();

  // Lock somebody.
  await hands.tick('Affectations', 'N2');

  // Lose a room.
  await hands.choose('Traiter un imprévu');
  await hands.pick(frame.getByLabel('Salle', { exact: true }), 'Neptune');
  await hands.check(frame.getByRole('checkbox', { name: /C02/ }));
  await judge();
  await hands.press(button(frame, 'Chercher des solutions'));
  await frame.getByRole('heading', { name: /solution/ }).waitFor();
  await judge();
  await hands.press(button(frame, 'Appliquer cette solution'));
  await frame.getByRole('heading', { name: 'Le planning est réparé' }).waitFor();
  await close('Fermer');

  // Recalculate.
  await calculate(hands, frame, judge);
  await close('Fermer');

  // Simulate.
  await hands.choose('Simuler');
  await hands.take(frame, /^Et si/);
  await hands.pick(frame.getByLabel('Changement', { exact: true }), 'Retirer une salle');
  await hands.pick(frame.getByLabel('Salle', { exact: true }), 'Salle B100');
  await hands.press(button(frame, 'Ajouter à l’essai'));
  await judge();
  await hands.press(button(frame, 'Calculer l’effet'));
  await frame.getByRole('heading', { name: 'L’effet' }).waitFor();
  await judge();
  await close('Fermer');

  // Compare and restore.
  await hands.choose('Historique');
  await hands.press(button(frame, /^Comparer/).last());
  await frame
    .getByRole('heading', { name: /session/ })
    .first()
    .waitFor();
  await judge();
  await hands.press(button(frame, 'Retour à la liste'));
  await hands.press(button(frame, /^Restaurer/).nth(1));
  await button(frame, 'Restaurer ce planning').waitFor();
  await judge();
  await hands.press(button(frame, 'Restaurer ce planning'));
  await frame.getByRole('heading', { name: /est restauré/ }).waitFor();
  await hands.press(button(frame, 'Retour à la liste'));
  await close('Fermer');
  await hands.openTab('Affectations');
  // The session that was lost is not one any more; that of the repair is.
  await cell('S03').first().waitFor();
  expect([await cell('S02').count(), await cell('S03').count()]).toEqual([0, 6]);

  // Ask for help.
  await hands.choose('Aide');
  await sidebar.getByText('Prochaine étape').waitFor();
  await judge();
  await hands.press(sidebar.getByText('En cas de difficulté'));
  await hands.press(button(sidebar, 'Diagnostic'));
  await frame.getByText('Il a résolu').nth(1).waitFor();
  await judge();
  await close('Fermer');
}

async function calculate(hands: Hands, frame: FrameLocator, judge: () => Promise<void>): Promise<void> {
  await hands.choose('Calculer le planning');
  await button(frame, 'Calculer').waitFor();
  await judge();
  await hands.press(button(frame, 'Calculer'));
  await frame.getByRole('heading', { name: 'Le planning proposé' }).waitFor();
  await judge();
  await hands.press(button(frame, 'Écrire le planning'));
  await frame.getByRole('heading', { name: 'Le planning est écrit' }).waitFor();
}
