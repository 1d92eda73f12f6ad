import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { CountPipe } from '@commonthread/govuk';
import { Waiting } from '../shell/waiting.js';
import { PlacesApi } from './places-api.js';

const SHOWN = 6;

/** What surveys have measured for a place, or, when nothing was, for the one above it. */
@Component({
  selector: 'ct-measured-here',
  imports: [CountPipe, RouterLink, Waiting],
  template: `
    @if (themes.hasValue()) {
      @if (measured(); as found) {
        @if (found.place.slug !== place().slug) {
          <p class="govuk-body" i18n>
            Nothing has been measured for {{ place().name }} alone. A survey with few answers from one ward
            would say little. These are the latest figures for {{ found.place.name }} as a whole.
          </p>
        }
        <ul class="govuk-list govuk-list--spaced">
          @for (indicator of found.shown; track indicator.code) {
            @let reading = indicator.latest!;
            <li>
              <a class="govuk-link" [routerLink]="['/indicators', indicator.code]">{{ indicator.name }}</a>
              <br />
              <strong i18n>{{ reading.percent | ctCount }}%: {{ reading.label }}</strong>
              <br />
              @if (reading.n !== null) {
                <ng-container i18n>{{ reading.n | ctCount }} people answered, </ng-container>
              }
              <span class="ct-soft">{{ reading.period }}</span>
              @if (reading.invented) {
                <ng-container i18n>, an invented example</ng-container>
              }
            </li>
          }
        </ul>
      } @else {
        <p class="govuk-body" i18n>
          No survey has been carried out here yet. When one is, its figures are shown with the number of
          people who answered.
        </p>
      }
      <p class="govuk-body"><a class="govuk-link" routerLink="/indicators" i18n>All indicators</a></p>
    } @else {
      <ct-waiting [resource]="themes" what="the indicators" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasuredHere {
  readonly place = input.required<Api<'PlaceDto'>>();

  protected readonly themes = inject(PlacesApi).themes();
  protected readonly measured = computed(() => {
    const indicators = (this.themes.hasValue() ? this.themes.value() : []).flatMap(
      (theme) => theme.indicators,
    );
    for (const place of [this.place(), ...[...this.place().ancestors].reverse()]) {
      const shown = indicators.filter(({ latest }) => latest?.place?.slug === place.slug).slice(0, SHOWN);
      if (shown.length > 0) return { place, shown };
    }
    return null;
  });
}
