import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Breadcrumbs } from '@commonthread/govuk';
import { SITE } from '../shell/site.js';

@Component({
  selector: 'ct-accessibility-page',
  imports: [Breadcrumbs],
  templateUrl: './accessibility-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccessibilityPage {
  protected readonly council = inject(SITE).councilName;
  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
}
