import { Injectable } from '@nestjs/common';

import { SessionsRepository } from '../sessions/sessions.repository.js';

@Injectable()
export class SignOut {
  constructor(private readonly sessions: SessionsRepository) {}

  /** Signing out twice, or without ever having signed in, is no fault. */
  async execute(refreshToken: string | undefined): Promise<void> {
    if (refreshToken !== undefined) await this.sessions.endByToken(refreshToken, 'signed-out');
  }
}
