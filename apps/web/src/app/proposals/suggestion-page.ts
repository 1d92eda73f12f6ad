import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  LOCALE_ID,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Breadcrumbs,
  Button,
  DayPipe,
  MoneyPipe,
  NotificationBanner,
  WarningText,
} from '@commonthread/govuk';
import { lastValue } from '../shell/last-value.js';
import { PageHead } from '../shell/page-head.js';
import { Waiting } from '../shell/waiting.js';
import { ProposalText } from './proposal-text.js';
import { explain } from './refusals.js';
import { goneWords, suggestionStand, suggestionTitle, togetherWords } from './suggestion-words.js';
import { TogetherApi } from './together-api.js';

/** A suggestion to join or split proposals: the texts, what happens to support, and the answer of each author. */
@Component({
  selector: 'ct-suggestion-page',
  imports: [
    Breadcrumbs,
    Button,
    DayPipe,
    MoneyPipe,
    NotificationBanner,
    ProposalText,
    RouterLink,
    Waiting,
    WarningText,
  ],
  templateUrl: './suggestion-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionPage {
  private readonly api = inject(TogetherApi);
  private readonly locale = inject(LOCALE_ID);

  /** Bound from the route. */
  readonly id = input.required<string>();

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Proposals`, link: '/proposals' },
  ];
  protected readonly resource = this.api.suggestion(this.id);
  protected readonly suggestion = lastValue(this.resource);
  protected readonly words = computed(() => {
    const one = this.suggestion();
    return (
      one && {
        title: suggestionTitle(one),
        stand: suggestionStand(one, this.locale),
        gone: goneWords(one, this.locale),
        together: togetherWords(one),
      }
    );
  });
  protected readonly busy = signal<boolean | null>(null);
  protected readonly refusal = signal<string | null>(null);
  protected readonly answered = signal<boolean | null>(null);

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const words = this.words();
      if (words) head.name(words.title, words.stand);
    });
  }

  protected async answer(agrees: boolean): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(agrees);
    this.refusal.set(null);
    try {
      this.resource.set(await this.api.answer(this.id(), agrees));
      this.answered.set(agrees);
    } catch (cause) {
      this.refusal.set(explain(cause).detail);
    } finally {
      this.busy.set(null);
    }
  }
}
