import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, InsetText, TimePipe, WarningText } from '@commonthread/govuk';
import { Checkboxes } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { everyMoment } from '../every-moment.js';
import { GoesOut } from './goes-out.js';
import { PublishedOutcome } from './published-outcome.js';
import { type Outcome, PublishingApi } from './publishing-api.js';
import { needLines, noticesIn } from './publishing-words.js';

/** Publishes what came of a round as one act: what is missing, all that goes out, two officers, what went out. */
@Component({
  selector: 'ct-publish-page',
  imports: [
    Breadcrumbs,
    Button,
    Checkboxes,
    ErrorSummary,
    GoesOut,
    InsetText,
    PublishedOutcome,
    RouterLink,
    TimePipe,
    Waiting,
    WarningText,
  ],
  templateUrl: './publish-page.html',
  styleUrl: './publishing.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishPage {
  private readonly api = inject(PublishingApi);
  private readonly session = inject(Session);

  readonly slug = input.required<string>();

  protected readonly asked = this.api.outcome(this.slug);
  protected readonly outcome = lastValue(this.asked);
  protected readonly act = new Act('publish');
  protected readonly read = signal<readonly string[]>([]);
  protected readonly reading = [
    { value: 'yes', label: $localize`I have read all of it as residents will. It may go out.` },
  ];
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly needs = computed(() => {
    const outcome = this.outcome();
    return outcome ? needLines(outcome) : [];
  });
  protected readonly missing = computed(() => this.needs().filter(({ met }) => !met).length);
  /** Nothing waits, or what waits is no longer what would go out. */
  protected readonly isToPropose = computed(() => this.outcome()?.proposed?.stale ?? true);
  /** Whether this officer can do the next step: whoever proposed it waits for another. */
  protected readonly mayAct = computed(() => {
    const outcome = this.outcome();
    return !!outcome?.digest && (this.isToPropose() || !outcome.proposed?.mine);
  });
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    { label: this.outcome()?.roundTitle ?? $localize`The round`, link: `/office/rounds/${this.slug()}` },
  ]);
  /** Notices are written within moments; until then the numbers rise. */
  private readonly goingOut = computed(() => {
    const published = this.outcome()?.published;
    return !!published?.told && noticesIn(published.sent) < noticesIn(published.told);
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const outcome = this.outcome();
      if (outcome) head.name($localize`Publish the outcome: ${outcome.roundTitle}:title:`);
    });
    everyMoment(this.goingOut, () => this.asked.reload(), 2000);
  }

  protected async propose(digest: string): Promise<void> {
    if (this.hasRead()) await this.do(() => this.api.propose(this.slug(), digest));
  }

  protected async confirm(digest: string): Promise<void> {
    if (!this.hasRead()) return;
    if (await this.do(() => this.api.confirm(this.slug(), digest)))
      setTimeout(() => document.getElementById('published')?.focus());
  }

  protected async withdraw(): Promise<void> {
    await this.do(() => this.api.withdraw(this.slug()));
  }

  private hasRead(): boolean {
    if (this.read().length > 0) return true;
    this.act.refuse([{ fieldId: 'read', message: $localize`Tick that you have read all of it` }]);
    return false;
  }

  /** What was refused is shown beside how things stand now. */
  private async do(what: () => Promise<Outcome>): Promise<boolean> {
    const done = await this.act.run(async () => {
      this.asked.set(await what());
      this.read.set([]);
    });
    if (!done) this.asked.reload();
    return done;
  }
}
