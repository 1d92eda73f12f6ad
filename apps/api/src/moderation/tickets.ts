import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Without letters and digits that look alike. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 24;
const GROUP = 4;

/** A ticket number of about 118 bits: `K7QM-...`, six groups of four. */
export function newTicket(): string {
  let signs = '';
  while (signs.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      // 240 is the largest multiple of 30 in a byte: no sign is likelier than another.
      if (byte < 240 && signs.length < LENGTH) signs += SIGNS[byte % SIGNS.length];
    }
  }
  return signs.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}

/** Read as people type it: small letters, spaces or no dashes. */
export function ticketHash(typed: string): Buffer {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`moderation-ticket:${signs}`).digest();
}

export function reporterDigest(caseId: string, personId: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`reporter:${caseId}:${personId}`).digest();
}
