import { describe, expect, it } from '@jest/globals';
import { LocalRuntime, type RuntimeOptions } from '../../local/execution';
import { scriptFiles } from '../../local/execution/script-files';
import { WorkbookModel } from '../../local/model/workbook';

const NOW = Date.UTC(2027, 0, 11, 7, 30);

/** A form of every kind of question, linked to the workbook, whose script notes each event that it receives. */
const SCRIPT = `
  function make() {
    var form = FormApp.create('Demande de session').setTitle('Demande de session').setCollectEmail(true);
    form.addSectionHeaderItem().setTitle('Votre groupe');
    form.addTextItem().setTitle('Groupe').setRequired(true);
    form.addTextItem().setTitle('Effectif').setValidation(
      FormApp.createTextValidation().setHelpText('Un nombre entier, au moins 1.').requireNumberGreaterThanOrEqualTo(1).build());
    form.addListItem().setTitle('Site').setChoiceValues(['Caen', 'Alençon']);
    form.addCheckboxItem().setTitle('Créneaux').setChoiceValues(['C01', 'C02', 'C03']).setValidation(
      FormApp.createCheckboxValidation().requireSelectAtLeast(2).build());
    form.addGridItem().setTitle('Avis').setRows(['lundi', 'mardi']).setColumns(['oui', 'non']);
    form.addParagraphTextItem().setTitle('Remarques');
    form.setDestination(FormApp.DestinationType.SPREADSHEET, SpreadsheetApp.getActive().getId());
    ScriptApp.newTrigger('received').forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create();
    return form.getId();
  }
  function received(e) {
    PropertiesService.getDocumentProperties().setProperty('event', JSON.stringify({
      values: e.values, named: e.namedValues, a1: e.range.getA1Notation(), sheet: e.range.getSheet().getName(),
      mode: String(e.authMode), trigger: e.triggerUid, source: e.source.getId(), list: e.values instanceof Array }));
  }
  function event() { return JSON.parse(PropertiesService.getDocumentProperties().getProperty('event')); }
  function form_() { return FormApp.openByUrl(SpreadsheetApp.getActive().getFormUrl()); }`;

function runtimeFor(code = '', options: Partial<RuntimeOptions> = {}): LocalRuntime {
  const files = scriptFiles({ 'Code.js': SCRIPT + code, 'appsscript.json': '{"timeZone":"Europe/Paris"}' });
  return new LocalRuntime({ workbook: WorkbookModel.blank(), files, now: NOW, ...options });
}

const ANSWERS = {
  Groupe: 'L1 Droit A',
  Effectif: '32',
  Site: 'Caen',
  Créneaux: ['C01', 'C03'],
  Avis: ['oui', ''],
} as const;
const EMAIL = { email: 'a.martin@example.org' };

const row = (runtime: LocalRuntime, number: number): unknown[] => {
  const sheet = runtime.workbook.sheets[0];
  return Array.from(
    { length: sheet?.lastColumn ?? 0 },
    (_, column) => sheet?.get(number, column + 1) ?? null,
  );
};

describe('a linked form', () => {
  it('has a tab of its own, with headers in French', () => {
    const runtime = runtimeFor();
    runtime.call('make');
    expect(runtime.workbook.sheets.map(({ name }) => name)).toEqual([
      'Réponses au formulaire 1',
      'Feuille 1',
    ]);
    expect(row(runtime, 1)).toEqual([
      'Horodateur',
      'Adresse e-mail',
      'Groupe',
      'Effectif',
      'Site',
      'Créneaux',
      'Avis [lundi]',
      'Avis [mardi]',
      'Remarques',
    ]);
  });

  it('shows its tab to the script only after a flush', () => {
    const runtime =
      runtimeFor(`function seen() { make(); var before = SpreadsheetApp.getActive().getNumSheets();
      SpreadsheetApp.flush(); return [before, SpreadsheetApp.getActive().getNumSheets(), form_().getTitle()]; }`);
    expect(runtime.call('seen')).toEqual([1, 2, 'Demande de session']);
  });

  it('writes each answer in a row and fires the trigger with its event', () => {
    const runtime = runtimeFor();
    runtime.call('make');
    const sent = runtime.submitForm('Demande de session', ANSWERS, EMAIL);
    expect(sent).toMatchObject({ status: 'sent', row: 2 });
    expect(row(runtime, 2).slice(1)).toEqual([
      'a.martin@example.org',
      'L1 Droit A',
      32,
      'Caen',
      'C01, C03',
      'oui',
      null,
      null,
    ]);
    const values = [
      '11/01/2027 08:30:00',
      'a.martin@example.org',
      'L1 Droit A',
      '32',
      'Caen',
      'C01, C03',
      'oui',
      '',
      '',
    ];
    expect(runtime.call('event')).toEqual({
      values,
      named: {
        Horodateur: ['11/01/2027 08:30:00'],
        'Adresse e-mail': ['a.martin@example.org'],
        Groupe: ['L1 Droit A'],
        Effectif: ['32'],
        Site: ['Caen'],
        Créneaux: ['C01, C03'],
        'Avis [lundi]': ['oui'],
        'Avis [mardi]': [''],
        Remarques: [''],
      },
      a1: 'A2:I2',
      sheet: 'Réponses au formulaire 1',
      mode: 'FULL',
      trigger: 'trigger-1',
      source: 'local-spreadsheet',
      list: true,
    });
  });

  it('refuses what its rules refuse, in French, and writes nothing', () => {
    const runtime = runtimeFor();
    runtime.call('make');
    const refused = runtime.submitForm('Demande de session', {
      Effectif: 'trente',
      Site: 'Paris',
      Créneaux: ['C01'],
    });
    expect(refused).toMatchObject({
      status: 'refused',
      refusals: [
        { item: null, message: 'Indiquez une adresse e-mail valide.' },
        { message: 'Cette question est obligatoire.' },
        { message: 'Un nombre entier, au moins 1.' },
        { message: 'Cette réponse ne fait pas partie des choix proposés.' },
        { message: 'Cette réponse n’est pas valide.' },
      ],
    });
    expect(runtime.workbook.sheets[0]?.lastRow).toBe(1);
  });

  it('speaks the language of the account', () => {
    const runtime = runtimeFor('', { language: 'en' });
    runtime.call('make');
    expect(runtime.workbook.sheets[0]?.name).toBe('Form Responses 1');
    expect(row(runtime, 1).slice(0, 3)).toEqual(['Timestamp', 'Email Address', 'Groupe']);
  });

  it('leaves a header that staff typed until its question is renamed, and brings back a column that they deleted', () => {
    const runtime = runtimeFor(`function byHand() { var sheet = SpreadsheetApp.getActive().getSheets()[0];
        sheet.getRange('C1').setValue('Filière'); sheet.deleteColumn(4); }
      function again() { form_().getItems()[1].setTitle('Groupe de TD'); }`);
    runtime.call('make');
    runtime.call('byHand');
    runtime.submitForm('Demande de session', ANSWERS, EMAIL);
    expect(row(runtime, 1).slice(2)).toEqual([
      'Filière',
      'Site',
      'Créneaux',
      'Avis [lundi]',
      'Avis [mardi]',
      'Remarques',
      'Effectif',
    ]);
    expect(row(runtime, 2)[8]).toBe(32);
    runtime.call('again');
    expect(row(runtime, 1)[2]).toBe('Groupe de TD');
  });

  it('takes one answer per person when it is told to', () => {
    const runtime = runtimeFor('function once() { form_().setLimitOneResponsePerUser(true); }');
    runtime.call('make');
    runtime.call('once');
    expect(runtime.submitForm('Demande de session', ANSWERS, EMAIL).status).toBe('sent');
    expect(runtime.submitForm('Demande de session', ANSWERS, EMAIL)).toMatchObject({
      refusals: [{ item: null, message: expect.stringContaining('Vous avez déjà répondu.') }],
    });
  });

  it('adds the column of a new question after those that staff added, and renames headers in place', () => {
    const runtime = runtimeFor(`function edit() {
      SpreadsheetApp.getActive().getSheets()[0].getRange('J1').setValue('Statut');
      var items = form_().getItems();
      items[1].setTitle('Groupe ou filière');
      form_().deleteItem(items[4]);
      form_().addTextItem().setTitle('Téléphone'); }`);
    runtime.call('make');
    runtime.submitForm('Demande de session', ANSWERS, EMAIL);
    runtime.call('edit');
    expect(row(runtime, 1).slice(2)).toEqual([
      'Groupe ou filière',
      'Effectif',
      'Site',
      'Créneaux',
      'Avis [lundi]',
      'Avis [mardi]',
      'Remarques',
      'Statut',
      'Téléphone',
    ]);
    runtime.submitForm('Demande de session', { 'Groupe ou filière': 'L2', Téléphone: '02 31' }, EMAIL);
    expect(row(runtime, 3).slice(2)).toEqual(['L2', null, null, null, null, null, null, null, '02 31']);
  });

  it('keeps text that looks like a formula as text, and turns what looks like a number into one', () => {
    const runtime = runtimeFor();
    runtime.call('make');
    runtime.submitForm('Demande de session', { Groupe: '=1+1', Remarques: '02345678' }, EMAIL);
    expect(row(runtime, 2)[2]).toBe('=1+1');
    expect(runtime.workbook.sheets[0]?.formula(2, 3)).toBeUndefined();
    expect(row(runtime, 2)[8]).toBe(2345678);
  });

  it('puts answers in rows of their own, above what stands below', () => {
    const runtime = runtimeFor(
      `function note() { SpreadsheetApp.getActive().getSheets()[0].getRange('C2').setValue('à la main'); }`,
    );
    runtime.call('make');
    runtime.call('note');
    runtime.submitForm('Demande de session', ANSWERS, EMAIL);
    expect([row(runtime, 2)[2], row(runtime, 3)[2]]).toEqual(['à la main', 'L1 Droit A']);
  });

  it('overwrites the row of an edited answer; what did not change is empty in the event', () => {
    const runtime = runtimeFor('function open() { form_().setAllowResponseEdits(true); }');
    runtime.call('make');
    const first = runtime.submitForm('Demande de session', ANSWERS, EMAIL);
    runtime.submitForm('Demande de session', { ...ANSWERS, Groupe: 'L2' }, EMAIL);
    if (first.status !== 'sent') throw new Error('refused');
    const edit = { ...EMAIL, edit: first.responseId };
    expect(() => runtime.submitForm('Demande de session', ANSWERS, edit)).toThrow(
      'does not let respondents edit',
    );
    runtime.call('open');
    expect(runtime.submitForm('Demande de session', { ...ANSWERS, Effectif: '40' }, edit)).toMatchObject({
      row: 2,
    });
    expect(row(runtime, 2)[3]).toBe(40);
    expect(runtime.workbook.sheets[0]?.lastRow).toBe(3);
    expect(runtime.call('event')).toMatchObject({
      values: ['11/01/2027 08:30:00', '', '', '40', '', '', '', '', ''],
    });
  });

  it('is refused once it is closed, with the words of whoever closed it', () => {
    const runtime = runtimeFor(
      `function close() { form_().setAcceptingResponses(false).setCustomClosedFormMessage('Les demandes sont closes.'); }`,
    );
    runtime.call('make');
    runtime.call('close');
    expect(runtime.submitForm('Demande de session', ANSWERS, EMAIL)).toEqual({
      status: 'refused',
      refusals: [{ item: null, message: 'Les demandes sont closes.' }],
    });
  });

  it('keeps its tab from being deleted until it is unlinked', () => {
    const runtime =
      runtimeFor(`function drop() { SpreadsheetApp.getActive().deleteSheet(SpreadsheetApp.getActive().getSheets()[0]); }
      function unlink() { form_().removeDestination(); return SpreadsheetApp.getActive().getSheets()[0].getFormUrl(); }`);
    runtime.call('make');
    expect(() => runtime.call('drop')).toThrow('linked form');
    expect(runtime.call('unlink')).toBeNull();
    runtime.call('drop');
    expect(runtime.workbook.sheets.map(({ name }) => name)).toEqual(['Feuille 1']);
  });

  it('hears nothing of an answer that a script sends', () => {
    const runtime = runtimeFor(`function send() { var form = form_(), items = form.getItems();
        form.createResponse().withItemResponse(items[1].asTextItem().createResponse('L3')).submit();
        return form.getResponses().map(function (r) { return r.getItemResponses().map(function (i) {
          return [i.getItem().getTitle(), i.getResponse()]; }); }); }
      function quiet() { return PropertiesService.getDocumentProperties().getProperty('event'); }`);
    runtime.call('make');
    expect(runtime.call('send')).toEqual([[['Groupe', 'L3']]]);
    expect(runtime.call('quiet')).toBeNull();
    expect(row(runtime, 2)[2]).toBe('L3');
  });

  it.each([
    ['event', 2, null],
    ['row', 1, null],
  ] as const)('keeps an answer whose %s the platform loses', (loses, lastRow, event) => {
    const runtime = runtimeFor(`function count() { return [form_().getResponses().length,
      PropertiesService.getDocumentProperties().getProperty('event')]; }`);
    runtime.call('make');
    runtime.submitForm('Demande de session', ANSWERS, { ...EMAIL, loses });
    expect(runtime.call('count')).toEqual([1, event]);
    expect(runtime.workbook.sheets[0]?.lastRow).toBe(lastRow);
  });

  it('says that a trigger failed, once the answer has arrived', () => {
    const runtime = runtimeFor(`function received(e) { throw new Error('en panne'); }`);
    runtime.call('make');
    expect(() => runtime.submitForm('Demande de session', ANSWERS, EMAIL)).toThrow('en panne');
    expect(runtime.workbook.sheets[0]?.lastRow).toBe(2);
  });
});

describe('questions', () => {
  it.each([
    [`form.addListItem().setChoiceValues([])`, 'Array is empty: values'],
    [`form.addListItem().setChoiceValues(['a', 'a'])`, 'duplicate choice values'],
    [`form.addListItem().setChoiceValues(['a', ''])`, 'Invalid data updating form.'],
    [
      `form.addListItem().setChoiceValues(['a']).createResponse('b')`,
      'Invalid response submitted to list question.',
    ],
    [`form.addTextItem(); form.getItems()[0].asListItem()`, 'Invalid conversion for item type: TEXT.'],
    [`form.addScaleItem()`, 'Form.addScaleItem is not emulated by the local runtime.'],
    [`form.getItems(); FormApp.openById('absent')`, 'No item with the given ID could be found.'],
    [`form.getDestinationId()`, 'The form currently has no response destination.'],
  ])('%s fails as on the platform', (code, message) => {
    const runtime = runtimeFor(`function main() { var form = FormApp.create('F'); ${code}; }`);
    expect(() => runtime.call('main')).toThrow(message);
  });

  it('can be answered by an address', () => {
    const runtime = runtimeFor(`function link() { make(); var form = FormApp.openById('local-form-0001');
      return form.createResponse().withItemResponse(form.getItems()[1].asTextItem().createResponse('L1 é')).toPrefilledUrl(); }`);
    expect(runtime.call('link')).toBe(
      'https://docs.google.com/forms/d/e/public-local-form-0001/viewform?usp=pp_url&entry.1000002=L1%20%C3%A9',
    );
  });
});
