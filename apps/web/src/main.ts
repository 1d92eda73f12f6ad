import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app.js';
import { appConfig } from './app/app.config.js';
import { PageAtRest } from './app/shell/page-at-rest.js';

bootstrapApplication(App, appConfig)
  .then(({ injector }) => injector.get(PageAtRest).follow())
  .catch((error: unknown) => reportError(error));
