import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { EmptyState, Tag, TimePipe } from '@commonthread/govuk';
import { ruleName } from '../../shell/moderation-words.js';
import { Waiting } from '../../shell/waiting.js';
import { ModeratingApi } from './moderating-api.js';

/** What waits for a moderator, longest waiting first. */
@Component({
  selector: 'ct-queue-page',
  imports: [EmptyState, RouterLink, Tag, TimePipe, Waiting],
  template: `
    <h1 class="govuk-heading-l" i18n>Moderation</h1>
    @if (queue.hasValue()) {
      <ul class="ct-tasks">
        @for (one of queue.value(); track one.number) {
          <li class="ct-tasks__item">
            <a class="govuk-link ct-tasks__link" [routerLink]="['/office/moderation', one.number]">{{
              whatOf(one)
            }}</a>
            <span class="ct-tasks__about"
              >{{ one.title }}, {{ one.place?.name }}, {{ one.openedAt | ctTime }}</span
            >
            @if (one.reports > 0) {
              <span class="ct-tasks__note">
                <ng-container i18n>{one.reports, plural,
                  =1 {1 report}
                  other {{{ one.reports }} reports}
                }</ng-container
                >: {{ rulesOf(one) }}
              </span>
            }
            @if (one.state === 'appealed') {
              <ct-tag colour="purple" i18n>Appeal</ct-tag>
            }
          </li>
        } @empty {
          <li>
            <ct-empty-state heading="Nothing waits for a moderator" i18n-heading>
              <p class="govuk-body" i18n>
                What readers report, appeals, and what young members write appear here.
              </p>
            </ct-empty-state>
          </li>
        }
      </ul>
    } @else {
      <ct-waiting [resource]="queue" what="what is waiting" i18n-what />
    }
    <p class="govuk-body">
      <a class="govuk-link" routerLink="/moderation" i18n>See the public moderation log</a>
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueuePage {
  protected readonly queue = inject(ModeratingApi).queue();

  protected whatOf({ state, origin, kind, number }: Api<'CaseInQueueDto'>): string {
    const comment = kind === 'comment';
    if (state === 'appealed') {
      return comment
        ? $localize`Answer an appeal about a comment (case ${number}:number:)`
        : $localize`Answer an appeal about a proposal (case ${number}:number:)`;
    }
    if (origin === 'new-post') {
      return comment
        ? $localize`Read a comment before it is public (case ${number}:number:)`
        : $localize`Read a proposal before it is public (case ${number}:number:)`;
    }
    return comment
      ? $localize`Decide about a reported comment (case ${number}:number:)`
      : $localize`Decide about a reported proposal (case ${number}:number:)`;
  }

  protected rulesOf({ rules }: Api<'CaseInQueueDto'>): string {
    return rules.map(ruleName).join(', ');
  }
}
