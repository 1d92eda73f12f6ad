import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { DayPipe, formatCount } from '@commonthread/govuk';

type Counts = Api<'StepCountsDto'>;

interface Row {
  /** Null for all days together. */
  readonly day: string | null;
  readonly cells: readonly { readonly name: string; readonly count: string; readonly left: string | null }[];
}

/** How far ballots come, by day: where people stop is where a page is hard. */
@Component({
  selector: 'ct-drop-off',
  imports: [DayPipe],
  templateUrl: './drop-off.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DropOff {
  private readonly locale = inject(LOCALE_ID);

  readonly steps = input.required<Api<'VotingStepsDto'>>();

  /** Whether enough ballots were begun to say anything about them. */
  protected readonly isEnough = computed(() => (this.steps().total.chosen ?? 0) > 0);
  protected readonly rows = computed<Row[]>(() => {
    const { days, total } = this.steps();
    return [...days.map((counts) => this.row(counts.day, counts)), this.row(null, total)];
  });

  private row(day: string | null, { chosen, checked, cast }: Counts): Row {
    return {
      day,
      cells: [
        { name: $localize`First choice made`, count: this.count(chosen), left: null },
        { name: $localize`Choices checked`, count: this.count(checked), left: this.left(chosen, checked) },
        { name: $localize`Vote cast`, count: this.count(cast), left: this.left(checked, cast) },
      ],
    };
  }

  private count(n: number | null): string {
    return n === null ? $localize`Too few to show` : formatCount(n, this.locale);
  }

  /** Nothing where a number is hidden, and nothing where more went on than came: some began the day before. */
  private left(before: number | null, after: number | null): string | null {
    if (before === null || after === null || before === 0 || after > before) return null;
    const share = Math.round(((before - after) / before) * 100);
    const base = formatCount(before, this.locale);
    return $localize`${share}:percent:% of ${base}:base: did not go on`;
  }
}
