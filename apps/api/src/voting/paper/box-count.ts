/** What one officer found in a box; whole numbers >= 0. */
export interface BoxCount {
  readonly batch: string;
  /** Sheets handed out. */
  readonly issued: number;
  readonly inBox: number;
  readonly spoiled: number;
  readonly returned: number;
  readonly missing: number;
}

/** Acts that need two officers, each followed by the name of the batch. */
export const COUNTED = 'paper-counted:';
export const SEALED = 'paper-sealed:';

export function sameCount(a: BoxCount, b: BoxCount): boolean {
  return (
    a.issued === b.issued &&
    a.inBox === b.inBox &&
    a.spoiled === b.spoiled &&
    a.returned === b.returned &&
    a.missing === b.missing
  );
}
