import { describe, expect, it } from '@jest/globals';
import { sampleTabs } from '../../examples/sample';
import { Desk, type Value } from '../support/an-addon';

const OUTPUTS = ['Planning', 'Affectations', 'Places sans nom', 'Non placés', 'Synthèse'];

const outputsOf = (desk: Desk) => OUTPUTS.map((tab) => desk.values(tab));

/** A campaign of one room a day that takes a few milliseconds. */
function small(options: ConstructorParameters<typeof Desk>[1] = {}, students = 30): Desk {
  const list = Array.from({ length: students }, (_, index) => [
    `0${2200000 + index}`,
    `Nom${index}`,
    'Camille',
    ...Array<null>(5).fill(null),
    index % 2 === 0 ? 'L1' : 'L2',
    'Caen Campus 1',
  ]);
  return Desk.prepared(
    [
      {
        tab: 'Créneaux',
        rows: [
          ['Créneau', 'Date', 'Début', 'Fin', 'Site', 'Remarques'],
          ['C01', { date: '11/01/2027' }, { time: '08:30' }, { time: '10:30' }, null, null],
          ['C02', { date: '12/01/2027' }, { time: '08:30' }, { time: '10:30' }, null, null],
        ],
      },
      {
        tab: 'Étudiants',
        rows: [
          [
            'N° étudiant',
            'Nom',
            'Prénom',
            'Date de naissance',
            'Sexe',
            'Courriel',
            'Composante',
            'Formation',
            'Groupe',
            'Site',
          ],
          ...list,
        ],
      },
      {
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01', 'C02'],
          ['L1', 'oui', 'oui'],
          ['L2', 'oui', 'non'],
        ],
      },
    ],
    options,
  );
}

/** The row of a session in `Planning`, and the column of a header, counted from 1. */
function at(desk: Desk, header: string): number {
  return (desk.values('Planning')[0] ?? []).indexOf(header) + 1;
}

describe('Calculer le planning', () => {
  it('plans the sample campaign, writes every tab, and says how much', () => {
    const desk = Desk.prepared(sampleTabs);
    const answer = desk.click('Calculer le planning');
    expect(answer.status).toBe('done');
    const summary = answer.summary ?? {};
    expect(Number(summary.seated) + Number(summary.unseated)).toBe(summary.candidates);
    expect(desk.records('Affectations')).toHaveLength(Number(summary.seated));
    expect(desk.records('Non placés')).toHaveLength(Number(summary.unseated));
    expect(desk.records('Planning')).toHaveLength(Number(summary.sessions));
    expect(answer.lines[0]).toMatch(/^\d+ candidats, \d+ placés en \d+ sessions \(/);
    const inscribed = desk
      .column('Planning', 'Inscrits')
      .reduce((sum: number, value) => sum + Number(value), 0);
    expect(inscribed).toBe(Number(summary.seated) + Number(summary.anonymousSeats));
    expect(desk.column('Non placés', 'Motif').every((reason) => String(reason).length > 20)).toBe(true);
    expect(desk.workbook.sheetByName('Synthèse')?.charts).toHaveLength(3);
    expect(desk.column('Affectations', 'N° étudiant').every((id) => typeof id === 'string')).toBe(true);
  });

  it('moves nobody and renumbers nothing when it is clicked again', () => {
    const desk = Desk.prepared(sampleTabs);
    desk.click('Calculer le planning');
    const before = outputsOf(desk).slice(0, 3);
    const again = desk.click('Calculer le planning');
    expect(again.summary?.moved).toBe(0);
    expect(outputsOf(desk).slice(0, 3)).toEqual(before);
  });

  it('writes nothing but « À corriger » when something blocks', () => {
    const desk = small();
    desk.click('Calculer le planning');
    desk.set('Créneaux', 2, 2, 'jamais');
    const before = outputsOf(desk);
    const answer = desk.click('Calculer le planning');
    expect(answer.status).toBe('blocked');
    expect(answer.problems[0]).toMatchObject({ tab: 'Créneaux', cell: 'B2', severity: 'bloquant' });
    expect(outputsOf(desk)).toEqual(before);
    expect(desk.records('À corriger')[0]).toMatchObject({ Gravité: 'Bloquant', Cellule: 'B2' });
  });

  it('keeps what staff wrote, and a number for good', () => {
    const desk = small();
    desk.click('Calculer le planning');
    expect(desk.column('Planning', 'Session')).toEqual(['S01']);
    desk.set('Planning', 2, at(desk, 'Remarques'), '=prévoir la clé');
    desk.set('Planning', 2, at(desk, 'N° session Pix'), '00123');
    desk.workbook.sheetByName('Planning')?.insertColumns(20, 1);
    desk.set('Planning', 1, 20, 'Contact');
    desk.set('Planning', 2, 20, '01 02');
    // The only slot of the session is gone: another session opens, with a number of its own.
    desk.set('Disponibilités', 2, 2, 'non');
    desk.set('Disponibilités', 3, 2, 'non');
    desk.set('Disponibilités', 3, 3, 'oui');
    desk.click('Calculer le planning');
    expect(desk.column('Planning', 'Session')).toEqual(['S02']);
    expect(desk.values('Planning')[0]?.[19]).toBe('Contact');
    desk.set('Planning', 2, at(desk, 'Remarques'), '=clé');
    desk.set('Planning', 2, 20, '007');
    desk.click('Calculer le planning');
    expect(desk.records('Planning')[0]).toMatchObject({ Session: 'S02', Remarques: '=clé', Contact: '007' });
    expect(desk.workbook.sheetByName('Planning')?.formulas.size).toBe(0);
  });

  it('keeps a cancelled session on its row, without anybody', () => {
    const desk = small();
    desk.click('Calculer le planning');
    desk.set('Planning', 2, at(desk, 'État'), 'Annulée');
    desk.click('Calculer le planning');
    const cancelled = desk.records('Planning').find((row) => row.Session === 'S01');
    expect(cancelled).toMatchObject({ État: 'Annulée', Inscrits: 0 });
    expect(desk.column('Affectations', 'Session')).not.toContain('S01');
  });

  it('asks before moving people who were told, and by default keeps them', () => {
    const asked: string[] = [];
    const desk = small({
      onQuestion: ({ message }) => {
        asked.push(message);
        return undefined;
      },
    });
    desk.click('Calculer le planning');
    desk.set('Planning', 2, at(desk, 'État'), 'Publiée');
    asked.length = 0;
    const answer = desk.click('Calculer le planning');
    expect(answer.status).toBe('done');
    expect(answer.summary?.moved).toBe(0);
    expect(asked.some((question) => question.includes('déjà publiées'))).toBe(true);
  });

  it('works for a colleague as for the owner: what is protected only warns', () => {
    const owner = small();
    owner.click('Calculer le planning');
    const protections = owner.workbook.sheets.flatMap((sheet) => sheet.protections);
    expect(protections.length).toBeGreaterThan(0);
    expect(protections.every(({ warningOnly }) => warningOnly)).toBe(true);
    const colleague = new Desk(owner.workbook, { user: { email: 'collegue@example.org', owner: false } });
    expect(colleague.click('Calculer le planning').status).toBe('done');
    expect(colleague.click('Vérifier les données').status).toBe('done');
  });

  it('treats names as texts', () => {
    const desk = small();
    const evil = ['=1+1', '+33', '-Nom', '@nom', '\tNom', '00123'];
    evil.forEach((name, index) => desk.set('Étudiants', index + 2, 2, name));
    desk.click('Calculer le planning');
    const names = desk.column('Affectations', 'Nom');
    for (const name of evil) expect(names.map((value) => String(value).trim())).toContain(name.trim());
    expect(desk.workbook.sheetByName('Affectations')?.formulas.size).toBe(0);
  });

  it('gives a slot without a code one for good', () => {
    const desk = small();
    desk.set('Créneaux', 3, 1, null);
    desk.click('Calculer le planning');
    expect(desk.column('Créneaux', 'Créneau')).toEqual(['C01', 'C02']);
  });

  it('leaves no row of the last planning behind', () => {
    const desk = small();
    desk.click('Calculer le planning');
    for (let row = 12; row <= 31; row += 1) {
      for (let column = 1; column <= 10; column += 1) desk.set('Étudiants', row, column, null as Value);
    }
    const answer = desk.click('Calculer le planning');
    expect(answer.summary?.seated).toBe(10);
    expect(desk.records('Affectations').filter((row) => row.Session !== null)).toHaveLength(10);
    expect(desk.values('Affectations')).toHaveLength(11);
  });
});

describe('the service calls', () => {
  const callsFor = (students: number): { total: number; ranges: number } => {
    const desk = small({}, students);
    desk.runtime.counters.reset();
    desk.runtime.call('computePlanning');
    const { total, rangeReads, rangeWrites } = desk.runtime.counters;
    return { total, ranges: rangeReads + rangeWrites };
  };

  it('are as many for 25 candidates as for 180, and fewer than 30 carry cells', () => {
    const [few, many] = [callsFor(25), callsFor(180)];
    expect(many.ranges).toBe(few.ranges);
    expect(many.ranges).toBeLessThan(30);
    // A tab grows, a sentence more is told: some calls, whatever the number of rows.
    expect(Math.abs(many.total - few.total)).toBeLessThan(20);
  });
});

describe('a writing that fails midway', () => {
  it('leaves the tabs as they were, wherever it fails, once the menu is used again', () => {
    const counted = small();
    counted.runtime.counters.reset();
    counted.click('Calculer le planning');
    const total = counted.runtime.counters.total;
    for (let call = 5; call <= total; call += 31) {
      const desk = small();
      desk.set('Planning', 2, 1, 'Ici');
      desk.set('Synthèse', 2, 1, 'Là');
      const before = outputsOf(desk);
      desk.runtime.failAt(call);
      const answer = desk.click('Calculer le planning');
      if (answer.status === 'done') continue;
      expect(answer.lines).toHaveLength(1);
      desk.click('Vérifier les données');
      expect(outputsOf(desk)).toEqual(before);
    }
  });

  it('is put back at the next opening when the execution was killed', () => {
    const desk = small();
    desk.click('Calculer le planning');
    const before = outputsOf(desk);
    const memory = 'PixOrga (ne pas modifier)';
    const aside = OUTPUTS.map((tab, index) => ({
      tab,
      key: ['planning', 'assignments', 'anonymousSeats', 'unseated', 'summary'][index] ?? '',
      cells: desk.values(tab).map((row) => row.map((value) => value ?? '')),
      extras: null,
    }));
    const rows = desk.values(memory).length;
    desk.set(memory, rows + 1, 1, 'écriture en cours');
    desk.set(memory, rows + 1, 2, JSON.stringify(aside));
    desk.set('Planning', 2, 1, 'S99');
    desk.set('Affectations', 5, 1, null);
    desk.runtime.open('NONE');
    expect(outputsOf(desk)).not.toEqual(before);
    desk.runtime.open('LIMITED');
    expect(outputsOf(desk)).toEqual(before);
    expect(desk.values(memory).flat()).not.toContain('écriture en cours');
  });
});
