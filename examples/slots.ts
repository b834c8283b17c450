import type { SampleCell } from './sample-tab';

interface SampleSlot {
  readonly code: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly site: string | null;
  readonly label: string;
}

const slot = (
  code: string,
  day: string,
  date: string,
  start: string,
  end: string,
  site: string | null = null,
): SampleSlot => ({
  code,
  date,
  start,
  end,
  site,
  label: `${code} ${day} ${date.slice(0, 5)} ${start.replace(/^0/, '').replace(':', ' h ').replace(/ 00$/, '')}`,
});

export const slots: readonly SampleSlot[] = [
  slot('C01', 'lun.', '11/01/2027', '08:30', '10:30'),
  slot('C02', 'lun.', '11/01/2027', '10:45', '12:45'),
  slot('C03', 'lun.', '11/01/2027', '13:30', '16:30'),
  slot('C04', 'mar.', '12/01/2027', '08:30', '10:30'),
  slot('C05', 'mar.', '12/01/2027', '13:30', '16:30'),
  slot('C06', 'mer.', '13/01/2027', '08:30', '10:30'),
  slot('C07', 'jeu.', '14/01/2027', '08:30', '10:30'),
  slot('C08', 'jeu.', '14/01/2027', '13:30', '16:30'),
  slot('C09', 'ven.', '15/01/2027', '08:30', '10:30'),
  slot('C10', 'ven.', '15/01/2027', '10:45', '12:45'),
  slot('C11', 'lun.', '18/01/2027', '13:30', '16:30'),
  slot('C12', 'mar.', '19/01/2027', '09:00', '12:00', 'Campus d’Alençon'),
  slot('C13', 'mer.', '20/01/2027', '13:30', '16:30', 'Campus de Saint Lô'),
  slot('C14', 'jeu.', '21/01/2027', '08:30', '10:30'),
];

export const slotRows: readonly (readonly SampleCell[])[] = [
  ['Créneau', 'Date', 'Début', 'Fin', 'Site', 'Remarques'],
  ...slots.map(({ code, date, start, end, site }, index): readonly SampleCell[] => [
    code,
    // One date typed as text, as happens when a list comes from an e-mail.
    index === 6 ? 'jeu. 14/01/2027' : { date },
    { time: start },
    // One time typed the way people say it.
    index === 9 ? '12h45' : { time: end },
    site,
    code === 'C03' ? 'Assez long pour les temps majorés' : null,
  ]),
];
