import { textOf } from '../cells/text';
import type { TabKey } from '../schema/tab-schema';
import { TABS } from '../schema/tabs';
import { matchKey } from '../text-match';
import type { ProblemLog } from './problem-log';
import type { Table } from './table';

/** The tabs that a parameter sends where another tab of the contract is, each with that other one. */
export function sharedTabs(names: Readonly<Record<TabKey, string>>): ReadonlyMap<TabKey, TabKey> {
  const shared = new Map<TabKey, TabKey>();
  const schemas = Object.values(TABS);
  for (const { key, name, renamedBy } of schemas) {
    if (renamedBy === null || matchKey(names[key]) === matchKey(name)) continue;
    const other = schemas.find((one) => one.key !== key && matchKey(names[one.key]) === matchKey(names[key]));
    if (other !== undefined) shared.set(key, other.key);
  }
  return shared;
}

/** Says of each of them that its parameter is the cause. @returns those that are not to be read */
export function reportSharedTabs(
  names: Readonly<Record<TabKey, string>>,
  settings: Table | null,
  log: ProblemLog,
): ReadonlySet<TabKey> {
  const reported = new Set<TabKey>();
  for (const [key, other] of sharedTabs(names)) {
    const { name, renamedBy } = TABS[key];
    // The tab of a form plays its part whatever the parameter says: then it is not the cause.
    const row = settings?.rows.find(
      (one) =>
        matchKey(textOf(one.cell('name'))) === matchKey(renamedBy ?? '') &&
        matchKey(textOf(one.cell('value'))) === matchKey(names[key]),
    );
    if (row === undefined) continue;
    reported.add(key);
    log.blocking('tabGivenTwice', row.spot('value'), row.shown('value'), {
      setting: renamedBy ?? '',
      default: name,
      other: TABS[other].name,
    });
  }
  return reported;
}
