import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: $localize`Decisions`,
    data: {
      description: $localize`What was decided, by whom and why, for what was chosen and for what was not, and what each decision aims to change.`,
    },
    loadComponent: () => import('./decisions-page.js').then((m) => m.DecisionsPage),
  },
  {
    path: ':number',
    title: $localize`Decision`,
    loadComponent: () => import('./decision-page.js').then((m) => m.DecisionPage),
  },
] satisfies Routes;
