import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { forSignedIn } from './shell/session/guards.js';

export const routes: Routes = [
  { path: '', pathMatch: 'full', loadChildren: () => import('./home/routes.js') },
  { path: '', loadChildren: () => import('./about/routes.js') },
  {
    path: 'rounds/:slug/results',
    loadComponent: () => import('./results/results-page.js').then((m) => m.ResultsPage),
  },
  {
    path: 'rounds/:slug/compare',
    loadComponent: () => import('./results/compare-page.js').then((m) => m.ComparePage),
  },
  {
    path: 'rounds/:slug/you-said',
    loadComponent: () => import('./contributions/round-said-page.js').then((m) => m.RoundSaidPage),
  },
  {
    path: 'places/:slug/you-said',
    loadComponent: () => import('./contributions/place-said-page.js').then((m) => m.PlaceSaidPage),
  },
  {
    path: 'places/:slug/noticeboard',
    loadComponent: () => import('./contributions/noticeboard-page.js').then((m) => m.NoticeboardPage),
  },
  {
    path: 'open-contributions',
    title: $localize`What still waits for an answer`,
    data: {
      description: $localize`How much of what people put forward, support, comment on or vote on has no answer yet, and for how long.`,
    },
    loadComponent: () =>
      import('./contributions/open-contributions-page.js').then((m) => m.OpenContributionsPage),
  },
  ...forSignedIn({
    path: 'what-changed',
    title: $localize`What changed because of you`,
    loadComponent: () => import('./contributions/what-changed-page.js').then((m) => m.WhatChangedPage),
  }),
  {
    path: 'rounds/:slug/vote',
    title: $localize`Vote`,
    loadComponent: () => import('./ballot/vote-page.js').then((m) => m.VotePage),
  },
  {
    path: 'rounds/:slug/vote/assisted',
    title: $localize`Voting on a shared device`,
    loadComponent: () => import('./ballot/assisted-page.js').then((m) => m.AssistedPage),
  },
  {
    path: 'rounds/:slug/check',
    title: $localize`Check my vote`,
    loadComponent: () => import('./ballot/check/check-page.js').then((m) => m.CheckPage),
  },
  {
    path: 'how-your-vote-is-kept-secret',
    title: $localize`How your vote is kept secret`,
    loadComponent: () => import('./ballot/secrecy-page.js').then((m) => m.SecrecyPage),
  },
  { path: 'decisions', loadChildren: () => import('./decisions/routes.js') },
  { path: 'indicators', loadChildren: () => import('./indicators/routes.js') },
  { path: 'rounds', loadChildren: () => import('./rounds/routes.js') },
  { path: 'proposals', loadChildren: () => import('./proposals/routes.js') },
  { path: 'open-data', loadChildren: () => import('./open-data/routes.js') },
  { path: 'delivery', loadChildren: () => import('./delivery/routes.js') },
  { path: 'places', loadChildren: () => import('./places/routes.js') },
  ...forSignedIn({
    path: 'account/news',
    title: $localize`What changed`,
    loadComponent: () => import('./notices/news-page.js').then((m) => m.NewsPage),
  }),
  {
    path: 'unsubscribe',
    title: $localize`Stop e-mails`,
    loadComponent: () => import('./notices/unsubscribe-page.js').then((m) => m.UnsubscribePage),
  },
  { path: 'moderation', loadChildren: () => import('./moderation/routes.js') },
  { path: 'reports', loadChildren: () => import('./moderation/report-routes.js') },
  { path: 'account', loadChildren: () => import('./account/routes.js') },
  { path: 'mailbox', loadChildren: () => import('./mailbox/routes.js') },
  ...forSignedIn(
    { path: 'office', loadChildren: () => import('./office/routes.js') },
    'officer',
    'reviewer',
    'facilitator',
    'moderator',
    'auditor',
    'administrator',
  ),
  {
    path: 'sign-in',
    redirectTo: ({ queryParams }) => inject(Router).createUrlTree(['/account/sign-in'], { queryParams }),
  },
  {
    path: 'form-not-sent',
    title: $localize`That form was not sent`,
    loadComponent: () => import('./shell/pages/not-sent-page.js').then((m) => m.NotSentPage),
  },
  {
    path: '**',
    title: $localize`Page not found`,
    loadComponent: () => import('./shell/pages/not-found-page.js').then((m) => m.NotFoundPage),
  },
];
