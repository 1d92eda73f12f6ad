import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  ViewEncapsulation,
} from '@angular/core';
import { CountPipe, DayPipe, formatCount, MoneyPipe } from '@commonthread/govuk';
import { aimSentence } from '../aim-words.js';
import { SITE } from '../site.js';
import {
  pressAddresses,
  pressFigures,
  pressItems,
  type PressSheetData,
  pressSentence,
} from './press-words.js';

/** A round's outcome on one or two sides of A4: on screen as it will look on paper. */
@Component({
  selector: 'ct-press-sheet',
  imports: [CountPipe, DayPipe, MoneyPipe],
  templateUrl: './press-sheet.html',
  styleUrl: './press-sheet.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PressSheet {
  private readonly locale = inject(LOCALE_ID);
  protected readonly site = inject(SITE);

  readonly sheet = input.required<PressSheetData>();
  /** Of its title: 1 on its own page, lower where it is a part of another. */
  readonly level = input(1);

  /** Across each printed side. */
  protected readonly draft = $localize`DRAFT`;
  protected readonly sentence = computed(() => pressSentence(this.sheet(), this.locale));
  protected readonly figures = computed(() => pressFigures(this.sheet(), this.locale));
  protected readonly items = computed(() => pressItems(this.sheet()));
  protected readonly aims = computed(() =>
    this.sheet().aims.map((aim) => ({ ...aim, words: aimSentence(aim, this.locale) })),
  );
  /** Not a choice of words in the template: within this list a browser that wakes the page up would show it twice. */
  protected readonly votesWords = (votes: number): string =>
    votes === 1 ? $localize`1 vote` : $localize`${formatCount(votes, this.locale)}:number: votes`;
  protected readonly addresses = computed(() => pressAddresses(this.sheet(), this.site.publicUrl));
}
