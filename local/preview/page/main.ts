import { localAddresses } from '../around/local-addresses';
import type { CellEdit, PreviewEvent, WorkbookView } from '../protocol';
import type { CellPlace, Target } from './address';
import { byId } from './element';
import { GridControl } from './grid-control';
import { GridView } from './grid-view';
import { MenuBar } from './menu-bar';
import { QuestionWindow } from './question-window';
import { ScriptFrames } from './script-frames';
import { ask, listen } from './server-link';
import { TabBar } from './tab-bar';
import { showToast } from './toasts';

const scroll = byId('scroll', HTMLElement);
const table = byId('grid', HTMLTableElement);
const panel = byId('panel', HTMLElement);
const busy = byId('busy', HTMLElement);
const toasts = byId('toasts', HTMLElement);
const file = byId('file', HTMLInputElement);

let workbook: WorkbookView | null = null;
/** The tab that was asked for, and the one whose cells are on the screen: edits are meant for the second. */
let wantedTab = -1;
let drawnTab = -1;
let wantedPlace: CellPlace | null = null;
let turns = 0;
/** The cell where each tab was left. */
const places = new Map<number, CellPlace>();

const view = new GridView(scroll, table, byId('charts', HTMLElement), () => control.refresh());
const control = new GridControl(view, scroll, table, {
  edit: (edits) => attempt(edit(edits)),
  follow: (target) => follow(target),
  openMenu: () => menus.openFirst(),
});
const menus = new MenuBar(
  byId('menubar', HTMLElement),
  (item) => attempt(ask('run', item)),
  () => control.focus(),
);
const tabs = new TabBar(byId('tabs', HTMLElement), byId('all-tabs', HTMLSelectElement), (id, focusGrid) => {
  attempt(chooseTab(id));
  if (focusGrid) control.focus();
});
const questions = new QuestionWindow(byId('question', HTMLDialogElement), (answer) => {
  attempt(ask('answer', answer));
  control.focus();
});
const frames = new ScriptFrames(() => control.focus());

function failed(message: string): void {
  showToast(toasts, { title: 'Une action n’a pas abouti', message, seconds: 12, failed: true });
}

/** Runs something to its end; what fails is shown. */
function attempt(work: Promise<unknown>): void {
  work.catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)));
}

async function edit(edits: readonly CellEdit[]): Promise<void> {
  const { refused } = await ask('edit', { sheet: drawnTab, edits });
  if (refused !== null) failed(refused);
}

async function chooseTab(id: number, place?: CellPlace): Promise<void> {
  await ask('activate', { sheet: id });
  if (workbook) await showTab({ ...workbook, active: id }, place);
}

/**
 * Shows a tab, or shows it again after a change. Changes arrive while a layout is awaited: only the last one asked for
 * is drawn, at the place that the first wanted.
 */
async function showTab(next: WorkbookView, place?: CellPlace): Promise<void> {
  const other = next.active !== wantedTab;
  if (other && drawnTab === wantedTab) places.set(drawnTab, control.active);
  if (place) wantedPlace = place;
  else if (other) wantedPlace = places.get(next.active) ?? { row: 1, column: 1 };
  const turn = ++turns;
  workbook = next;
  wantedTab = next.active;
  tabs.show(next.tabs, next.active);
  const layout = await ask('layout', { sheet: next.active }).catch((error: unknown) => {
    if (turn === turns) wantedTab = drawnTab;
    throw error;
  });
  if (turn !== turns) return;
  view.show(layout, drawnTab === layout.id);
  drawnTab = layout.id;
  panel.setAttribute('aria-labelledby', `tab-${layout.id}`);
  table.setAttribute('aria-label', next.tabs.find(({ id }) => id === layout.id)?.name ?? 'Feuille');
  if (!wantedPlace) return;
  control.goTo({
    row: Math.min(wantedPlace.row, layout.rows),
    column: Math.min(wantedPlace.column, layout.columns),
  });
  wantedPlace = null;
}

function follow(target: Target): void {
  if (target.kind === 'page') {
    open(localAddresses(target.url, `${location.origin}/`), '_blank', 'noopener');
    return;
  }
  const { sheet, place } = target;
  const tab = workbook?.tabs.find(({ id, name }) =>
    typeof sheet === 'number' ? id === sheet : name === sheet,
  );
  if (tab) attempt(chooseTab(tab.id, place));
  else failed('L’onglet de ce lien n’existe plus.');
}

function showWorkbook(next: WorkbookView): void {
  document.title = `${next.title} – PixOrga`;
  byId('title', HTMLElement).textContent = next.title;
  byId('around', HTMLElement).textContent = aroundLabel(next.messages);
  if (JSON.stringify(workbook?.menus) !== JSON.stringify(next.menus) || workbook === null)
    menus.show(next.menus);
  attempt(showTab(next));
}

const aroundLabel = (messages: number): string =>
  `Autour du classeur${messages === 0 ? '' : messages === 1 ? ' (1 message)' : ` (${messages} messages)`}`;

function hear(event: PreviewEvent): void {
  switch (event.kind) {
    case 'changed':
      showWorkbook(event.workbook);
      return;
    case 'busy':
      busy.textContent = event.label === null ? '' : `« ${event.label} » est en cours…`;
      return;
    case 'toast':
      showToast(toasts, { ...event, failed: false });
      return;
    case 'failure':
      failed(event.message);
      return;
    case 'question':
      questions.show(event.question);
      return;
    case 'frame':
      frames.show(event.place, event.frame);
      return;
    default:
      event satisfies never;
  }
}

async function start(): Promise<void> {
  // First, so that a key or a window that comes while the rest is awaited keeps the focus it takes.
  control.focus();
  showWorkbook(await ask('workbook', {}));
  for (const event of await ask('resume', {})) hear(event);
}

async function openFile(chosen: File): Promise<void> {
  const base64 = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : ''),
    );
    reader.addEventListener('error', () =>
      reject(new Error(`Le fichier « ${chosen.name} » ne peut pas être lu.`)),
    );
    reader.readAsDataURL(chosen);
  });
  const { refused } = await ask('open', { name: chosen.name, base64 });
  if (refused !== null) failed(refused);
  else {
    places.clear();
    wantedTab = -1;
    drawnTab = -1;
    showWorkbook(await ask('workbook', {}));
  }
}

byId('open', HTMLButtonElement).addEventListener('click', () => file.click());
file.addEventListener('change', () => {
  const [chosen] = file.files ?? [];
  if (chosen) attempt(openFile(chosen));
  file.value = '';
});

let heardOnce = false;
listen(hear, (connected) => {
  document.body.classList.toggle('lost', !connected);
  if (connected) {
    if (heardOnce) attempt(start());
    heardOnce = true;
  } else busy.textContent = 'L’aperçu est arrêté : relancez « npm start ».';
});
attempt(start());
