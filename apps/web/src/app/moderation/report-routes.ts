import type { Routes } from '@angular/router';

export default [
  {
    path: 'new',
    title: $localize`Report something`,
    loadComponent: () => import('./report-page.js').then((m) => m.ReportPage),
  },
  {
    path: '',
    pathMatch: 'full',
    title: $localize`What became of a report`,
    loadComponent: () => import('./ticket-page.js').then((m) => m.TicketPage),
  },
  {
    path: ':ticket',
    title: $localize`What became of a report`,
    loadComponent: () => import('./ticket-page.js').then((m) => m.TicketPage),
  },
] satisfies Routes;
