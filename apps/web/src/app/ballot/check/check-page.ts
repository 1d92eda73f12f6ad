import { isPlatformBrowser } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  PLATFORM_ID,
  resource,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { paperOf } from '@commonthread/ballot-protocol';
import { Breadcrumbs, Button, CountPipe, ErrorSummary, Tag } from '@commonthread/govuk';
import { FileInput, Textarea } from '@commonthread/govuk/forms';
import { FormErrors } from '../../shell/form-errors.js';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Waiting } from '../../shell/waiting.js';
import { BallotApi } from '../ballot-api.js';
import { Elections } from '../elections.js';
import { EvidenceLink } from '../evidence-link.js';
import { ChoicesList } from '../marking/choices-list.js';
import { shownPaper } from '../marking/shown-paper.js';
import { explain, type Refusal } from '../refusals.js';
import { CheckVote, OtherElection, type Checked } from './check-vote.js';
import { NeedsScript } from '../../shell/needs-script.js';
import { readProof } from './read-proof.js';

/** Whether a vote is where it should be, found out on the voter's own device. */
@Component({
  selector: 'ct-check-page',
  imports: [
    Breadcrumbs,
    Button,
    ChoicesList,
    CountPipe,
    ErrorSummary,
    EvidenceLink,
    FileInput,
    NeedsScript,
    RouterLink,
    Tag,
    Textarea,
    Waiting,
  ],
  templateUrl: './check-page.html',
  styleUrl: '../ballot.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckPage {
  private readonly api = inject(BallotApi);
  private readonly elections = inject(Elections);
  private readonly checkVote = inject(CheckVote);
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly roundResource = this.api.round(this.slug);
  protected readonly round = lastValue(this.roundResource);
  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Rounds`, link: '/rounds' },
    { label: this.round()?.title ?? this.slug(), link: `/rounds/${this.slug()}` },
  ]);
  protected readonly typed = signal('');
  protected readonly errors = new FormErrors();
  protected readonly checking = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly checked = signal<Checked | null>(null);

  protected readonly election = resource({
    params: () => {
      const round = this.round();
      return this.inBrowser && round?.paperSha256 && !round.imported ? round : undefined;
    },
    loader: ({ params }) => this.elections.open(params),
  });
  protected readonly electionRefusal = computed(() => {
    const failure = this.election.error();
    return failure ? explain(failure.cause ?? failure) : null;
  });
  protected readonly paper = computed(() => {
    const style = this.checked()?.published?.style;
    if (!this.election.hasValue() || !style) return null;
    const { manifest, projects } = this.election.value();
    const paper = paperOf(manifest, style);
    return paper ? shownPaper(paper, projects) : null;
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const round = this.round();
      if (round) head.name($localize`Check my vote: ${round.title}:round:`);
    });
  }

  protected async pick(file: File | null): Promise<void> {
    if (file) this.typed.set((await file.text()).slice(0, 2000));
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.election.hasValue()) return;
    this.checked.set(null);
    this.refusal.set(null);
    const proof = readProof(this.typed());
    this.errors.clear();
    if (!proof) {
      return this.errors.refuse(
        'proof',
        $localize`Enter a receipt, its ballot fingerprint, or a change code. What is here is none of them; look for a typing mistake.`,
      );
    }
    this.checking.set(true);
    try {
      const checked = await this.checkVote.execute(this.election.value(), proof);
      this.checked.set(checked);
      if (!checked)
        this.errors.refuse('proof', $localize`No vote was cast with this change code in this round.`);
    } catch (cause) {
      if (cause instanceof OtherElection)
        this.errors.refuse('proof', $localize`This receipt is from another round.`);
      else this.refusal.set(explain(cause));
    } finally {
      this.checking.set(false);
    }
  }
}
