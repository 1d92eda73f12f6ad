/** Pence, from what somebody typed as pounds ("£12,500", "99.50"); null when that is no sum of money. */
export function penceOf(typed: string): number | null {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!match) return null;
  const pence = Number(match[1]!.replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0') || 0);
  return Number.isSafeInteger(pence) ? pence : null;
}

/** Pence as somebody would type them in pounds, without the sign: "12500", "99.50". */
export function poundsOf(pence: number): string {
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2);
}
