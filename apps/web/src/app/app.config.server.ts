import { HttpBackend } from '@angular/common/http';
import {
  type ApplicationConfig,
  CSP_NONCE,
  DOCUMENT,
  inject,
  provideAppInitializer,
  REQUEST_CONTEXT,
  TransferState,
} from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import type { RenderContext } from '../server/render-context.js';
import { serverRoutes } from './app.routes.server.js';
import { SENT_FORM_STATE } from './shell/sent-form.js';
import { API_ORIGIN, StraightToApi } from './shell/straight-to-api.js';
import { SITE, SITE_STATE, siteDefaults } from './shell/site.js';

/** None while the build looks through the routes. */
const context = () => inject(REQUEST_CONTEXT, { optional: true }) as RenderContext | null;

export const serverConfig: ApplicationConfig = {
  providers: [
    provideServerRendering(withRoutes(serverRoutes)),
    { provide: CSP_NONCE, useFactory: () => context()?.nonce ?? null },
    { provide: API_ORIGIN, useFactory: () => context()?.apiUrl ?? null },
    { provide: HttpBackend, useClass: StraightToApi },
    { provide: SITE, useFactory: () => context()?.site ?? siteDefaults },
    provideAppInitializer(() => {
      const state = inject(TransferState);
      state.set(SITE_STATE, inject(SITE));
      const sent = context()?.sent;
      if (sent) state.set(SENT_FORM_STATE, sent);
      const nonce = inject(CSP_NONCE);
      // Where the browser's Angular looks for it: below the body. Styles of pages opened later carry it.
      if (nonce) inject(DOCUMENT).querySelector('ct-root')?.setAttribute('ngCspNonce', nonce);
    }),
  ],
};
