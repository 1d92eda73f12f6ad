import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, CountPipe } from '@commonthread/govuk';
import { Waiting } from '../shell/waiting.js';
import { ContributionsApi } from './contributions-api.js';

/** How much of what people gave nothing has become of yet, and for how long. In public, so that it is kept low. */
@Component({
  selector: 'ct-open-contributions-page',
  imports: [Breadcrumbs, CountPipe, RouterLink, Waiting],
  templateUrl: './open-contributions-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenContributionsPage {
  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly open = inject(ContributionsApi).open();

  protected ageWords({ fromDays, toDays }: { fromDays: number; toDays: number | null }): string {
    if (toDays === null) return $localize`${fromDays}:from: days or more`;
    return fromDays === 0
      ? $localize`Under ${toDays}:to: days`
      : $localize`${fromDays}:from: to ${toDays - 1}:to: days`;
  }
}
