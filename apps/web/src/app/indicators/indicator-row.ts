import { ChangeDetectionStrategy, Component, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Details, formatCount, Tag } from '@commonthread/govuk';

import { aimsTally } from '../shell/tallies.js';

/** One indicator in the catalogue: its name, its latest figure with base and caution, and who aims at it. */
@Component({
  selector: 'ct-indicator-row',
  imports: [Details, RouterLink, Tag],
  template: `
    @let one = indicator();
    <h4 class="govuk-heading-s ct-indicator__title">
      <a class="govuk-link" [routerLink]="['/indicators', one.code]">{{ one.name }}</a>
    </h4>
    <div class="ct-indicator__body">
      @if (one.latest; as latest) {
        <p class="govuk-body ct-reading">
          <strong class="ct-reading__number">{{ number(latest.percent) }}%</strong>
          <span>
            @if (latest.n !== null) {
              <ng-container i18n>of {{ number(latest.n) }} people who answered</ng-container>
            } @else {
              <ng-container i18n>of those who answered (how many was not published)</ng-container>
            }
          </span>
        </p>
        <p class="govuk-body-s">
          {{ latest.label }}.
          <span class="ct-soft"
            >{{ latest.place?.name ?? latest.population }}, {{ latest.period }}. {{ latest.mode }}.</span
          >
          @if (latest.invented) {
            <ct-tag colour="purple" i18n>Invented example</ct-tag>
          }
        </p>
        @if (latest.caution) {
          <ct-details summary="Read this figure with caution" i18n-summary>{{ latest.caution }}</ct-details>
        }
      } @else {
        <p class="govuk-body-s ct-soft" i18n>Nobody has measured this here yet.</p>
      }
      @if (one.useWithCare) {
        <p class="govuk-body-s"><ct-tag colour="yellow" i18n>Ask with care</ct-tag> {{ one.useWithCare }}</p>
      }
      @if (one.aims > 0) {
        <p class="govuk-body-s ct-aim">{{ aims(one.aims) }}</p>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorRow {
  private readonly locale = inject(LOCALE_ID);

  readonly indicator = input.required<Api<'IndicatorSummaryDto'>>();

  protected readonly aims = aimsTally;

  protected number(value: number): string {
    return formatCount(value, this.locale);
  }
}
