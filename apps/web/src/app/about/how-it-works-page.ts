import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Thread } from '@commonthread/govuk';

@Component({
  selector: 'ct-how-it-works-page',
  imports: [Breadcrumbs, RouterLink, Thread],
  templateUrl: './how-it-works-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HowItWorksPage {
  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
}
