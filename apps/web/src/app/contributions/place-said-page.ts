import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, EmptyState, Tag } from '@commonthread/govuk';
import { PageHead } from '../shell/page-head.js';
import { Waiting } from '../shell/waiting.js';
import { ContributionsApi } from './contributions-api.js';
import { YouSaidRound } from './you-said-round.js';

/** We asked, you said, we did, did it work: the rounds of a place, and what of the others lies in it. */
@Component({
  selector: 'ct-place-said-page',
  imports: [Breadcrumbs, EmptyState, RouterLink, Tag, Waiting, YouSaidRound],
  template: `
    <ct-breadcrumbs [crumbs]="crumbs()" />
    @if (said.hasValue()) {
      @let here = said.value();
      <span class="govuk-caption-xl">{{ here.place.name }}</span>
      <h1 class="govuk-heading-xl" i18n>We asked, you said, we did</h1>
      <p class="govuk-body">
        <a class="govuk-link" [routerLink]="['/places', here.place.slug, 'noticeboard']" i18n
          >A sheet for the noticeboard, to print</a
        >
      </p>
      @for (one of here.rounds; track one.roundSlug) {
        <article class="ct-said-round">
          <h2 class="govuk-heading-l">
            <a class="govuk-link" [routerLink]="['/rounds', one.roundSlug, 'you-said']">{{
              one.roundTitle
            }}</a>
          </h2>
          @if (one.invented) {
            <p class="govuk-body"><ct-tag colour="magenta" i18n>Invented example</ct-tag></p>
          }
          <!-- Waking up several of them, each with plural forms, fails in Angular 22.2: they are drawn anew instead. -->
          <ct-you-said-round ngSkipHydration [said]="one" [level]="3" />
        </article>
      } @empty {
        <ct-empty-state heading="Nothing was asked here yet" i18n-heading>
          <p class="govuk-body" i18n>
            As soon as there is a round for {{ here.place.name }}, this page says what was asked, what people
            said and what was done. <a class="govuk-link" routerLink="/rounds">See the rounds elsewhere</a>.
          </p>
        </ct-empty-state>
      }
    } @else {
      <ct-waiting [resource]="said" wholePage what="this page" i18n-what />
    }
  `,
  styleUrl: './contributions.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceSaidPage {
  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly said = inject(ContributionsApi).ofPlace(this.slug);
  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Places`, link: '/places' },
    ...(this.said.hasValue()
      ? [{ label: this.said.value().place.name, link: `/places/${this.slug()}` }]
      : []),
  ]);

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (!this.said.hasValue()) return;
      const { name } = this.said.value().place;
      head.name(
        $localize`We asked, you said, we did: ${name}:place:`,
        $localize`What people in ${name}:place: were asked, what they said, what was done about it and whether it worked.`,
      );
    });
  }
}
