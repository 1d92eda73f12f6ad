import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { CountPipe } from '@commonthread/govuk';
import type { Counted } from './messages.js';

/** What the reader's own count of the published ballots gave, beside what is published. */
@Component({
  selector: 'ct-recount-answer',
  imports: [CountPipe],
  templateUrl: './recount-answer.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecountAnswer {
  readonly results = input.required<Api<'ResultsDto'>>();
  readonly counted = input.required<Counted>();

  /** Winners on one side only, by title; both empty when the counts agree. */
  protected readonly differences = computed(() => {
    const { projects } = this.results();
    const published = new Set(projects.filter(({ funded }) => funded).map(({ ballotId }) => ballotId));
    const mine = new Set(this.counted().winners);
    const titles = new Map(projects.map(({ ballotId, title }) => [ballotId, title]));
    const without = (ids: ReadonlySet<string>, others: ReadonlySet<string>) =>
      [...ids].filter((id) => !others.has(id)).map((id) => titles.get(id) ?? id);
    return { onlyPublished: without(published, mine), onlyMine: without(mine, published) };
  });
  protected readonly matches = computed(() => {
    const { onlyMine, onlyPublished } = this.differences();
    return onlyMine.length + onlyPublished.length === 0;
  });
  /** Null where the browser gives no fingerprint. */
  protected readonly sameInputs = computed(() => {
    const { inputsSha256 } = this.counted();
    return inputsSha256 === null ? null : inputsSha256 === this.results().inputsSha256;
  });
}
