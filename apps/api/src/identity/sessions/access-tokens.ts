import { randomUUID } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

import { type Config, CONFIG } from '../../platform/config/index.js';

/** Seconds an access token is good for. What it opens is checked against the database each time anyway. */
export const ACCESS_SECONDS = 600;
export const ACCESS_ALGORITHM = 'HS256';
/** Keeps other tokens of ours from being taken for access tokens (RFC 9068, RFC 8725 section 3.11). */
export const ACCESS_TYPE = 'at+jwt';

export const issuerOf = ({ publicUrl }: Config): string => publicUrl;
export const audienceOf = ({ publicUrl }: Config): string => `${publicUrl}/api`;

/** Writes access tokens. They name a person and a session and nothing else: no role, no e-mail address. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  sign(personId: string, sessionId: string): string {
    return this.jwt.sign(
      { sid: sessionId },
      {
        secret: this.config.jwtSecret,
        algorithm: ACCESS_ALGORITHM,
        header: { alg: ACCESS_ALGORITHM, typ: ACCESS_TYPE },
        issuer: issuerOf(this.config),
        audience: audienceOf(this.config),
        subject: personId,
        jwtid: randomUUID(),
        expiresIn: ACCESS_SECONDS,
      },
    );
  }
}
