import { INPUTS } from './inputs';
import { OUTPUTS } from './outputs';
import { settingsTab } from './settings';
import type { TabKey, TabSchema } from './tab-schema';

/** Every tab of the contract. */
export const TABS: Readonly<Record<TabKey, TabSchema>> = { ...INPUTS, ...OUTPUTS, settings: settingsTab };

/** The order in which tabs stand in a new workbook. */
export const TAB_ORDER: readonly TabKey[] = [
  'rooms',
  'slots',
  'students',
  'availability',
  'roomAvailability',
  'invigilators',
  'requests',
  'planning',
  'assignments',
  'anonymousSeats',
  'unseated',
  'summary',
  'problems',
  'settings',
];
