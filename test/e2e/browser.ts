import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { ROOT } from './running-preview';

/** Where a browser may be; the one without a window of its own is the lightest. */
const PLACES = [
  process.env['PIXORGA_CHROMIUM'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = PLACES.find((path) => path !== undefined && existsSync(path));

/** Offline, quiet, and without the sandbox that Chromium refuses to the administrator of a machine. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A process for each window of the preview would take longer to start than the window to draw.
  '--disable-features=IsolateSandboxedIframes',
];

export interface Visitor {
  /** A page on an address, in a browser that knows nothing of the other pages. */
  readonly visit: (address: string, size?: { width: number; height: number }) => Promise<Page>;
}

/**
 * Tests in a real browser. Where there is none they are skipped, and their name says why. Each test fails when its pages
 * wrote an error in the console.
 */
export function describeInBrowser(subject: string, tests: (visitor: Visitor) => void): void {
  if (executablePath === undefined) {
    describe.skip(`${subject} (skipped: no Chromium; install it, or name it in PIXORGA_CHROMIUM)`, () => {
      tests({ visit: () => Promise.reject(new Error('There is no browser.')) });
    });
    return;
  }
  describe(subject, () => {
    let browser: Browser | null = null;
    const faults: string[] = [];
    const closings: Promise<unknown>[] = [];
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
    });
    afterEach(async () => {
      // A page that leaves before the server knows that its window is closed leaves it open for the next page.
      await Promise.all(closings.splice(0));
      for (const context of browser?.contexts() ?? []) await context.close();
      expect(faults.splice(0)).toEqual([]);
    });
    tests({
      visit: async (address, size = { width: 1280, height: 760 }) => {
        if (!browser) throw new Error('The browser did not start.');
        const page = await browser.newPage({ viewport: size, acceptDownloads: true });
        page.setDefaultTimeout(15_000);
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('request', (request) => {
          if (request.url().endsWith('/api/close')) closings.push(request.response().catch(() => null));
        });
        page.on('console', (message) => {
          if (message.type() === 'error') faults.push(message.text());
        });
        await page.goto(address);
        await page.getByRole('gridcell').first().waitFor();
        return page;
      },
    });
  });
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

async function runsScripts(frame: Frame): Promise<boolean> {
  const sandbox = await (await frame.frameElement()).getAttribute('sandbox');
  return sandbox === null || sandbox.includes('allow-scripts');
}

/** What a page owes as a whole; a window is part of one, which names it. */
const WHOLE_PAGE = ['document-title', 'page-has-heading-one', 'landmark-one-main', 'region', 'bypass'];

/**
 * What axe finds wrong in a page and in the windows that it holds, each rule with the elements concerned. Windows have an
 * origin of their own, across which axe does not look: each is judged from within. Under an open window the page itself is
 * left out but for what frames the window: the grid below is the same for all, and its hundreds of cells are slow to judge.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const violations: Violation[] = [];
  for (const frame of page.frames()) {
    const isWhole = frame === page.mainFrame();
    // A message in the outbox runs no script, axe neither.
    if (!isWhole && !(await runsScripts(frame))) continue;
    if (!(await frame.evaluate<boolean>("'axe' in window"))) await frame.evaluate(AXE);
    const rules = isWhole ? {} : Object.fromEntries(WHOLE_PAGE.map((rule) => [rule, { enabled: false }]));
    const judged = isWhole ? "document.querySelector('dialog[open]') ?? document" : 'document';
    const found: Violation[] = await frame.evaluate(
      `axe.run(${judged}, { iframes: false, rules: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`,
    );
    violations.push(...found);
  }
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
