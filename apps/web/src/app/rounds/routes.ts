import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: $localize`Rounds`,
    data: {
      description: $localize`What is being decided now, what was decided, and how to take part in it.`,
    },
    loadComponent: () => import('./rounds-page.js').then((m) => m.RoundsPage),
  },
  {
    path: ':slug',
    title: $localize`Round`,
    loadComponent: () => import('./round-page.js').then((m) => m.RoundPage),
  },
  {
    path: ':slug/ballot-paper',
    title: $localize`Ballot paper`,
    loadComponent: () => import('./ballot-paper-page.js').then((m) => m.BallotPaperPage),
  },
  {
    path: ':slug/press',
    title: $localize`Press sheet`,
    loadComponent: () => import('./press-page.js').then((m) => m.PressPage),
  },
] satisfies Routes;
