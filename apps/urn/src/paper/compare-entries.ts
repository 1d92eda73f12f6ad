import { canonicalJson, type Json } from '@commonthread/kernel';

import type { Ruling, Sheet } from './batch.js';

/** A sheet that two people entered differently, or only one of them. */
export interface Difference {
  readonly serial: string;
  readonly first: Sheet | null;
  readonly second: Sheet | null;
}

/** With a third person's word on it, when there is one. */
export interface SettledDifference extends Difference {
  readonly ruling: Ruling | null;
}

/** @returns differences by serial */
export function differences(first: readonly Sheet[], second: readonly Sheet[]): Difference[] {
  const [a, b] = [bySerial(first), bySerial(second)];
  return [...new Set([...a.keys(), ...b.keys()])].sort().flatMap((serial) => {
    const [one, other] = [a.get(serial) ?? null, b.get(serial) ?? null];
    return one && other && isSame(one, other) ? [] : [{ serial, first: one, second: other }];
  });
}

/** Sheets both entered alike, and those a third person settled. */
export function agreedSheets(
  first: readonly Sheet[],
  second: readonly Sheet[],
  rulings: readonly Ruling[],
): { sheets: Sheet[]; unsettled: string[] } {
  const open = new Map(differences(first, second).map(({ serial }) => [serial, true]));
  const agreed = first.filter(({ serial }) => !open.has(serial));
  const settled = rulings.flatMap(({ serial, sheet }) => (open.delete(serial) && sheet ? [sheet] : []));
  return { sheets: [...agreed, ...settled], unsettled: [...open.keys()] };
}

const bySerial = (sheets: readonly Sheet[]) => new Map(sheets.map((sheet) => [sheet.serial, sheet]));

const textOf = ({ style, choices }: Sheet): string => canonicalJson({ style, choices } as unknown as Json);

const isSame = (a: Sheet, b: Sheet): boolean => textOf(a) === textOf(b);
