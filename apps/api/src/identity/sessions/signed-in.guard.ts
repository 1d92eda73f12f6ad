import { type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';

import type { CurrentUser } from './current-user.js';

/** Lets nobody through without a valid access token. Every refusal looks the same: 401 and no reason. */
@Injectable()
export class SignedIn extends AuthGuard('jwt') {
  override handleRequest<Found = CurrentUser>(error: unknown, user: Found | false): Found {
    if (error && !(error instanceof UnauthorizedException)) throw error;
    if (!user) throw new UnauthorizedException();
    return user;
  }
}

/**
 * For pages that everybody may read and that show more to some. Without an Authorization header the
 * reader is nobody; a token that is no longer good is still a 401, so that the client renews it.
 */
@Injectable()
export class MaybeSignedIn extends SignedIn {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<{ headers: Record<string, unknown> }>();
    if (request.headers['authorization'] === undefined) return true;
    return (await super.canActivate(context)) as boolean;
  }
}
