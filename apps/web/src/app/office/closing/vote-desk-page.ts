import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  TimePipe,
  WarningText,
} from '@commonthread/govuk';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { ReasonForm } from '../desk/reason-form.js';
import { everyMoment } from '../every-moment.js';
import { OfficeApi } from '../office-api.js';
import { ClosingApi, type Voting } from './closing-api.js';
import { DropOff } from './drop-off.js';
import { ExportList } from './export-list.js';
import { stageSentence, voteSteps } from './stage-words.js';
import { VoteNumbers } from './vote-numbers.js';
import { needsOfPaper } from './what-is-missing.js';

/** Which step a vote is in, what is missing for the next, and the acts that only two officers together can do. */
@Component({
  selector: 'ct-vote-desk-page',
  imports: [
    Breadcrumbs,
    Button,
    DropOff,
    ErrorSummary,
    ExportList,
    InsetText,
    NotificationBanner,
    ReasonForm,
    RouterLink,
    TimePipe,
    VoteNumbers,
    Waiting,
    WarningText,
  ],
  templateUrl: './vote-desk-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VoteDeskPage {
  private readonly api = inject(ClosingApi);
  private readonly session = inject(Session);

  readonly slug = input.required<string>();

  protected readonly round = inject(OfficeApi).round(this.slug);
  protected readonly asked = this.api.voting(this.slug);
  protected readonly voting = lastValue(this.asked);
  protected readonly stage = computed(() => this.voting()?.stage ?? null);
  protected readonly isCounted = computed(
    () => this.round.hasValue() && this.round.value().publishedCountId !== null,
  );
  private readonly hasPaper = computed(() => this.stage() !== null && this.stage() !== 'opening');
  private readonly batches = this.api.batches(this.slug, this.hasPaper);
  protected readonly dropOff = this.api.steps(this.slug, () => this.hasPaper() && !!this.voting()?.office);
  protected readonly files = this.api.files(this.slug, () => this.stage() === 'stored');

  protected readonly steps = computed(() => voteSteps(this.stage(), this.isCounted()));
  protected readonly sentence = computed(() => stageSentence(this.stage(), this.isCounted()));
  protected readonly needs = computed(() => {
    const office = this.voting()?.office;
    return office && this.batches.hasValue() ? needsOfPaper(office, this.batches.value()) : undefined;
  });
  protected readonly isReady = computed(() => this.needs()?.every(({ met }) => met) ?? false);
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue()
      ? [{ label: this.round.value().title, link: `/office/rounds/${this.round.value().slug}` }]
      : []),
  ]);
  protected readonly askToClose = $localize`Ask to close the vote`;
  protected readonly closeNow = $localize`Close the vote now`;
  protected readonly act = new Act('vote', { reason: 'close-reason' });

  constructor() {
    const head = inject(PageHead);
    effect(() => this.round.hasValue() && head.name($localize`The vote: ${this.round.value().title}:title:`));
    everyMoment(
      () => ['opening', 'closing', 'finishing'].includes(this.stage() ?? ''),
      () => this.asked.reload(),
      2000,
    );
  }

  protected goOn(): Promise<void> {
    return this.do(() => this.api.goOn(this.slug()));
  }

  protected close(reason: string): Promise<void> {
    return this.do(() => this.api.close(this.slug(), reason));
  }

  protected finish(): Promise<void> {
    return this.do(() => this.api.finish(this.slug()));
  }

  private async do(what: () => Promise<Voting>): Promise<void> {
    await this.act.run(async () => this.asked.set(await what()));
    this.batches.reload();
  }
}
