import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from './browser';
import { runPreview, type RunningPreview } from './running-preview';
import { choose, escape, menuItem, openTab, sidebarOf, tabCalled, type, windowOf } from './staff';

const A_MINUTE = 60_000;
/** Pictures to look at go to this folder, when it is named. */
const PICTURES = process.env['PIXORGA_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

describeInBrowser('the calculation as a conversation', ({ visit }) => {
  let preview: RunningPreview;
  beforeEach(async () => {
    preview = await runPreview();
  }, A_MINUTE);
  afterEach(async () => {
    await preview.stop();
  });

  it(
    'is led with the keyboard alone, and cancelling leaves everything as it was',
    async () => {
      const page = await visit(preview.address);
      await page.keyboard.press('F10');
      const pix = menuItem(page, 'Pix');
      for (let step = 0; step < 8 && (await pix.and(page.locator(':focus')).count()) === 0; step += 1)
        await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const item = menuItem(page, 'Calculer le planning');
      for (let step = 0; step < 12 && (await item.and(page.locator(':focus')).count()) === 0; step += 1)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const frame = windowOf(page);
      const calculate = frame.getByRole('button', { name: 'Calculer', exact: true });
      await calculate.waitFor();
      for (let step = 0; step < 12 && (await calculate.and(frame.locator(':focus')).count()) === 0; step += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await frame.getByRole('heading', { name: 'Le planning proposé' }).waitFor();
      escape(page);
      await page.getByRole('dialog', { name: 'Calculer le planning' }).waitFor({ state: 'hidden' });
      await openTab(page, 'Planning');
      expect(await page.getByRole('gridcell', { name: 'S01', exact: true }).count()).toBe(0);
    },
    A_MINUTE,
  );

  it(
    'shows what blocks in the sidebar, leads to the cell, and checks again once it is corrected',
    async () => {
      const page = await visit(preview.address, { width: 1024, height: 640 });
      await type(page, 'Créneaux', 'B2', 'jamais');
      await choose(page, 'Calculer le planning');
      const frame = windowOf(page);
      await frame.getByText('problème empêche le calcul').waitFor();
      await picture(page, 'calculation-blocked');
      expect(await accessibilityFaults(page)).toEqual([]);
      await frame.getByRole('button', { name: 'Corriger dans le volet' }).click();
      const sidebar = sidebarOf(page);
      await openTab(page, 'Étudiants');
      await sidebar.getByRole('button', { name: 'Aller à Créneaux!B2' }).click();
      await tabCalled(page, 'Créneaux', true).waitFor();
      await picture(page, 'problems-sidebar');
      expect(await accessibilityFaults(page)).toEqual([]);
      await type(page, 'Créneaux', 'B2', '11/01/2027');
      await sidebar.getByRole('button', { name: 'Vérifier à nouveau' }).click();
      await sidebar.getByRole('button', { name: 'Aller à Créneaux!B2' }).waitFor({ state: 'detached' });
      await sidebar.getByRole('button', { name: 'Calculer le planning' }).click();
      await windowOf(page).getByRole('button', { name: 'Calculer', exact: true }).waitFor();
    },
    A_MINUTE,
  );

  it(
    'refuses to write over data that changed meanwhile, and offers to calculate again',
    async () => {
      const page = await visit(preview.address);
      await choose(page, 'Calculer le planning');
      const frame = windowOf(page);
      await frame.getByRole('button', { name: 'Calculer', exact: true }).click();
      await frame.getByRole('heading', { name: 'Le planning proposé' }).waitFor();
      // A colleague works in the same file.
      await page.evaluate(async () => {
        const ask = async (name: string, body: object): Promise<unknown> => {
          const headers = { 'content-type': 'application/json' };
          const reply = await fetch(`api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
          return reply.json();
        };
        const { tabs } = (await ask('workbook', {})) as { tabs: { id: number; name: string }[] };
        const rooms = tabs.find(({ name }) => name === 'Salles');
        await ask('edit', { sheet: rooms?.id, edits: [{ row: 2, column: 5, text: '39' }] });
      });
      await frame.getByRole('button', { name: 'Écrire le planning' }).click();
      await frame.getByText('Rien n’a été écrit : les salles').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await picture(page, 'calculation-changed');
      await frame.getByRole('button', { name: 'Recalculer' }).click();
      await frame.getByRole('heading', { name: 'Le planning proposé' }).waitFor();
    },
    A_MINUTE,
  );

  it(
    'is led with the mouse, from what was read to the planning written, and tells what an edit by hand breaks',
    async () => {
      const page = await visit(preview.address, { width: 1024, height: 640 });
      await choose(page, 'Calculer le planning');
      const frame = windowOf(page);
      await frame.getByText('Le résultat vous est montré d’abord').waitFor();
      await picture(page, 'calculation-start');
      expect(await accessibilityFaults(page)).toEqual([]);
      await frame.getByRole('button', { name: 'Calculer', exact: true }).click();
      await frame.getByRole('heading', { name: 'Le planning proposé' }).waitFor();
      await picture(page, 'calculation-result');
      expect(await accessibilityFaults(page)).toEqual([]);
      // Nothing is written before staff say so.
      expect(await frame.getByText('Il est impossible de faire moins').count()).toBe(1);
      await frame.getByRole('button', { name: 'Écrire le planning' }).click();
      await frame.getByRole('heading', { name: 'Le planning est écrit' }).waitFor();
      await picture(page, 'calculation-written');
      expect(await accessibilityFaults(page)).toEqual([]);
      await frame.getByRole('button', { name: 'Fermer' }).click();
      await openTab(page, 'Planning');
      await page.getByRole('gridcell', { name: 'S01', exact: true }).first().waitFor();
      await choose(page, 'Vérifier le planning');
      const sidebar = sidebarOf(page);
      await sidebar.getByText('Le planning respecte toutes les règles').waitFor();
      await type(page, 'Planning', 'C2', 'C99');
      await sidebar.getByRole('button', { name: 'Vérifier à nouveau' }).click();
      await sidebar.getByRole('button', { name: 'Aller à Planning!C2' }).click();
      await picture(page, 'planning-sidebar');
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    A_MINUTE,
  );
});
