import { createHmac } from 'node:crypto';
import { isIPv4 } from 'node:net';

/**
 * The part of an address that stands for one connection: an IPv4 address, or the first 64 bits of an IPv6
 * address, since one household is given that many.
 */
export function sourceOf(address: string): string {
  const mapped = address.replace(/^::ffff:/i, '');
  if (isIPv4(mapped)) return mapped;
  const [head = '', tail = ''] = address.split('%', 1)[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = address.includes('::') ? [...before, ...zeros, ...after] : before;
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** Keyed, so that the table of sessions cannot be turned back into addresses without the key. */
export const sourceHash = (source: string, key: Buffer): Buffer =>
  createHmac('sha256', key).update(`source:${source}`).digest();
