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
import { CountPipe, DayPipe, MoneyPipe } from '@commonthread/govuk';
import { PageHead } from '../shell/page-head.js';
import { SITE } from '../shell/site.js';
import { standingName } from '../shell/standing-words.js';
import { Waiting } from '../shell/waiting.js';
import { ContributionsApi, type YouSaid } from './contributions-api.js';

const ROUNDS_ON_A_SHEET = 3;
const PROJECTS_ON_A_SHEET = 4;
const STILL_ASKING = ['ideas', 'voting'];

/** One A4 sheet to print and put up: what people here were asked, what they said, what was done. Big letters, few words. */
@Component({
  selector: 'ct-noticeboard-page',
  imports: [CountPipe, DayPipe, MoneyPipe, RouterLink, Waiting],
  templateUrl: './noticeboard-page.html',
  styleUrl: './contributions.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeboardPage {
  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly site = inject(SITE);
  protected readonly said = inject(ContributionsApi).ofPlace(this.slug);
  /** What can still be taken part in. */
  protected readonly asking = computed(() =>
    this.rounds().filter(({ state }) => STILL_ASKING.includes(state)),
  );
  /** What has an answer comes first. */
  protected readonly shown = computed(() =>
    this.rounds()
      .filter(({ state }) => !STILL_ASKING.includes(state))
      .sort((a, b) => Number(b.did !== null) - Number(a.did !== null))
      .slice(0, ROUNDS_ON_A_SHEET),
  );
  protected readonly name = standingName;

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (!this.said.hasValue()) return;
      const { name } = this.said.value().place;
      head.name(
        $localize`Noticeboard: ${name}:place:`,
        $localize`A sheet to print: what people in ${name}:place: were asked, what they said and what was done.`,
      );
    });
  }

  protected projects(round: YouSaid): YouSaid['projects'] {
    return round.projects.slice(0, PROJECTS_ON_A_SHEET);
  }

  protected address(slug: string): string {
    return `${this.site.publicUrl.replace(/^https?:\/\//, '')}/places/${slug}/you-said`;
  }

  private rounds(): readonly YouSaid[] {
    return this.said.hasValue() ? this.said.value().rounds : [];
  }
}
