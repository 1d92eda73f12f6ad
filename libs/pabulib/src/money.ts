const NO_MINOR = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THOUSANDTHS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** Minor units in one unit of an ISO 4217 currency; 100 when the currency is not named. */
export function minorPerUnit(currency: string | undefined): number {
  const code = currency?.toUpperCase() ?? '';
  if (NO_MINOR.has(code)) return 1;
  return THOUSANDTHS.has(code) ? 1000 : 100;
}

export type MoneyFault =
  | 'money.missing'
  | 'money.not-a-number'
  | 'money.ambiguous'
  | 'money.negative'
  | 'money.too-precise'
  | 'money.too-large';

const REASONS: Readonly<Record<Exclude<MoneyFault, 'money.ambiguous'>, string>> = {
  'money.missing': 'an amount is needed here',
  'money.not-a-number': 'not a decimal amount',
  'money.negative': 'an amount cannot be below zero',
  'money.too-precise': 'more decimals than the currency has',
  'money.too-large': 'larger than can be counted exactly',
};

/** Why a text is no amount, in the words of somebody who can mend the file. */
export function moneyReason(fault: MoneyFault, text: string): string {
  if (fault !== 'money.ambiguous') return text === '' ? REASONS[fault] : `"${text}": ${REASONS[fault]}`;
  const [whole = '', thousandths = ''] = text.split(/[.,]/);
  const decimals = thousandths.replace(/0+$/, '');
  const asDecimal = decimals === '' ? whole : `${whole}.${decimals}`;
  return `"${text}" may mean ${asDecimal} or ${whole}${thousandths}: write ${asDecimal} or ${whole}${thousandths}`;
}

/**
 * A decimal amount as whole minor units, exactly: digits are moved, never multiplied as a float.
 * `4000.0` and the legacy decimal comma `4000,5` are read. Three digits after a comma are thousands to one writer and
 * decimals to another, so `15,000` is refused; so is `15.000` in a currency without thousandths.
 *
 * @returns the amount, or why it is none
 */
export function readMoney(text: string, perUnit: number): number | MoneyFault {
  if (text === '') return 'money.missing';
  const parts = /^([+-]?)(\d+)(?:[.,](\d*))?$/.exec(text);
  if (!parts) return 'money.not-a-number';
  if (/,\d{3}$/.test(text) || (perUnit < 1000 && /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text))) {
    return 'money.ambiguous';
  }
  const decimals = perUnit.toString().length - 1;
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return 'money.too-precise';
  // An integer literal below 2^53 converts exactly.
  const minor = Number(parts[2] + fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(minor)) return 'money.too-large';
  return parts[1] === '-' && minor > 0 ? 'money.negative' : minor;
}

/** Whole minor units as currency units: no trailing zeros, no exponent, exact. */
export function writeMoney(minor: number, perUnit: number): string {
  if (!Number.isSafeInteger(minor) || minor < 0) throw new RangeError(`not an amount: ${minor}`);
  const decimals = perUnit.toString().length - 1;
  const digits = minor.toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 || fraction === '' ? whole : `${whole}.${fraction}`;
}
