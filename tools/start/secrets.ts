import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { local } from '../build/project.ts';

export interface Secrets {
  readonly databasePassword: string;
  readonly jwtSecret: string;
  readonly secretKey: string;
  readonly rollPepper: string;
  /** Of the two roles as which the API enters its database. */
  readonly roles: { readonly appPassword: string; readonly rollPassword: string };
  readonly urn: UrnSecrets;
}

export interface UrnSecrets {
  readonly castPassword: string;
  readonly keeperPassword: string;
  /** What the back office shows to the urn. */
  readonly serviceToken: string;
  /** 32 bytes, base64. Signs receipts and checkpoints. */
  readonly logKey: string;
}

export function freshSecrets(): Secrets {
  return {
    databasePassword: randomBytes(24).toString('hex'),
    jwtSecret: randomBytes(48).toString('base64url'),
    secretKey: randomBytes(32).toString('base64'),
    rollPepper: randomBytes(48).toString('base64url'),
    roles: {
      appPassword: randomBytes(24).toString('hex'),
      rollPassword: randomBytes(24).toString('hex'),
    },
    urn: {
      castPassword: randomBytes(24).toString('hex'),
      keeperPassword: randomBytes(24).toString('hex'),
      serviceToken: randomBytes(32).toString('base64url'),
      logKey: randomBytes(32).toString('base64'),
    },
  };
}

/** Random secrets of this machine, made once and readable by this user alone; a newer version adds what it needs. */
export function secrets(): Secrets {
  const file = join(local, 'secrets.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const made = { ...freshSecrets(), ...known };
  if (Object.keys(known).length < Object.keys(made).length) {
    mkdirSync(local, { recursive: true });
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return made;
}
