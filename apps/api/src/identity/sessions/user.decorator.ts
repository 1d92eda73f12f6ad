import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

import type { CurrentUser } from './current-user.js';

/** The signed-in person; behind `MaybeSignedIn` it can be `undefined`. */
export const User = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentUser | undefined =>
    context.switchToHttp().getRequest<{ user?: CurrentUser }>().user,
);
