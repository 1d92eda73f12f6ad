import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', pathMatch: 'full', loadChildren: () => import('./home/routes.js') },
  { path: '', loadChildren: () => import('./about/routes.js') },
  { path: 'indicators', loadChildren: () => import('./indicators/routes.js') },
  { path: 'rounds', loadChildren: () => import('./rounds/routes.js') },
  { path: 'places', loadChildren: () => import('./places/routes.js') },
  {
    path: '**',
    title: $localize`Page not found`,
    loadComponent: () => import('./shell/pages/not-found-page.js').then((m) => m.NotFoundPage),
  },
];
