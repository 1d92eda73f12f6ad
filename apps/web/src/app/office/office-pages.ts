import type { Type } from '@angular/core';
import type { Route } from '@angular/router';
import { holdsRole } from '../shell/session/guards.js';
import type { Role } from '../shell/session/session.js';

/** Who may open what in the office: its guards and its menus go by this one list. The API judges again. */
export const MAY_OPEN = {
  'rounds/new': ['officer'],
  'rounds/:slug/edit': ['officer'],
  'rounds/:slug/count': ['officer', 'auditor'],
  'rounds/:slug/publish': ['officer', 'auditor'],
  'rounds/:slug/roll': ['officer', 'auditor'],
  'rounds/:slug/roll/claims': ['officer'],
  'rounds/:slug/roll/remove': ['officer'],
  'rounds/:slug/roll/table': ['officer', 'facilitator'],
  'rounds/:slug/paper': ['officer', 'auditor'],
  'rounds/:slug/paper/print': ['officer'],
  'rounds/:slug/paper/sample': ['officer', 'auditor'],
  'rounds/:slug/paper/batches/:batch': ['officer', 'auditor'],
  'rounds/:slug/vote': ['officer', 'auditor'],
  'rounds/:slug': ['officer'],
  reviews: ['officer', 'reviewer', 'auditor'],
  departments: ['officer', 'administrator'],
  'rounds/:slug/questions': ['officer'],
  'proposals/:number/merge': ['officer'],
  'proposals/:number/split': ['officer'],
  delivery: ['officer'],
  'delivery/:number': ['officer'],
  imports: ['officer'],
  'imports/:id': ['officer'],
  'decisions/:number': ['officer'],
  moderation: ['moderator', 'auditor'],
  'moderation/:number': ['moderator', 'auditor'],
  audit: ['auditor', 'administrator'],
  listening: ['facilitator', 'officer'],
  mails: ['administrator'],
  postcodes: ['administrator'],
  roles: ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type OfficePath = keyof typeof MAY_OPEN;

export function officePage(
  path: OfficePath,
  title: string,
  loadComponent: () => Promise<Type<unknown>>,
): Route {
  return { path, title, canActivate: [holdsRole(...MAY_OPEN[path])], loadComponent };
}
