import {
  type ArgumentMetadata,
  BadRequestException,
  type ValidationError,
  ValidationPipe,
} from '@nestjs/common';

import { keptTexts } from './kept-text.js';
import { type FieldFault, problem } from './problem.js';

/** Shapes are checked here and nowhere else: unknown fields are refused, every fault is named at once. */
export const validation = (): ValidationPipe =>
  new KeptTextsPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new BadRequestException(
        problem(400, 'request.malformed', 'Some of what you sent cannot be used as it is.', {
          errors: faultsOf(errors),
        }),
      ),
  });

/** Texts are cleaned before their length is looked at. */
class KeptTextsPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return super.transform(metadata.type === 'body' ? keptTexts(value) : value, metadata);
  }
}

function faultsOf(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const field = path === '' ? property : `${path}.${property}`;
    const own = Object.entries(constraints ?? {}).map(([code, message]) => ({ field, code, message }));
    return [...own, ...faultsOf(children ?? [], field)];
  });
}
