const ZONE = 'Europe/London';

/** Formatters are slow to make and pages show hundreds of values. */
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
function keep<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const found = kept.get(key) as T | undefined;
  if (found) return found;
  const made = make();
  kept.set(key, made);
  return made;
}

/** "22 November 2026". Takes `YYYY-MM-DD` or a date-time; the day is the one in London. */
export function formatDay(iso: string, locale: string): string {
  return keep(
    `day ${locale}`,
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE }),
  ).format(new Date(iso));
}

/** "22 November 2026 at 17:30", London time. */
export function formatTime(iso: string, locale: string): string {
  const time = keep(
    `time ${locale}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: ZONE,
      }),
  ).format(new Date(iso));
  return $localize`${formatDay(iso, locale)}:day: at ${time}:time:`;
}

/** "£12,345.67"; whole pounds without pence. @param minor pence, or the hundredth of another currency */
export function formatMoney(minor: number, currency: string, locale: string): string {
  return keep(
    `money ${locale} ${currency}`,
    () =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
  ).format(minor / 100);
}

/** "12,345", or with decimals where they say something. */
export function formatCount(value: number, locale: string): string {
  return keep(`count ${locale}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })).format(
    value,
  );
}
