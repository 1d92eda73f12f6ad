import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Breadcrumbs, EmptyState, Pagination } from '@commonthread/govuk';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Waiting } from '../../shell/waiting.js';
import { OfficeApi } from '../office-api.js';
import { ClaimForm } from './claim-form.js';
import { RollApi } from './roll-api.js';

/** People who ask to be on the list, and lines of a file that may be somebody who is on it. */
@Component({
  selector: 'ct-claims-page',
  imports: [Breadcrumbs, ClaimForm, EmptyState, Pagination, Waiting],
  template: `
    @if (round.hasValue() && claims()) {
      @let page = claims()!;
      <ct-breadcrumbs [crumbs]="crumbs()" />
      <div class="ct-text">
        <span class="govuk-caption-l">{{ round.value().title }}</span>
        <h1 class="govuk-heading-l" i18n>Claims to be on the list of voters</h1>
        <p class="govuk-body" i18n>
          Oldest first. Whoever asked reads your reason. Names and addresses are deleted once you have
          decided.
        </p>
        @if (done()) {
          <p class="govuk-body" role="status">{{ done() }}</p>
        }
        @for (claim of page.items; track claim.id) {
          <ct-claim-form [slug]="slug()" [claim]="claim" (decided)="decided($event)" />
        } @empty {
          <ct-empty-state heading="No claim is waiting" i18n-heading>
            <p class="govuk-body" i18n>New claims appear here until voting opens.</p>
          </ct-empty-state>
        }
        <ct-pagination [page]="page.page" [pageSize]="page.pageSize" [total]="page.total" />
      </div>
    } @else if (round.hasValue()) {
      <ct-waiting [resource]="asked" what="the claims" i18n-what />
    } @else {
      <ct-waiting [resource]="round" wholePage what="the round" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClaimsPage {
  private readonly api = inject(RollApi);

  readonly slug = input.required<string>();
  readonly page = input<string>();

  protected readonly round = inject(OfficeApi).round(this.slug);
  protected readonly asked = this.api.claims(this.slug, () => Math.max(1, Number(this.page()) || 1));
  protected readonly claims = lastValue(this.asked);
  protected readonly done = signal('');
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue()
      ? [{ label: this.round.value().title, link: `/office/rounds/${this.slug()}` }]
      : []),
    { label: $localize`The list of voters`, link: `/office/rounds/${this.slug()}/roll` },
  ]);

  constructor() {
    const head = inject(PageHead);
    effect(() => head.name($localize`Claims to be on the list of voters`));
  }

  protected decided(accepted: boolean): void {
    this.done.set(accepted ? $localize`Accepted.` : $localize`Refused; they are told why.`);
    this.asked.reload();
  }
}
