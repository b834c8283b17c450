/** What is done in the preview for each picture of the guide. Each story begins with a workbook of its own. */

const windowOf = (page) => page.frameLocator('#frame-holder iframe');
const sidebarOf = (page) => page.frameLocator('#sidebar iframe');

async function choose(page, ...labels) {
  await page.getByRole('menuitem', { name: 'Pix', exact: true }).click();
  for (const name of labels) await page.getByRole('menuitem', { name, exact: true }).click();
}

async function openTab(page, name) {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
  await page.getByRole('grid', { name, exact: true }).waitFor();
}

async function goTo(page, address) {
  await page.getByLabel('Adresse de la cellule').fill(address);
  await page.keyboard.press('Enter');
}

async function type(page, tab, address, text) {
  await openTab(page, tab);
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const button = (frame, name) => frame.getByRole('button', { name, exact: true });

async function closeWindow(page) {
  await page.locator('#frame-close').click();
  await page.locator('#frame-holder iframe').waitFor({ state: 'detached' });
}

async function calculate(page, keep) {
  await choose(page, 'Calculer le planning');
  const frame = windowOf(page);
  await button(frame, 'Calculer').waitFor();
  await keep?.('calcul');
  await button(frame, 'Calculer').click();
  await button(frame, 'Écrire le planning').waitFor();
  await keep?.('resultat');
  await button(frame, 'Écrire le planning').click();
  await button(frame, 'Fermer').click();
  await page.locator('#frame-holder iframe').waitFor({ state: 'detached' });
}

export const STORIES = [
  {
    pictures: ['menu', 'donnees', 'calcul', 'resultat', 'planning', 'synthese', 'non-places'],
    async tell(page, keep) {
      await page.getByRole('menuitem', { name: 'Pix', exact: true }).click();
      await keep('menu');
      await page.keyboard.press('Escape');
      await choose(page, 'Calculer le planning');
      await button(windowOf(page), 'Corriger dans le volet').click();
      await sidebarOf(page).getByRole('button', { name: 'Vérifier à nouveau' }).waitFor();
      await page.locator('#frame-holder iframe').waitFor({ state: 'detached' });
      await keep('donnees');
      await page.locator('#sidebar-close').click();
      await calculate(page, keep);
      await openTab(page, 'Planning');
      await page.getByRole('gridcell', { name: 'S01', exact: true }).first().waitFor();
      await keep('planning');
      await openTab(page, 'Synthèse');
      await page.locator('#charts svg').first().waitFor();
      await keep('synthese');
      await openTab(page, 'Non placés');
      await keep('non-places');
    },
  },
  {
    pictures: ['verifier-planning', 'aide', 'diagnostic', 'emargement', 'historique', 'pix-certif'],
    async tell(page, keep) {
      await calculate(page);
      await choose(page, 'Aide');
      await sidebarOf(page).getByText('Prochaine étape').waitFor();
      await keep('aide');
      await type(page, 'Planning', 'J3', 'SC S37');
      await choose(page, 'Vérifier le planning');
      await sidebarOf(page).getByRole('button', { name: 'Vérifier à nouveau' }).waitFor();
      await openTab(page, 'Planning');
      await keep('verifier-planning');
      await type(page, 'Planning', 'J3', 'DR S04');
      await page.locator('#sidebar-close').click();
      await choose(page, 'Imprimer', 'Feuilles d’émargement');
      await windowOf(page)
        .getByRole('button', { name: /^Imprimer \d/ })
        .waitFor();
      await keep('emargement');
      await closeWindow(page);
      await choose(page, 'Historique');
      await windowOf(page).getByRole('button').first().waitFor();
      await keep('historique');
      await closeWindow(page);
      await choose(page, 'Fichiers Pix', 'Exporter vers Pix Certif');
      await windowOf(page).getByRole('button').first().waitFor();
      await keep('pix-certif');
      await closeWindow(page);
      await choose(page, 'Diagnostic');
      await windowOf(page).getByText('Il a résolu').nth(1).waitFor();
      await keep('diagnostic');
    },
  },
];
