import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Breadcrumbs, InsetText, Tag } from '@commonthread/govuk';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { OfficeApi } from '../office-api.js';
import { batchStageColour, batchStageName } from './batch-words.js';
import { CompareEntries } from './compare-entries.js';
import { EnterSheets } from './enter-sheets.js';
import { PaperApi } from './paper-api.js';
import { SealBatch } from './seal-batch.js';
import { sheetProjects } from './sheet-projects.js';

const CLOSED: readonly (string | null)[] = ['closed', 'finishing', 'stored'];

/** One box of paper ballots: entered, entered again, compared, sealed. */
@Component({
  selector: 'ct-batch-page',
  imports: [Breadcrumbs, CompareEntries, EnterSheets, InsetText, SealBatch, Tag, Waiting],
  templateUrl: './batch-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BatchPage {
  private readonly api = inject(PaperApi);
  private readonly session = inject(Session);

  readonly slug = input.required<string>();
  readonly batch = input.required<string>();

  protected readonly stageName = batchStageName;
  protected readonly stageColour = batchStageColour;
  protected readonly round = inject(OfficeApi).round(this.slug);
  protected readonly paper = this.api.ballotPaper(this.slug);
  protected readonly styles = this.api.styles(this.slug);
  protected readonly asked = this.api.batches(this.slug);
  private readonly voting = this.api.voting(this.slug);
  protected readonly batches = lastValue(this.asked);
  protected readonly box = computed(() => this.batches()?.find(({ batch }) => batch === this.batch()));
  protected readonly projects = computed(() =>
    this.paper.hasValue() ? sheetProjects(this.paper.value()) : undefined,
  );
  protected readonly style = computed(() =>
    this.styles.hasValue() ? this.styles.value()[0]?.style : undefined,
  );
  /** Single sheets can be seen where two readings differ, so not before voting is closed. */
  protected readonly isClosed = computed(
    () => this.voting.hasValue() && CLOSED.includes(this.voting.value().stage),
  );
  private readonly isEnteredTwice = computed(() =>
    ['compare', 'sealed-once'].includes(this.box()?.stage ?? ''),
  );
  protected readonly askedDifferences = this.api.differences(this.slug, () =>
    this.isClosed() && this.isEnteredTwice() ? this.batch() : undefined,
  );
  protected readonly differences = lastValue(this.askedDifferences);
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue()
      ? [{ label: this.round.value().title, link: `/office/rounds/${this.slug()}` }]
      : []),
    { label: $localize`Paper ballots`, link: `/office/rounds/${this.slug()}/paper` },
  ]);

  constructor() {
    const head = inject(PageHead);
    effect(() => head.name($localize`Box ${this.batch()}:box:`));
  }
}
