import type { FrameLocator, Locator, Page } from 'playwright-core';
import { addressField, choose, goTo, gridOf, menuItem, openTab, tabCalled } from './staff';

/** How staff act: the same story is played with the mouse, then with the keyboard alone. */
export interface Hands {
  /** Chooses an item of the Pix menu, through the folders that hold it. */
  choose(...labels: readonly string[]): Promise<void>;
  /** Opens a tab. */
  openTab(name: string): Promise<void>;
  /** Types in a cell, such as `B2`, over what it holds. */
  type(tab: string, address: string, text: string): Promise<void>;
  /** Ticks the box of a cell. */
  tick(tab: string, address: string): Promise<void>;
  /** Presses a button, in the page or in a window. */
  press(target: Locator): Promise<void>;
  /** Ticks a box of a window. */
  check(target: Locator): Promise<void>;
  /** Takes one of the choices that exclude each other, by how it begins. */
  take(frame: FrameLocator, name: RegExp): Promise<void>;
  /** Chooses in a list of a window, by how an option begins. */
  pick(target: Locator, option: string): Promise<void>;
  /** Writes in a field of a window. */
  write(target: Locator, text: string): Promise<void>;
}

export class Mouse implements Hands {
  constructor(private readonly page: Page) {}

  choose(...labels: readonly string[]): Promise<void> {
    return choose(this.page, ...labels);
  }
  openTab(name: string): Promise<void> {
    return openTab(this.page, name);
  }
  async type(tab: string, address: string, text: string): Promise<void> {
    await this.openTab(tab);
    await goTo(this.page, address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }
  async tick(tab: string, address: string): Promise<void> {
    await this.openTab(tab);
    await goTo(this.page, address);
    await this.page.locator('#grid').getByLabel(address, { exact: true }).click();
  }
  press(target: Locator): Promise<void> {
    return target.click();
  }
  check(target: Locator): Promise<void> {
    return target.check();
  }
  take(frame: FrameLocator, name: RegExp): Promise<void> {
    return frame.getByRole('radio', { name }).check();
  }
  async pick(target: Locator, option: string): Promise<void> {
    const label = await target.locator('option').filter({ hasText: option }).first().textContent();
    await target.selectOption({ label: label ?? option });
  }
  write(target: Locator, text: string): Promise<void> {
    return target.fill(text);
  }
}

/** More presses than any window has places where the keyboard stops. */
const MOST_PRESSES = 60;

export class Keyboard implements Hands {
  constructor(private readonly page: Page) {}

  async choose(...labels: readonly string[]): Promise<void> {
    await this.toGrid();
    await this.page.keyboard.press('F10');
    for (const [index, label] of labels.entries()) {
      await this.until('ArrowDown', menuItem(this.page, label));
      await this.page.keyboard.press(index === labels.length - 1 ? 'Enter' : 'ArrowRight');
    }
  }

  /** The list of all the tabs comes after the grid: Escape lets Tab leave it. */
  async openTab(name: string): Promise<void> {
    await this.toGrid();
    const tab = tabCalled(this.page, name, true);
    if ((await tab.count()) === 0) {
      await this.page.keyboard.press('Escape');
      await this.until('Tab', this.page.getByLabel('Aller à un onglet'));
      await this.page.keyboard.type(name);
      await tab.waitFor();
      await gridOf(this.page, name).waitFor();
      await this.toGrid();
    }
  }

  async type(tab: string, address: string, text: string): Promise<void> {
    await this.goTo(tab, address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async tick(tab: string, address: string): Promise<void> {
    await this.goTo(tab, address);
    await this.page.keyboard.press('Space');
  }

  async press(target: Locator): Promise<void> {
    await this.until('Tab', target);
    // Where the window closes, its page goes while the key is down, and nobody is left to say that it came up.
    await Promise.race([
      this.page.keyboard.press('Enter').catch(() => undefined),
      target
        .first()
        .waitFor({ state: 'detached' })
        .catch(() => undefined),
    ]);
  }

  async check(target: Locator): Promise<void> {
    await this.until('Tab', target);
    await this.page.keyboard.press('Space');
  }

  /** Tab stops at the choice that is taken; arrows take the others. */
  async take(frame: FrameLocator, name: RegExp): Promise<void> {
    await this.until('Tab', frame.locator('input[type=radio]:checked'));
    await this.until('ArrowDown', frame.getByRole('radio', { name }));
  }

  async pick(target: Locator, option: string): Promise<void> {
    await this.until('Tab', target);
    // The list may be made anew at each choice: arrows work all the same.
    const chosen = target.locator('option:checked').filter({ hasText: option });
    for (let presses = 0; presses < MOST_PRESSES && (await chosen.count()) === 0; presses += 1)
      await this.page.keyboard.press('ArrowDown');
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.until('Tab', target);
    await this.page.keyboard.insertText(text);
  }

  private async goTo(tab: string, address: string): Promise<void> {
    await this.openTab(tab);
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
    await this.page.keyboard.press('Control+Home');
    for (let step = 1; step < Number(row); step += 1) await this.page.keyboard.press('ArrowDown');
    for (let step = 65; step < letter.charCodeAt(0); step += 1) await this.page.keyboard.press('ArrowRight');
    const reached = await addressField(this.page).inputValue();
    if (reached !== address) throw new Error(`The keyboard went to ${reached}, not to ${address}.`);
  }

  private toGrid(): Promise<void> {
    return this.until('Shift+Tab', this.page.locator('#grid'));
  }

  /** Presses a key until the keyboard is on something. */
  private async until(key: string, target: Locator): Promise<void> {
    await target.first().waitFor();
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      if (await isFocused(target.first())) return;
      // In the grid Tab goes to the next cell, unless Escape came first.
      if (key === 'Tab' && (await isFocused(this.page.locator('#grid'))))
        await this.page.keyboard.press('Escape');
      await this.page.keyboard.press(key);
    }
    throw new Error(`The keyboard does not reach ${String(target)} with ${key}.`);
  }
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));

/** The button of a window that says exactly this. */
export const button = (frame: FrameLocator, name: string | RegExp): Locator =>
  frame.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
