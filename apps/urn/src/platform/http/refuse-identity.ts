import type { FastifyReply, FastifyRequest } from 'fastify';

import { problem } from './problem.js';

/** Headers that could say who sends a ballot. */
const IDENTITY =
  /^(cookie2?|(proxy-)?authorization|ticket|x-(user|ticket|auth|session|access-token|api-key).*)$/;

/** The public door never learns who is there: whoever says so by accident is told, not served. */
export async function refuseIdentity(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const told = Object.keys(request.headers).some((name) => IDENTITY.test(name));
  const inUrl = /[?&](ticket|token|user)=/i.test(request.url);
  if (!told && !inUrl) return;
  await reply
    .status(400)
    .type('application/problem+json')
    .send(problem(400, 'urn.identity-refused', 'The ballot box takes no cookie, no sign-in and no ticket.'));
}
