import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from './browser';
import { writePlanning } from './calculated-planning';
import { runPreview, type RunningPreview } from './running-preview';
import { choose, escape, openTab, windowOf } from './staff';

const A_MINUTE = 60_000;
/** Pictures to look at go to this folder, when it is named. */
const PICTURES = process.env['PIXORGA_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

describeInBrowser('the unexpected', ({ visit }) => {
  let preview: RunningPreview;
  beforeAll(async () => {
    preview = await runPreview();
  }, A_MINUTE);
  afterAll(async () => {
    await preview.stop();
  });

  it(
    'is mended with the mouse: a room is lost, solutions are compared, one is applied and noted',
    async () => {
      const page = await visit(preview.address);
      await choose(page, 'Calculer le planning');
      await writePlanning(page);
      await choose(page, 'Traiter un imprévu');
      const frame = windowOf(page);
      await frame.getByLabel('Salle', { exact: true }).selectOption('DR S04');
      await frame.getByRole('checkbox', { name: /C05/ }).check();
      await picture(page, 'unexpected-what');
      expect(await accessibilityFaults(page)).toEqual([]);
      await frame.getByRole('button', { name: 'Chercher des solutions' }).click();
      await frame.getByRole('heading', { name: /solution/ }).waitFor();
      await frame.locator('summary').first().click();
      await picture(page, 'unexpected-solutions');
      expect(await accessibilityFaults(page)).toEqual([]);
      await frame.getByRole('button', { name: 'Appliquer cette solution' }).click();
      await frame.getByRole('heading', { name: 'Le planning est réparé' }).waitFor();
      await picture(page, 'unexpected-applied');
      expect(await accessibilityFaults(page)).toEqual([]);
      await frame.getByRole('button', { name: 'Fermer' }).click();
      await openTab(page, 'Planning');
      await page.getByRole('gridcell', { name: 'Annulée' }).first().waitFor();
    },
    A_MINUTE,
  );

  it(
    'is told with the keyboard alone: candidates who cannot come, and cancelling leaves everything as it was',
    async () => {
      const page = await visit(preview.address, { width: 1024, height: 640 });
      await choose(page, 'Traiter un imprévu');
      const frame = windowOf(page);
      const first = frame.getByRole('radio', { name: /Une salle/ });
      await first.and(frame.locator(':focus')).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await frame
        .getByRole('radio', { name: /Des candidats/ })
        .and(frame.locator(':checked'))
        .waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type('martin');
      await page.keyboard.press('Enter');
      await frame.getByText('1 personne choisie').waitFor();
      await picture(page, 'unexpected-people');
      expect(await accessibilityFaults(page)).toEqual([]);
      const search = frame.getByRole('button', { name: 'Chercher des solutions' });
      for (let step = 0; step < 12 && (await search.and(frame.locator(':focus')).count()) === 0; step += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await frame.getByRole('heading', { name: /solution/ }).waitFor();
      await picture(page, 'unexpected-people-solutions');
      escape(page);
      await page.getByRole('dialog', { name: 'Traiter un imprévu' }).waitFor({ state: 'hidden' });
    },
    A_MINUTE,
  );
});
