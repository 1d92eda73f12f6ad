import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs, Button, CountPipe, Details, ErrorSummary, Tag, TimePipe } from '@commonthread/govuk';
import { ProgressBar } from '@commonthread/govuk/charts';
import { refusalOf } from '../../shell/refusal.js';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { everyMoment } from '../every-moment.js';
import { OfficeApi } from '../office-api.js';
import { CountPreview } from './count-preview.js';
import { countStateColour, countStateName, isCounting, signingWords } from './count-words.js';

/** Counts the votes of a round: run, look, sign twice, then on to the decision. Each can be left and come back to. */
@Component({
  selector: 'ct-count-page',
  imports: [
    Breadcrumbs,
    Button,
    CountPipe,
    CountPreview,
    Details,
    ErrorSummary,
    NgTemplateOutlet,
    ProgressBar,
    RouterLink,
    Tag,
    TimePipe,
    Waiting,
  ],
  templateUrl: './count-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountPage {
  private readonly api = inject(OfficeApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  readonly slug = input.required<string>();

  protected readonly stateName = countStateName;
  protected readonly stateColour = countStateColour;
  protected readonly round = this.api.round(this.slug);
  private readonly asked = this.api.countsOf(this.slug);
  protected readonly counts = this.asked;
  private readonly known = lastValue(this.asked);
  /** The count in hand: the published one, else the newest. */
  protected readonly count = computed(() => {
    const counts = this.known();
    return counts && (counts.find(({ state }) => state === 'published') ?? newest(counts));
  });
  protected readonly isKnown = computed(() => this.known() !== undefined);
  protected readonly earlier = computed(() =>
    (this.known() ?? []).filter(({ id }) => id !== this.count()?.id),
  );
  protected readonly underWay = computed(() => isCounting(this.count()?.state));
  protected readonly hasRun = computed(() =>
    ['run', 'signed-off', 'published'].includes(this.count()?.state ?? ''),
  );
  protected readonly signing = computed(() => {
    const count = this.count();
    return count ? signingWords(count) : '';
  });
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue()
      ? [{ label: this.round.value().title, link: `/office/rounds/${this.round.value().slug}` }]
      : []),
  ]);
  protected readonly act = new Act('count');

  constructor() {
    const head = inject(PageHead);
    effect(() => this.round.hasValue() && head.name($localize`Count: ${this.round.value().title}:title:`));
    everyMoment(this.underWay, () => this.asked.reload());
  }

  protected async run(): Promise<void> {
    await this.do(() => this.api.runCount(this.slug()));
  }

  protected async sign(id: string): Promise<void> {
    await this.do(() => this.api.signCount(id));
  }

  protected async publish(id: string): Promise<void> {
    await this.do(() => this.api.publishCount(id));
    this.round.reload();
  }

  /** Starts the decision, or goes to the one there is. */
  protected async decide(countId: string): Promise<void> {
    await this.act.run(async () => {
      const number = await this.decisionFor(countId);
      await this.router.navigate(['/office/decisions', number]);
    });
  }

  private async decisionFor(countId: string): Promise<string> {
    try {
      return (await this.api.startDecision(countId)).number;
    } catch (cause) {
      const problem = refusalOf(cause);
      if (problem.title === 'decision.exists') return String(problem['number']);
      throw cause;
    }
  }

  private async do(what: () => Promise<unknown>): Promise<void> {
    await this.act.run(async () => {
      await what();
      this.asked.reload();
    });
  }
}

function newest<T extends { readonly startedAt: string }>(counts: readonly T[]): T | undefined {
  return [...counts].sort((one, other) => other.startedAt.localeCompare(one.startedAt))[0];
}
