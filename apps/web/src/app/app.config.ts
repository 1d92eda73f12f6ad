import { registerLocaleData } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import enGb from '@angular/common/locales/en-GB';
import {
  type ApplicationConfig,
  inject,
  LOCALE_ID,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideClientHydration,
  withHttpTransferCacheOptions,
  withI18nSupport,
  withNoIncrementalHydration,
} from '@angular/platform-browser';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { routes } from './app.routes.js';
import { PageFocus } from './shell/page-focus.js';
import { PageHead } from './shell/page-head.js';
import { sentOnce } from './shell/session/sent-once.js';
import { withSession } from './shell/session/with-session.js';
import { surviveTranslation } from './shell/translated/survive-translation.js';

registerLocaleData(enGb);

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    surviveTranslation(),
    provideBrowserGlobalErrorListeners(),
    { provide: LOCALE_ID, useValue: 'en-GB' },
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageHead },
    provideHttpClient(withInterceptors([sentOnce, withSession])),
    // Whatever the server fetched was public, so the page may carry it, whatever its cache headers say.
    provideClientHydration(
      withI18nSupport(),
      withNoIncrementalHydration(),
      withHttpTransferCacheOptions({ includeNonCacheableRequests: true }),
    ),
    provideAppInitializer(() => inject(PageFocus).follow()),
  ],
};
