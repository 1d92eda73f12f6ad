import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { CountPipe, TimePipe } from '@commonthread/govuk';
import { boxColumns } from './box-columns.js';

/** How the paper ballots of a round added up, box by box, and what their check by dice found. Empty where there is none. */
@Component({
  selector: 'ct-paper-record',
  imports: [CountPipe, TimePipe],
  templateUrl: './paper-record.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaperRecord {
  readonly slug = input.required<string>();

  private readonly asked = httpResource<Api<'PaperRecordDto'>>(
    () => `/api/rounds/${encodeURIComponent(this.slug())}/paper-record`,
  );
  protected readonly columns = boxColumns();
  protected readonly batches = computed(() => (this.asked.hasValue() ? this.asked.value().batches : []));
  protected readonly sample = computed(() => (this.asked.hasValue() ? this.asked.value().sample : null));
}
