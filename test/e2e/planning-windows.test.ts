import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from './browser';
import { writePlanning } from './calculated-planning';
import { ROOT, runPreview, type RunningPreview } from './running-preview';
import { choose, escape, openTab, tabCalled, type } from './staff';

const TWO_MINUTES = 120_000;
/** Set to a folder to keep a picture of each window. */
const PICTURES = process.env['PIXORGA_PICTURES'];

/** Slots, history, calendar and printed planning, by mouse and by keyboard. */
describeInBrowser('the windows around the planning', ({ visit }) => {
  let preview: RunningPreview;
  beforeAll(async () => {
    preview = await runPreview();
  }, TWO_MINUTES);
  afterAll(async () => {
    await preview.stop();
  });

  /** Opens a window from the menu, and gives its page once it is drawn. */
  async function open(page: Page, ...items: readonly string[]): Promise<Frame> {
    await choose(page, ...items);
    const frame = await (await page.locator('#frame-holder iframe').elementHandle())?.contentFrame();
    if (!frame) throw new Error(`${items.join()} opened no window.`);
    await frame.locator('button.primary').first().waitFor();
    await frame.evaluate(readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    await judge(page, items[items.length - 1] ?? '');
    return frame;
  }

  async function judge(page: Page, name: string): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  const closed = async (page: Page): Promise<void> => {
    await page.locator('#frame-holder iframe').waitFor({ state: 'detached' });
  };

  it(
    'make slots, keep plannings, compare and restore them, undo a write, show and print the calendar',
    async () => {
      const page = await visit(preview.address);
      const slots = await open(page, 'Générer les créneaux');
      // The first field has the focus: the keyboard alone is enough.
      await slots.getByLabel('Du', { exact: true }).fill('2027-02-01');
      await slots.getByLabel('Au', { exact: true }).fill('2027-02-05');
      await slots.getByLabel('Heures de début').fill('8 h 30');
      await slots.getByLabel('Durée (min)').fill('100');
      await slots.getByText('personne ne pourra y être placé').waitFor();
      await slots.getByLabel('Durée (min)').fill('155');
      await slots.getByLabel('ven.').press('Space');
      await judge(page, 'Créneaux choisis');
      await slots.getByRole('button', { name: 'Ajouter 4 créneaux' }).press('Enter');
      await slots.getByText('4 créneaux ajoutés').waitFor();
      await slots.getByRole('button', { name: 'Fermer' }).press('Enter');
      await closed(page);

      await choose(page, 'Calculer le planning');
      await writePlanning(page);
      await type(page, 'Salles', 'E3', '50');
      await choose(page, 'Calculer le planning');
      await writePlanning(page);
      await type(page, 'Salles', 'E3', '80');

      const history = await open(page, 'Historique');
      await history
        .getByRole('button', { name: /^Comparer/ })
        .nth(1)
        .press('Enter');
      await history.getByRole('heading', { name: /personnes changent de session/ }).waitFor();
      await judge(page, 'Historique comparé');
      await history.getByRole('button', { name: 'Retour à la liste' }).press('Enter');
      await history
        .getByRole('button', { name: /^Restaurer/ })
        .nth(1)
        .click();
      await history.getByText('Tout ce planning tient encore').waitFor();
      await judge(page, 'Historique restauré');
      await history.getByRole('button', { name: 'Restaurer ce planning' }).click();
      await history.getByRole('heading', { name: /est restauré/ }).waitFor({ timeout: 40_000 });
      await history.getByRole('button', { name: 'Retour à la liste' }).click();
      await history.getByRole('rowheader', { name: /Planning actuel/ }).waitFor();
      await history.getByRole('button', { name: 'Annuler la dernière écriture' }).click();
      await history.getByRole('button', { name: 'Annuler l’écriture' }).press('Enter');
      await history.getByRole('heading', { name: /est annulée/ }).waitFor({ timeout: 40_000 });
      escape(page);
      await closed(page);

      const printed = await open(page, 'Imprimer', 'Planning imprimable');
      await printed.getByRole('button', { name: /^Imprimer \d+ pages/ }).waitFor();
      escape(page);
      await closed(page);

      const calendar = await open(page, 'Imprimer', 'Calendrier du planning');
      await calendar.getByLabel('Site').selectOption("Campus d'Alençon");
      await calendar.getByRole('columnheader', { name: /Neptune/ }).waitFor({ state: 'detached' });
      await calendar
        .getByRole('button', { name: /Salle|S\d+/ })
        .first()
        .press('Enter');
      await closed(page);
      await tabCalled(page, 'Planning', true).waitFor();
      await openTab(page, 'Synthèse');
    },
    TWO_MINUTES,
  );
});
