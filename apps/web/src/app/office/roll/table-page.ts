import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Breadcrumbs, Button, ErrorSummary, InsetText, Panel, WarningText } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { PageHead } from '../../shell/page-head.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { FindVoter, type FoundVoters } from './find-voter.js';
import { type Found, RollApi } from './roll-api.js';

/** Somebody stands at the table: find them by what they say, mark them, hand out a sheet; or replace a lost pass. */
@Component({
  selector: 'ct-table-page',
  imports: [Breadcrumbs, Button, FindVoter, ErrorSummary, InsetText, Panel, Textarea, Waiting, WarningText],
  templateUrl: './table-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TablePage {
  private readonly api = inject(RollApi);
  private readonly session = inject(Session);

  readonly slug = input.required<string>();

  protected readonly round = inject(OfficeApi).round(this.slug);
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly found = signal<readonly Found[] | null>(null);
  protected readonly handedOut = signal(false);
  protected readonly reissueAsked = signal(false);
  protected readonly reason = signal('');
  protected readonly act = new Act('found', { reason: 'lost-reason' });
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue() && this.isOfficer()
      ? [
          { label: this.round.value().title, link: `/office/rounds/${this.slug()}` },
          { label: $localize`The list of voters`, link: `/office/rounds/${this.slug()}/roll` },
        ]
      : []),
  ]);

  constructor() {
    const head = inject(PageHead);
    effect(() => head.name($localize`At the table`));
  }

  protected show({ list }: FoundVoters): void {
    this.handedOut.set(false);
    this.reissueAsked.set(false);
    this.act.refuse([]);
    this.found.set(list);
  }

  /** Marked first: only then may the sheet leave the table. */
  protected async handOut(elector: string): Promise<void> {
    const done = await this.act.run(() => this.api.handOut(this.slug(), elector));
    if (!done) return;
    this.handedOut.set(true);
    this.forget();
  }

  protected async askReissue(event: Event, elector: string): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    if (reason.length < 5) {
      return this.act.refuse([{ fieldId: 'lost-reason', message: $localize`Give the reason in a sentence` }]);
    }
    const done = await this.act.run(async () => {
      await this.api.askReissue(this.slug(), elector, reason);
    });
    if (!done) return;
    this.reissueAsked.set(true);
    this.forget();
  }

  /** The next person must not see what was typed about this one. */
  protected forget(): void {
    this.found.set(null);
    this.reason.set('');
  }
}
