import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from './browser';
import { runPreview, type RunningPreview } from './running-preview';
import { addressField, goTo, gridOf, menuItem, openTab } from './staff';

const A_MINUTE = 60_000;

const cell = (page: Page, address: string) => {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return page.locator(`#cell-${row}-${column}`);
};

describeInBrowser('the preview of the sample campaign', ({ visit }) => {
  let preview: RunningPreview;
  beforeEach(async () => {
    preview = await runPreview();
  }, A_MINUTE);
  afterEach(async () => {
    await preview.stop();
  });

  it(
    'shows the tabs and the students, and is accessible',
    async () => {
      const page = await visit(preview.address);
      await page.getByRole('gridcell', { name: '02200088', exact: true }).waitFor();
      expect(await page.getByRole('tab').allTextContents()).toEqual(
        expect.arrayContaining(['Salles', 'Créneaux', 'Étudiants', 'Planning', 'À corriger', 'Paramètres']),
      );
      expect(await accessibilityFaults(page)).toEqual([]);
      await menuItem(page, 'Pix').click();
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    A_MINUTE,
  );

  it(
    'checks the data from the menu with the mouse, and leads from a problem to its cell',
    async () => {
      const page = await visit(preview.address);
      await menuItem(page, 'Pix').click();
      await menuItem(page, 'Vérifier les données').click();
      const question = page.getByRole('dialog');
      expect(await question.innerText()).toContain('391 candidats');
      expect(await accessibilityFaults(page)).toEqual([]);
      await question.getByRole('button', { name: 'OK' }).click();
      await gridOf(page, 'À corriger').waitFor();
      await page.getByRole('link', { name: 'K42' }).click();
      await gridOf(page, 'Étudiants').waitFor();
      await page.locator('#cell-42-11.active').waitFor();
      expect(await addressField(page).inputValue()).toBe('K42');
    },
    A_MINUTE,
  );

  it(
    'edits as a spreadsheet does: typing, a date, a box, a list, and taking back with Escape',
    async () => {
      const page = await visit(preview.address);
      await openTab(page, 'Salles');
      await goTo(page, 'E2');
      await page.keyboard.type('1 040');
      await page.keyboard.press('Enter');
      await cell(page, 'E2')
        .getByText('1040')
        .or(cell(page, 'E2').getByText(/1\s040/))
        .waitFor();
      expect(await addressField(page).inputValue()).toBe('E3');
      await page.keyboard.press('F2');
      await page.keyboard.type('9');
      await page.keyboard.press('Escape');
      await cell(page, 'E3').getByText('80', { exact: true }).waitFor();

      const box = page.getByLabel('F2', { exact: true });
      expect(await box.isChecked()).toBe(true);
      await box.uncheck();
      await page.locator('#cell-2-6 input:not(:checked)').waitFor();
      await page.keyboard.press(' ');
      await page.locator('#cell-2-6 input:checked').waitFor();

      await openTab(page, 'Créneaux');
      await goTo(page, 'B2');
      await page.keyboard.type('13/01/2027');
      await page.keyboard.press('Tab');
      await cell(page, 'B2').getByText('mer. 13/01/2027').waitFor();

      await openTab(page, 'Paramètres');
      await goTo(page, 'B9');
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: 'préférences' }).click();
      await cell(page, 'B9').getByText('préférences').waitFor();
    },
    A_MINUTE,
  );

  it(
    'downloads the workbook, opens it again, and says in French when a file is no workbook',
    async () => {
      const page = await visit(preview.address);
      const folder = mkdtempSync(join(tmpdir(), 'preview-'));
      await openTab(page, 'Salles');
      await goTo(page, 'G2');
      await page.keyboard.type('Clé chez le gardien');
      await page.keyboard.press('Enter');
      await cell(page, 'G2').getByText('Clé chez le gardien').waitFor();
      const arrival = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Télécharger' }).click();
      const download = await arrival;
      expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
      const saved = join(folder, 'campagne.xlsx');
      await download.saveAs(saved);
      expect(readFileSync(saved).subarray(0, 2).toString()).toBe('PK');

      const wrong = join(folder, 'notes.xlsx');
      writeFileSync(wrong, 'ceci n’est pas un classeur');
      await page.getByLabel('Classeur à ouvrir').setInputFiles(wrong);
      await page.getByText('Le fichier « notes.xlsx » ne peut pas être lu.').waitFor();

      await goTo(page, 'G2');
      await page.keyboard.press('Delete');
      await cell(page, 'G2').getByText('Clé chez le gardien').waitFor({ state: 'detached' });
      await page.getByLabel('Classeur à ouvrir').setInputFiles(saved);
      await openTab(page, 'Salles');
      await cell(page, 'G2').getByText('Clé chez le gardien').waitFor();
    },
    A_MINUTE,
  );
});
