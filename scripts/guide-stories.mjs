/** What is done in the preview for each picture of the guide. Each story begins with a workbook of its own. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** Cells of a table of the guide, its title row first: what the guide tells readers to copy. */
function tableOfGuide(tab) {
  const guide = readFileSync(new URL('../docs/guide.md', import.meta.url), 'utf8');
  const [, after = ''] = guide.split(`<!-- essai : ${tab} -->`);
  const lines = after
    .trimStart()
    .split('\n')
    .filter((line, index, all) => all.slice(0, index + 1).every((one) => one.startsWith('|')));
  return lines
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** An empty spreadsheet, as someone who installs the add-on has it. */
function emptyWorkbook() {
  const folder = mkdtempSync(join(tmpdir(), 'pixorga-'));
  const [script, file] = [join(folder, 'vide.js'), join(folder, 'Certification Pix.xlsx')];
  writeFileSync(script, 'function main() {}');
  execFileSync(process.execPath, [
    fileURLToPath(new URL('pixorga.mjs', import.meta.url)),
    'script',
    script,
    '-o',
    file,
  ]);
  return file;
}

export const STORIES = [
  {
    pictures: ['creneaux', 'premier'],
    file: emptyWorkbook,
    async tell(page, keep) {
      await choose(page, 'Préparer le classeur');
      await page.locator('#question').getByRole('button', { name: 'OK' }).click();
      await choose(page, 'Générer les créneaux');
      const slots = windowOf(page);
      await slots.getByLabel('Du', { exact: true }).fill('2027-01-11');
      await slots.getByLabel('Au', { exact: true }).fill('2027-01-14');
      await slots.getByText('créneaux à ajouter').waitFor();
      await keep('creneaux');
      await slots.getByRole('button', { name: /^Ajouter \d/ }).click();
      await button(slots, 'Fermer').click();
      await choose(page, 'Importer des étudiants');
      const students = windowOf(page);
      const rows = tableOfGuide('Étudiants').map((row) => row.join('\t'));
      await students.getByLabel('Ou collez ici').fill(rows.join('\n'));
      await button(students, 'Lire ces lignes').click();
      await students.getByRole('button', { name: /^Comparer avec/ }).click();
      await students.getByRole('button', { name: /^Écrire dans/ }).click();
      await button(students, 'Fermer').click();
      const [, ...answers] = tableOfGuide('Disponibilités');
      for (const [row, cells] of answers.entries())
        for (const [column, text] of cells.entries())
          if (text !== '') await type(page, 'Disponibilités', `${'ABCDE'[column]}${row + 2}`, text);
      await calculate(page);
      await openTab(page, 'Affectations');
      await page.getByRole('gridcell', { name: 'S02', exact: true }).first().waitFor();
      await keep('premier');
    },
  },
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
    pictures: ['verifier-planning', 'aide', 'diagnostic', 'emargement', 'pix-certif'],
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
      await choose(page, 'Fichiers Pix', 'Exporter vers Pix Certif');
      await windowOf(page).getByRole('button').first().waitFor();
      await keep('pix-certif');
      await closeWindow(page);
      await choose(page, 'Diagnostic');
      await windowOf(page).getByText('Il a résolu').nth(1).waitFor();
      await keep('diagnostic');
    },
  },
  {
    pictures: ['solutions', 'comparer', 'calendrier', 'simuler'],
    async tell(page, keep) {
      await calculate(page);
      await choose(page, 'Traiter un imprévu');
      const frame = windowOf(page);
      await frame.getByLabel('Salle', { exact: true }).selectOption('DR S04');
      await frame.getByRole('checkbox', { name: /C05/ }).check();
      await button(frame, 'Chercher des solutions').click();
      await frame.getByRole('heading', { name: /solution/ }).waitFor();
      await keep('solutions');
      await frame.getByRole('button', { name: 'Appliquer cette solution' }).first().click();
      await frame.getByRole('heading', { name: 'Le planning est réparé' }).waitFor();
      await button(frame, 'Fermer').click();
      await page.locator('#frame-holder iframe').waitFor({ state: 'detached' });
      await choose(page, 'Historique');
      const history = windowOf(page);
      await history
        .getByRole('button', { name: /^Comparer/ })
        .nth(1)
        .click();
      await history
        .getByRole('heading', { name: /change/ })
        .first()
        .waitFor();
      await keep('comparer');
      await closeWindow(page);
      await choose(page, 'Imprimer', 'Calendrier du planning');
      await windowOf(page).getByRole('columnheader').first().waitFor();
      await keep('calendrier');
      await closeWindow(page);
      await choose(page, 'Simuler');
      await windowOf(page).getByText('Tous les sites ensemble').waitFor();
      await keep('simuler');
    },
  },
  {
    pictures: ['import', 'suivi', 'partager', 'convocations'],
    async tell(page, keep) {
      await choose(page, 'Importer des étudiants');
      const students = windowOf(page);
      const rows = [
        ['N° étudiant', 'Nom', 'Prénom', 'Groupe', 'Site'],
        ['02200088', 'Letellier', 'Hugo', 'Droit L2 TD2', 'Caen Campus 1'],
        ['02700201', 'Vimont', 'Maël', 'Droit L2 TD1', 'Caen Campus 1'],
        ['02700202', 'Perrot', 'Salomé', 'Droit L2 TD1', 'Caen Campus 1'],
        ['02700203', 'Thomas', 'Élias', 'Droit L2 TD1', 'Caen Campus 1'],
      ];
      await students.getByLabel('Ou collez ici').fill(rows.map((row) => row.join('\t')).join('\n'));
      await button(students, 'Lire ces lignes').click();
      await students.getByRole('button', { name: /^Comparer avec/ }).click();
      await students.getByRole('button', { name: /^Écrire dans/ }).waitFor();
      await keep('import');
      await closeWindow(page);
      await calculate(page);
      await choose(page, 'Demandes et disponibilités', 'Suivi des réponses');
      await windowOf(page)
        .getByRole('row', { name: /Ensemble/ })
        .waitFor();
      await keep('suivi');
      await closeWindow(page);
      await choose(page, 'Communiquer', 'Partager avec les enseignants');
      await button(windowOf(page), 'Publier le planning').waitFor();
      await keep('partager');
      await closeWindow(page);
      await choose(page, 'Communiquer', 'Préparer les convocations');
      await windowOf(page)
        .getByRole('button', { name: /^Envoyer \d/ })
        .waitFor();
      await keep('convocations');
    },
  },
];
