import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Breadcrumbs } from '@commonthread/govuk';
import { SITE } from '../shell/site.js';

@Component({
  selector: 'ct-privacy-page',
  imports: [Breadcrumbs],
  templateUrl: './privacy-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivacyPage {
  protected readonly council = inject(SITE).councilName;
  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
}
