import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from './browser';
import { writePlanning } from './calculated-planning';
import { ROOT, runPreview, type RunningPreview } from './running-preview';
import { choose, escape, menuItem } from './staff';

const TWO_MINUTES = 120_000;
/** Set to a folder to keep a picture of each window. */
const PICTURES = process.env['PIXORGA_PICTURES'];

/** The windows of the complete edition, by mouse and by keyboard. */
describeInBrowser('the windows that speak to others', ({ visit }) => {
  let preview: RunningPreview;
  beforeAll(async () => {
    preview = await runPreview();
  }, TWO_MINUTES);
  afterAll(async () => {
    await preview.stop();
  });

  /** Opens a window from the menu, and gives its page. */
  async function open(page: Page, folder: string, item: string): Promise<Frame> {
    await choose(page, folder, item);
    const frame = await (await page.locator('#frame-holder iframe').elementHandle())?.contentFrame();
    if (!frame) throw new Error(`${item} opened no window.`);
    await frame.locator('button.primary').waitFor();
    // The page of the window is judged with the page around it.
    await frame.evaluate(readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    expect(await accessibilityFaults(page)).toEqual([]);
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${item}.png`) });
    return frame;
  }

  const closed = async (page: Page): Promise<void> => {
    await page.locator('#frame-holder iframe').waitFor({ state: 'detached' });
  };

  it(
    'publish the planning, put it in a calendar, follow the answers and send the convocations',
    async () => {
      const page = await visit(preview.address);
      await menuItem(page, 'Pix').click();
      await menuItem(page, 'Calculer le planning').click();
      await writePlanning(page);

      const sharing = await open(page, 'Communiquer', 'Partager avec les enseignants');
      const viewers = sharing.getByLabel('Adresses qui peuvent la lire');
      expect(await viewers.inputValue()).toBe('agnes.rivoal@exemple.fr\nbruno.caro@exemple.fr');
      // The first field has the focus: what is typed goes there.
      await page.keyboard.press('Control+a');
      await page.keyboard.type('pas une adresse');
      await sharing.getByRole('button', { name: 'Publier le planning' }).click();
      await sharing.getByText('Rien n’est publié').waitFor();
      await viewers.fill('agnes.rivoal@exemple.fr');
      await sharing.getByRole('button', { name: 'Publier le planning' }).press('Enter');
      await sharing.getByText(/sessions publiées/).waitFor({ timeout: 30_000 });
      // The address can be followed, to what a teacher would see.
      const [file] = await Promise.all([
        page.context().waitForEvent('page'),
        sharing.getByRole('link', { name: /classeurs/ }).click(),
      ]);
      await file.getByRole('heading', { level: 1, name: /Planning Pix/ }).waitFor({ timeout: 15_000 });
      await file.close();
      escape(page);
      await closed(page);

      const agenda = await open(page, 'Communiquer', 'Mettre les sessions dans l’agenda');
      await agenda.getByRole('button', { name: 'Mettre à jour l’agenda' }).click();
      await agenda.getByText(/événements créés/).waitFor({ timeout: 30_000 });
      await agenda.getByRole('button', { name: 'Fermer' }).click();
      await closed(page);

      const answers = await open(page, 'Demandes et disponibilités', 'Suivi des réponses');
      await answers.getByRole('row', { name: /Ensemble/ }).waitFor();
      escape(page);
      await closed(page);

      const convocations = await open(page, 'Communiquer', 'Préparer les convocations');
      await convocations.getByRole('button', { name: 'Suivant' }).click();
      await convocations.getByText(/^2 sur/).waitFor();
      await convocations.getByRole('button', { name: 'M’envoyer cet essai' }).click();
      await convocations.getByText(/Message d’essai envoyé/).waitFor({ timeout: 30_000 });
      await convocations.getByLabel(/Surveillants/).uncheck();
      await convocations.getByRole('button', { name: /^Envoyer \d+ messages/ }).click();
      await convocations.getByText(/messages envoyés/).waitFor({ timeout: 60_000 });
      await convocations.getByRole('button', { name: 'Fermer' }).click({ timeout: 60_000 });
      await closed(page);
    },
    TWO_MINUTES,
  );
});
