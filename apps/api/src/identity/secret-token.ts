import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in an address and a cookie: 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps. A plain hash is enough for 256 random bits: there is nothing to guess from. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
