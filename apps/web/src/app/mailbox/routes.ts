import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: $localize`Demonstration mailbox`,
    data: {
      description: $localize`Mails, accounts and codes of this demonstration. Nothing here is real.`,
    },
    loadComponent: () => import('./mailbox-page.js').then((m) => m.MailboxPage),
  },
] satisfies Routes;
