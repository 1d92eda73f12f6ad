import { ChangeDetectionStrategy, Component, computed, inject, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, CountPipe, DayPipe, EmptyState, Tag, Thread } from '@commonthread/govuk';
import { standingColour, standingName, standingStep } from '../shell/standing-words.js';
import { Waiting } from '../shell/waiting.js';
import { type Contribution, ContributionsApi } from './contributions-api.js';

/** Several things one person gave to one proposal, or their part in one vote. */
interface Given {
  readonly key: string;
  readonly first: Contribution;
  readonly sentences: readonly string[];
}

/** Everything the reader took part in, where it stands on the thread, and why. */
@Component({
  selector: 'ct-what-changed-page',
  imports: [Breadcrumbs, CountPipe, DayPipe, EmptyState, RouterLink, Tag, Thread, Waiting],
  templateUrl: './what-changed-page.html',
  styleUrl: './contributions.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhatChangedPage {
  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Account`, link: '/account' },
  ];
  protected readonly mine = inject(ContributionsApi).mine();
  protected readonly given = computed(() => (this.mine.hasValue() ? together(this.mine.value()) : []));
  protected readonly answered = computed(() => this.given().filter(({ first }) => first.answered).length);

  protected readonly name = standingName;
  protected readonly colour = standingColour;
  protected readonly step = standingStep;
}

function together(contributions: readonly Contribution[]): Given[] {
  const given = new Map<string, Given>();
  for (const one of contributions) {
    const key = one.proposalNumber === null ? `round ${one.roundSlug}` : `proposal ${one.proposalNumber}`;
    const known = given.get(key);
    given.set(key, {
      key,
      first: known?.first ?? one,
      sentences: [...(known?.sentences ?? []), sentence(one)],
    });
  }
  return [...given.values()];
}

function sentence({ kind }: Contribution): string {
  return {
    author: $localize`You put this forward.`,
    support: $localize`You supported this.`,
    comment: $localize`You commented on this.`,
    vote: $localize`You took part in this vote: a ballot was given out in your name. How you voted is not kept with your account.`,
  }[kind];
}
