import { DomainError, isDatabaseAway, type ErrorKind } from '@commonthread/kernel';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { problem, type Problem } from './problem.js';

const STATUS: Record<ErrorKind, number> = {
  'not-found': 404,
  invalid: 422,
  conflict: 409,
  forbidden: 403,
  unauthorised: 401,
  gone: 410,
  'too-many': 429,
};

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  401: 'identity.sign-in-needed',
  403: 'request.forbidden',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  406: 'request.not-acceptable',
  413: 'request.too-large',
  415: 'request.unsupported-type',
  429: 'request.too-many',
};

/** What the reader of uploads says of a form that breaks off; it gives no code and no status. */
const BROKEN_FORM =
  /^(Unexpected end of (multipart data|form|file)|Part terminated early|Multipart: Boundary not found)/;

/** Turns every refusal into problem+json; what is not a refusal becomes a 500 that says nothing about the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const answer = this.problemOf(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (typeof answer['retryAfterSeconds'] === 'number') {
      void reply.header('retry-after', String(answer['retryAfterSeconds']));
    }
    void reply.status(answer.status).type('application/problem+json').send(answer);
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof DomainError) {
      return problem(STATUS[error.kind], error.code, error.message, error.params);
    }
    if (error instanceof HttpException) {
      const body = error.getResponse();
      if (typeof body === 'object' && 'type' in body) return body as Problem;
      return ofStatus(error.getStatus());
    }
    const status = (error as { statusCode?: unknown } | null)?.statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500) return ofStatus(status);
    if (error instanceof Error && BROKEN_FORM.test(error.message)) return ofStatus(400);
    if (isDatabaseAway(error)) {
      this.log.warn(`database not available: ${String((error as { code?: unknown }).code ?? 'no answer')}`);
      return problem(
        503,
        'server.not-available',
        'The service cannot be reached just now. Nothing was saved. Try again in a moment.',
        { retryAfterSeconds: 2 },
      );
    }

    this.log.error(error instanceof Error ? (error.stack ?? error.message) : 'thrown value is not an Error');
    return problem(
      500,
      'server.fault',
      'Something went wrong on our side. Nothing was saved. Try again later.',
    );
  }
}

function ofStatus(status: number): Problem {
  const code = CODE_OF_STATUS[status] ?? 'request.refused';
  return problem(
    status,
    code,
    code === 'identity.sign-in-needed' ? 'Sign in first.' : 'The request was not understood.',
  );
}
