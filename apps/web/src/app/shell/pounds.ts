/**
 * Pence from pounds as people type them: "1200", "£1,200.50".
 *
 * @returns null for nothing typed, undefined for what is no amount of money
 */
export function penceOf(typed: string): number | null | undefined {
  const bare = typed.replace(/[£,\s]/g, '');
  if (bare === '') return null;
  const parts = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(bare);
  if (!parts) return undefined;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

/** Pounds to put into a field: "1200", "1200.50". */
export function poundsOf(pence: number | null): string {
  if (pence === null) return '';
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2);
}
