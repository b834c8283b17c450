import { beforeAll, describe, expect, it } from '@jest/globals';
import { sampleTabs } from '../../examples/sample';
import { readWorkbook } from '../../local/xlsx/read';
import { writeWorkbook } from '../../local/xlsx/write';
import { Desk, type AddonAnswer } from '../support/an-addon';

const CHOICE = { recalculation: 'improve', priority: 'sessions' } as const;

interface Calculated {
  readonly kind: string;
  readonly plan: {
    readonly sessions: readonly { readonly seats: readonly string[] }[];
    readonly moved: readonly unknown[];
  };
  readonly fingerprint: Readonly<Record<string, string>>;
}

interface Written {
  readonly kind: string;
  readonly lines?: readonly string[];
  readonly parts?: readonly string[];
}

const calculate = (desk: Desk, choice: object = CHOICE): Calculated =>
  desk.runtime.call('calculateOnServer', [{ choice, ticket: 't1' }]) as Calculated;

const write = (desk: Desk, request: unknown): Written =>
  desk.runtime.call('writeCalculation', [request]) as Written;

const sample = (): Desk => Desk.prepared(sampleTabs);

/** What a window found for the sample: the same data give the same plan, whatever the window. */
let calculated: Calculated;
/** The sample, planned: each test opens its own copy of the file. */
let plannedFile: Uint8Array;
beforeAll(async () => {
  const desk = sample();
  calculated = calculate(desk);
  write(desk, { plan: calculated.plan, choice: CHOICE, fingerprint: calculated.fingerprint });
  plannedFile = await writeWorkbook(desk.workbook);
});
const planned = async (): Promise<Desk> => new Desk(await readWorkbook(plannedFile));

const column = (desk: Desk, tab: string, header: string): number =>
  (desk.values(tab)[0] ?? []).indexOf(header) + 1;

describe('the window of the calculation', () => {
  it('opens without writing anything, and says what its primary button amounts to', () => {
    const desk = sample();
    const before = desk.snapshot();
    expect(desk.runtime.click('Calculer le planning')).toEqual({ defaultCall: 'computePlanning' });
    expect(desk.snapshot()).toEqual(before);
  });

  it('calculates without writing, then writes what was shown, as the command line would', () => {
    const desk = sample();
    const before = desk.snapshot();
    const { kind, plan, fingerprint } = calculate(desk);
    expect(kind).toBe('calculated');
    expect(desk.snapshot()).toEqual(before);
    const answer = write(desk, { plan, choice: CHOICE, fingerprint });
    expect(answer.kind).toBe('written');
    expect(answer.lines?.[0]).toMatch(/^\d+ candidats, \d+ placés en \d+ sessions/);
    const seats = plan.sessions.flatMap((session) => session.seats);
    expect(new Set(desk.column('Affectations', 'N° étudiant'))).toEqual(new Set(seats));
  });

  it('tells how far a calculation on the server is, and nothing of one that it does not know', () => {
    const desk = sample();
    calculate(desk);
    expect(desk.runtime.call('calculationProgress', ['t1'])).toMatchObject({ phase: expect.any(String) });
    expect(desk.runtime.call('calculationProgress', ['t2'])).toBeNull();
  });

  it.each([
    ['rooms', 'Salles', 2, 5, 36],
    ['slots', 'Créneaux', 2, 3, 0.36],
    ['students', 'Étudiants', 2, 2, 'Autre'],
    ['settings', 'Paramètres', 6, 2, 1],
  ] as const)(
    'refuses to write when the %s changed, says so, and changes nothing',
    (part, tab, row, at, value) => {
      const desk = sample();
      const { plan, fingerprint } = calculated;
      desk.set(tab, row, at, value);
      const before = desk.snapshot();
      const answer = write(desk, { plan, choice: CHOICE, fingerprint });
      expect(answer.kind).toBe('changed');
      expect(answer.parts).toContain(part);
      expect(desk.snapshot()).toEqual(before);
    },
  );

  it('refuses to write when the planning itself was edited meanwhile', async () => {
    const desk = await planned();
    const { plan, fingerprint } = calculate(desk);
    desk.set('Planning', 2, column(desk, 'Planning', 'Verrouillée'), true);
    expect(write(desk, { plan, choice: CHOICE, fingerprint })).toEqual({
      kind: 'changed',
      parts: ['planning'],
    });
  });

  it('writes although a remark, which no calculation reads, was changed meanwhile', () => {
    const desk = sample();
    const { plan, fingerprint } = calculated;
    desk.set('Étudiants', 2, 6, 'autre@exemple.fr');
    expect(write(desk, { plan, choice: CHOICE, fingerprint }).kind).toBe('written');
  });

  it('writes nothing of a plan that breaks a rule, or is no plan', () => {
    const desk = sample();
    const { plan, fingerprint } = calculated;
    const before = desk.snapshot();
    const everyone = plan.sessions.flatMap((session) => session.seats);
    const crowded = {
      ...plan,
      sessions: plan.sessions.map((session, at) => ({ ...session, seats: at === 0 ? everyone : [] })),
    };
    const ghost = { ...plan, sessions: [{ ...plan.sessions[0], seats: ['=1+1'] }] };
    for (const bad of [crowded, ghost, { ...plan, sessions: 'S01' }, { ...plan, goals: [{}] }, null, 'x']) {
      const answer = write(desk, { plan: bad, choice: CHOICE, fingerprint });
      expect(answer.kind).toBe('failed');
      expect(answer.lines).toHaveLength(1);
    }
    expect(write(desk, undefined).kind).toBe('failed');
    expect(write(desk, { plan, choice: CHOICE, fingerprint: { rooms: 'x' } }).kind).toBe('failed');
    expect(desk.snapshot()).toEqual(before);
  });

  it('says what blocks instead of calculating, and writes nothing then', () => {
    const desk = sample();
    const { plan, fingerprint } = calculated;
    desk.set('Créneaux', 2, 2, 'jamais');
    expect(calculate(desk)).toMatchObject({
      kind: 'blocked',
      lines: expect.arrayContaining([expect.stringContaining('Créneaux!B2')]),
    });
    expect(write(desk, { plan, choice: CHOICE, fingerprint }).kind).toBe('blocked');
  });

  it('completes without moving anyone when asked, and improves otherwise', async () => {
    const desk = await planned();
    desk.set('Salles', 2, 5, 200);
    const kept = calculate(desk, { recalculation: 'complete', priority: 'sessions' });
    expect(kept.plan.moved).toEqual([]);
    const again = calculate(desk, { recalculation: 'restart', priority: 'sessions' });
    expect(again.plan.sessions.length).toBeLessThanOrEqual(kept.plan.sessions.length);
  });

  it('makes as many service calls to open, read and check for few rows as for many', () => {
    const calls = (rows: number): readonly number[] => {
      const desk = sample();
      const list = desk.values('Étudiants').length;
      for (let more = 0; more < rows; more += 1) {
        desk.set('Étudiants', list + 1 + more, 1, `0990${1000 + more}`);
        desk.set('Étudiants', list + 1 + more, 2, 'Nom');
        desk.set('Étudiants', list + 1 + more, 3, 'Prénom');
        desk.set('Étudiants', list + 1 + more, 10, 'Caen Campus 1');
      }
      const count = (work: () => unknown): number => {
        desk.runtime.counters.reset();
        work();
        return desk.runtime.counters.total;
      };
      return [
        count(() => desk.runtime.click('Calculer le planning')),
        count(() => desk.runtime.call('readCalculation')),
        count(() => desk.runtime.call('recheckProblems', ['data'])),
        count(() => desk.runtime.click('Vérifier le planning')),
      ];
    };
    expect(calls(400)).toEqual(calls(0));
  });
});

describe('Vérifier le planning', () => {
  const check = (desk: Desk): AddonAnswer => desk.runtime.click('Vérifier le planning') as AddonAnswer;

  it('says so when all is well, and when there is no planning yet', async () => {
    expect(check(sample()).lines.join(' ')).toContain('pas encore de planning');
    const desk = await planned();
    const before = desk.snapshot();
    const answer = check(desk);
    expect(answer.problems).toEqual([]);
    expect(answer.lines.join(' ')).toContain('respecte toutes les règles');
    expect(desk.snapshot()).toEqual(before);
  });

  it('names the cell of a person put where she cannot come', async () => {
    const desk = await planned();
    const at = column(desk, 'Affectations', 'Session');
    const rows = desk.records('Affectations');
    const sites = new Map(desk.records('Planning').map((row) => [row.Session, row.Site]));
    const first = rows[0];
    const other = [...sites].find(([, site]) => site !== first?.Site)?.[0] ?? null;
    desk.set('Affectations', 2, at, other);
    const found = check(desk).problems.filter(({ cell }) => cell === `E2`);
    expect(found.map(({ tab }) => tab)).toContain('Affectations');
    expect(found.some(({ message }) => message.includes('n’est pas le sien'))).toBe(true);
  });

  it('counts the places of a smaller room, and two sessions in one room at once', async () => {
    const desk = await planned();
    const [code, slot] = [column(desk, 'Planning', 'Code'), column(desk, 'Planning', 'Créneau')];
    const sessions = desk.records('Planning');
    const caen = sessions.flatMap((row, index) =>
      row.Site === 'Caen Campus 1' ? [{ row, at: index + 2 }] : [],
    );
    const [one, two] = caen;
    if (one === undefined || two === undefined) throw new Error('The sample opens two sessions at Caen.');
    desk.set('Planning', two.at, code, one.row.Code ?? null);
    desk.set('Planning', two.at, slot, one.row['Créneau'] ?? null);
    const told = check(desk)
      .problems.map(({ message }) => message)
      .join('\n');
    expect(told).toMatch(/Les sessions S\d+ et S\d+ occupent la salle/);
    const small = await planned();
    const large = small
      .records('Planning')
      .findIndex((row) => Number(row.Inscrits) > 18 && row.Site === 'Caen Campus 1');
    small.set('Planning', large + 2, code, 'SC S37');
    expect(
      check(small)
        .problems.map(({ message }) => message)
        .join('\n'),
    ).toMatch(/inscrits pour 18 places/);
  });
});
