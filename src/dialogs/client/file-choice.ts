import { GIVEN_FILE_TEXT as TEXT } from '../../text/given-file';
import { buttonRow } from './buttons';
import { element, show } from './element';
import { focusAtStart } from './focus';
import { type CutText, type GivenTables, readFile, readPasted } from './given-file';
import { closeWindow } from './server';

/** The step where people give a file, or rows. */
export interface FileChoice {
  readonly intro: string;
  readonly cut: CutText;
  /** What was read holds rows. */
  readonly taken: (given: GivenTables) => void;
}

/** Shows the step; `fault` says why what was given could not be taken. */
export function showFileChoice(choice: FileChoice, fault = ''): void {
  const file = element('input', {
    type: 'file',
    id: 'file',
    accept: '.csv,.txt,.tsv,.xlsx,.xls,.ods',
    onchange: () => {
      const [chosen] = file.files ?? [];
      if (chosen !== undefined) void take(choice, readFile(chosen, choice.cut));
    },
  });
  const pasted = element('textarea', { id: 'pasted', rows: 8, spellcheck: 'false' });
  show(
    element('p', {}, choice.intro),
    fault === '' ? null : element('p', { class: 'error', role: 'alert' }, `✕ ${fault}`),
    element('div', {}, element('label', { for: 'file' }, TEXT.file), file),
    element('div', {}, element('label', { for: 'pasted' }, TEXT.pasted), pasted),
    element('p', { class: 'hint' }, TEXT.stays),
    buttonRow(
      {
        label: TEXT.read,
        press: () => void take(choice, Promise.resolve(readPasted(pasted.value, choice.cut))),
      },
      { label: TEXT.cancel, press: closeWindow },
    ),
  );
  focusAtStart(file);
}

async function take(choice: FileChoice, reading: Promise<GivenTables | string>): Promise<void> {
  const given = await reading;
  if (typeof given === 'string') showFileChoice(choice, given);
  else if (given.tables.every(({ rows }) => rows.length === 0))
    showFileChoice(choice, TEXT.empty(given.label));
  else choice.taken(given);
}
