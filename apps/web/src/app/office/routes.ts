import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { holdsRole } from '../shell/session/guards.js';

const officer = [holdsRole('officer')];

export default [
  {
    path: '',
    loadComponent: () => import('./office-frame.js').then((m) => m.OfficeFrame),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`Office`,
        loadComponent: () => import('./home/office-page.js').then((m) => m.OfficePage),
      },
      {
        path: 'rounds/new',
        title: $localize`Set up a round`,
        canActivate: officer,
        loadComponent: () => import('./set-up/set-up-page.js').then((m) => m.SetUpPage),
      },
      {
        path: 'rounds/:slug/edit',
        title: $localize`Change a draft round`,
        canActivate: officer,
        loadComponent: () => import('./set-up/set-up-page.js').then((m) => m.SetUpPage),
      },
      {
        path: 'rounds/:slug/count',
        title: $localize`Count the votes`,
        canActivate: [holdsRole('officer', 'auditor')],
        loadComponent: () => import('./counting/count-page.js').then((m) => m.CountPage),
      },
      {
        path: 'rounds/:slug/publish',
        title: $localize`Publish the outcome`,
        canActivate: [holdsRole('officer', 'auditor')],
        loadComponent: () => import('./publishing/publish-page.js').then((m) => m.PublishPage),
      },
      {
        path: 'rounds/:slug/roll',
        title: $localize`The list of voters`,
        canActivate: [holdsRole('officer', 'auditor')],
        loadComponent: () => import('./roll/roll-page.js').then((m) => m.RollPage),
      },
      {
        path: 'rounds/:slug/roll/claims',
        title: $localize`Claims to be on the list of voters`,
        canActivate: officer,
        loadComponent: () => import('./roll/claims-page.js').then((m) => m.ClaimsPage),
      },
      {
        path: 'rounds/:slug/roll/table',
        title: $localize`At the table`,
        canActivate: [holdsRole('officer', 'facilitator')],
        loadComponent: () => import('./roll/table-page.js').then((m) => m.TablePage),
      },
      {
        path: 'rounds/:slug/paper',
        title: $localize`Paper ballots`,
        canActivate: [holdsRole('officer', 'auditor')],
        loadComponent: () => import('./paper/paper-page.js').then((m) => m.PaperPage),
      },
      {
        path: 'rounds/:slug/paper/print',
        title: $localize`Print ballot sheets`,
        canActivate: officer,
        loadComponent: () => import('./paper/print-page.js').then((m) => m.PrintPage),
      },
      {
        path: 'rounds/:slug/paper/sample',
        title: $localize`Check paper ballots by dice`,
        canActivate: [holdsRole('officer', 'auditor')],
        loadComponent: () => import('./paper/sample-page.js').then((m) => m.SamplePage),
      },
      {
        path: 'rounds/:slug/paper/batches/:batch',
        title: $localize`A box of paper ballots`,
        canActivate: [holdsRole('officer', 'auditor')],
        loadComponent: () => import('./paper/batch-page.js').then((m) => m.BatchPage),
      },
      {
        path: 'rounds/:slug/vote',
        title: $localize`The vote`,
        canActivate: [holdsRole('officer', 'auditor')],
        loadComponent: () => import('./closing/vote-desk-page.js').then((m) => m.VoteDeskPage),
      },
      {
        path: 'rounds/:slug',
        title: $localize`Run a round`,
        canActivate: officer,
        loadComponent: () => import('./desk/round-desk-page.js').then((m) => m.RoundDeskPage),
      },
      {
        path: 'proposals/:number',
        pathMatch: 'full',
        redirectTo: ({ params }) =>
          inject(Router).createUrlTree(['/office/reviews'], { queryParams: { n: params['number'] } }),
      },
      {
        path: 'reviews',
        title: $localize`Reviews`,
        canActivate: [holdsRole('officer', 'reviewer', 'auditor')],
        loadComponent: () => import('./reviewing/reviews-page.js').then((m) => m.ReviewsPage),
      },
      {
        path: 'departments',
        title: $localize`Departments`,
        canActivate: [holdsRole('officer', 'administrator')],
        loadComponent: () => import('./reviewing/departments-page.js').then((m) => m.DepartmentsPage),
      },
      {
        path: 'rounds/:slug/questions',
        title: $localize`What a round asks of its proposals`,
        canActivate: officer,
        loadComponent: () => import('./reviewing/plan-page.js').then((m) => m.PlanPage),
      },
      {
        path: 'proposals/:number/merge',
        title: $localize`Join proposals`,
        canActivate: officer,
        loadComponent: () => import('./merging/merge-page.js').then((m) => m.MergePage),
      },
      {
        path: 'proposals/:number/split',
        title: $localize`Split a proposal`,
        canActivate: officer,
        loadComponent: () => import('./merging/split-page.js').then((m) => m.SplitPage),
      },
      {
        path: 'delivery',
        title: $localize`Projects being delivered`,
        canActivate: officer,
        loadComponent: () => import('./delivering/projects-page.js').then((m) => m.ProjectsPage),
      },
      {
        path: 'delivery/:number',
        title: $localize`Deliver a project`,
        canActivate: officer,
        loadComponent: () => import('./delivering/project-page.js').then((m) => m.ProjectPage),
      },
      {
        path: 'imports',
        title: $localize`Imports`,
        canActivate: officer,
        loadComponent: () => import('./imports/imports-page.js').then((m) => m.ImportsPage),
      },
      {
        path: 'imports/:id',
        title: $localize`An import`,
        canActivate: officer,
        loadComponent: () => import('./imports/import-page.js').then((m) => m.ImportPage),
      },
      {
        path: 'decisions/:number',
        title: $localize`Write a decision`,
        canActivate: officer,
        loadComponent: () => import('./deciding/decision-page.js').then((m) => m.DecisionPage),
      },
      {
        path: 'moderation',
        title: $localize`Moderation`,
        canActivate: [holdsRole('moderator', 'auditor')],
        loadComponent: () => import('./moderating/queue-page.js').then((m) => m.QueuePage),
      },
      {
        path: 'moderation/:number',
        title: $localize`A case`,
        canActivate: [holdsRole('moderator', 'auditor')],
        loadComponent: () => import('./moderating/case-page.js').then((m) => m.CasePage),
      },
      {
        path: 'audit',
        title: $localize`Audit log`,
        canActivate: [holdsRole('auditor', 'administrator')],
        loadComponent: () => import('./auditing/audit-page.js').then((m) => m.AuditPage),
      },
      {
        path: 'listening',
        title: $localize`Listening`,
        canActivate: [holdsRole('facilitator', 'officer')],
        loadComponent: () => import('./listening/listening-page.js').then((m) => m.ListeningPage),
      },
      {
        path: 'roles',
        title: $localize`Roles`,
        canActivate: [holdsRole('administrator')],
        loadComponent: () => import('./roles/roles-page.js').then((m) => m.RolesPage),
      },
      {
        path: '**',
        title: $localize`Page not found`,
        loadComponent: () => import('../shell/pages/not-found-page.js').then((m) => m.NotFoundPage),
      },
    ],
  },
] satisfies Routes;
