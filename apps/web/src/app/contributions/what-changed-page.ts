import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, CountPipe, Details, EmptyState } from '@commonthread/govuk';
import { Waiting } from '../shell/waiting.js';
import { ContributionsApi } from './contributions-api.js';
import { GivenItem } from './given-item.js';
import { byRound, standingsOf, together } from './given.js';

/** How much of a round is open to be read at once; the rest is folded. */
const SHOWN = 2;

/** Everything the reader took part in, round by round, where it stands, and why. */
@Component({
  selector: 'ct-what-changed-page',
  imports: [Breadcrumbs, CountPipe, Details, EmptyState, GivenItem, RouterLink, Waiting],
  templateUrl: './what-changed-page.html',
  styleUrl: './contributions.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhatChangedPage {
  /** Bound from the address: only what stands there. */
  readonly standing = input<string>();

  protected readonly shown = SHOWN;
  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Account`, link: '/account' },
  ];
  protected readonly mine = inject(ContributionsApi).mine();
  protected readonly given = computed(() => (this.mine.hasValue() ? together(this.mine.value()) : []));
  protected readonly answered = computed(() => this.given().filter(({ first }) => first.answered).length);
  protected readonly standings = computed(() => standingsOf(this.given()));
  protected readonly rounds = computed(() =>
    byRound(
      this.given().filter(({ first }) => this.standing() === undefined || first.standing === this.standing()),
    ),
  );
}
