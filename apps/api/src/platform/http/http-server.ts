import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Config } from '../config/index.js';
import { problem } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { validation } from './validation.js';
import { mustBeAnAddress, mustBeWellFormed } from './well-formed.js';

const MEBIBYTE = 1024 * 1024;

/** Bodies over 1 MiB are refused before they are read; uploaded files have a limit of their own. */
export const httpAdapter = ({ trustedProxies }: Pick<Config, 'trustedProxies'>): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: MEBIBYTE,
    trustProxy: trustedProxies,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    // An address that holds no text (a broken escape) is nobody's, like every other that does not exist.
    frameworkErrors: (_fault: unknown, _request: FastifyRequest, reply: FastifyReply) =>
      void reply.code(404).type('application/problem+json').send(nothingHere()),
  });

const nothingHere = () => problem(404, 'request.not-found', 'There is nothing at this address.');

/** Everything a request passes before it meets a controller; tests and `main.ts` share it. */
export async function prepareHttp(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 200 * MEBIBYTE, files: 1, fields: 10 } });
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    referrerPolicy: { policy: 'no-referrer' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', async ({ params, query, body }) => {
      mustBeAnAddress(params);
      mustBeWellFormed(query, body);
    })
    .addHook('onSend', async (request, reply) => {
      if (request.headers.authorization || request.headers.cookie) reply.header('cache-control', 'no-store');
    });
  app.enableShutdownHooks();
  return app;
}
