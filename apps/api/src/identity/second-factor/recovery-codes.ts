import { createHash, randomInt } from 'node:crypto';

const COUNT = 10;
/** Crockford's base 32: no I, L, O, U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_SIGNS = 4;

/** Ten codes of 80 random bits each, in four groups: `7K2M-9XQA-0D4T-HWPZ`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP_SIGNS }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
    ).join('-'),
  );
}

/** However it was typed. @returns `null` when it cannot be a recovery code */
export function readRecoveryCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return signs.length === GROUPS * GROUP_SIGNS && [...signs].every((sign) => SIGNS.includes(sign))
    ? signs
    : null;
}

/** Bound to the person. 80 random bits need no slow hash. */
export const hashRecoveryCode = (signs: string, personId: string): Buffer =>
  createHash('sha256').update(`recovery:${personId}:${signs}`).digest();
