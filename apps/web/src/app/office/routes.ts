import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { officePage } from './office-pages.js';

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
      officePage('rounds/new', $localize`Set up a round`, () =>
        import('./set-up/set-up-page.js').then((m) => m.SetUpPage),
      ),
      officePage('rounds/:slug/edit', $localize`Change a draft round`, () =>
        import('./set-up/set-up-page.js').then((m) => m.SetUpPage),
      ),
      officePage('rounds/:slug/count', $localize`Count the votes`, () =>
        import('./counting/count-page.js').then((m) => m.CountPage),
      ),
      officePage('rounds/:slug/publish', $localize`Publish the outcome`, () =>
        import('./publishing/publish-page.js').then((m) => m.PublishPage),
      ),
      officePage('rounds/:slug/roll', $localize`The list of voters`, () =>
        import('./roll/roll-page.js').then((m) => m.RollPage),
      ),
      officePage('rounds/:slug/roll/claims', $localize`Claims to be on the list of voters`, () =>
        import('./roll/claims-page.js').then((m) => m.ClaimsPage),
      ),
      officePage('rounds/:slug/roll/remove', $localize`Take somebody off the list of voters`, () =>
        import('./roll/remove-page.js').then((m) => m.RemovePage),
      ),
      officePage('rounds/:slug/roll/table', $localize`At the table`, () =>
        import('./roll/table-page.js').then((m) => m.TablePage),
      ),
      officePage('rounds/:slug/paper', $localize`Paper ballots`, () =>
        import('./paper/paper-page.js').then((m) => m.PaperPage),
      ),
      officePage('rounds/:slug/paper/print', $localize`Print ballot sheets`, () =>
        import('./paper/print-page.js').then((m) => m.PrintPage),
      ),
      officePage('rounds/:slug/paper/sample', $localize`Check paper ballots by dice`, () =>
        import('./paper/sample-page.js').then((m) => m.SamplePage),
      ),
      officePage('rounds/:slug/paper/batches/:batch', $localize`A box of paper ballots`, () =>
        import('./paper/batch-page.js').then((m) => m.BatchPage),
      ),
      officePage('rounds/:slug/vote', $localize`The vote`, () =>
        import('./closing/vote-desk-page.js').then((m) => m.VoteDeskPage),
      ),
      officePage('rounds/:slug', $localize`Run a round`, () =>
        import('./desk/round-desk-page.js').then((m) => m.RoundDeskPage),
      ),
      {
        path: 'proposals/:number',
        pathMatch: 'full',
        redirectTo: ({ params }) =>
          inject(Router).createUrlTree(['/office/reviews'], { queryParams: { n: params['number'] } }),
      },
      officePage('reviews', $localize`Reviews`, () =>
        import('./reviewing/reviews-page.js').then((m) => m.ReviewsPage),
      ),
      officePage('departments', $localize`Departments`, () =>
        import('./reviewing/departments-page.js').then((m) => m.DepartmentsPage),
      ),
      officePage('rounds/:slug/questions', $localize`What a round asks of its proposals`, () =>
        import('./reviewing/plan-page.js').then((m) => m.PlanPage),
      ),
      officePage('proposals/:number/merge', $localize`Join proposals`, () =>
        import('./merging/merge-page.js').then((m) => m.MergePage),
      ),
      officePage('proposals/:number/split', $localize`Split a proposal`, () =>
        import('./merging/split-page.js').then((m) => m.SplitPage),
      ),
      officePage('delivery', $localize`Projects being delivered`, () =>
        import('./delivering/projects-page.js').then((m) => m.ProjectsPage),
      ),
      officePage('delivery/:number', $localize`Deliver a project`, () =>
        import('./delivering/project-page.js').then((m) => m.ProjectPage),
      ),
      officePage('imports', $localize`Imports`, () =>
        import('./imports/imports-page.js').then((m) => m.ImportsPage),
      ),
      officePage('imports/:id', $localize`An import`, () =>
        import('./imports/import-page.js').then((m) => m.ImportPage),
      ),
      officePage('decisions/:number', $localize`Write a decision`, () =>
        import('./deciding/decision-page.js').then((m) => m.DecisionPage),
      ),
      officePage('moderation', $localize`Moderation`, () =>
        import('./moderating/queue-page.js').then((m) => m.QueuePage),
      ),
      officePage('moderation/:number', $localize`A case`, () =>
        import('./moderating/case-page.js').then((m) => m.CasePage),
      ),
      officePage('audit', $localize`Audit log`, () =>
        import('./auditing/audit-page.js').then((m) => m.AuditPage),
      ),
      officePage('listening', $localize`Listening`, () =>
        import('./listening/listening-page.js').then((m) => m.ListeningPage),
      ),
      officePage('mails', $localize`Mails that did not get away`, () =>
        import('./mails/mails-page.js').then((m) => m.MailsPage),
      ),
      officePage('postcodes', $localize`Postcodes`, () =>
        import('./postcodes/postcodes-page.js').then((m) => m.PostcodesPage),
      ),
      officePage('roles', $localize`Roles`, () => import('./roles/roles-page.js').then((m) => m.RolesPage)),
      {
        path: '**',
        title: $localize`Page not found`,
        loadComponent: () => import('../shell/pages/not-found-page.js').then((m) => m.NotFoundPage),
      },
    ],
  },
] satisfies Routes;
