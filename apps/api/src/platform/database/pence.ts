import type { ValueTransformer } from 'typeorm';

/** Stores whole minor units as bigint and reads them back as a number, refusing to lose precision. */
export const pence: ValueTransformer = {
  to: (value: number | null) => value,
  from: (stored: string | null) => {
    if (stored === null) return null;
    const value = Number(stored);
    if (!Number.isSafeInteger(value)) throw new RangeError(`${stored} pence do not fit a number`);
    return value;
  },
};
