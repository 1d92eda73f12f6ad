import { isPlatformBrowser } from '@angular/common';
import { inject, PLATFORM_ID } from '@angular/core';
import {
  type CanActivateFn,
  type CanMatchFn,
  RedirectCommand,
  type Route,
  Router,
  type RouterStateSnapshot,
} from '@angular/router';
import { type Role, Session } from './session.js';

const inBrowser: CanMatchFn = () => isPlatformBrowser(inject(PLATFORM_ID));
const onServer: CanMatchFn = () => !isPlatformBrowser(inject(PLATFORM_ID));

/** Lets signed-in people in; sends others to sign in and brings them back. */
export const signedIn: CanActivateFn = (_route, state) => enter(state, []);

/** Lets holders of one of the roles in; tells others that the page is not theirs. The API judges again. */
export function holdsRole(...roles: readonly Role[]): CanActivateFn {
  return (_route, state) => enter(state, roles);
}

async function enter({ url }: RouterStateSnapshot, roles: readonly Role[]): Promise<true | RedirectCommand> {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready();
  if (!session.me())
    return new RedirectCommand(router.createUrlTree(['/account/sign-in'], { queryParams: { return: url } }));
  if (roles.length === 0 || session.holds(...roles)) return true;
  return new RedirectCommand(router.createUrlTree(['/not-yours']), { skipLocationChange: true });
}

/**
 * A route for signed-in people, or for holders of `roles`. The server, which knows nobody, shows "one moment" in its
 * place; the browser decides.
 */
export function forSignedIn(route: Route, ...roles: readonly Role[]): Route[] {
  return [
    { ...route, canMatch: [inBrowser], canActivate: [holdsRole(...roles)] },
    {
      path: route.path ?? '',
      canMatch: [onServer],
      ...(route.title ? { title: route.title } : {}),
      children: [
        {
          path: '**',
          loadComponent: () => import('../pages/one-moment-page.js').then((m) => m.OneMomentPage),
        },
      ],
    },
  ];
}
