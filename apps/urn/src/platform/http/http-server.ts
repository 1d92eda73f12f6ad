import helmet from '@fastify/helmet';
import { ValidationPipe, BadRequestException } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Config } from '../config/index.js';
import { ProblemFilter } from './problem.filter.js';
import { problem } from './problem.js';
import { refuseIdentity } from './refuse-identity.js';
import { requireServiceToken } from './require-service-token.js';

/** A ballot takes a few kilobytes. Fastify's own log stays off: it would write addresses. */
export const httpAdapter = (bodyLimit = 64 * 1024): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit,
    logger: false,
    requestTimeout: 10_000,
    routerOptions: { maxParamLength: 100 },
    // An address that holds no text (a broken escape) is nobody's, like every other that does not exist.
    frameworkErrors: (_fault: unknown, _request: FastifyRequest, reply: FastifyReply) =>
      void reply
        .code(404)
        .type('application/problem+json')
        .send(problem(404, 'request.not-found', 'There is nothing at this address.')),
  });

/** The public door, `/urn`. */
export async function preparePublic(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  app.setGlobalPrefix('urn');
  app.getHttpAdapter().getInstance().addHook('onRequest', refuseIdentity);
  return prepare(app);
}

/** The back office's door, on a listener of its own. */
export async function prepareAdmin(
  app: NestFastifyApplication,
  { serviceToken }: Pick<Config, 'serviceToken'>,
): Promise<NestFastifyApplication> {
  app.setGlobalPrefix('admin');
  app.getHttpAdapter().getInstance().addHook('onRequest', requireServiceToken(serviceToken));
  return prepare(app);
}

async function prepare(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      exceptionFactory: (errors) =>
        new BadRequestException(
          problem(400, 'request.malformed', 'Some of what you sent cannot be used as it is.', {
            errors: errors.map(({ property }) => ({ field: property })),
          }),
        ),
    }),
  );
  app.useGlobalFilters(new ProblemFilter());
  closeAfterAnswers(app.getHttpAdapter().getInstance());
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    referrerPolicy: { policy: 'no-referrer' },
  });
  return app;
}

/** Once stopping, each answer ends its connection: otherwise kept-alive ones would hold the process for a minute. */
function closeAfterAnswers(server: FastifyInstance): void {
  let isStopping = false;
  server.addHook('preClose', async () => void (isStopping = true));
  server.addHook('onSend', async (_request, reply) => {
    if (isStopping) void reply.header('connection', 'close');
  });
}
