import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Breadcrumbs } from '@commonthread/govuk';
import { SITE } from '../shell/site.js';
import { Waiting } from '../shell/waiting.js';
import { AboutApi } from './about-api.js';

@Component({
  selector: 'ct-privacy-page',
  imports: [Breadcrumbs, Waiting],
  templateUrl: './privacy-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivacyPage {
  private readonly api = inject(AboutApi);

  protected readonly kinds = this.api.kindsOfData();
  protected readonly schedule = this.api.retention();
  protected readonly council = inject(SITE).councilName;
  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
}
