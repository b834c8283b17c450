import { type PrintedPart, printableFile } from '../../printing/sheet';
import { PRINT_STYLE } from '../../printing/style';
import { PRINT_TEXT as TEXT } from '../../text/printing';
import { closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { saveFile } from '../client/save-file';
import { closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { PRINT_WINDOW } from './exchange';

/** The window that prints: what to print on the left, the pages as they will be on the right. */
const { title, fileName, lines, kinds, groups } = windowData(PRINT_WINDOW);

interface Shown {
  readonly part: string;
  readonly kind: string;
  readonly html: string;
  readonly holder: HTMLElement;
}

const parts = groups.flatMap((group) => group.parts);
const chosen = new Set(parts.filter((part) => part.chosen).map(({ key }) => key));
const kindsChosen = new Set(kinds.map(({ key }) => key));
const shown: readonly Shown[] = parts.flatMap(({ key, pages }) =>
  pages.map(({ kind, html }): Shown => {
    const holder = element('div');
    // Made by the script from texts that it escaped: see src/printing/html.ts.
    holder.innerHTML = html;
    return { part: key, kind, html, holder };
  }),
);
const pagesChosen = (): readonly Shown[] =>
  shown.filter(({ part, kind }) => chosen.has(part) && (kinds.length === 0 || kindsChosen.has(kind)));

const print = element('button', { type: 'button', class: 'primary', onclick: () => window.print() });
const save = element('button', { type: 'button', class: 'quiet', onclick: saveChosen }, TEXT.save);
const nothing = element('p', { class: 'no-print', role: 'status' });

function saveChosen(): void {
  const pages = pagesChosen().map(({ html }) => html);
  saveFile({ name: fileName, mime: 'text/html;charset=utf-8', text: printableFile(title, pages) });
}

function refresh(): void {
  const pages = new Set(pagesChosen());
  for (const page of shown) page.holder.hidden = !pages.has(page);
  nothing.textContent = pages.size === 0 ? TEXT.nothing : '';
  print.textContent = TEXT.print(pages.size);
  print.disabled = save.disabled = pages.size === 0;
  for (const { box, mine } of groupBoxes) {
    const count = mine.filter(({ key }) => chosen.has(key)).length;
    box.checked = count === mine.length;
    box.indeterminate = count > 0 && count < mine.length;
  }
}

const boxes = new Map<string, HTMLInputElement>();
const groupBoxes: { readonly box: HTMLInputElement; readonly mine: readonly PrintedPart[] }[] = [];

function choose(mine: readonly PrintedPart[], wanted: boolean): void {
  for (const { key } of mine) {
    if (wanted) chosen.add(key);
    else chosen.delete(key);
    const box = boxes.get(key);
    if (box !== undefined) box.checked = wanted;
  }
  refresh();
}

function partBox(part: PrintedPart): HTMLElement {
  const box = element('input', { type: 'checkbox', checked: part.chosen });
  box.addEventListener('change', () => choose([part], box.checked));
  boxes.set(part.key, box);
  return element('label', {}, box, ` ${part.label}`);
}

function groupChoice(label: string, mine: readonly PrintedPart[]): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.addEventListener('change', () => choose(mine, box.checked));
  groupBoxes.push({ box, mine });
  return element('div', { class: 'parts' }, element('label', {}, box, ` ${label}`), ...mine.map(partBox));
}

function kindBox(key: string, label: string): HTMLElement {
  const box = element('input', { type: 'checkbox', checked: true });
  box.addEventListener('change', () => {
    if (box.checked) kindsChosen.add(key);
    else kindsChosen.delete(key);
    refresh();
  });
  return element('label', {}, box, ` ${label}`);
}

const everything = (label: string, wanted: boolean): HTMLElement =>
  element('button', { type: 'button', class: 'link', onclick: () => choose(parts, wanted) }, label);

document.title = title;
document.head.append(element('style', {}, PRINT_STYLE));
show(
  element(
    'div',
    { class: 'choice' },
    ...lines.map((line) => element('p', {}, line)),
    kinds.length < 2
      ? null
      : element(
          'fieldset',
          {},
          element('legend', {}, TEXT.kinds),
          ...kinds.map(({ key, label }) => kindBox(key, label)),
        ),
    element(
      'fieldset',
      {},
      element('legend', {}, TEXT.choose),
      element('p', {}, everything(TEXT.all, true), ' · ', everything(TEXT.none, false)),
      ...groups.map((group) => groupChoice(group.label, group.parts)),
    ),
  ),
  element(
    'div',
    { class: 'preview', role: 'region', 'aria-label': TEXT.preview, tabindex: 0 },
    nothing,
    ...shown.map(({ holder }) => holder),
  ),
  element(
    'div',
    { class: 'buttons' },
    element('p', { class: 'hint' }, TEXT.howTo),
    element('button', { type: 'button', class: 'quiet', onclick: closeWindow }, TEXT.close),
    save,
    print,
  ),
);
refresh();
closeOnEscape();
focusAtStart(print.disabled ? document.querySelector('input') : print);
