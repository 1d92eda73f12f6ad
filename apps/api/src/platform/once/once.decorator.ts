import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

export const ONCE = 'once';

/**
 * For acts that make something: sent twice with one `Idempotency-Key` by one person, they are done once, and the
 * second time answered as the first.
 */
export const Once = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(ONCE, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      schema: {
        type: 'string',
        minLength: 8,
        maxLength: 200,
        example: '0f0e6c0a-5d0b-4a53-9f8e-0e6b1f1f2a11',
      },
      description:
        'Of signed-in people, kept for 24 hours: the same request with the same key is answered as before, with the header `idempotency-replayed`, and does nothing. Another request with the key is refused (422 request.key-used-otherwise); one that comes while the first is under way waits for it (409 request.still-under-way after ten seconds). 409 request.outcome-unknown: the first was broken off. What was refused may be sent again with the same key.',
    }),
  );
