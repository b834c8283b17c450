import { describe, expect, it } from '@jest/globals';
import { WorkbookModel } from '../../local/model/workbook';
import { TAB_ORDER, TABS } from '../../src/workbook/schema/tabs';
import { AWorkbook } from '../support/a-workbook';
import { aPlannedCampaign } from '../support/a-planned-campaign';
import { aCampaign, tabs } from '../support/a-campaign-by-forms';
import { COMPLETE, Desk } from '../support/an-addon';
import { MESSY_WORKBOOKS } from '../support/messy-workbooks';

interface Step {
  readonly key: string;
  readonly state: string;
  readonly title: string;
  readonly detail: string;
  readonly links: readonly { readonly kind: string; readonly label: string; readonly entryPoint?: string }[];
}
interface Sidebar {
  readonly steps: readonly Step[];
  readonly next: string | null;
  readonly failure: string;
}

const help = (desk: Desk): Sidebar => desk.runtime.call('refreshHelp') as Sidebar;
const step = ({ steps }: Sidebar, key: string): Step => {
  const found = steps.find((one) => one.key === key);
  if (found === undefined) throw new Error(`There is no step ${key}.`);
  return found;
};
const states = (sidebar: Sidebar, ...keys: readonly string[]): readonly string[] =>
  keys.map((key) => step(sidebar, key).state);
const column = (desk: Desk, tab: string, header: string): number =>
  (desk.values(tab)[0] ?? []).indexOf(header) + 1;
/** Types the same thing in a column of every session. */
const typeInPlanning = (desk: Desk, header: string, value: string): void =>
  desk
    .records('Planning')
    .forEach((_, index) => desk.set('Planning', index + 2, column(desk, 'Planning', header), value));

describe('Aide', () => {
  it('begins with the preparation on an empty spreadsheet, and changes nothing there', () => {
    const desk = new Desk();
    const before = desk.snapshot();
    const answer = desk.click('Aide');
    expect(answer.status).toBe('done');
    expect(answer.lines[answer.lines.length - 1]).toBe('Prochaine étape\u00a0: Préparer le classeur.');
    const sidebar = help(desk);
    expect(sidebar.next).toBe('prepare');
    expect(step(sidebar, 'prepare').detail).toContain('«\u00a0Salles\u00a0», «\u00a0Créneaux\u00a0»');
    expect(step(sidebar, 'prepare').links.map(({ label }) => label)).toEqual(['Préparer le classeur']);
    expect(desk.snapshot()).toEqual(before);
  });

  it('ticks itself as the campaign goes on, until the day of the sessions', () => {
    const desk = Desk.prepared();
    const prepared = help(desk);
    expect(states(prepared, 'prepare', 'rooms', 'slots', 'students', 'check')).toEqual([
      'done',
      'done',
      'todo',
      'todo',
      'todo',
    ]);
    expect(prepared.next).toBe('slots');
    expect(step(prepared, 'rooms').detail).toBe('7 salles certifiées, 274 places.');

    const filled = help(aCampaign());
    expect(states(filled, 'slots', 'students', 'availability', 'check')).toEqual([
      'done',
      'done',
      'todo',
      'done',
    ]);
    expect(filled.next).toBe('availability');

    const planned = aPlannedCampaign();
    const calculated = help(planned);
    expect(states(calculated, 'availability', 'invigilators', 'compute', 'verify')).toEqual([
      'done',
      'done',
      'done',
      'done',
    ]);
    expect(step(calculated, 'compute').detail).toBe('2 sessions, 20 placés.');
    expect(calculated.next).toBe('publish');

    planned.set('Planning', 2, column(planned, 'Planning', 'État'), 'Publiée');
    expect(step(help(planned), 'publish').detail).toBe('1 session sur 2 est publiée.');
    typeInPlanning(planned, 'État', 'Publiée');
    expect(help(planned).next).toBe('pixNumbers');
    typeInPlanning(planned, 'N° session Pix', '1234');
    expect(help(planned).next).toBe('convoke');
    typeInPlanning(planned, 'État', 'Convoquée');
    const convoked = help(planned);
    expect(convoked.next).toBe('sheets');
    expect(step(convoked, 'sheets').detail).toContain('S01, lun.\u00a011/01/2027 à 8\u00a0h\u00a030');

    const later = { ...COMPLETE, now: Date.UTC(2027, 0, 15, 8) };
    const after = new Desk(planned.workbook, later);
    expect(states(help(after), 'sheets', 'held')).toEqual(['done', 'attention']);
    typeInPlanning(after, 'État', 'Tenue');
    expect(states(help(after), 'held')).toEqual(['done']);
    expect(help(after).next).toBeNull();
  });

  it('tells what hand edits broke, whoever has no slot, and requests that wait', () => {
    const desk = aPlannedCampaign();
    desk.set('Affectations', 2, column(desk, 'Affectations', 'Session'), 'S02');
    desk.set('Disponibilités', 3, 3, 'non');
    desk.fill(
      tabs({
        tab: 'Demandes',
        rows: [
          ['Groupe', "Nombre d'étudiants", 'Site', 'Créneaux possibles', 'Statut'],
          ['Chimie', 10, 'Caen Campus 1', 'C01', 'Nouvelle'],
        ],
      }),
    );
    const sidebar = help(desk);
    expect(states(sidebar, 'verify', 'availability', 'requests')).toEqual([
      'attention',
      'attention',
      'attention',
    ]);
    expect(step(sidebar, 'availability').detail).toContain('aucun créneau possible, sur 20');
    // Somebody without a slot holds nothing up; a request that waits does.
    expect(sidebar.next).toBe('requests');
  });

  it.each([
    ['essential', {}],
    ['complete', COMPLETE],
  ])('leads to nothing that the menu of the %s edition does not have', (_, options) => {
    const desk = Desk.prepared([], options);
    const items = new Set(desk.runtime.menuItems().map(({ functionName }) => functionName));
    const links = help(desk).steps.flatMap((one) => one.links);
    const dead = links.filter(({ kind, entryPoint }) => kind === 'action' && !items.has(entryPoint ?? ''));
    expect(dead).toEqual([]);
    expect(links.filter(({ kind }) => kind === 'action').length).toBeGreaterThan(4);
  });

  it('reads messy workbooks without failing', () => {
    // One in six: reading them all is the affair of other tests.
    const some = MESSY_WORKBOOKS.filter((_, index) => index % 6 === 0);
    const failures = some.flatMap(({ what, spoil }) => {
      const sidebar = help(new Desk(modelOf(spoil(new AWorkbook()))));
      return sidebar.failure === '' && sidebar.steps.length > 10 ? [] : [`${what}: ${sidebar.failure}`];
    });
    expect(failures).toEqual([]);
  });

  it('is there when the platform fails, and says what failed', () => {
    const desk = aPlannedCampaign();
    desk.runtime.fail({ call: 'Range.getValues' });
    const sidebar = help(desk);
    expect(sidebar.steps).toEqual([]);
    expect(sidebar.failure).toMatch(/^Google Sheets ne répond pas/);
    desk.runtime.fail({
      call: 'Ui.showSidebar',
      message: 'You do not have permission to call Ui.showSidebar.',
    });
    expect(desk.click('Aide').lines.length).toBeGreaterThan(10);
  });
});

function modelOf(book: AWorkbook): WorkbookModel {
  const workbook = new WorkbookModel({ name: 'brouillon' });
  for (const key of TAB_ORDER) {
    const grid = book.grid(key);
    if (grid === null) continue;
    const sheet = workbook.addSheet(TABS[key].name);
    grid.cells.forEach((line, row) =>
      line.forEach((cell, at) => {
        if (cell !== '') sheet.set(row + 1, at + 1, typeof cell === 'object' ? cell.serial : cell);
      }),
    );
  }
  return workbook;
}
