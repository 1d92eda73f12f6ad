import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, DayPipe, MoneyPipe, NotificationBanner, Tag } from '@commonthread/govuk';
import { PageHead } from '../../shell/page-head.js';
import { proposalStateColour, proposalStateName } from '../../shell/proposal-states.js';
import { Waiting } from '../../shell/waiting.js';
import { OfficeApi } from '../office-api.js';
import { AssessForm } from './assess-form.js';

/** A proposal on the officer's desk: what it says, what was said about it, and the answer. */
@Component({
  selector: 'ct-assess-page',
  imports: [AssessForm, Breadcrumbs, DayPipe, MoneyPipe, NotificationBanner, RouterLink, Tag, Waiting],
  templateUrl: './assess-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessPage {
  private readonly api = inject(OfficeApi);

  readonly number = input.required<string>();

  protected readonly stateName = proposalStateName;
  protected readonly stateColour = proposalStateColour;
  protected readonly proposal = this.api.proposal(this.number);
  protected readonly answered = signal<string | null>(null);
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.proposal.hasValue()
      ? [
          {
            label: this.proposal.value().round.title,
            link: `/office/rounds/${this.proposal.value().round.slug}`,
          },
        ]
      : []),
  ]);
  /** States in which an officer has something to answer. */
  protected readonly canAnswer = computed(
    () =>
      this.proposal.hasValue() &&
      ['submitted', 'in-review', 'accepted', 'not-taken-forward'].includes(this.proposal.value().state),
  );

  constructor() {
    const head = inject(PageHead);
    effect(
      () => this.proposal.hasValue() && head.name($localize`Assess: ${this.proposal.value().title}:title:`),
    );
  }

  protected take(proposal: Api<'ProposalDto'>): void {
    this.proposal.set(proposal);
    this.answered.set(proposalStateName(proposal.state));
  }
}
