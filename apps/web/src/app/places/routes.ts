import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: $localize`Places`,
    data: {
      description: $localize`The council and its wards: find yours by postcode, on the map or in the list.`,
    },
    loadComponent: () => import('./places-page.js').then((m) => m.PlacesPage),
  },
  {
    path: ':slug',
    title: $localize`Place`,
    loadComponent: () => import('./place-page.js').then((m) => m.PlacePage),
  },
] satisfies Routes;
