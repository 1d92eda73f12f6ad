import { Injectable } from '@nestjs/common';

import { SessionsRepository } from '../sessions/sessions.repository.js';

@Injectable()
export class SignOutEverywhere {
  constructor(private readonly sessions: SessionsRepository) {}

  /** Ends every session of a person, the asking one too. */
  async execute(personId: string): Promise<void> {
    await this.sessions.endAll(personId, 'signed-out-everywhere');
  }
}
