import { INDICATORS } from './indicators.js';

const SHARE = /^Share of people who (.+)\.$/s;

/**
 * Whom the headline figure of an indicator counts, in words that complete "the share of people who ...". A figure or an
 * aim is read with these, never with the name alone: several indicators count those who say no.
 *
 * @returns `null` for what is no share of people, or not known
 */
export function counted(code: string): string | null {
  const definition = INDICATORS.find((one) => one.code === code)?.definition ?? '';
  return SHARE.exec(definition)?.[1] ?? null;
}
