import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Details, ErrorSummary, MoneyPipe, NotificationBanner, Tag } from '@commonthread/govuk';
import { lastValue } from '../../shell/last-value.js';
import { proposalStateColour, proposalStateName } from '../../shell/proposal-states.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { AnswerCard } from './answer-card.js';
import { AppealPanel } from './appeal-panel.js';
import { AssignForm } from './assign-form.js';
import { CostsForm } from './costs-form.js';
import { NotesPanel } from './notes-panel.js';
import { type Department, type Review, ReviewingApi } from './reviewing-api.js';
import { CRITERIA, type Criterion } from './review-words.js';
import { VerdictPanel } from './verdict-panel.js';

const FIELDS = Object.fromEntries(
  Object.keys(CRITERIA).map((criterion) => [criterion, `answer-${criterion}`]),
);

/** One proposal with everything its review needs: read it, answer, cost, note, confirm, sign, decide an appeal. */
@Component({
  selector: 'ct-review-panel',
  imports: [
    AnswerCard,
    AppealPanel,
    AssignForm,
    Button,
    CostsForm,
    Details,
    ErrorSummary,
    MoneyPipe,
    NotesPanel,
    NotificationBanner,
    RouterLink,
    Tag,
    VerdictPanel,
    Waiting,
  ],
  templateUrl: './review-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewPanel {
  private readonly api = inject(ReviewingApi);

  readonly number = input.required<number>();
  readonly departments = input.required<readonly Department[]>();
  /** The proposal somebody has just asked for: its heading gets the focus once it is shown. */
  readonly wantsFocus = input<number | null>(null);
  /** Something changed that the list shows. */
  readonly changed = output();

  protected readonly stateName = proposalStateName;
  protected readonly stateColour = proposalStateColour;
  protected readonly asked = this.api.review(this.number);
  protected readonly proposalAsked = this.api.proposal(this.number);
  private readonly last = lastValue(this.asked);
  private readonly lastProposal = lastValue(this.proposalAsked);
  /** What an act brought is newer than what was asked for. */
  protected readonly review = linkedSignal<Review | undefined>(() => {
    const review = this.last();
    return review?.number === this.number() ? review : undefined;
  });
  protected readonly proposal = computed(() => {
    const proposal = this.lastProposal();
    return proposal?.number === this.number() ? proposal : undefined;
  });
  protected readonly told = linkedSignal({ source: this.number, computation: () => '' });
  protected readonly finishing = new Act('answers', FIELDS);
  protected readonly mine = computed(() =>
    (this.review()?.answers ?? []).filter(({ mayAnswer }) => mayAnswer),
  );
  protected readonly unfinished = computed(() => this.mine().some(({ finished }) => !finished));
  /** The cards begin anew when a criterion is asked again. */
  protected readonly turn = signal(0);

  private readonly cards = viewChildren(AnswerCard);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private focused: number | null = null;

  constructor() {
    effect(() => {
      const heading = this.heading()?.nativeElement;
      const wanted = this.wantsFocus();
      if (!heading || wanted === null || wanted !== this.proposal()?.number || this.focused === wanted)
        return;
      this.focused = wanted;
      heading.focus();
    });
  }

  protected errorFor(criterion: Criterion): string | null {
    return this.finishing.errorFor(`answer-${criterion}`);
  }

  /** Says that everything on the screen is finished: what is whole counts from now on. */
  protected async finish(event: Event): Promise<void> {
    event.preventDefault();
    const cards = this.cards().filter((card) => card.asked().mayAnswer);
    await Promise.all(cards.map((card) => card.settled()));
    const done = await this.finishing.run(async () => {
      this.review.set(
        await this.api.answer(
          this.number(),
          cards.map((card) => card.given(true)),
        ),
      );
    });
    if (!done) return;
    this.told.set($localize`Your answers are finished.`);
    this.changed.emit();
  }

  protected answered(review: Review): void {
    if (review.number === this.number()) this.review.set(review);
  }

  protected acted({ review, told }: { review: Review; told: string }): void {
    this.review.set(review);
    this.told.set(told);
    this.turn.update((turn) => turn + 1);
    this.proposalAsked.reload();
    this.changed.emit();
  }

  protected assigned(): void {
    this.told.set($localize`Assigned.`);
    this.turn.update((turn) => turn + 1);
    this.asked.reload();
    this.proposalAsked.reload();
    this.changed.emit();
  }
}
