import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CountPipe, DayPipe, MoneyPipe, Tag } from '@commonthread/govuk';
import { aimWords } from '../shell/aim-words.js';
import { standingColour, standingName } from '../shell/standing-words.js';
import type { YouSaid } from './contributions-api.js';

/** The four parts of one round: we asked, you said, we did, did it work. All of it from the records. */
@Component({
  selector: 'ct-you-said-round',
  imports: [CountPipe, DayPipe, MoneyPipe, RouterLink, Tag],
  templateUrl: './you-said-round.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class YouSaidRound {
  private readonly locale = inject(LOCALE_ID);

  readonly said = input.required<YouSaid>();
  /** Whether each part is a heading of the page, or of a round on it. */
  readonly level = input<2 | 3>(2);

  protected readonly name = standingName;
  protected readonly colour = standingColour;
  protected readonly parts = computed(() => [
    $localize`We asked`,
    $localize`You said`,
    $localize`We did`,
    $localize`Did it work?`,
  ]);

  protected aimLine(aim: YouSaid['aims'][number]): string {
    return aimWords(aim, this.locale);
  }
}
