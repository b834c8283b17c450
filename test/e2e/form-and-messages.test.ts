import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { accessibilityFaults, describeInBrowser } from './browser';
import { writePlanning } from './calculated-planning';
import { runPreview, type RunningPreview } from './running-preview';
import { choose, tabCalled } from './staff';

const TWO_MINUTES = 120_000;

/** The add-on itself, from the request of a teacher to the message that a candidate would read. */
describeInBrowser('a request and the convocations, in the preview', ({ visit }) => {
  let preview: RunningPreview;
  beforeAll(async () => {
    preview = await runPreview();
  }, TWO_MINUTES);
  afterAll(async () => {
    await preview.stop();
  });

  it(
    'a teacher fills in the form, whose address the add-on gave, and the request arrives checked',
    async () => {
      const workbook = await visit(preview.address);
      await choose(workbook, 'Demandes et disponibilités', 'Créer le formulaire de demande');
      const question = workbook.getByRole('dialog', { name: 'Créer le formulaire de demande' });
      const [form] = await Promise.all([
        workbook.context().waitForEvent('page'),
        question.getByRole('link', { name: /\/formulaire\// }).click(),
      ]);
      form.setDefaultTimeout(15_000);
      await question.getByRole('button', { name: 'OK' }).click();
      await question.waitFor({ state: 'hidden' });

      const field = (name: string) => form.getByRole('textbox', { name, exact: true });
      await form.getByRole('button', { name: 'Envoyer' }).click();
      await form.getByRole('alert').waitFor();
      expect(await accessibilityFaults(form)).toEqual([]);
      await field('Adresse e-mail').fill('agnes.rivoal@exemple.fr');
      await field('Demandeur').fill('Agnès Rivoal');
      await field('Composante').fill('UFR Droit');
      await field('Groupe').fill('<b>Master</b> Droit ✨');
      await field("Nombre d'étudiants").fill('18');
      await form.getByLabel('Site').selectOption('Caen Campus 1');
      await form.getByRole('checkbox', { name: /^C01 / }).check();
      await form.getByRole('checkbox', { name: /^C02 / }).check();
      await field('Nombre de temps majorés').fill('1');
      await field('Remarques').fill('=HYPERLINK("https://exemple.fr")');
      await form.getByRole('button', { name: 'Envoyer' }).press('Enter');
      await form.getByRole('status').waitFor();

      await workbook.bringToFront();
      await tabCalled(workbook, 'Demandes').click();
      const group = workbook.getByRole('gridcell', { name: '<b>Master</b> Droit ✨' });
      await group.waitFor();
      const row = Number((await group.getAttribute('id'))?.split('-')[1]);
      await workbook.locator(`#cell-${row}-12`).getByText('Nouvelle').waitFor();
      await workbook.locator(`#cell-${row}-13`).getByText('18 places demandées').waitFor();
    },
    TWO_MINUTES,
  );

  it(
    'staff send the convocations, and read in the outbox what would have left',
    async () => {
      const workbook = await visit(preview.address);
      await choose(workbook, 'Calculer le planning');
      await writePlanning(workbook);
      await choose(workbook, 'Communiquer', 'Préparer les convocations');
      const page = workbook.frameLocator('#frame-holder iframe');
      await page
        .getByRole('button', { name: /^Envoyer/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Fermer' }).click({ timeout: 60_000 });
      await workbook.getByRole('link', { name: /Autour du classeur \(\d+ messages\)/ }).waitFor();
      const [around] = await Promise.all([
        workbook.context().waitForEvent('page'),
        workbook.getByRole('link', { name: /Autour du classeur/ }).click(),
      ]);
      around.setDefaultTimeout(15_000);
      await around.getByRole('link', { name: 'Messages' }).click();
      await around.getByRole('row').nth(1).getByRole('link').click();
      await around.getByLabel('Texte du message').waitFor();
      await around.frameLocator('iframe').locator('body').getByText(/\S/).first().waitFor();
      expect(await accessibilityFaults(around)).toEqual([]);
      const [piece] = await Promise.all([
        around.waitForEvent('download'),
        around.getByRole('link', { name: /\.ics$/ }).click(),
      ]);
      expect(readFileSync(await piece.path(), 'utf8')).toContain('BEGIN:VEVENT');
    },
    TWO_MINUTES,
  );
});
