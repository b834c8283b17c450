import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkbookModel } from '../../local/model/workbook';
import { writeWorkbookFile } from '../../local/xlsx/file';
import { accessibilityFaults, describeInBrowser } from './browser';
import { runPreview, type RunningPreview } from './running-preview';
import { menuItem, tabCalled } from './staff';

const A_MINUTE = 60_000;

const SIDEBAR = `<!doctype html><html lang="fr"><head><title>Volet</title></head><body><main><h1>Salles</h1>
<button id="count">Compter</button><button id="refuse">Échouer</button><p id="told" role="status"></p></main><script>
  var told = document.getElementById('told');
  function show(text, user) { told.textContent = text + (user ? ' ' + user : ''); }
  document.getElementById('count').onclick = function () {
    google.script.run.withSuccessHandler(show).withUserObject('cellules').countAndWrite({ step: 2 });
  };
  document.getElementById('refuse').onclick = function () {
    google.script.run.withFailureHandler(function (error) { show(error.message); }).fail();
  };
</script></body></html>`;

const SCRIPT = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Essai').addItem('Volet', 'openSidebar').addItem('Fenêtre', 'openDialog')
    .addSubMenu(SpreadsheetApp.getUi().createMenu('Questions').addItem('Demander', 'askBoth')).addToUi();
}
function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Volet des salles'));
}
function openDialog() {
  var page = HtmlService.createHtmlOutput('<p>Bonjour</p><button onclick="google.script.host.close()">Terminer</button>');
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(420).setHeight(180), 'Fenêtre du script');
}
function countAndWrite(options) {
  var cell = SpreadsheetApp.getActive().getSheets()[0].getRange('B2');
  cell.setValue(Number(cell.getValue()) + options.step);
  return String(cell.getValue());
}
function fail() { throw new Error('Rien ne va plus.'); }
function askBoth() {
  var ui = SpreadsheetApp.getUi();
  var name = ui.prompt('Nom', 'Quel est votre nom ?', ui.ButtonSet.OK_CANCEL).getResponseText();
  var sure = ui.alert('Confirmer', 'Écrire ' + name + ' ?', ui.ButtonSet.YES_NO) === ui.Button.YES;
  SpreadsheetApp.getActive().toast(sure ? name : 'rien', 'Réponse');
}
`;

async function largeWorkbook(path: string): Promise<void> {
  const workbook = new WorkbookModel({ name: 'Grand classeur' });
  const first = workbook.addSheet('Petit', 0, 20, 10);
  first.set(2, 2, 5);
  const large = workbook.addSheet('Grand', 1, 5000, 70);
  for (let row = 1; row <= 5000; row++) {
    for (let column = 1; column <= 70; column++)
      large.set(row, column, row === 1 ? `Colonne ${column}` : column < 6 ? `${row}-${column}` : false);
  }
  const boxes = { criteria: 'CHECKBOX', values: [], allowInvalid: true, helpText: null };
  large.validations.set({ row: 2, column: 6, rows: 4999, columns: 65 }, boxes);
  large.frozenRows = 1;
  large.frozenColumns = 1;
  await writeWorkbookFile(path, workbook);
}

describeInBrowser('the windows of a script and a large tab', ({ visit }) => {
  let preview: RunningPreview;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'script-'));
    writeFileSync(join(folder, 'Code.js'), SCRIPT);
    writeFileSync(join(folder, 'sidebar.html'), SIDEBAR);
    writeFileSync(join(folder, 'appsscript.json'), '{"timeZone": "Europe/Paris"}');
    await largeWorkbook(join(folder, 'grand.xlsx'));
    preview = await runPreview('--dist', folder, join(folder, 'grand.xlsx'));
  }, A_MINUTE);
  afterAll(async () => {
    await preview.stop();
  });

  it(
    'opens a sidebar that calls the script, whose writing appears in the grid',
    async () => {
      const page = await visit(preview.address);
      await menuItem(page, 'Essai').click();
      await menuItem(page, 'Volet').click();
      const frame = page.frameLocator('#sidebar iframe');
      await frame.getByRole('button', { name: 'Compter' }).click();
      await frame.getByText('7 cellules').waitFor();
      await page.locator('#cell-2-2').getByText('7', { exact: true }).waitFor();
      await frame.getByRole('button', { name: 'Échouer' }).click();
      await frame.getByText('Rien ne va plus.').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Fermer le volet' }).click();
      await page.locator('#sidebar').waitFor({ state: 'hidden' });
    },
    A_MINUTE,
  );

  it(
    'opens a dialog that closes itself, and waits for the answers to questions, even over a reload',
    async () => {
      const page = await visit(preview.address);
      await menuItem(page, 'Essai').click();
      await menuItem(page, 'Fenêtre').click();
      const dialog = page.getByRole('dialog', { name: 'Fenêtre du script' });
      await dialog.waitFor();
      await page.frameLocator('#frame-holder iframe').getByRole('button', { name: 'Terminer' }).click();
      await dialog.waitFor({ state: 'hidden' });

      await page.keyboard.press('F10');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
      await menuItem(page, 'Demander').waitFor();
      await page.keyboard.press('Enter');
      await page.getByLabel('Quel est votre nom ?').fill('Zoé');
      await page.keyboard.press('Enter');
      await page.getByText('Écrire Zoé ?').waitFor();
      await page.reload();
      await page.getByText('Écrire Zoé ?').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Oui' }).click();
      await page.getByRole('region', { name: 'Messages' }).getByText('Zoé', { exact: true }).waitFor();
    },
    A_MINUTE,
  );

  it(
    'opens a tab of 5,000 rows and 70 columns, goes to its end and back, and draws only what is seen',
    async () => {
      const page = await visit(preview.address);
      await tabCalled(page, 'Grand').click();
      await page.getByLabel('F2', { exact: true }).waitFor();
      await page.keyboard.press('Control+End');
      await page.getByLabel('BR5000', { exact: true }).check();
      await page.locator('#cell-5000-70 input:checked').waitFor();
      expect(await page.getByRole('gridcell').count()).toBeLessThan(3000);
      await page.keyboard.press('Control+Home');
      await page.getByText('2-2', { exact: true }).waitFor();
    },
    A_MINUTE,
  );
});
