import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sampleTabs } from '../../examples/sample';
import { type TypedTab, fillTabs } from '../../local/cli/fill-tabs';
import { readWorkbook } from '../../local/xlsx/read';
import { writeWorkbook } from '../../local/xlsx/write';
import { aPlannedCampaign } from '../support/a-planned-campaign';
import { Desk, type Value } from '../support/an-addon';

interface Repair {
  readonly cancelled: readonly string[];
  readonly added: readonly { readonly slot: string; readonly room: string }[];
  readonly moves: readonly { readonly candidate: string; readonly to: unknown; readonly why: string }[];
  readonly plan: object;
}

interface Found {
  readonly kind: string;
  readonly lines?: readonly string[];
  readonly repairs: readonly Repair[];
  readonly fingerprint: Readonly<Record<string, string>>;
}

interface Told {
  readonly kind: string;
  readonly lines: readonly string[];
  readonly parts?: readonly string[];
}

const ITEM = 'Traiter un imprévu';

// A slow machine searches for a while.
jest.setTimeout(60_000);

/** The sample, planned once: each test opens its own copy of the file. */
let file: Uint8Array;
/** What mends the loss of a room: the same data give the same repairs. */
let lost: Found;
beforeAll(async () => {
  const desk = Desk.prepared(sampleTabs);
  desk.click('Calculer le planning');
  file = await writeWorkbook(desk.workbook);
  lost = find(await planned(), LOST);
}, 60_000);

const planned = async (): Promise<Desk> => new Desk(await readWorkbook(file));

const find = (desk: Desk, change: object): Found => desk.runtime.call('repairOnServer', [change]) as Found;

const send = (desk: Desk, request: unknown): Told => desk.runtime.call('applyRepair', [request]) as Told;

/** Applies the best repair. */
function mend(desk: Desk, change: object, found = find(desk, change)): Told & { readonly repair: Repair } {
  const { repairs, fingerprint } = found;
  const [repair] = repairs;
  if (repair === undefined) throw new Error('no repair');
  const { cancelled, plan } = repair;
  return { ...send(desk, { change, cancelled, plan, fingerprint }), repair };
}

const session = (desk: Desk, number: string): Readonly<Record<string, Value>> =>
  desk.records('Planning').find((row) => row.Session === number) ?? {};

/** A cell of a matrix: the row that begins so, the column of the slot. */
function mark(desk: Desk, tab: string, name: string, slot: string): Value {
  const [headers = [], ...rows] = desk.values(tab);
  const column = headers.findIndex((header) => String(header).startsWith(`${slot} `));
  return rows.find((row) => row[0] === name)?.[column] ?? null;
}

/** The planning respects the tabs as they are now, and nothing is left to mend. */
function expectAgreement(desk: Desk): void {
  expect(desk.click('Vérifier le planning').problems).toEqual([]);
  expect(find(desk, { kind: 'tabsCorrected' }).repairs.map(({ moves }) => moves.length)).toEqual([0]);
}

const LOST = { kind: 'roomLost', room: 'DR S04', slots: ['C05'] } as const;

describe('Traiter un imprévu', () => {
  it('says by default what there is to choose, and writes nothing', async () => {
    const empty = Desk.prepared(sampleTabs);
    expect(empty.click(ITEM).lines.join(' ')).toContain('pas encore de planning');
    const desk = await planned();
    const before = desk.snapshot();
    const { status, lines } = desk.click(ITEM);
    expect(status).toBe('done');
    expect(lines.join(' ')).toContain('rien à réparer');
    expect(lines.join(' ')).toContain('dites dans cette fenêtre ce qui s’est passé');
    expect(desk.snapshot()).toEqual(before);
  });

  it('mends the loss of a room, cancels its session and notes where it is not free', async () => {
    const desk = await planned();
    const before = session(desk, 'S03');
    expect([before['Créneau'], before.Code]).toEqual(['C05', 'DR S04']);
    const seatedBefore = new Map(
      desk.records('Affectations').map((row) => [row['N° étudiant'], row.Session]),
    );
    const { kind, lines, repair } = mend(desk, LOST, lost);
    expect(kind).toBe('written');
    expect(lines[0]).toMatch(/^Le planning réparé compte \d+ sessions/);
    expect(session(desk, 'S03')).toMatchObject({ État: 'Annulée', Inscrits: 0 });
    expect(mark(desk, 'Disponibilités salles', 'DR S04', 'C05')).toBe('non');
    expect(mark(desk, 'Disponibilités salles', 'DR S04', 'C06')).toBe('oui');
    // Only those of the lost session have moved.
    const moved = new Set(repair.moves.map(({ candidate }) => candidate));
    for (const row of desk.records('Affectations')) {
      const was = seatedBefore.get(row['N° étudiant'] ?? null);
      if (was === 'S03') expect(moved.has(String(row['N° étudiant']))).toBe(true);
      else expect(row.Session).toBe(was);
    }
    expectAgreement(desk);
    const again = desk.runtime.call('calculateOnServer', [
      { choice: { recalculation: 'complete', priority: 'sessions' }, ticket: 't' },
    ]) as { readonly plan: { readonly moved: readonly unknown[] } };
    expect(again.plan.moved).toEqual([]);
  });

  it('mends the absence of an invigilator, and notes it', async () => {
    const desk = await planned();
    const name = 'Hélène Marchand';
    const watched = desk.records('Planning').filter((row) => row.Surveillants === name);
    const [first] = watched;
    const slot = String(first?.['Créneau']);
    const { kind, repair } = mend(desk, { kind: 'invigilatorMissing', invigilator: name, slots: [slot] });
    expect(kind).toBe('written');
    expect(repair.moves).toEqual([]);
    expect(session(desk, String(first?.Session)).Surveillants).toBe('Karim Bouzid');
    expect(mark(desk, 'Surveillants', name, slot)).toBe('non');
    expectAgreement(desk);
  });

  it('mends the absence of candidates: of their own row the slot, of their group a row of their own', async () => {
    const desk = await planned();
    const rows = desk.records('Affectations').filter((row) => row.Session === 'S04');
    const answered = new Set(desk.values('Disponibilités').map(([who]) => who));
    const own = rows.find((row) => answered.has(row['N° étudiant'] ?? null));
    const others = rows.filter((row) => !answered.has(row['N° étudiant'] ?? null)).slice(0, 3);
    const candidates = [...(own ? [own] : []), ...others].map((row) => String(row['N° étudiant']));
    const slot = String(rows[0]?.['Créneau']);
    const { kind } = mend(desk, { kind: 'candidatesAway', candidates, slots: [slot] });
    expect(kind).toBe('written');
    for (const id of candidates) expect(mark(desk, 'Disponibilités', id, slot)).toBe('non');
    for (const row of desk.records('Affectations'))
      if (candidates.includes(String(row['N° étudiant']))) expect(row['Créneau']).not.toBe(slot);
    expectAgreement(desk);
  });

  it('knows what was already corrected in the tabs', async () => {
    const desk = await planned();
    const [headers = []] = desk.values('Disponibilités salles');
    desk.set(
      'Disponibilités salles',
      3,
      headers.findIndex((text) => String(text).startsWith('C05 ')) + 1,
      'non',
    );
    expect(desk.click(ITEM).lines.join(' ')).toContain('80 personnes ont une place que les onglets');
    const { kind, lines } = mend(desk, { kind: 'tabsCorrected' });
    expect(kind).toBe('written');
    expect(lines.join(' ')).not.toContain('imprévu est noté');
    expect(session(desk, 'S03')).toMatchObject({ État: 'Annulée' });
    expectAgreement(desk);
  });

  it('refuses to apply what was found for other data, and changes nothing', async () => {
    const desk = await planned();
    const { repairs, fingerprint } = lost;
    const request = { change: LOST, cancelled: repairs[0]?.cancelled, plan: repairs[0]?.plan, fingerprint };
    desk.set('Salles', 2, 5, 36);
    const before = desk.snapshot();
    expect(send(desk, request)).toMatchObject({ kind: 'changed', parts: expect.arrayContaining(['rooms']) });
    expect(desk.snapshot()).toEqual(before);
  });

  it('writes nothing of a repair that breaks a rule, or is none', async () => {
    const desk = await planned();
    const { repairs, fingerprint } = lost;
    const [repair] = repairs;
    const before = desk.snapshot();
    const good = { change: LOST, cancelled: repair?.cancelled, plan: repair?.plan, fingerprint };
    for (const bad of [
      null,
      'x',
      { ...good, change: { kind: 'fire' } },
      { ...good, change: { ...LOST, slots: [] } },
      { ...good, cancelled: [7] },
      { ...good, plan: { sessions: 'S01' } },
      { ...good, fingerprint: {} },
      // A plan of another change.
      { ...good, change: { kind: 'sessionCancelled', session: 'S05' }, cancelled: [] },
      { ...good, cancelled: ['S04'] },
    ])
      expect(send(desk, bad).kind).toBe('failed');
    expect(find(desk, { kind: 'fire' }).kind).toBe('failed');
    expect(desk.snapshot()).toEqual(before);
  });

  it('mends the planning even when the tab cannot be changed, and says what to note', async () => {
    const desk = await planned();
    desk.runtime.fail({ call: 'RangeList.setValue', at: 1, message: 'This cell is protected.' });
    const { kind, lines } = mend(desk, LOST, lost);
    expect(kind).toBe('written');
    expect(lines.join(' ')).toContain('n’a pas pu être noté');
    expect(session(desk, 'S03')).toMatchObject({ État: 'Annulée' });
  });

  it('puts the planning back as it was when writing fails midway', async () => {
    const desk = await planned();
    const before = desk.values('Planning');
    desk.runtime.fail({ call: 'Range.setValues', at: 4, message: 'Service error' });
    expect(mend(desk, LOST, lost).kind).toBe('failed');
    expect(desk.values('Planning')).toEqual(before);
    expect(mark(desk, 'Disponibilités salles', 'DR S04', 'C05')).toBe('oui');
  });

  it('notes lists where slots are listed, and gives a room that had no row one of its own', async () => {
    const desk = await planned();
    const lists: readonly TypedTab[] = [
      {
        tab: 'Disponibilités salles',
        rows: [
          ['Code', 'Créneaux possibles', 'Divers'],
          ['DR S04', 'C03, C05, C06, C08, C11', 'au 2e étage'],
        ],
      },
    ];
    fillTabs(desk.workbook, lists, 2026);
    const [lost] = desk.records('Planning').filter((row) => row.Code === 'DR S04');
    const slot = String(lost?.['Créneau']);
    expect(mend(desk, { kind: 'roomLost', room: 'DR S04', slots: [slot] }).kind).toBe('written');
    const row = desk.values('Disponibilités salles').find(([code]) => code === 'DR S04');
    expect(String(row?.[1])).not.toContain(slot);
    expect(row?.[2]).toBe('au 2e étage');
    expectAgreement(desk);
    const { lines } = mend(desk, { kind: 'roomLost', room: 'B100', slots: ['C12'] });
    expect(lines.join(' ')).toContain('avec 1 ligne de plus');
    const added = desk.values('Disponibilités salles').find(([code]) => code === 'B100');
    expect(String(added?.[1])).toContain('C03');
    expect(String(added?.[1])).not.toContain('C12');
  });

  it('mends what corrections made impossible for those who were convoked, though a calculation is refused', () => {
    const desk = aPlannedCampaign();
    const [headers = []] = desk.values('Planning');
    const state = headers.indexOf('État') + 1;
    desk.records('Planning').forEach((_, row) => desk.set('Planning', row + 2, state, 'Convoquée'));
    const [slot] = desk.column('Planning', 'Créneau');
    const [names = []] = desk.values('Surveillants');
    desk.set('Surveillants', 2, names.indexOf(slot ?? null) + 1, 'non');
    const refused = desk.click('Calculer le planning');
    expect(refused.status).toBe('blocked');
    expect(refused.problems.map(({ message }) => message).join(' ')).toContain('aucun surveillant');
    expect(desk.click(ITEM).lines.join(' ')).toContain('une place que les onglets n’autorisent plus');
    const { kind, repair } = mend(desk, { kind: 'tabsCorrected' });
    expect(kind).toBe('written');
    expect(repair.cancelled).toHaveLength(1);
    expect(desk.column('Planning', 'État')).toContain('Annulée');
    expect(desk.click('Calculer le planning').status).toBe('done');
  });

  it('leaves a correction to send to those who were convoked, and to nobody else', () => {
    const desk = aPlannedCampaign();
    desk.runtime.click('Préparer les convocations');
    desk.runtime.call('sendEveryMessage');
    const rows = desk.records('Planning');
    const last = rows[rows.length - 1];
    expect(last?.État).toBe('Convoquée');
    const people = Number(last?.Inscrits);
    const { kind, repair } = mend(desk, {
      kind: 'roomLost',
      room: last?.Code,
      slots: [last?.['Créneau']],
    });
    expect(kind).toBe('written');
    expect(repair.moves).toHaveLength(people);
    desk.runtime.click('Préparer les convocations');
    const due = desk.records('Messages').filter((row) => row.État === 'À envoyer');
    const told = due.filter((row) => row.Type !== 'Surveillance').map((row) => [row.Pour, row.Type]);
    const changed = repair.moves.map(({ candidate, to }) => [
      candidate,
      to === null ? 'Annulation' : 'Correction',
    ]);
    expect(new Map(told as [string, string][])).toEqual(new Map(changed as [string, string][]));
  });
});
