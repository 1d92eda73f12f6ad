import type { Routes } from '@angular/router';
import { forSignedIn } from '../shell/session/guards.js';

export default [
  {
    path: 'register',
    title: $localize`Register`,
    loadComponent: () => import('./register-page.js').then((m) => m.RegisterPage),
  },
  {
    path: 'check-your-mail',
    title: $localize`Check your e-mail`,
    loadComponent: () => import('./check-your-mail-page.js').then((m) => m.CheckYourMailPage),
  },
  {
    path: 'confirm',
    title: $localize`Confirm your e-mail address`,
    loadComponent: () => import('./confirm-page.js').then((m) => m.ConfirmPage),
  },
  {
    path: 'sign-in',
    title: $localize`Sign in`,
    loadComponent: () => import('./sign-in-page.js').then((m) => m.SignInPage),
  },
  {
    path: 'forgot',
    title: $localize`Ask for a new password`,
    loadComponent: () => import('./forgot-page.js').then((m) => m.ForgotPage),
  },
  { path: 'reset-request', redirectTo: 'forgot' },
  {
    path: 'reset',
    title: $localize`Choose a new password`,
    loadComponent: () => import('./reset-page.js').then((m) => m.ResetPage),
  },
  ...forSignedIn({
    path: 'my-data',
    title: $localize`Your data`,
    loadComponent: () => import('./my-data-page.js').then((m) => m.MyDataPage),
  }),
  ...forSignedIn({
    path: 'leave',
    title: $localize`Delete your account`,
    loadComponent: () => import('./leave-page.js').then((m) => m.LeavePage),
  }),
  ...forSignedIn({
    path: '',
    pathMatch: 'full',
    title: $localize`Your account`,
    loadComponent: () => import('./account-page.js').then((m) => m.AccountPage),
  }),
] satisfies Routes;
