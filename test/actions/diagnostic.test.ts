import { beforeAll, describe, expect, it } from '@jest/globals';
import { WorkbookModel } from '../../local/model/workbook';
import { aCampaign } from '../support/a-campaign-by-forms';
import { aPlannedCampaign } from '../support/a-planned-campaign';
import { Desk } from '../support/an-addon';

interface Finding {
  readonly key: string;
  readonly state: string;
  readonly seen: string;
  readonly remedy: string;
  readonly url: string;
  readonly technical: string;
}
interface Window {
  readonly version: string;
  readonly findings: readonly Finding[];
}

const look = (desk: Desk): Window => desk.runtime.call('refreshDiagnostic') as Window;
const finding = (desk: Desk, key: string): Finding => {
  const found = look(desk).findings.find((one) => one.key === key);
  if (found === undefined) throw new Error(`Nothing was looked at under ${key}.`);
  return found;
};
const MAIL = 'https://www.googleapis.com/auth/script.send_mail';

describe('Diagnostic', () => {
  /** A campaign calculated once: these tests look at it. */
  let planned: Desk;
  beforeAll(() => {
    planned = aPlannedCampaign();
  });

  it('finds everything in order in a good workbook, tries the engine, and changes nothing', () => {
    const desk = planned;
    const before = desk.snapshot();
    const { version, findings } = look(desk);
    expect(version).toMatch(/^\d+\.\d+\.\d+, complet$/);
    expect(findings.filter(({ state }) => state !== 'good')).toEqual([]);
    expect(findings.length).toBeGreaterThanOrEqual(14);
    const { status, lines } = desk.click('Diagnostic');
    expect(status).toBe('done');
    expect(lines.every((line) => line.startsWith('✓'))).toBe(true);
    expect(lines[lines.length - 1]).toContain('Moteur de calcul, chez Google');
    expect(desk.snapshot()).toEqual(before);
  });

  it('tells what is wrong with the file, each with what to do', () => {
    const workbook = new WorkbookModel({ name: 'À moi' });
    workbook.addSheet('Feuille 1');
    workbook.locale = 'en_US';
    workbook.timeZone = 'America/New_York';
    const desk = new Desk(workbook);
    const { findings } = look(desk);
    const bad = findings.filter(({ state }) => state !== 'good');
    expect(bad.map(({ key }) => key)).toEqual(['timeZone', 'locale', 'tabs', 'reading']);
    expect(bad.every(({ seen, remedy }) => seen !== '' && remedy !== '')).toBe(true);
    expect(finding(desk, 'tabs').remedy).toContain('Préparer le classeur');
  });

  it('names an authorisation that is missing, and the page where it is given', () => {
    const desk = aCampaign({ refused: [MAIL] });
    const { state, url } = finding(desk, 'authorisations');
    expect(state).toBe('error');
    expect(url).toMatch(/^https:/);
    expect(finding(desk, 'mail')).toMatchObject({ state: 'unknown' });
    expect(finding(desk, 'mail').remedy).toContain('autorisation');
  });

  it('sees a protection from both sides: whom it stops, and who set it', () => {
    const owner = Desk.prepared();
    const planning = owner.workbook.sheetByName('Planning');
    planning?.protections.push({
      description: '',
      warningOnly: false,
      rect: null,
      unprotected: [],
      editors: ['proprietaire@example.org'],
    });
    owner.workbook.editors.add('collegue@example.org');
    expect(finding(owner, 'rights').state).toBe('good');
    expect(finding(owner, 'protections')).toMatchObject({ state: 'warning' });
    expect(finding(owner, 'protections').seen).toContain('Planning');
    const colleague = new Desk(owner.workbook, { user: { email: 'collegue@example.org', owner: false } });
    expect(finding(colleague, 'rights')).toMatchObject({ state: 'error' });
    expect(finding(colleague, 'rights').seen).toContain('Planning');
    for (const sheet of owner.workbook.sheets)
      for (const protection of sheet.protections) protection.warningOnly = true;
    expect(finding(colleague, 'rights').state).toBe('good');
    expect(finding(owner, 'protections').state).toBe('good');
  });

  it('counts the messages that may still leave, and sees whether forms and answers are followed', () => {
    const desk = aCampaign({ limits: { recipients: 0 } });
    expect(finding(desk, 'mail').state).toBe('warning');
    expect(finding(desk, 'forms').state).toBe('good');
    desk.click('Créer le formulaire de demande');
    expect(finding(desk, 'trigger').state).toBe('good');
    desk.runtime.triggers.splice(0);
    expect(finding(desk, 'trigger').state).toBe('warning');
    const tab = desk.workbook.sheets.findIndex(({ form }) => form !== null);
    desk.workbook.sheets.splice(tab, 1);
    expect(finding(desk, 'forms').state).toBe('error');
  });

  it('goes on when one thing, or everything, fails', () => {
    const desk = planned;
    desk.runtime.fail({ call: 'Spreadsheet.getProtections' });
    const states = look(desk).findings.map(({ state }) => state);
    expect(states.filter((state) => state === 'unknown')).toHaveLength(1);
    for (let at = 0; at < 200; at += 1)
      desk.runtime.fail({ call: 'SpreadsheetApp.getActiveSpreadsheet', at: at + 1 });
    const all = look(desk);
    expect(all.findings.find(({ key }) => key === 'authorisations')?.state).toBe('good');
    expect(all.findings.find(({ key }) => key === 'rights')).toMatchObject({ state: 'unknown' });
  });

  it('gives the maintainer nothing that staff typed, and nobody’s name', () => {
    const desk = planned;
    desk.workbook.addSheet('Planning de Mme Dupont');
    const text = JSON.stringify([look(desk).version, look(desk).findings.map(({ technical }) => technical)]);
    expect(text).not.toMatch(/@|Dupont|NOM1|proprietaire|Droit/);
  });

  it('says that a writing was interrupted, and that a colleague is at work', () => {
    const desk = planned;
    desk.runtime.counters.reset();
    desk.runtime.fail({ call: 'Range.setValues', at: 3, thenStop: true });
    desk.click('Calculer le planning');
    expect(finding(desk, 'writing').state).toBe('error');
    desk.runtime.locks.take('document', -1);
    expect(finding(desk, 'lock').state).toBe('warning');
  });
});
