import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { DayPipe, formatCount, Tag, TimePipe } from '@commonthread/govuk';
import { aimWords } from '../shell/aim-words.js';
import { aimStateName } from './decision-words.js';

/** What a decision is meant to shift, how it will be judged, and the verdict so far. */
@Component({
  selector: 'ct-decision-aim',
  imports: [DayPipe, RouterLink, Tag, TimePipe],
  template: `
    @let one = aim();
    <h3 class="govuk-heading-m">{{ words() }}</h3>
    <p class="govuk-body ct-verdict-line">
      <ng-container i18n><strong>Did it work?</strong> {{ one.verdict.sentence }}</ng-container>
    </p>
    <dl class="govuk-summary-list">
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key" i18n>Measured by</dt>
        <dd class="govuk-summary-list__value">
          <a class="govuk-link" [routerLink]="['/indicators', one.indicator.code]"
            >{{ one.indicator.code }} {{ one.indicator.name }}</a
          >
        </dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key" i18n>For whom, where</dt>
        <dd class="govuk-summary-list__value">
          {{ one.population }},
          <a class="govuk-link" [routerLink]="['/places', one.place.slug]">{{ one.place.name }}</a>
        </dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key" i18n>By when</dt>
        <dd class="govuk-summary-list__value">{{ one.dueOn | ctDay }}</dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key" i18n>How it should work</dt>
        <dd class="govuk-summary-list__value">{{ one.mechanism }}</dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key" i18n>Where it starts from</dt>
        <dd class="govuk-summary-list__value">
          @if (one.baseline; as baseline) {
            {{ start() }}
            <span class="ct-under-line"
              >{{ baseline.label }}; {{ baseline.population }}, {{ baseline.period }}.
              {{ baseline.mode }}.</span
            >
            @if (baseline.caution) {
              <span class="ct-under-line"><strong i18n>Caution:</strong> {{ baseline.caution }}</span>
            }
            @if (baseline.invented) {
              <ct-tag colour="purple" i18n>Invented example</ct-tag>
            }
          } @else {
            <ng-container i18n>No earlier reading: the first one will be the starting point.</ng-container>
          }
        </dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key" i18n>Compared with</dt>
        <dd class="govuk-summary-list__value">
          @for (place of one.comparisonPlaces; track place.slug) {
            {{ place.name }}{{ $last ? '' : ', ' }}
          } @empty {
            <ng-container i18n
              >No other place. A change here can then not be told from a change everywhere.</ng-container
            >
          }
        </dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key" i18n>State</dt>
        <dd class="govuk-summary-list__value">
          {{ stateName(one.state) }}
          @if (one.lockedAt) {
            <span class="ct-under-line" i18n
              >Locked on {{ one.lockedAt | ctTime }}, before the reading it is judged by.</span
            >
          }
        </dd>
      </div>
    </dl>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ct-decision-aim' },
})
export class DecisionAim {
  private readonly locale = inject(LOCALE_ID);

  readonly aim = input.required<Api<'AimDto'>>();

  protected readonly words = computed(() => aimWords(this.aim(), this.locale));
  protected readonly start = computed(() => {
    const { baseline } = this.aim();
    if (!baseline) return '';
    const percent = formatCount(baseline.percent, this.locale);
    return baseline.n === null
      ? $localize`${percent}:percent:% of those who answered (how many was not published)`
      : $localize`${percent}:percent:% of ${formatCount(baseline.n, this.locale)}:count: people who answered`;
  });
  protected readonly stateName = aimStateName;
}
