import type { FrameLocator, Page } from 'playwright-core';

/** What staff do in the preview, in the order in which they do it. */

/** Chooses an item of the Pix menu, through the folders that hold it. */
export async function choose(page: Page, ...labels: readonly (string | RegExp)[]): Promise<void> {
  await page.getByRole('menuitem', { name: 'Pix', exact: true }).click();
  for (const name of labels) await page.getByRole('menuitem', { name, exact: true }).click();
}

/** The page of the window that is open. */
export const windowOf = (page: Page): FrameLocator => page.frameLocator('#frame-holder iframe');

/** The page of the sidebar. */
export const sidebarOf = (page: Page): FrameLocator => page.frameLocator('#sidebar iframe');

/** Opens a tab; it is drawn when this resolves. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
  await page.getByRole('grid', { name, exact: true }).waitFor();
}

/** Goes to a cell of the tab that is open, such as `B2`. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.getByLabel('Adresse de la cellule').fill(address);
  await page.keyboard.press('Enter');
}

/** Types in a cell, over what it holds. */
export async function type(page: Page, tab: string, address: string, text: string): Promise<void> {
  await openTab(page, tab);
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Presses Escape in a window: its page goes while the key is still down, and nobody is left to say that it came up. */
export function escape(page: Page): void {
  page.keyboard.press('Escape').catch(() => undefined);
}
