import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, mergeMap, type Observable, of } from 'rxjs';

import { ONCE } from './once.decorator.js';
import { type OnceCall, OnceCalls } from './once-calls.js';

/** Answers a call that came before with what it was answered then. */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  private readonly log = new Logger('once');

  constructor(
    private readonly reflector: Reflector,
    private readonly calls: OnceCalls,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & { user?: { id: string } }>();
    const key = request.headers['idempotency-key'];
    const marked = this.reflector.get<boolean | undefined>(ONCE, context.getHandler());
    if (!marked || key === undefined || !request.user) return next.handle();

    const call = this.calls.call(request.user.id, String(key), whatIsAsked(request));
    const before = await this.calls.begin(call);
    if (before) {
      // The file of a form is not read again, but has to be taken in before an answer gets through.
      if (request.isMultipart()) request.raw.resume();
      void http.getResponse<FastifyReply>().header('idempotency-replayed', 'true');
      return of(before.answer);
    }
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.kept(call, answer);
        return answer;
      }),
      catchError(async (refused: unknown) => {
        await this.calls.forget(call);
        throw refused;
      }),
    );
  }

  /** What was done is answered, whether or not the answer could be kept. */
  private async kept(call: OnceCall, answer: unknown): Promise<void> {
    try {
      await this.calls.finish(call, answer);
    } catch (fault) {
      this.log.warn(`an answer was not kept: ${fault instanceof Error ? fault.message : 'no reason'}`);
    }
  }
}

/** A form with a file is told apart by its length: the file itself is read by whoever stores it. */
function whatIsAsked(request: FastifyRequest): readonly unknown[] {
  const body = request.isMultipart() ? request.headers['content-length'] : request.body;
  return [request.method, request.url, body ?? null];
}
