import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: $localize`Open data`,
    data: {
      description: $localize`Rounds, proposals, ballots, decisions, aims and readings as files that anybody may use, with what every field means.`,
    },
    loadComponent: () => import('./open-data-page.js').then((m) => m.OpenDataPage),
  },
] satisfies Routes;
