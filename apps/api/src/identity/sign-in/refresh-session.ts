import { Injectable } from '@nestjs/common';

import { SignInNeeded } from '../identity.errors.js';
import { type OpenSession, SessionsRepository } from '../sessions/sessions.repository.js';

@Injectable()
export class RefreshSession {
  constructor(private readonly sessions: SessionsRepository) {}

  /** @throws SignInNeeded whatever is wrong with the token */
  async execute(refreshToken: string | undefined): Promise<OpenSession> {
    const renewal = refreshToken === undefined ? undefined : await this.sessions.renew(refreshToken);
    if (!renewal || !('session' in renewal)) throw new SignInNeeded();
    return renewal.session;
  }
}
