import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { CountPipe } from '@commonthread/govuk';
import { CtMap } from '@commonthread/govuk/map';
import type { Feature } from 'geojson';
import { SITE } from '../shell/site.js';
import { PlacesApi } from './places-api.js';

/** One council: its wards on a map and, beside it, as a list with how many people live in each. */
@Component({
  selector: 'ct-council-wards',
  imports: [CountPipe, CtMap, RouterLink],
  template: `
    <h2 class="govuk-heading-l">
      <a class="govuk-link" [routerLink]="['/places', council().slug]">{{ council().name }}</a>
    </h2>
    @if (council().population; as people) {
      <p class="govuk-body" i18n>{{ people | ctCount }} people lived here on census day, 21 March 2021.</p>
    }
    @if (wards().length > 0) {
      <div class="ct-beside">
        <div>
          <ct-map
            [label]="mapLabel()"
            [boundaries]="boundaries.hasValue() ? boundaries.value() : null"
            [linkFor]="linkFor"
            [tileUrl]="site.mapTilesUrl"
            [credit]="site.mapAttribution"
          />
          <p class="govuk-body-s ct-soft" i18n>
            Choose a ward on the map or in the list. The boundaries drawn are approximate.
          </p>
        </div>
        <table class="govuk-table ct-tight">
          <caption class="govuk-table__caption govuk-table__caption--s" i18n>
            Wards of
            {{
              council().name
            }}
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header" i18n>Ward</th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric" i18n>
                People, Census 2021
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            @for (ward of wards(); track ward.slug) {
              <tr class="govuk-table__row">
                <td class="govuk-table__cell">
                  <a class="govuk-link" [routerLink]="['/places', ward.slug]">{{ ward.name }}</a>
                </td>
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  @if (ward.population !== null) {
                    {{ ward.population | ctCount }}
                  } @else {
                    <ng-container i18n>not known</ng-container>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <p class="govuk-body" i18n>Its wards are not listed on this site.</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CouncilWards {
  readonly council = input.required<Api<'PlaceSummaryDto'>>();
  readonly wards = input.required<readonly Api<'PlaceSummaryDto'>[]>();

  protected readonly site = inject(SITE);
  protected readonly boundaries = inject(PlacesApi).boundaries(() => this.council().slug);
  protected readonly linkFor = (properties: NonNullable<Feature['properties']>): string =>
    `/places/${String(properties['slug'])}`;

  protected mapLabel(): string {
    return $localize`Map of the wards of ${this.council().name}:council:`;
  }
}
