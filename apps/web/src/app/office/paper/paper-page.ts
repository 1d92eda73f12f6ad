import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, EmptyState, Tag } from '@commonthread/govuk';
import { boxColumns } from '../../shell/box-columns.js';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { OfficeApi } from '../office-api.js';
import { batchStageColour, batchStageName, nextWords } from './batch-words.js';
import { CountBoxForm } from './count-box-form.js';
import { PaperApi } from './paper-api.js';

/** Every box of paper ballots of a round: how it adds up, where it stands, who is to go on. */
@Component({
  selector: 'ct-paper-page',
  imports: [Breadcrumbs, CountBoxForm, EmptyState, RouterLink, Tag, Waiting],
  templateUrl: './paper-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaperPage {
  private readonly session = inject(Session);

  readonly slug = input.required<string>();

  protected readonly columns = boxColumns();
  protected readonly stageName = batchStageName;
  protected readonly stageColour = batchStageColour;
  protected readonly next = nextWords;
  protected readonly round = inject(OfficeApi).round(this.slug);
  protected readonly asked = inject(PaperApi).batches(this.slug);
  protected readonly batches = lastValue(this.asked);
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue()
      ? [{ label: this.round.value().title, link: `/office/rounds/${this.round.value().slug}` }]
      : []),
  ]);

  constructor() {
    const head = inject(PageHead);
    effect(
      () => this.round.hasValue() && head.name($localize`Paper ballots: ${this.round.value().title}:title:`),
    );
  }
}
