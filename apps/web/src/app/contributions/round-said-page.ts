import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  ViewEncapsulation,
} from '@angular/core';
import { Breadcrumbs, Tag } from '@commonthread/govuk';
import { PageHead } from '../shell/page-head.js';
import { Waiting } from '../shell/waiting.js';
import { ContributionsApi } from './contributions-api.js';
import { YouSaidRound } from './you-said-round.js';

/** We asked, you said, we did, did it work: one round. */
@Component({
  selector: 'ct-round-said-page',
  imports: [Breadcrumbs, Tag, Waiting, YouSaidRound],
  template: `
    <ct-breadcrumbs [crumbs]="crumbs()" />
    @if (said.hasValue()) {
      @let one = said.value();
      <span class="govuk-caption-xl">{{ one.roundTitle }}</span>
      <h1 class="govuk-heading-xl" i18n>We asked, you said, we did</h1>
      @if (one.invented) {
        <p class="govuk-body"><ct-tag colour="magenta" i18n>Invented example</ct-tag></p>
      }
      <ct-you-said-round [said]="one" />
    } @else {
      <ct-waiting [resource]="said" wholePage what="this page" i18n-what />
    }
  `,
  styleUrl: './contributions.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundSaidPage {
  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly said = inject(ContributionsApi).ofRound(this.slug);
  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Rounds`, link: '/rounds' },
    ...(this.said.hasValue()
      ? [{ label: this.said.value().roundTitle, link: `/rounds/${this.slug()}` }]
      : []),
  ]);

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (!this.said.hasValue()) return;
      const { roundTitle } = this.said.value();
      head.name(
        $localize`We asked, you said, we did: ${roundTitle}:round:`,
        $localize`What was asked in this round, what people said, what was done about it and whether it worked.`,
      );
    });
  }
}
