/** The rooms that a new workbook starts with: site, building, room, code, certified places. */
export const CERTIFIED_ROOMS: readonly (readonly [string, string, string, string, number])[] = [
  ['Caen Campus 1', 'Bâtiment D (Droit)', 'Mercure', 'DR S03', 37],
  ['Caen Campus 1', 'Bâtiment D (Droit)', 'Neptune', 'DR S04', 80],
  ['Caen Campus 1', 'Bâtiment M', 'Venus', 'SC S36', 50],
  ['Caen Campus 1', 'Bâtiment M', 'Jupiter', 'SC S37', 18],
  ["Campus d'Alençon", '', 'Salle B100', 'B100', 30],
  ['Campus de Saint Lô', '', 'ENB', 'SO S41', 28],
  ['Campus de Saint Lô', '', 'S. Multimédia', 'SO 034', 31],
];
