import type { Visitor } from './browser.js';

/** Day and time of a moment in London, as they are typed. */
export function londonMoment(moment: Date): { day: string; time: string } {
  const part = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/London', hourCycle: 'h23' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    } as const)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${part['year']}-${part['month']}-${part['day']}`,
    time: `${part['hour']}:${part['minute']}`,
  };
}

/** @param isoDay YYYY-MM-DD */
export async function typeDay({ page }: Visitor, isoDay: string): Promise<void> {
  const [year, month, date] = isoDay.split('-');
  await page.getByLabel('Day', { exact: true }).fill(date!);
  await page.getByLabel('Month', { exact: true }).fill(month!);
  await page.getByLabel('Year', { exact: true }).fill(year!);
}
