import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { local } from '../build/project.ts';

export interface Secrets {
  readonly databasePassword: string;
  readonly jwtSecret: string;
  readonly secretKey: string;
  readonly rollPepper: string;
}

/** Random secrets of this machine, made once and readable by this user alone. */
export function secrets(): Secrets {
  const file = join(local, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const made: Secrets = {
    databasePassword: randomBytes(24).toString('hex'),
    jwtSecret: randomBytes(48).toString('base64url'),
    secretKey: randomBytes(32).toString('base64'),
    rollPepper: randomBytes(48).toString('base64url'),
  };
  const whole = { ...made, ...kept };
  if (Object.keys(kept).length < Object.keys(made).length) {
    mkdirSync(local, { recursive: true });
    writeFileSync(file, JSON.stringify(whole), { mode: 0o600 });
  }
  return whole;
}
