import { minorPerUnit } from '@commonthread/pabulib';
import { moneySentence, type Outcome } from '@commonthread/voting';

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

/** What is left of a round's money, why, and what happens to it. What a city elsewhere did with it is not known here. */
export function moneyLeftWords(
  outcome: Outcome,
  { currency, imported }: { readonly currency: string; readonly imported: boolean },
): string {
  const fate = 'it is not spent in this round and stays with the council';
  return moneySentence(outcome, { money: moneyWords(currency), ...(!imported && { fate }) });
}
