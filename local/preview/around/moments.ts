/** Instants as French readers write them, in a zone: `lun. 11/01/2027 à 8 h 30`. */
export function momentOf(instant: number, timeZone: string): string {
  return `${dayOf(instant, timeZone)} à ${timeOf(instant, timeZone)}`;
}

export function dayOf(instant: number, timeZone: string): string {
  const parts = partsOf(instant, timeZone);
  return `${parts.weekday} ${parts.day}/${parts.month}/${parts.year}`;
}

export function timeOf(instant: number, timeZone: string): string {
  const { hour, minute } = partsOf(instant, timeZone);
  return `${Number(hour)}\u00a0h\u00a0${minute}`;
}

function partsOf(
  instant: number,
  timeZone: string,
): Readonly<Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', string>> {
  const format = new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const found = { weekday: '', day: '', month: '', year: '', hour: '', minute: '' };
  return Object.assign(
    found,
    Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value])),
  );
}
