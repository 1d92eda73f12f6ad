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
  401: 'request.token-missing',
  404: 'request.not-found',
  413: 'request.too-large',
  415: 'request.unsupported-type',
};

/**
 * Turns every refusal into problem+json. Logs a fault's kind and place only: the message of a database error can
 * hold the values of a ballot.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const answer = this.problemOf(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (answer.status === 503) void reply.header('retry-after', '2');
    void reply.status(answer.status).type('application/problem+json').send(answer);
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof DomainError) {
      return problem(STATUS[error.kind], error.code, error.message, error.params);
    }
    if (error instanceof HttpException) {
      const body = error.getResponse();
      return typeof body === 'object' && 'type' in body ? (body as Problem) : ofStatus(error.getStatus());
    }
    const { statusCode, code, name, stack } = error as {
      statusCode?: unknown;
      code?: unknown;
      name?: string;
      stack?: string;
    };
    if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return ofStatus(statusCode);
    if (isDatabaseAway(error)) {
      this.log.warn(`database not available: ${String(code ?? 'no answer')}`);
      return problem(
        503,
        'urn.not-available',
        'The ballot box cannot be reached just now. Nothing was stored. Try again.',
      );
    }
    const places = (stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
    this.log.error([`${name ?? 'fault'} ${String(code ?? '')}`, ...places].join('\n'));
    return problem(
      500,
      'server.fault',
      'Something went wrong on our side. Nothing was stored. Try again later.',
    );
  }
}

function ofStatus(status: number): Problem {
  return problem(status, CODE_OF_STATUS[status] ?? 'request.refused', 'The request was not understood.');
}
