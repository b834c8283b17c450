import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from './browser';
import { runPreview, type RunningPreview } from './running-preview';
import { choose, escape, windowOf } from './staff';

const A_MINUTE = 60_000;
/** Pictures to look at go to this folder, when it is named. */
const PICTURES = process.env['PIXORGA_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

describeInBrowser('ideas before asking', ({ visit }) => {
  let preview: RunningPreview;
  beforeAll(async () => {
    preview = await runPreview();
  }, A_MINUTE);
  afterAll(async () => {
    await preview.stop();
  });

  it(
    'sizes a campaign as numbers are typed, ranks rooms, and tries changes with the mouse',
    async () => {
      const page = await visit(preview.address);
      await choose(page, 'Simuler');
      const frame = windowOf(page);
      await frame.getByLabel('Candidats, Caen Campus 1').fill('900');
      await frame.getByText('900 candidats').waitFor();
      await picture(page, 'simulation-sizing');
      expect(await accessibilityFaults(page)).toEqual([]);
      await frame.getByRole('radio', { name: /Et si/ }).check();
      await frame.getByLabel('Changement', { exact: true }).selectOption('removeRoom');
      await frame.getByLabel('Salle', { exact: true }).selectOption('B100');
      await frame.getByRole('button', { name: 'Ajouter à l’essai' }).click();
      await frame.getByText('Salle B100 »').waitFor();
      await picture(page, 'simulation-trial');
      expect(await accessibilityFaults(page)).toEqual([]);
      await frame.getByRole('button', { name: 'Calculer l’effet' }).click();
      await frame.getByRole('heading', { name: 'L’effet' }).waitFor();
      await picture(page, 'simulation-effect');
      expect(await accessibilityFaults(page)).toEqual([]);
      // The trial is still there to be changed.
      await frame.getByRole('button', { name: 'Modifier l’essai' }).click();
      await frame.getByText('Salle B100 »').waitFor();
      escape(page);
      await page.getByRole('dialog', { name: 'Simuler' }).waitFor({ state: 'hidden' });
    },
    A_MINUTE,
  );

  it(
    'ranks the rooms that would help with the keyboard alone, and stops when asked',
    async () => {
      const page = await visit(preview.address, { width: 1024, height: 640 });
      await choose(page, 'Simuler');
      const frame = windowOf(page);
      const first = frame.getByRole('radio', { name: /Combien de sessions/ });
      await first.and(frame.locator(':focus')).waitFor();
      await page.keyboard.press('ArrowDown');
      const search = frame.getByRole('button', { name: 'Chercher' });
      await search.waitFor();
      for (let step = 0; step < 6 && (await search.and(frame.locator(':focus')).count()) === 0; step += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await frame.getByText(/possibilités essayées sur/).waitFor();
      await page.keyboard.press('Enter');
      await frame.getByRole('heading', { name: 'Classement' }).waitFor();
      await picture(page, 'simulation-ranking');
      expect(await accessibilityFaults(page)).toEqual([]);
      escape(page);
      await page.getByRole('dialog', { name: 'Simuler' }).waitFor({ state: 'hidden' });
    },
    A_MINUTE,
  );
});
