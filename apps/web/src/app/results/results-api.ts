import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, type Signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import type { FeatureCollection } from 'geojson';

/** Every call the result pages make. Use in a field initialiser: resources need an injection context. */
@Injectable({ providedIn: 'root' })
export class ResultsApi {
  results(slug: Signal<string>): HttpResourceRef<Api<'ResultsDto'> | undefined> {
    return httpResource<Api<'ResultsDto'>>(() => `${this.round(slug())}/results`);
  }

  comparison(slug: Signal<string>): HttpResourceRef<Api<'ComparisonDto'> | undefined> {
    return httpResource<Api<'ComparisonDto'>>(() => `${this.round(slug())}/comparison`);
  }

  roundPage(slug: Signal<string>): HttpResourceRef<Api<'RoundDto'> | undefined> {
    return httpResource<Api<'RoundDto'>>(() => this.round(slug()));
  }

  /** @param placeSlug null while it is not known which place, or none is wanted */
  boundaries(placeSlug: Signal<string | null>): HttpResourceRef<FeatureCollection | undefined> {
    return httpResource<FeatureCollection>(() => {
      const slug = placeSlug();
      return slug === null ? undefined : `/api/places/${encodeURIComponent(slug)}/boundaries`;
    });
  }

  /** The files that anybody can check a vote with. @param wanted whether there was one here */
  files(
    slug: Signal<string>,
    wanted: Signal<boolean>,
  ): HttpResourceRef<readonly Api<'ExportFileDto'>[] | undefined> {
    return httpResource<readonly Api<'ExportFileDto'>[]>(() =>
      wanted() ? `${this.round(slug())}/export` : undefined,
    );
  }

  /** Every ballot without names, in the format of pabulib.org. */
  ballotsUrl(slug: string): string {
    return `${this.round(slug)}/ballots.pb`;
  }

  /** Rule, paper, fingerprint and outcome of the count, as JSON. */
  bundleUrl(countId: string): string {
    return `/api/counts/${encodeURIComponent(countId)}/bundle`;
  }

  private round(slug: string): string {
    return `/api/rounds/${encodeURIComponent(slug)}`;
  }
}
