import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { WorkbookModel } from '../../local/model/workbook';
import { writeWorkbookFile } from '../../local/xlsx/file';
import { accessibilityFaults, describeInBrowser } from './browser';
import { runPreview, type RunningPreview } from './running-preview';
import { menuItem, tabCalled } from './staff';

const A_MINUTE = 60_000;

/** A campaign in small: a form, an acknowledgement of each request, and a planning shared with its calendar. */
const SCRIPT = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Essai').addItem('Créer le formulaire', 'makeForm').addItem('Publier', 'publish').addToUi();
}
function makeForm() {
  var form = FormApp.create('Demande').setTitle('Demande de session Pix').setCollectEmail(true).setAllowResponseEdits(true)
    .setDescription('Une demande par groupe.\\nCe formulaire ne promet pas de place.').setConfirmationMessage('Votre demande est enregistrée.');
  form.addSectionHeaderItem().setTitle('Votre groupe').setHelpText('Tel qu’il figure dans l’emploi du temps.');
  form.addTextItem().setTitle('Groupe').setRequired(true);
  form.addTextItem().setTitle('Nombre d’étudiants').setRequired(true).setHelpText('Un nombre entier.').setValidation(
    FormApp.createTextValidation().setHelpText('Indiquez un nombre entier d’au moins 1.').requireNumberGreaterThanOrEqualTo(1).build());
  form.addListItem().setTitle('Site').setChoiceValues(['Caen Campus 1', 'Campus d’Alençon']);
  form.addCheckboxItem().setTitle('Créneaux possibles').setRequired(true).setChoiceValues(['C01 lun. 11/01 8 h 30', 'C02 mar. 12/01 10 h 45']);
  form.addMultipleChoiceItem().setTitle('Temps majoré').setChoiceValues(['Aucun', 'Un ou plusieurs']).showOtherOption(true);
  form.addGridItem().setTitle('Préférences').setRows(['Matin', 'Après-midi']).setColumns(['Oui', 'Non']);
  form.addParagraphTextItem().setTitle('Remarques');
  form.setDestination(FormApp.DestinationType.SPREADSHEET, SpreadsheetApp.getActive().getId());
  ScriptApp.newTrigger('received').forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create();
}
function received(e) {
  if (e.namedValues.Groupe[0] === 'Panne') throw new Error('Le suivi n’a pas pu être écrit.');
  // What an edited answer leaves unchanged is empty in the event.
  if (e.namedValues.Groupe[0] === '') return;
  e.range.getSheet().getRange(1, 15).setValue('Suivi');
  e.range.getSheet().getRange(e.range.getRow(), 15).setValue('Reçue');
  var form = FormApp.openByUrl(e.range.getSheet().getFormUrl());
  MailApp.sendEmail({ to: e.namedValues['Adresse e-mail'][0], subject: 'Votre demande <b>' + e.namedValues.Groupe[0], name: 'Pix',
    body: 'Reçue : ' + form.getPublishedUrl(), attachments: [Utilities.newBlob('BEGIN:VCALENDAR', 'text/calendar', 'session é.ics')],
    htmlBody: '<p style="color:#123456">Reçue. <a href="' + form.getPublishedUrl() + '">Le formulaire</a></p><script>document.title="x"</scr' + 'ipt><img src="https://example.org/x.png" alt="">' });
}
function publish() {
  var file = SpreadsheetApp.create('Planning partagé'), sheet = file.getSheets()[0];
  sheet.setFrozenRows(1);
  sheet.setName('Sessions').getRange('A1:B2').setValues([['Session', 'Date'], ['S01', new Date(2027, 0, 11)]]);
  file.addViewers(['prof@example.org']);
  CalendarApp.createEvent('S01 – Mercure', new Date(2027, 0, 11, 8, 30), new Date(2027, 0, 11, 10, 30), { location: 'Bâtiment D' });
}
`;

describeInBrowser('what stands around the workbook', ({ visit }) => {
  let preview: RunningPreview;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'around-'));
    writeFileSync(join(folder, 'Code.js'), SCRIPT);
    writeFileSync(join(folder, 'appsscript.json'), '{"timeZone": "Europe/Paris"}');
    const file = join(folder, 'campagne.xlsx');
    await writeWorkbookFile(file, WorkbookModel.blank({ name: 'Campagne' }));
    preview = await runPreview('--dist', folder, file);
  }, A_MINUTE);
  afterAll(async () => {
    await preview.stop();
  });

  /** The page that a link opens beside the workbook. */
  async function opened(page: Page, act: () => Promise<void>): Promise<Page> {
    const [other] = await Promise.all([page.context().waitForEvent('page'), act()]);
    other.setDefaultTimeout(15_000);
    await other.waitForLoadState();
    return other;
  }

  async function chooseInMenu(page: Page, item: string): Promise<void> {
    await menuItem(page, 'Essai').click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  it(
    'lets a newcomer answer the form, see the row arrive and read the message that would have left',
    async () => {
      const workbook = await visit(preview.address);
      await chooseInMenu(workbook, 'Créer le formulaire');
      await tabCalled(workbook, 'Réponses au formulaire 1').waitFor();

      const forms = await opened(workbook, () =>
        workbook.getByRole('link', { name: 'Autour du classeur' }).click(),
      );
      expect(await accessibilityFaults(forms)).toEqual([]);
      const form = await opened(forms, () =>
        forms.getByRole('link', { name: 'Demande de session Pix' }).click(),
      );
      expect(await accessibilityFaults(form)).toEqual([]);

      await form.getByLabel('Nombre d’étudiants').fill('trente');
      await form.getByRole('button', { name: 'Envoyer' }).click();
      await form.getByRole('alert').getByText('Indiquez un nombre entier d’au moins 1.').waitFor();
      await form.getByRole('alert').getByText('Cette question est obligatoire.').first().waitFor();
      expect(await accessibilityFaults(form)).toEqual([]);

      await form.getByLabel('Adresse e-mail').fill('a.martin@example.org');
      await form.getByRole('textbox', { name: 'Groupe', exact: true }).fill('=1+1 <i>L1</i>');
      await form.getByLabel('Nombre d’étudiants').fill('32');
      await form.getByLabel('Site').selectOption('Caen Campus 1');
      await form.getByLabel('C02 mar. 12/01 10 h 45').check();
      await form.getByLabel('Autre\u00a0:').check();
      await form.getByLabel('Autre réponse à «\u00a0Temps majoré\u00a0»').fill('Un seul');
      await form.getByLabel('Matin\u00a0: Oui').check();
      await form.getByLabel('Remarques').fill('Merci.\nAvant midi');
      await form.getByRole('button', { name: 'Envoyer' }).press('Enter');
      await form.getByRole('status').getByText('Votre demande est enregistrée.').waitFor();
      expect(await accessibilityFaults(form)).toEqual([]);

      await workbook.bringToFront();
      await tabCalled(workbook, 'Réponses au formulaire 1').click();
      await workbook.locator('#cell-2-3').getByText('=1+1 <i>L1</i>').waitFor();
      await workbook.locator('#cell-2-6').getByText('C02 mar. 12/01 10 h 45').waitFor();
      await workbook.locator('#cell-2-7').getByText('Un seul').waitFor();

      await form.getByRole('link', { name: 'Modifier votre réponse' }).click();
      await form.getByLabel('Nombre d’étudiants').fill('33');
      await form.getByRole('button', { name: 'Envoyer' }).click();
      await form.getByRole('status').waitFor();
      await workbook.locator('#cell-2-4').getByText('33').waitFor();

      await forms.getByRole('link', { name: 'Messages' }).click();
      await forms.getByRole('row').nth(1).getByText('a.martin@example.org').waitFor();
      expect(await accessibilityFaults(forms)).toEqual([]);
      await forms.getByRole('link', { name: 'Votre demande <b>=1+1 <i>L1</i>' }).click();
      await forms.getByRole('heading', { name: 'Votre demande <b>=1+1 <i>L1</i>', level: 1 }).waitFor();
      const body = await forms.request.get(new URL('messages/1/html', preview.address).href);
      expect(body.headers()['content-security-policy']).toMatch(
        /^sandbox allow-popups [^;]*; default-src 'none'/,
      );
      expect(body.headers()['content-security-policy']).not.toContain('allow-scripts');
      const [piece] = await Promise.all([
        forms.waitForEvent('download'),
        forms.getByRole('link', { name: 'session é.ics' }).click(),
      ]);
      expect(piece.suggestedFilename()).toBe('session é.ics');
      expect(readFileSync(await piece.path(), 'utf8')).toBe('BEGIN:VCALENDAR');
      expect(await accessibilityFaults(forms)).toEqual([]);
    },
    A_MINUTE,
  );

  it(
    'shows the events of calendars and the other spreadsheets, to read',
    async () => {
      const workbook = await visit(preview.address);
      await chooseInMenu(workbook, 'Publier');
      const around = await opened(workbook, () =>
        workbook.getByRole('link', { name: 'Autour du classeur' }).click(),
      );
      await around.getByRole('link', { name: 'Agenda' }).click();
      await around.getByRole('cell', { name: 'S01 – Mercure' }).waitFor();
      await around.getByRole('cell', { name: 'lun. 11/01/2027' }).waitFor();
      expect(await accessibilityFaults(around)).toEqual([]);
      await around.getByRole('link', { name: 'Autres classeurs' }).click();
      await around.getByText('En lecture seule\u00a0: prof@example.org').waitFor();
      await around.getByRole('link', { name: 'Planning partagé' }).click();
      await around.getByRole('columnheader', { name: 'Session' }).waitFor();
      await around.getByRole('cell', { name: '11/01/2027', exact: true }).waitFor();
      expect(await accessibilityFaults(around)).toEqual([]);
    },
    A_MINUTE,
  );
});
