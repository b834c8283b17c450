/**
 * Makes the pictures of the guide from the preview: `npm run guide:images`, or some of them by name
 * (`npm run guide:images -- resultat diagnostic`). The clock stands still, so that the same program gives the same
 * pictures. `--to FOLDER` puts them elsewhere than in docs/images/.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { withPalette } from './palette-png.mjs';
import { STORIES } from './guide-stories.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const NOW = '2026-11-23T09:00:00Z';
const SIZE = { width: 1180, height: 700 };
/** Bytes: a picture that weighs more shows too much. */
const HEAVIEST = 150_000;

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string', default: join(root, 'docs/images') } },
});
const executablePath = [process.env.PIXORGA_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
if (executablePath === undefined) {
  console.error('There is no Chromium: name it in PIXORGA_CHROMIUM.');
  process.exit(1);
}

/** A preview of its own: `file` is what it opens, the sample when there is none. */
async function preview(file) {
  const words = [join(root, 'scripts/start.mjs'), '--port', '0', '--no-build', ...(file ? [file] : [])];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, PIXORGA_NOW: NOW, TZ: 'Europe/Paris' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((done, reject) => {
    child.stdout.on('data', (text) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(text))?.[0];
      if (found) done(found);
    });
    child.once('exit', (status) => reject(new Error(`The preview ended with status ${status}.`)));
  });
  return { address, stop: () => child.kill() };
}

/** Keeps what is on the screen, or one element of it. */
async function keep(page, name, element) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  // Nothing blinks, and the pointer is away.
  await page.mouse.move(4, 4);
  const options = { animations: 'disabled', caret: 'hide' };
  const png = withPalette(await (element ?? page).screenshot(options));
  if (png.length > HEAVIEST) throw new Error(`${name} weighs ${png.length} bytes.`);
  writeFileSync(join(resolve(values.to), `${name}.png`), png);
  console.log(`${name}.png: ${Math.round(png.length / 1000)} kB`);
}

mkdirSync(values.to, { recursive: true });
spawn(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'ignore' }).once('exit', async () => {
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
      '--lang=fr-FR',
    ],
  });
  let running = null;
  try {
    for (const story of STORIES) {
      if (wanted.length > 0 && !story.pictures.some((name) => wanted.includes(name))) continue;
      running = await preview(story.file?.());
      const page = await browser.newPage({ viewport: SIZE, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
      page.setDefaultTimeout(60_000);
      page.on('pageerror', (error) => console.error(`${story.pictures[0]}: ${error.message}`));
      await page.goto(running.address);
      await page.getByRole('gridcell').first().waitFor();
      await story.tell(page, (name, element) => keep(page, name, element));
      await page.close();
      running.stop();
      running = null;
    }
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    running?.stop();
    await browser.close();
    process.exit();
  }
});
