import type { Page } from 'playwright-core';

/** Calculates in the window and writes, from the choice of the menu's item to the window closed. */
export async function writePlanning(page: Page): Promise<void> {
  const frame = page.frameLocator('#frame-holder iframe');
  await frame.getByRole('button', { name: 'Calculer', exact: true }).click();
  await frame.getByRole('button', { name: 'Écrire le planning' }).click({ timeout: 40_000 });
  await frame.getByRole('heading', { name: 'Le planning est écrit' }).waitFor({ timeout: 40_000 });
  await frame.getByRole('button', { name: 'Fermer' }).click();
  await page.locator('#frame-holder iframe').waitFor({ state: 'detached' });
}
