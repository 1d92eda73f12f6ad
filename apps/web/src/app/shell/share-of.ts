/** "80%": a part of a whole, whole percent; `null` when there is no whole. */
export function shareOf(part: number, whole: number, locale: string): string | null {
  if (whole <= 0) return null;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(part / whole);
}
