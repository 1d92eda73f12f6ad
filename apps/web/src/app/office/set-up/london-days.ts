const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The day in London at an instant, `YYYY-MM-DD`. */
export function londonDay(instant: Date): string {
  const part = Object.fromEntries(PARTS.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}`;
}

/**
 * The instant a day begins in London, as ISO 8601 in UTC.
 *
 * @param day `YYYY-MM-DD`
 */
export function startOfDay(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // In summer London is an hour ahead, so its day begins at 23:00 UTC of the day before.
  const summer = new Date(midnight - 3_600_000);
  return londonDay(summer) === day ? summer.toISOString() : new Date(midnight).toISOString();
}

/** The first instant after a day in London. @param day `YYYY-MM-DD` */
export function endOfDay(day: string): string {
  return startOfDay(addDays(day, 1));
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether the text names a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
