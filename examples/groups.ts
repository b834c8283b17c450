/** Groups of the sample, with the slots that their timetable leaves free. */
export interface SampleGroup {
  readonly name: string;
  readonly department: string;
  readonly course: string;
  readonly site: string;
  readonly size: number;
  readonly free: readonly string[];
  readonly preferred: readonly string[];
}

const CAEN = 'Caen Campus 1';
const ALENCON = "Campus d'Alençon";
const SAINT_LO = 'Campus de Saint Lô';

export const groups: readonly SampleGroup[] = [
  {
    name: 'Droit L2 TD1',
    department: 'UFR Droit',
    course: 'Licence Droit',
    site: CAEN,
    size: 58,
    free: ['C01', 'C03', 'C06', 'C09'],
    preferred: ['C03'],
  },
  {
    name: 'Droit L2 TD2',
    department: 'UFR Droit',
    course: 'Licence Droit',
    site: CAEN,
    size: 54,
    free: ['C02', 'C03', 'C06', 'C10'],
    preferred: [],
  },
  {
    name: 'Histoire L3',
    department: 'UFR HSS',
    course: 'Licence Histoire',
    site: CAEN,
    size: 38,
    free: ['C02', 'C05', 'C08'],
    preferred: ['C05'],
  },
  {
    name: 'Lettres M1',
    department: 'UFR LVE',
    course: 'Master Lettres',
    site: CAEN,
    size: 24,
    free: ['C04', 'C05', 'C11'],
    preferred: ['C11'],
  },
  {
    name: 'Informatique L2',
    department: 'UFR Sciences',
    course: 'Licence Informatique',
    site: CAEN,
    size: 46,
    free: ['C01', 'C05', 'C07', 'C14'],
    preferred: ['C07'],
  },
  {
    name: 'Chimie L2',
    department: 'UFR Sciences',
    course: 'Licence Chimie',
    site: CAEN,
    size: 32,
    free: ['C06', 'C08', 'C14'],
    preferred: [],
  },
  {
    name: 'Physique L3',
    department: 'UFR Sciences',
    course: 'Licence Physique',
    site: CAEN,
    size: 27,
    free: ['C04', 'C08', 'C09'],
    preferred: ['C08'],
  },
  {
    name: 'AES L2',
    department: 'UFR SEGGAT',
    course: 'Licence AES',
    site: ALENCON,
    size: 34,
    free: ['C03', 'C12'],
    preferred: ['C12'],
  },
  {
    name: 'Logistique LP',
    department: 'IUT Grand Ouest Normandie',
    course: 'Licence pro Logistique',
    site: ALENCON,
    size: 22,
    free: ['C05', 'C12'],
    preferred: [],
  },
  {
    name: 'BUT GEA 2',
    department: 'IUT Grand Ouest Normandie',
    course: 'BUT GEA',
    site: SAINT_LO,
    size: 30,
    free: ['C03', 'C09', 'C13'],
    preferred: ['C13'],
  },
  {
    name: 'BUT TC 2',
    department: 'IUT Grand Ouest Normandie',
    course: 'BUT TC',
    site: SAINT_LO,
    size: 26,
    free: ['C05', 'C13'],
    preferred: [],
  },
];
