import { Injectable } from '@nestjs/common';

import { ACCESS_SECONDS, AccessTokens } from '../sessions/access-tokens.js';
import type { OpenSession } from '../sessions/sessions.repository.js';
import { MeQueries } from './me.queries.js';
import type { SessionDto } from './session.dto.js';

/** What a client is given for a session: an access token and who it is for. */
@Injectable()
export class SessionAnswer {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly me: MeQueries,
  ) {}

  async of({ id, personId }: OpenSession): Promise<SessionDto> {
    return {
      accessToken: this.tokens.sign(personId, id),
      expiresInSeconds: ACCESS_SECONDS,
      me: await this.me.of(personId),
    };
  }
}
