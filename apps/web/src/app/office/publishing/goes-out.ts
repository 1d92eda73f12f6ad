import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CountPipe, Details } from '@commonthread/govuk';
import { DecisionLetterText } from '../../shell/decision-letter-text.js';
import { PressSheet } from '../../shell/press-sheet/press-sheet.js';
import type { Outcome } from './publishing-api.js';
import { fileLines, sentWords, toldLines } from './publishing-words.js';

/** Everything that goes out, to be read before it does. */
@Component({
  selector: 'ct-goes-out',
  imports: [CountPipe, DecisionLetterText, Details, PressSheet, RouterLink],
  templateUrl: './goes-out.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GoesOut {
  private readonly locale = inject(LOCALE_ID);

  readonly outcome = input.required<Outcome>();

  protected readonly told = computed(() => {
    const { told } = this.outcome();
    return told ? toldLines(told) : [];
  });
  protected readonly sum = computed(() => {
    const { told } = this.outcome();
    return told ? sentWords(told, this.locale) : '';
  });
  protected readonly files = computed(() => fileLines(this.outcome().files));
  /** Those that were not chosen first: theirs are read most closely. */
  protected readonly letters = computed(() =>
    [...this.outcome().letters].sort((a, b) => Number(a.funded) - Number(b.funded)),
  );

  protected nameOf({ proposalNumber, title, funded }: Outcome['letters'][number]): string {
    return funded
      ? $localize`${proposalNumber}:number:. ${title}:title: – funded`
      : $localize`${proposalNumber}:number:. ${title}:title: – not funded`;
  }
}
