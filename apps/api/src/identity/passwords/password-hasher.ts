import { randomBytes } from 'node:crypto';

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

import { TooManySignInTries } from '../identity.errors.js';
import { Gate } from './gate.js';
import { PASSWORD_COST } from './password-cost.js';

const AT_ONCE = 2;
const WAITING = 200;
const BUSY_SECONDS = 5;

@Injectable()
export class PasswordHasher implements OnModuleInit {
  private readonly gate = new Gate(AT_ONCE, WAITING, () => new TooManySignInTries(BUSY_SECONDS));
  /** Checked when there is no account, so that an unknown address takes as long as a known one. */
  private nobody = '';

  async onModuleInit(): Promise<void> {
    this.nobody = await hash(randomBytes(24), PASSWORD_COST);
  }

  hash(password: string): Promise<string> {
    return this.gate.through(() => hash(password.normalize('NFC'), PASSWORD_COST));
  }

  /** Takes the same work whether or not there is a hash to compare with; without one, or for an account that has none, the answer is no. */
  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    const known = passwordHash?.startsWith('$argon2') ? passwordHash : undefined;
    const same = await this.gate.through(() => verify(known ?? this.nobody, password.normalize('NFC')));
    return same && known !== undefined;
  }
}
