import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: $localize`Indicators`,
    data: {
      description: $localize`What decisions here are held to: five themes, what to watch, what to ask and what is measured, with the latest figures.`,
    },
    loadComponent: () => import('./indicators-page.js').then((m) => m.IndicatorsPage),
  },
  {
    path: ':code',
    loadComponent: () => import('./indicator-page.js').then((m) => m.IndicatorPage),
  },
] satisfies Routes;
