import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { CrossSiteRequest } from '../identity.errors.js';

/**
 * For the routes that live by a cookie: another site's page can make a browser send it. Browsers say where a
 * request comes from, and no form can send JSON. Without the header it is not a browser of today.
 */
@Injectable()
export class OwnPages implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const from = headers['sec-fetch-site'];
    const ours = from === undefined || from === 'same-origin' || from === 'none';
    if (!ours || !isJson(headers['content-type'])) throw new CrossSiteRequest();
    return true;
  }
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}
