/**
 * The sample campaign: about 400 students of a university at three campuses, as staff would type them, with the few
 * mistakes that people make. Drawn from fixed lists with a fixed seed: the same workbook each time.
 */
import { availabilityRows } from './availability';
import { requestRows } from './requests';
import { slotRows } from './slots';
import { studentRows } from './students';
import { invigilatorRows, roomAvailabilityRows } from './rooms-and-invigilators';
import type { SampleTab } from './sample-tab';

/** Tabs to fill in a workbook that was just prepared; the rooms and the parameters keep what preparing put there. */
export const sampleTabs: readonly SampleTab[] = [
  { tab: 'Créneaux', rows: slotRows },
  { tab: 'Étudiants', rows: studentRows },
  { tab: 'Disponibilités', rows: availabilityRows },
  { tab: 'Disponibilités salles', rows: roomAvailabilityRows },
  { tab: 'Surveillants', rows: invigilatorRows },
  { tab: 'Demandes', rows: requestRows },
];
