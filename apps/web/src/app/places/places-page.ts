import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, EmptyState } from '@commonthread/govuk';
import { Waiting } from '../shell/waiting.js';
import { CouncilWards } from './council-wards.js';
import { PlacesApi } from './places-api.js';
import { PostcodeSearch } from './postcode-search.js';

@Component({
  selector: 'ct-places-page',
  imports: [Breadcrumbs, CouncilWards, EmptyState, PostcodeSearch, RouterLink, Waiting],
  templateUrl: './places-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlacesPage {
  /** Bound from the query. */
  readonly postcode = input<string>();

  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly places = inject(PlacesApi).places();
  protected readonly councils = computed(() => {
    const all = this.places.hasValue() ? this.places.value() : [];
    return all
      .filter(({ kind }) => kind === 'council')
      .map((council) => ({
        council,
        wards: all
          .filter(({ parentSlug }) => parentSlug === council.slug)
          .sort((a, b) => a.name.localeCompare(b.name)),
      }))
      .sort((a, b) => b.wards.length - a.wards.length);
  });
  /** Councils whose wards are on the site get a map; the others a line. */
  protected readonly mapped = computed(() => this.councils().filter(({ wards }) => wards.length > 0));
  protected readonly others = computed(() => this.councils().filter(({ wards }) => wards.length === 0));
}
