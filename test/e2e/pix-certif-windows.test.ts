import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { writeWorkbookFile } from '../../local/xlsx/file';
import { aCertifPlanning, student, TWO_SESSIONS } from '../support/a-certif-planning';
import { readAsPixCertif } from '../support/pix-certif-reader';
import { accessibilityFaults, describeInBrowser } from './browser';
import { ROOT, runPreview, type RunningPreview } from './running-preview';
import { choose, escape, type } from './staff';

const TWO_MINUTES = 120_000;
/** A morning of the campaign, before the sessions. */
const NOW = '2026-11-23T10:00';
/** Set to a folder to keep a picture of each step. */
const PICTURES = process.env['PIXORGA_PICTURES'];

const LIST = [
  [
    'N° de session',
    'Nom du site',
    'Salle',
    'Date',
    'Heure',
    'Surveillant(s)',
    'Candidats inscrits',
    'Statut',
  ],
  ['4321', 'Caen Campus 1', 'Mercure', '11/01/2027', '08:30', 'Anne MARTIN', '1', 'Créée'],
  ['4322', 'Caen Campus 1', 'Mercure', '12/01/2027', '13:30', 'Anne MARTIN', '1', 'Créée'],
  ['4323', 'Ailleurs', 'Mercure', '12/02/2027', '13:30', 'Anne MARTIN', '1', 'Créée'],
];

/** From the planning to Pix Certif and to the day of the session, by mouse and by keyboard. */
describeInBrowser('the windows of Pix Certif and of the day of the session', ({ visit }) => {
  let preview: RunningPreview;
  beforeAll(async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'certif-')), 'planning.xlsx');
    const desk = aCertifPlanning(TWO_SESSIONS, [
      student(1, { Nom: 'D’ÉCOLE; "dite"' }),
      student(2, { Sexe: '', 'Temps majoré': 'oui' }),
      student(3),
    ]);
    await writeWorkbookFile(file, desk.workbook);
    preview = await runPreview(file);
  }, TWO_MINUTES);
  afterAll(async () => {
    await preview.stop();
  });

  async function open(page: Page, ...labels: readonly string[]): Promise<Frame> {
    await choose(page, ...labels);
    const frame = await (await page.locator('#frame-holder iframe').elementHandle())?.contentFrame();
    if (!frame) throw new Error(`${labels.join(' ▸ ')} opened no window.`);
    await frame.locator('.buttons').first().waitFor();
    // The page of the window is judged with the page around it.
    await frame.evaluate(readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    return frame;
  }

  async function judge(page: Page, name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `certif-${name}.png`) });
    expect(await accessibilityFaults(page)).toEqual([]);
  }

  const closed = (page: Page): Promise<void> =>
    page.locator('#frame-holder iframe').waitFor({ state: 'detached' });

  it(
    'export what is agreed to, read the numbers of Pix, and list what to change there by hand',
    async () => {
      const page = await visit(preview.address);
      const frame = await open(page, 'Fichiers Pix', 'Exporter vers Pix Certif');
      await judge(page, 'export');
      const make = frame.getByRole('button', { name: 'Télécharger le fichier' });
      expect(await make.isDisabled()).toBe(true);
      await frame.getByLabel('Session S02').uncheck();
      await frame.getByText(/^2 candidats cochés en 1 session/).waitFor();
      await frame.getByLabel('Session S02').check();
      await frame.getByLabel(/J’exporte sans le candidat refusé/).check();
      const [saved] = await Promise.all([page.waitForEvent('download'), make.press('Enter')]);
      const report = readAsPixCertif(readFileSync(await saved.path(), 'utf8'), NOW);
      expect(report.errors).toEqual([]);
      expect(report.sessions.flatMap(({ candidates }) => candidates.map(({ lastName }) => lastName))).toEqual(
        ['D’ÉCOLE; "dite"', 'NOM3'],
      );
      await frame.getByText(/2 candidats sur 3/).waitFor();
      await judge(page, 'exported');
      escape(page);
      await closed(page);

      const numbers = await open(page, 'Fichiers Pix', 'Lire les numéros de session Pix');
      // The place to paste in has the keyboard.
      await page.keyboard.insertText(LIST.map((row) => row.join('\t')).join('\n'));
      await numbers.getByRole('button', { name: 'Lire', exact: true }).click();
      await numbers.getByText('2 sessions reconnues, 1 autre ne l’est pas.').waitFor();
      await judge(page, 'numbers');
      await numbers.getByRole('button', { name: 'Écrire 2 numéros' }).press('Enter');
      await numbers.getByText(/2 numéros écrits/).waitFor();
      escape(page);
      await closed(page);

      await type(page, 'Planning', 'D2', 'SC S36');
      const gaps = await open(page, 'Fichiers Pix', 'Écarts avec Pix Certif');
      await gaps.getByText('remplacez « Mercure » par « Venus »').waitFor();
      await gaps.getByText('Ajoutez Prénom2 NOM2 (00000002).').waitFor();
      await judge(page, 'gaps');
      await gaps.getByLabel('C’est fait dans Pix Certif pour S01').check();
      await gaps.getByRole('button', { name: 'Noter 1 session comme faite', exact: true }).press('Enter');
      await gaps.getByText('Aucun écart').waitFor();
      escape(page);
      await closed(page);
    },
    TWO_MINUTES,
  );

  it(
    'print the sheets of the sessions that are chosen, and the lists of the doors',
    async () => {
      const page = await visit(preview.address);
      const frame = await open(page, 'Imprimer', 'Feuilles d’émargement');
      await frame.getByRole('button', { name: 'Imprimer 4 pages' }).waitFor();
      await judge(page, 'sheets');
      await frame.getByLabel('Pages du surveillant').uncheck();
      await frame.getByLabel('lun. 11/01/2027').uncheck();
      await frame.getByRole('button', { name: 'Imprimer 1 page' }).waitFor();
      expect(await frame.getByText('NOM3', { exact: true }).isVisible()).toBe(true);
      expect(await frame.getByText('NOM2', { exact: true }).isVisible()).toBe(false);
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('button', { name: 'Enregistrer la page' }).click(),
      ]);
      const text = readFileSync(await saved.path(), 'utf8');
      expect([text.includes('NOM3'), text.includes('NOM2'), text.includes('Temps majorés')]).toEqual([
        true,
        false,
        false,
      ]);
      await frame.getByRole('button', { name: 'Tout décocher' }).click();
      await frame.getByText('aucune page à imprimer').waitFor();
      escape(page);
      await closed(page);

      const doors = await open(page, 'Imprimer', 'Listes de porte');
      await doors.getByRole('button', { name: 'Imprimer 2 pages' }).waitFor();
      await judge(page, 'doors');
      await doors.getByRole('button', { name: 'Fermer' }).click();
      await closed(page);
    },
    TWO_MINUTES,
  );
});
