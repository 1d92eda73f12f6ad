import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, InsetText } from '@commonthread/govuk';
import { PageHead } from '../../shell/page-head.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { ReasonForm } from '../desk/reason-form.js';
import { OfficeApi } from '../office-api.js';
import { FindVoter, type FoundVoters } from './find-voter.js';
import { RollApi } from './roll-api.js';

/** Somebody on the list may not vote in this round: find them, and ask a second officer to take them off. */
@Component({
  selector: 'ct-remove-page',
  imports: [Breadcrumbs, Button, ErrorSummary, FindVoter, InsetText, ReasonForm, RouterLink, Waiting],
  templateUrl: './remove-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RemovePage {
  private readonly api = inject(RollApi);

  readonly slug = input.required<string>();

  protected readonly round = inject(OfficeApi).round(this.slug);
  protected readonly found = signal<FoundVoters | null>(null);
  protected readonly asked = signal(false);
  protected readonly act = new Act('found', { reason: 'remove-reason' });
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue()
      ? [{ label: this.round.value().title, link: `/office/rounds/${this.slug()}` }]
      : []),
    { label: $localize`The list of voters`, link: `/office/rounds/${this.slug()}/roll` },
  ]);

  constructor() {
    const head = inject(PageHead);
    effect(() => head.name($localize`Take somebody off the list of voters`));
  }

  protected show(found: FoundVoters): void {
    this.asked.set(false);
    this.found.set(found);
  }

  /** What was typed about a person goes with them. */
  protected forget(): void {
    this.act.refuse([]);
    this.found.set(null);
  }

  protected async remove(elector: string, { sought }: FoundVoters, reason: string): Promise<void> {
    const done = await this.act.run(async () => {
      await this.api.remove(this.slug(), elector, sought, reason);
    });
    if (!done) return;
    this.forget();
    this.asked.set(true);
  }
}
