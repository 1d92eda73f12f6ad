import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SkipLink } from '@commonthread/govuk';
import { SiteFooter } from './shell/site-footer.js';
import { SiteHeader } from './shell/site-header.js';

@Component({
  selector: 'ct-root',
  imports: [RouterOutlet, SiteFooter, SiteHeader, SkipLink],
  template: `
    <ct-skip-link />
    <ct-site-header />
    <div class="govuk-width-container ct-page">
      <main class="govuk-main-wrapper" id="main" tabindex="-1"><router-outlet /></main>
    </div>
    <ct-site-footer />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {}
