import type { Routes } from '@angular/router';
import { forSignedIn } from '../shell/session/guards.js';

export default [
  {
    path: '',
    title: $localize`Proposals`,
    data: {
      description: $localize`What people have asked for: search it, see it on the map, support it, follow it.`,
    },
    loadComponent: () => import('./proposals-page.js').then((m) => m.ProposalsPage),
  },
  ...forSignedIn({
    path: 'new',
    title: $localize`Put forward an idea`,
    loadComponent: () => import('./new-proposal-page.js').then((m) => m.NewProposalPage),
  }),
  ...forSignedIn({
    path: 'mine',
    title: $localize`Your proposals`,
    loadComponent: () => import('./my-proposals-page.js').then((m) => m.MyProposalsPage),
  }),
  ...forSignedIn({
    path: 'join',
    title: $localize`Write a proposal together`,
    loadComponent: () => import('./join-page.js').then((m) => m.JoinPage),
  }),
  {
    path: 'suggestions/:id',
    title: $localize`Join or split proposals`,
    loadComponent: () => import('./suggestion-page.js').then((m) => m.SuggestionPage),
  },
  ...forSignedIn({
    path: ':number/edit',
    title: $localize`Write your proposal`,
    loadComponent: () => import('./edit-proposal-page.js').then((m) => m.EditProposalPage),
  }),
  ...forSignedIn({
    path: ':number/letter',
    title: $localize`Letter about a proposal`,
    loadComponent: () => import('./letter-page.js').then((m) => m.LetterPage),
  }),
  ...forSignedIn({
    path: ':number/decision-letter',
    title: $localize`Letter about a decision`,
    loadComponent: () => import('./decision-letter-page.js').then((m) => m.DecisionLetterPage),
  }),
  {
    path: ':number',
    title: $localize`Proposal`,
    loadComponent: () => import('./proposal-page.js').then((m) => m.ProposalPage),
  },
] satisfies Routes;
