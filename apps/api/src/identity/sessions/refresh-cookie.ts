// Adds setCookie to the reply's type and cookies to the request's.
import type {} from '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type Config, CONFIG } from '../../platform/config/index.js';
import type { OpenSession } from './sessions.repository.js';

/**
 * Carries the refresh token where no script can read it. Over https its name begins with `__Host-`: browsers
 * then take it from this host alone, over https alone. The http demo has to do without.
 */
@Injectable()
export class RefreshCookie {
  private readonly secure: boolean;
  private readonly name: string;
  private readonly path: string;

  constructor(@Inject(CONFIG) { publicUrl }: Config) {
    this.secure = publicUrl.startsWith('https://');
    this.name = this.secure ? '__Host-ct_refresh' : 'ct_refresh';
    this.path = this.secure ? '/' : '/api/identity';
  }

  read({ cookies }: FastifyRequest): string | undefined {
    return cookies[this.name];
  }

  write(reply: FastifyReply, { refreshToken, expiresAt }: OpenSession): void {
    void reply.setCookie(this.name, refreshToken, { ...this.attributes(), expires: expiresAt });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { path: this.path, httpOnly: true, secure: this.secure, sameSite: 'strict' } as const;
  }
}
