import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  LOCALE_ID,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { paperOf, type Choice, type Manifest } from '@commonthread/ballot-protocol';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { SharedDevice } from '../shell/shared-device/shared-device.js';
import type { Round } from './ballot-api.js';
import { DEVICE_STORE } from './device/device-store.js';
import { BY_CODE, draftKey, voteKey, type KeptVote, type Owner } from './device/kept-vote.js';
import { tabReceipt } from './device/tab-receipt.js';
import { whichVote } from './device/which-vote.js';
import type { OpenedElection } from './elections.js';
import { EvidenceLink } from './evidence-link.js';
import { ChoicesList } from './marking/choices-list.js';
import { MarkPaper } from './marking/mark-paper.js';
import { shownPaper } from './marking/shown-paper.js';
import { tally, whyNot } from './marking/paper-words.js';
import { CastVote, type CastStep } from './protocol/cast-vote.js';
import { LogWatch } from './protocol/log-watch.js';
import { TellStep } from './protocol/tell-step.js';
import { ReceiptPanel } from './receipt-panel.js';
import { explain, type Refusal } from './refusals.js';
import { StateBar, type VoteState } from './state-bar.js';

type Step = 'choose' | 'check' | 'done';

/** The page's one ballot: choose, check, cast, receipt; and the bar that says what counts. */
@Component({
  selector: 'ct-booth',
  imports: [Button, ChoicesList, ErrorSummary, EvidenceLink, MarkPaper, ReceiptPanel, RouterLink, StateBar],
  templateUrl: './booth.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Booth {
  private readonly castVote = inject(CastVote);
  private readonly store = inject(DEVICE_STORE);
  private readonly watch = inject(LogWatch);
  private readonly steps = inject(TellStep);
  private readonly device = inject(SharedDevice);
  private readonly injector = inject(Injector);
  private readonly locale = inject(LOCALE_ID);

  readonly round = input.required<Round>();
  readonly manifest = input.required<Manifest>();
  /** As the site calls them now. */
  readonly projects = input.required<OpenedElection['projects']>();
  readonly style = input.required<string>();
  readonly owner = input.required<Owner>();
  /** What is known of the vote already: unfinished, remembered, or found by its change code. */
  readonly before = input<KeptVote | null>(null);
  /** Choices of an earlier visit that were never cast. */
  readonly draft = input<readonly Choice[] | null>(null);
  /** The reader has finished on a shared device. */
  readonly wiped = output<void>();

  protected readonly vote = linkedSignal(() => this.before());
  protected readonly step = linkedSignal<Step>(() => {
    const before = this.before();
    return before?.last && !before.cast && this.draft() === null ? 'done' : 'choose';
  });
  protected readonly choices = linkedSignal<readonly Choice[]>(
    () => this.draft() ?? this.before()?.last?.choices ?? [],
  );
  protected readonly remember = linkedSignal(() => this.before()?.remember ?? false);
  protected readonly casting = signal<CastStep | null>(null);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly logAlarm = signal<Refusal | null>(null);

  /** Nothing of one voter may stay for the next: nothing is remembered, saved or copied here. */
  protected readonly shared = this.device.on;
  /** A ballot that is not in the box yet, and a change of one that is, are two things. */
  private readonly first = computed(() => (this.vote()?.rev ?? 0) === 0 && !this.byCode());

  protected readonly byCode = computed(() => this.owner() === BY_CODE);
  protected readonly currency = computed(() => this.manifest().currency);
  protected readonly paper = computed(() => {
    const paper = paperOf(this.manifest(), this.style());
    if (!paper) throw new Error(`no ballot paper of style ${this.style()}`);
    return shownPaper(paper, this.projects());
  });
  protected readonly tally = computed(() =>
    tally(this.paper(), this.choices(), this.currency(), this.locale),
  );
  protected readonly state = computed<VoteState>(() => {
    const vote = this.vote();
    if (vote?.cast) return 'unfinished';
    if (!vote || vote.rev === 0) return 'draft';
    if (this.step() !== 'done') return 'changing';
    return vote.rev > 1 ? 'changed' : 'cast';
  });
  protected readonly proposals = computed(
    () => new Map(this.projects().map(({ ballotId, proposalNumber }) => [ballotId, proposalNumber])),
  );

  constructor() {
    effect((onCleanup) => {
      const vote = this.vote();
      const begun = vote !== null && (vote.pending !== null || vote.pass !== null || vote.cast !== null);
      this.device.held.set(begun || this.casting() !== null);
      onCleanup(() => this.device.held.set(false));
    });
  }

  protected mark(choices: readonly Choice[]): void {
    if (this.first() && this.choices().length === 0) this.steps.tell(this.round().slug, 'chosen');
    this.choices.set(choices);
    this.errors.set([]);
    void this.store.put(draftKey(this.manifest().election, this.owner()), choices);
  }

  protected toCheck(): void {
    const fault = whyNot(this.paper(), this.choices(), this.currency(), this.locale);
    this.errors.set(fault ? [{ fieldId: 'choices', message: fault }] : []);
    if (fault) return;
    this.refusal.set(null);
    if (this.first()) this.steps.tell(this.round().slug, 'checked');
    this.go('check');
  }

  protected toChoose(): void {
    this.refusal.set(null);
    this.go('choose');
  }

  /** The one confirmation. While it is under way, more clicks do nothing; the urn takes equal ballots once anyway. */
  protected async cast(): Promise<void> {
    if (this.casting()) return;
    this.casting.set('sealing');
    this.refusal.set(null);
    const manifest = this.manifest();
    const { election } = manifest;
    const vote = this.vote();
    try {
      const done = await this.castVote.execute(
        {
          ...{ slug: this.round().slug, manifest, style: this.style(), owner: this.owner() },
          choices: vote?.cast ? null : this.choices(),
          ...{ before: vote, remember: this.remember() && !this.shared() },
        },
        (step) => this.casting.set(step),
      );
      if (this.first()) this.steps.tell(this.round().slug, 'cast');
      this.vote.set(done);
      this.choices.set(done.last?.choices ?? []);
      if (!this.shared()) tabReceipt.write(voteKey(election, this.owner()), done);
      this.go('done');
      void this.lookAtLog();
    } catch (cause) {
      await this.refused(cause);
    } finally {
      this.casting.set(null);
    }
  }

  private async refused(cause: unknown): Promise<void> {
    const refusal = explain(cause);
    const key = voteKey(this.manifest().election, this.owner());
    const kept = whichVote(await this.store.get<KeptVote>(key), this.vote());
    if (refusal.nextRev !== null && kept) {
      const follow = this.castVote.follow(this.manifest().election, this.owner(), kept, refusal.nextRev - 1);
      this.vote.set(await follow);
      this.step.set('check');
    } else {
      this.vote.set(kept);
    }
    this.refusal.set(refusal);
    this.focus('refusal');
  }

  /** A glance at the public log, so that this device would notice if it were ever rewritten. Not needed for the vote. */
  private async lookAtLog(): Promise<void> {
    try {
      await this.watch.look(this.manifest());
    } catch (cause) {
      const refusal = explain(cause);
      if (refusal.alarm) this.logAlarm.set(refusal);
    }
  }

  protected change(): void {
    this.choices.set(this.vote()?.last?.choices ?? []);
    this.go('choose');
  }

  /** The vote that stands is left as it is. */
  protected async leaveAsItIs(): Promise<void> {
    await this.store.delete(draftKey(this.manifest().election, this.owner()));
    this.choices.set(this.vote()?.last?.choices ?? []);
    this.go('done');
  }

  protected async setRemember(remember: boolean): Promise<void> {
    this.remember.set(remember);
    const vote = this.vote();
    if (!vote) return;
    const key = voteKey(this.manifest().election, this.owner());
    const next = { ...vote, remember };
    await (remember ? this.store.put(key, next) : this.store.delete(key));
    this.vote.set(next);
    tabReceipt.write(key, next);
  }

  /** Nothing of this vote stays on the device. */
  protected async wipe(): Promise<void> {
    const { election } = this.manifest();
    const key = voteKey(election, this.owner());
    await this.store.delete(key);
    await this.store.delete(draftKey(election, this.owner()));
    tabReceipt.forget(key);
    this.wiped.emit();
  }

  protected async clearDraft(): Promise<void> {
    await this.store.delete(draftKey(this.manifest().election, this.owner()));
    this.choices.set([]);
    this.errors.set([]);
  }

  private go(step: Step): void {
    this.step.set(step);
    this.focus('booth');
  }

  private focus(id: string): void {
    afterNextRender(
      () => {
        const element = document.getElementById(id);
        element?.focus({ preventScroll: true });
        element?.scrollIntoView?.({ block: 'start' });
      },
      { injector: this.injector },
    );
  }
}
