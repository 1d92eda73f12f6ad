import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';

import { type Config, CONFIG } from '../../platform/config/index.js';
import { ACCESS_ALGORITHM, ACCESS_SECONDS, ACCESS_TYPE, audienceOf, issuerOf } from './access-tokens.js';
import type { CurrentUser } from './current-user.js';
import { SessionsRepository } from './sessions.repository.js';

/** Ours are under 500 characters; longer ones are not even parsed. */
const LONGEST_TOKEN = 1500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface WholeToken {
  readonly header: { readonly typ?: unknown };
  readonly payload: { readonly sub?: unknown; readonly sid?: unknown; readonly jti?: unknown };
}

const fromBearer = ExtractJwt.fromAuthHeaderAsBearerToken();

/**
 * Reads access tokens as RFC 8725 asks: one fixed algorithm and key whatever the header says, issuer,
 * audience, type and age checked. Then asks the database whether session and person still stand.
 */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sessions: SessionsRepository,
  ) {
    super({
      jwtFromRequest: (request: Parameters<typeof fromBearer>[0]) => {
        const token = fromBearer(request);
        return token !== null && token.length <= LONGEST_TOKEN ? token : null;
      },
      secretOrKey: config.jwtSecret,
      algorithms: [ACCESS_ALGORITHM],
      issuer: issuerOf(config),
      audience: audienceOf(config),
      jsonWebTokenOptions: { complete: true, maxAge: `${ACCESS_SECONDS}s` },
    });
  }

  async validate({ header, payload }: WholeToken): Promise<CurrentUser | null> {
    const { sub, sid, jti } = payload;
    if (header.typ !== ACCESS_TYPE || !isUuid(sub) || !isUuid(sid) || !isUuid(jti)) return null;
    return this.sessions.standing(sid, sub);
  }
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
