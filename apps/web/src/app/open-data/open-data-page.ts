import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Details } from '@commonthread/govuk';
import { Waiting } from '../shell/waiting.js';
import { OpenDataApi } from './open-data-api.js';

const PUBLISHED: ReadonlySet<string> = new Set(['decided', 'delivering', 'closed']);

/** What anybody may take away, each table with its dictionary beside it. */
@Component({
  selector: 'ct-open-data-page',
  imports: [Breadcrumbs, Details, RouterLink, Waiting],
  templateUrl: './open-data-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenDataPage {
  private readonly api = inject(OpenDataApi);

  protected readonly datasets = this.api.datasets();
  private readonly rounds = this.api.rounds();
  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly withBallots = computed(() =>
    (this.rounds.hasValue() ? this.rounds.value() : []).filter(({ state }) => PUBLISHED.has(state)),
  );

  protected dictionaryOf(title: string, fields: number): string {
    return $localize`What the ${fields}:fields: fields of ${title}:title: mean`;
  }
}
