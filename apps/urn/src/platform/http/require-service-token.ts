import { createHash, timingSafeEqual } from 'node:crypto';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { problem } from './problem.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Every request to the admin listener carries `X-Service-Token`; people never come here. */
export function requireServiceToken(serviceToken: string) {
  const wanted = digest(serviceToken);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const sent = request.headers['x-service-token'];
    if (typeof sent === 'string' && timingSafeEqual(digest(sent), wanted)) return;
    await reply
      .status(401)
      .type('application/problem+json')
      .send(problem(401, 'request.token-missing', 'This address is for the back office alone.'));
  };
}
