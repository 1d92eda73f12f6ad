import { FormatInvalid } from '../errors.js';

/** Reads one value strictly: returns it typed or throws FormatInvalid naming where. */
export type Shape<T> = (value: unknown, at: string) => T;

/** An object with exactly these fields: a missing and an unknown one are both refused. */
export function shape<T>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value, at) => {
    const given = asRecord(value, at);
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(fields, name)) throw new FormatInvalid(`${at}.${name}`);
    }
    const read = {} as T;
    for (const name of names) read[name] = fields[name](given[name], `${at}.${name}`);
    return read;
  };
}

/** An object with any of these fields and no other. */
export function sparseShape<T>(fields: { readonly [K in keyof T]-?: Shape<NonNullable<T[K]>> }): Shape<T> {
  return (value, at) => {
    const given = asRecord(value, at);
    const read: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(given)) {
      if (!Object.hasOwn(fields, name)) throw new FormatInvalid(`${at}.${name}`);
      read[name] = fields[name as keyof T](member, `${at}.${name}`);
    }
    return read as T;
  };
}

export const listOf =
  <T>(item: Shape<T>, most = 1_000_000): Shape<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value) || value.length > most) throw new FormatInvalid(at);
    return value.map((entry, place) => item(entry, `${at}[${place}]`));
  };

/** A whole number in a range, both ends included. */
export const whole =
  (least = 0, most = Number.MAX_SAFE_INTEGER): Shape<number> =>
  (value, at) => {
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
      throw new FormatInvalid(at);
    }
    return value as number;
  };

export const textLike =
  (pattern: RegExp): Shape<string> =>
  (value, at) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw new FormatInvalid(at);
    return value;
  };

export const exactly =
  <T extends string | number>(wanted: T): Shape<T> =>
  (value, at) => {
    if (value !== wanted) throw new FormatInvalid(at);
    return wanted;
  };

export const oneOf =
  <T extends string>(...allowed: readonly T[]): Shape<T> =>
  (value, at) => {
    if (!allowed.includes(value as T)) throw new FormatInvalid(at);
    return value as T;
  };

export const orNull =
  <T>(inner: Shape<T>): Shape<T | null> =>
  (value, at) =>
    value === null ? null : inner(value, at);

function asRecord(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FormatInvalid(at);
  return value as Record<string, unknown>;
}
