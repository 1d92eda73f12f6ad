import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Breadcrumbs, DayPipe, EmptyState, InsetText } from '@commonthread/govuk';
import { lastValue } from '../shell/last-value.js';
import { moderationActName, ruleName } from '../shell/moderation-words.js';
import { Waiting } from '../shell/waiting.js';
import { AnswerCase } from './answer-case.js';
import { ModerationApi } from './moderation-api.js';

/** What moderators decided about the reader's own words, with the one appeal there is. */
@Component({
  selector: 'ct-my-cases-page',
  imports: [AnswerCase, Breadcrumbs, DayPipe, EmptyState, InsetText, Waiting],
  templateUrl: './my-cases-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyCasesPage {
  private readonly api = inject(ModerationApi);

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Your account`, link: '/account' },
  ];
  protected readonly resource = this.api.mine();
  protected readonly cases = lastValue(this.resource);
  protected readonly ruleName = ruleName;
  protected readonly actName = moderationActName;

  protected again(): void {
    this.resource.reload();
  }
}
