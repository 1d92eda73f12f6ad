import type { Routes } from '@angular/router';
import { forSignedIn } from '../shell/session/guards.js';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Moderation log`,
    data: {
      description: $localize`What was reported here, what was decided about it and why.`,
    },
    loadComponent: () => import('./log-page.js').then((m) => m.LogPage),
  },
  ...forSignedIn({
    path: 'mine',
    title: $localize`Decisions about what you wrote`,
    loadComponent: () => import('./my-cases-page.js').then((m) => m.MyCasesPage),
  }),
] satisfies Routes;
