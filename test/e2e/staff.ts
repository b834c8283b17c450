import type { FrameLocator, Locator, Page } from 'playwright-core';

/** What staff do in the preview, in the order in which they do it. */

// The grid has hundreds of cells: what is beside it is sought where it stands, not among them.

/** Items of the menus that have this caption. */
export const menuItem = (page: Page, name: string | RegExp): Locator =>
  page.locator('#menubar').getByRole('menuitem', { name, exact: true });

/** The tab of a sheet, once it is the one that is open when `selected`. */
export const tabCalled = (page: Page, name: string, selected?: true): Locator =>
  page.locator('#tabs').getByRole('tab', { name, exact: true, ...(selected ? { selected } : {}) });

/** The grid of a sheet. */
export const gridOf = (page: Page, name: string): Locator => page.locator(`#grid[aria-label="${name}"]`);

/** Where the address of the active cell is read and typed. */
export const addressField = (page: Page): Locator =>
  page.locator('.content-bar').getByLabel('Adresse de la cellule');

/** Chooses an item of the Pix menu, through the folders that hold it. */
export async function choose(page: Page, ...labels: readonly (string | RegExp)[]): Promise<void> {
  for (const name of ['Pix', ...labels]) await menuItem(page, name).click();
}

/** The page of the window that is open. */
export const windowOf = (page: Page): FrameLocator => page.frameLocator('#frame-holder iframe');

/** The page of the sidebar. */
export const sidebarOf = (page: Page): FrameLocator => page.frameLocator('#sidebar iframe');

/** Opens a tab; it is drawn when this resolves. */
export async function openTab(page: Page, name: string): Promise<void> {
  await tabCalled(page, name).click();
  await tabCalled(page, name, true).waitFor();
  await gridOf(page, name).waitFor();
}

/** Goes to a cell of the tab that is open, such as `B2`. */
export async function goTo(page: Page, address: string): Promise<void> {
  await addressField(page).fill(address);
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
