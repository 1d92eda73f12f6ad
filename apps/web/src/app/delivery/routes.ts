import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: $localize`Delivery`,
    data: {
      description: $localize`What was funded and how far it has come: who delivers it, by when, what it costs and what slipped.`,
    },
    loadComponent: () => import('./delivery-page.js').then((m) => m.DeliveryPage),
  },
] satisfies Routes;
