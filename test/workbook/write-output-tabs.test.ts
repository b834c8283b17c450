import { describe, expect, it } from '@jest/globals';
import type { Campaign } from '../../src/domain/campaign';
import type { Cell, Grid } from '../../src/domain/grid';
import type { Plan } from '../../src/domain/plan';
import { TABS } from '../../src/workbook/schema/tabs';
import { type CellExtras, keepTable } from '../../src/workbook/write/kept-table';
import { type Before, type OutputNames, outputTabs } from '../../src/workbook/write/output-tabs';
import type { TabContent } from '../../src/workbook/write/tab-content';
import { aPlan, aSession } from '../support/a-plan';
import {
  aCampaign,
  aCandidate,
  aRequest,
  aRoom,
  aSlot,
  anExistingSession,
  anInvigilator,
} from '../support/builders';

const NAMES: OutputNames = {
  planning: 'Planning',
  assignments: 'Affectations',
  anonymousSeats: 'Places sans nom',
  unseated: 'Non placés',
  summary: 'Synthèse',
  problems: 'À corriger',
};

const NOTHING: Before = { planning: null, assignments: null, highestNumber: 0, invigilators: null };

function write(campaign: Campaign, plan: Plan, before: Partial<Before> = {}) {
  const written = outputTabs(campaign, plan, { ...NOTHING, ...before }, [], [], NAMES);
  const tab = (name: string): TabContent => {
    const found = written.tabs.find((content) => content.tab === name);
    if (found === undefined) throw new Error(`no tab ${name}`);
    return found;
  };
  return { ...written, tab };
}

/** One object per row, by header. */
function records(content: TabContent): readonly Readonly<Record<string, Cell>>[] {
  const [headers = [], ...rows] = content.rows;
  return rows.map((row) => {
    const record: Record<string, Cell> = {};
    headers.forEach((header, column) => (record[header as string] = row[column] ?? ''));
    return record;
  });
}

const column = (content: TabContent, header: string): readonly Cell[] =>
  records(content).map((record) => record[header] ?? '');

const grid = (tab: string, cells: readonly (readonly Cell[])[]): Grid => ({ tab, cells, shown: null });

function keptPlanning(cells: readonly (readonly Cell[])[], extras: CellExtras | null = null) {
  return keepTable(grid('Planning', cells), TABS.planning, 'session', () => extras);
}

const twoRooms = { rooms: [aRoom('R1', 10), aRoom('R2', 4)] };
const slots = [aSlot('C02', { on: 12 }), aSlot('C01', { on: 11 })];

describe('Planning', () => {
  const campaign = aCampaign({
    ...twoRooms,
    slots,
    candidates: [
      aCandidate('1', ['C01'], { group: 'L2' }),
      aCandidate('2', ['C02'], { group: 'L1' }),
      aCandidate('3', ['C01'], { group: 'L1' }),
    ],
    requests: [aRequest('L3', 2, ['C01'])],
  });
  const plan = aPlan(campaign, [
    aSession(campaign, 'C01/R2', ['1', '3'], { anonymous: [['L3', 2]] }),
    aSession(campaign, 'C02/R1', ['2']),
  ]);

  it('has one row per session, in order of date, numbered from S01, with real dates, times and shares', () => {
    const { tab } = write(campaign, plan);
    expect(records(tab('Planning'))).toEqual([
      {
        Session: 'S01',
        État: 'Brouillon',
        Créneau: 'C01',
        Date: { serial: 46398 },
        Début: { serial: 480 / 1440 },
        Fin: { serial: 600 / 1440 },
        Site: 'Caen',
        Bâtiment: '',
        Salle: 'R2',
        Code: 'R2',
        Places: 4,
        Inscrits: 4,
        'Places libres': 0,
        Remplissage: 1,
        Groupes: 'L1; L2; L3',
        Surveillants: '',
        'N° session Pix': '',
        Verrouillée: false,
        Remarques: '',
      },
      expect.objectContaining({ Session: 'S02', Créneau: 'C02', Inscrits: 1, Remplissage: 0.1 }),
    ]);
    const formats = new Map(
      tab('Planning').rows[0]?.map((header, at) => [header, tab('Planning').columns[at]?.format]),
    );
    expect(formats.get('Date')).toBe('ddd dd/mm/yyyy');
    expect(formats.get('Début')).toBe('hh:mm');
    expect(formats.get('Remplissage')).toBe('0%_)');
    expect(formats.get('Code')).toBe('@');
    expect(formats.get('Groupes')).toBe('@');
  });

  it('writes the seats without a name beside, and counts them', () => {
    const { tab, figures } = write(campaign, plan);
    expect(records(tab('Places sans nom'))).toEqual([
      expect.objectContaining({ Groupe: 'L3', Session: 'S01', Créneau: 'C01', Code: 'R2', Places: 2 }),
    ]);
    expect(figures).toMatchObject({ candidates: 3, seated: 3, unseated: 0, anonymousSeats: 2, sessions: 2 });
  });
});

describe('session numbers', () => {
  const base = {
    ...twoRooms,
    slots,
    candidates: [aCandidate('1', ['C01', 'C02']), aCandidate('2', ['C01', 'C02'])],
  };

  it('stay with slot and room, and a new session takes the next one even when it comes first', () => {
    const campaign = aCampaign({ ...base, existing: [anExistingSession('S04', 'C02', 'R1', ['1'])] });
    const plan = aPlan(campaign, [aSession(campaign, 'C01/R1', ['2']), aSession(campaign, 'C02/R1', ['1'])]);
    expect(column(write(campaign, plan).tab('Planning'), 'Session')).toEqual(['S05', 'S04']);
  });

  it('are never given twice, not even those of sessions that are gone', () => {
    const campaign = aCampaign(base);
    const plan = aPlan(campaign, [aSession(campaign, 'C01/R1', ['1', '2'])]);
    expect(write(campaign, plan, { highestNumber: 12 }).highestNumber).toBe(13);
    const kept = keptPlanning([
      ['Session', 'Créneau', 'Code'],
      ['S20', 'C99', 'R9'],
    ]);
    expect(column(write(campaign, plan, { planning: kept }).tab('Planning'), 'Session')).toEqual(['S21']);
  });

  it('of a cancelled session stay on a row without anybody', () => {
    const campaign = aCampaign({
      ...base,
      existing: [anExistingSession('S01', 'C01', 'R1', ['1'], { state: 'cancelled' })],
    });
    const plan = aPlan(campaign, [aSession(campaign, 'C02/R1', ['1', '2'])]);
    const { tab, figures } = write(campaign, plan);
    expect(records(tab('Planning'))).toEqual([
      expect.objectContaining({ Session: 'S01', État: 'Annulée', Inscrits: 0, 'Places libres': 10 }),
      expect.objectContaining({ Session: 'S02', État: 'Brouillon', Inscrits: 2 }),
    ]);
    expect(figures.sessions).toBe(1);
  });
});

describe('what staff added', () => {
  const campaign = aCampaign({
    ...twoRooms,
    slots,
    candidates: [aCandidate('1', ['C01', 'C02']), aCandidate('02', ['C01', 'C02'])],
    existing: [
      anExistingSession('S01', 'C02', 'R1', ['1'], { state: 'published', locked: true, lockedSeats: ['1'] }),
      anExistingSession('S02', 'C01', 'R2', ['02']),
    ],
  });
  const plan = aPlan(campaign, [aSession(campaign, 'C01/R2', ['02']), aSession(campaign, 'C02/R1', ['1'])]);

  it('follows its session, with its place among the columns', () => {
    const kept = keptPlanning([
      ['Clé', 'Session', 'Créneau', 'Code', 'N° session Pix', 'Remarques', 'Surveillants'],
      ['A', 'S01', 'C02', 'R1', '0123', 'Prévoir la clé', 'Mme Durand'],
      [7, 's02', 'C01', 'R2', '', { serial: 46398 }, ''],
    ]);
    const planning = write(campaign, plan, { planning: kept }).tab('Planning');
    expect(planning.rows[0]?.slice(0, 3)).toEqual(['Clé', 'Session', 'Créneau']);
    expect(records(planning)).toEqual([
      expect.objectContaining({ Session: 'S02', Clé: 7, Remarques: { serial: 46398 }, Surveillants: '' }),
      expect.objectContaining({
        Session: 'S01',
        Clé: 'A',
        'N° session Pix': '0123',
        Remarques: 'Prévoir la clé',
        Surveillants: 'Mme Durand',
        État: 'Publiée',
        Verrouillée: true,
      }),
    ]);
  });

  it('follows its candidate, whatever the zeros', () => {
    const kept = keepTable(
      grid('Affectations', [
        ['N° étudiant', 'Session', 'Verrouillée', 'Pièce vue'],
        ['1', 'S01', true, 'oui'],
        ['02', 'S02', false, '=1+1'],
      ]),
      TABS.assignments,
      'id',
      () => null,
    );
    const assignments = write(campaign, plan, { assignments: kept }).tab('Affectations');
    expect(records(assignments)).toEqual([
      expect.objectContaining({ 'N° étudiant': '02', 'Pièce vue': '=1+1', Verrouillée: false }),
      expect.objectContaining({ 'N° étudiant': '1', 'Pièce vue': 'oui', Verrouillée: true }),
    ]);
    const at = assignments.rows[0]?.indexOf('Pièce vue') ?? -1;
    expect(assignments.columns[at]?.format).toEqual(['@', 'General']);
  });

  it('keeps formulas, which follow their row, notes and formats', () => {
    const blank = ['', '', '', ''];
    const kept = keptPlanning(
      [
        ['Session', 'Créneau', 'Code', 'Double'],
        ['S01', 'C02', 'R1', 4],
        ['S02', 'C01', 'R2', 2],
      ],
      {
        formats: [blank, ['@', '@', '@', '0.0'], ['@', '@', '@', '0']],
        notes: [['', '', '', 'Deux fois'], ['', '', '', 'vu'], blank],
        formulas: [blank, ['', '', '', '=L2*2+$A$1'], ['', '', '', '=L3*2']],
      },
    );
    const planning = write(campaign, plan, { planning: kept }).tab('Planning');
    expect(planning.formulas).toEqual([
      { row: 1, column: 3, formula: '=L2*2' },
      { row: 2, column: 3, formula: '=L3*2+$A$1' },
    ]);
    expect(planning.notes).toEqual([{ row: 2, column: 3, note: 'vu' }]);
    expect(planning.columns[3]).toMatchObject({ note: 'Deux fois', format: ['0', '0.0'] });
  });
});

describe('Surveillants', () => {
  const base = { ...twoRooms, slots, candidates: [aCandidate('1', ['C01'])] };
  const kept = (text: string) =>
    keptPlanning([
      ['Session', 'Créneau', 'Code', 'Surveillants'],
      ['S01', 'C01', 'R1', text],
    ]);
  const written = (before: Partial<Before>): Cell | undefined => {
    const campaign = aCampaign({
      ...base,
      invigilators: [anInvigilator('Ada', ['C01']), anInvigilator('Bob', ['C01'])],
      existing: [anExistingSession('S01', 'C01', 'R1', ['1'])],
    });
    const plan = aPlan(campaign, [aSession(campaign, 'C01/R1', ['1'], { invigilators: ['Ada'] })]);
    return column(write(campaign, plan, before).tab('Planning'), 'Surveillants')[0];
  };

  it('are those of the plan', () => {
    expect(written({})).toBe('Ada');
    expect(written({ planning: kept('Bob'), invigilators: { S01: 'Bob' } })).toBe('Ada');
  });

  it('stay when staff typed them', () => {
    expect(written({ planning: kept('Bob'), invigilators: { S01: 'Ada' } })).toBe('Bob');
    expect(written({ planning: kept('Zoé, du service'), invigilators: null })).toBe('Zoé, du service');
    expect(written({ planning: kept('Bob'), invigilators: null })).toBe('Bob');
    expect(written({ planning: kept('Bob'), invigilators: {} })).toBe('Bob');
  });
});

describe('Non placés', () => {
  it('says why and what to do, in alphabetical order', () => {
    const campaign = aCampaign({
      ...twoRooms,
      slots,
      candidates: [aCandidate('9', []), aCandidate('1', ['C01'], { sites: ['Vire', 'Caen'] })],
    });
    const plan = aPlan(campaign, []);
    const rows = records(write(campaign, plan).tab('Non placés'));
    expect(rows.map((row) => [row['N° étudiant'], row.Site])).toEqual([
      ['1', 'Vire; Caen'],
      ['9', 'Caen'],
    ]);
    expect(rows[1]?.Motif).toBe('Aucune disponibilité connue, ni pour cette personne ni pour son groupe.');
    expect(rows.every((row) => (row['Que faire'] as string).length > 20)).toBe(true);
  });
});

describe('Synthèse', () => {
  it('adds up, per site and per day, with charts over its own rows', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 10), aRoom('A1', 5, { site: 'Alençon' })],
      slots,
      candidates: [
        aCandidate('1', ['C01'], { extraTime: 1 / 3 }),
        aCandidate('2', ['C02']),
        aCandidate('3', ['C02'], { sites: ['Alençon'] }),
      ],
    });
    const plan = aPlan(campaign, [
      aSession(campaign, 'C01/R1', ['1']),
      aSession(campaign, 'C02/R1', ['2']),
      aSession(campaign, 'C02/A1', ['3']),
    ]);
    const summary = write(campaign, plan).tab('Synthèse');
    const figure = (label: string) => summary.rows.find(([first]) => first === label)?.slice(1);
    expect(figure('Candidats')?.[0]).toBe(3);
    expect(figure('Sessions')?.slice(0, 2)).toEqual([3, 'Minimum prouvé.']);
    expect(figure('Candidats placés avec temps majoré')?.[0]).toBe(1);
    expect(figure('Caen')).toEqual([2, 2, 20, 18, 0.1]);
    expect(figure('Alençon')).toEqual([1, 1, 5, 4, 0.2]);
    const titles = summary.charts?.map((chart) => chart.title.replace(/\u00a0/g, ' '));
    expect(titles).toEqual([
      'Mardi 12 janvier reçoit les deux tiers des inscrits',
      'Aucune session remplie à 90 % ou plus ; S01 l’est à 10 %',
      'De 10 % (Caen) à 20 % (Alençon) de remplissage selon le site',
    ]);
    const tables = summary.charts?.map((chart) => {
      const cells = (row: number) => [0, ...chart.values].map((column) => summary.rows[row]?.[column]);
      return [cells(chart.firstRow), cells(chart.lastRow)];
    });
    expect(tables).toEqual([
      [
        ['Inscrits par jour et par site', 'Caen', 'Alençon'],
        [{ serial: 46399 }, 1, 1],
      ],
      [
        ['Par session', 'Inscrits', 'Places libres'],
        ['S03, 12/01, R1', 1, 9],
      ],
      [
        ['Par site', 'Inscrits', 'Places'],
        ['Alençon', 1, 5],
      ],
    ]);
    // What the charts show is in words too.
    const sentences = summary.rows.map(([first]) =>
      typeof first === 'string' ? first.replace(/\u00a0/g, ' ') : '',
    );
    for (const title of titles ?? []) expect(sentences).toContain(`${title}.`);
    const stacked = summary.charts?.map((chart) => chart.row + Math.ceil(chart.height / 21));
    expect(summary.charts?.slice(1).every((chart, index) => chart.row > (stacked?.[index] ?? 0))).toBe(true);
  });

  it('counts by day alone where there is one site, and puts the smallest of many sites together', () => {
    const sites = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const campaign = aCampaign({
      rooms: sites.map((site) => aRoom(`R${site}`, 10, { site })),
      slots,
      candidates: sites.map((site, index) => aCandidate(String(index), ['C01'], { sites: [site] })),
    });
    const plan = aPlan(
      campaign,
      sites.map((site, index) => aSession(campaign, `C01/R${site}`, [String(index)])),
    );
    const many = write(campaign, plan).tab('Synthèse');
    const [chart] = many.charts ?? [];
    expect(many.rows[chart?.firstRow ?? 0]).toEqual([
      'Inscrits par jour et par site',
      'A',
      'B',
      'C',
      'D',
      'Autres sites',
    ]);
    expect(many.rows[chart?.lastRow ?? 0]?.slice(1)).toEqual([1, 1, 1, 1, 3]);
    expect(chart?.title).toBe('Tous les inscrits viennent le lundi 11 janvier');
    const alone = aCampaign({ ...twoRooms, slots, candidates: [aCandidate('1', ['C01'])] });
    const one = write(alone, aPlan(alone, [aSession(alone, 'C01/R1', ['1'])])).tab('Synthèse');
    expect(one.rows[one.charts?.[0]?.firstRow ?? 0]?.[0]).toBe('Par jour');
    expect(one.charts?.[0]?.values).toEqual([2]);
    const none = aCampaign({ ...twoRooms, slots, candidates: [] });
    expect(write(none, aPlan(none, [])).tab('Synthèse').charts).toEqual([]);
  });
});
