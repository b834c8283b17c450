import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { writeWorkbookFile } from '../../local/xlsx/file';
import { aCertifPlanning } from '../support/a-certif-planning';
import { accessibilityFaults, describeInBrowser } from './browser';
import { readAsPixList } from '../support/pix-list-reader';
import { listTemplate } from '../support/pix-list-template';
import { profileResults } from '../support/profile-results';
import { ROOT, runPreview, type RunningPreview } from './running-preview';
import { choose, escape, goTo, openTab } from './staff';

const TWO_MINUTES = 120_000;
/** Set to a folder to keep a picture of each step. */
const PICTURES = process.env['PIXORGA_PICTURES'];

/** The windows that take a file from the user's machine, by mouse and by keyboard. */
describeInBrowser('the windows that read files', ({ visit }) => {
  let preview: RunningPreview;
  beforeAll(async () => {
    // A small planning, typed: two sessions, three students.
    const path = join(mkdtempSync(join(tmpdir(), 'files-')), 'classeur.xlsx');
    await writeWorkbookFile(path, aCertifPlanning().workbook);
    preview = await runPreview(path);
  }, TWO_MINUTES);
  afterAll(async () => {
    await preview.stop();
  });

  async function open(page: Page, ...labels: readonly string[]): Promise<Frame> {
    await choose(page, ...labels);
    const frame = await (await page.locator('#frame-holder iframe').elementHandle())?.contentFrame();
    if (!frame) throw new Error(`${labels.join(' ▸ ')} opened no window.`);
    await frame.locator('.buttons').waitFor();
    // The page of the window is judged with the page around it.
    await frame.evaluate(readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    return frame;
  }

  async function judge(page: Page, name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    expect(await accessibilityFaults(page)).toEqual([]);
  }

  const closed = (page: Page): Promise<void> =>
    page.locator('#frame-holder iframe').waitFor({ state: 'detached' });

  const file = (name: string, text: string, encoding: BufferEncoding = 'latin1') => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text, encoding),
  });

  it(
    'take students: show what they understood, ask what they must, and write',
    async () => {
      const page = await visit(preview.address);
      const frame = await open(page, 'Importer des étudiants');
      await judge(page, 'students-1');
      await frame.getByRole('button', { name: 'Lire ces lignes' }).click();
      await frame.getByText('Collez d’abord des lignes').waitFor();
      const rows = [
        'Code apprenant;Nom;Nom de naissance;Prénom;Date de naissance;Code INSEE',
        '00000007;A;"=O;Neuf";Zoé;02/03/2004;1004',
        '00000008;;NOM1;Prénom1;;2A004',
        ';;;;;',
        '00000009;;;;;14118',
      ];
      await frame.getByLabel('Fichier').setInputFiles(file('liste.csv', rows.join('\r\n')));
      await frame.getByRole('heading', { name: 'Ce que PixOrga a compris' }).waitFor();
      await frame.getByText('à confirmer').waitFor();
      await frame.getByLabel('Site des nouveaux étudiants').selectOption('Caen Campus 1');
      await judge(page, 'students-2');
      await frame.getByRole('button', { name: 'Comparer avec' }).press('Enter');
      await frame.getByRole('heading', { name: 'Ce qui changerait' }).waitFor();
      await frame.getByRole('button', { name: 'Écrire dans' }).waitFor();
      await frame.getByLabel('Prénom1 NOM1, n° 00000008').selectOption({ index: 1 });
      await judge(page, 'students-3');
      await frame.getByRole('button', { name: 'Écrire dans' }).click();
      await frame.getByRole('heading', { name: 'Import terminé' }).waitFor();
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('button', { name: 'compte rendu' }).click(),
      ]);
      const report = readFileSync(await saved.path(), 'utf8');
      expect(report).toContain('"2";"00000007";"=O;Neuf";"Zoé";"Ajouté";""');
      expect(report).toMatch(/"5";"00000009".*"Laissé de côté"/);
      expect(report).toMatch(/"3";"00000008".*"Mis à jour";"ligne 2 de l’onglet/);
      escape(page);
      await closed(page);
      await openTab(page, 'Étudiants');
      await goTo(page, 'A5');
      await page.getByRole('gridcell', { name: '00000007', exact: true }).first().waitFor();
    },
    TWO_MINUTES,
  );

  it(
    'take the results of a campaign, and the list of Pix for a session',
    async () => {
      const page = await visit(preview.address);
      const profiles = await open(page, 'Fichiers Pix', 'Importer les profils Pix');
      const results = profileResults([
        { last: 'NOM2', first: 'Prénom2', number: '00000002', levels: [2, 2, 2, 1, 1] },
        { last: 'NOM3', first: 'Prénom3', typed: 'identifiant', levels: [1, 1] },
        { last: 'Personne', first: 'Pas', levels: [8] },
      ]);
      await profiles.getByLabel('Fichier').setInputFiles(file('Resultats.csv', results, 'utf8'));
      await profiles.getByRole('heading', { name: 'Ce que disent les profils' }).waitFor();
      await profiles.getByLabel('Prénom3 NOM3, identifiant').selectOption({ index: 1 });
      await judge(page, 'profiles-2');
      await profiles.getByRole('button', { name: 'Garder ces profils' }).click();
      await profiles.getByRole('heading', { name: 'Profils gardés' }).waitFor();
      await profiles.getByRole('button', { name: 'Fermer' }).press('Enter');
      await closed(page);
      await openTab(page, 'Profils par groupe');
      await page.getByRole('gridcell', { name: 'Ensemble', exact: true }).first().waitFor();

      const lists = await open(page, 'Fichiers Pix', 'Candidats d’une session (ODS)');
      await lists.getByText(/candidats? .*dans «/).waitFor();
      await lists.getByLabel('Liste téléchargée').setInputFiles({
        name: 'liste.ods',
        mimeType: 'application/vnd.oasis.opendocument.spreadsheet',
        buffer: Buffer.from(listTemplate()),
      });
      await judge(page, 'candidates');
      const [list] = await Promise.all([
        page.waitForEvent('download'),
        lists.getByRole('button', { name: 'Remplir la liste de Pix' }).click(),
      ]);
      expect(list.suggestedFilename()).toBe('candidats-session-S01.ods');
      const read = readAsPixList(readFileSync(await list.path()));
      expect(read.errors).toEqual([]);
      expect(read.candidates.map(({ lastName }) => lastName)).toEqual(['NOM1', 'NOM2']);
      escape(page);
      await closed(page);
    },
    TWO_MINUTES,
  );
});
