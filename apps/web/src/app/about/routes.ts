import type { Routes } from '@angular/router';

export default [
  {
    path: 'how-it-works',
    title: $localize`How it works`,
    data: {
      description: $localize`The seven steps from an idea to whether it worked, and who does what at each.`,
    },
    loadComponent: () => import('./how-it-works-page.js').then((m) => m.HowItWorksPage),
  },
  {
    path: 'accessibility',
    title: $localize`Accessibility statement`,
    loadComponent: () => import('./accessibility-page.js').then((m) => m.AccessibilityPage),
  },
  {
    path: 'privacy',
    title: $localize`Privacy`,
    loadComponent: () => import('./privacy-page.js').then((m) => m.PrivacyPage),
  },
  {
    path: 'not-yours',
    title: $localize`You cannot use this page`,
    loadComponent: () => import('../shell/pages/not-yours-page.js').then((m) => m.NotYoursPage),
  },
] satisfies Routes;
