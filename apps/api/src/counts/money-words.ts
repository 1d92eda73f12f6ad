import { minorPerUnit } from '@commonthread/pabulib';

/** Writes minor units of a currency: `£4,300`, `PLN 995,079`, pence only where there are any. */
export function moneyWords(currency: string): (minor: number) => string {
  const perUnit = minorPerUnit(currency);
  const format = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  return (minor) => format.format(minor / perUnit).replaceAll('\u00a0', ' ');
}
