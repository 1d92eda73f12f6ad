import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { DayPipe, ErrorMessage } from '@commonthread/govuk';
import { Radios, Select, Textarea } from '@commonthread/govuk/forms';
import { refusalOf } from '../../shell/refusal.js';
import { type Answer, type GivenAnswer, type Review, ReviewingApi } from './reviewing-api.js';
import { answerName, ANSWERS, CRITERIA, REASONS } from './review-words.js';

const PAUSE_MS = 800;

/** One criterion: of whom it is asked, by when, and the answer, saved as it is given. */
@Component({
  selector: 'ct-answer-card',
  imports: [DayPipe, ErrorMessage, Radios, Select, Textarea],
  templateUrl: './answer-card.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerCard implements OnInit {
  private readonly api = inject(ReviewingApi);

  readonly number = input.required<number>();
  readonly asked = input.required<Answer>();
  /** What the page found missing in it. */
  readonly error = input<string | null>(null);
  readonly saved = output<Review>();

  protected readonly choices = ANSWERS;
  protected readonly reasons = REASONS;
  protected readonly answerName = answerName;
  protected readonly words = computed(() => CRITERIA[this.asked().criterion]);
  protected readonly fieldId = computed(() => `answer-${this.asked().criterion}`);

  protected readonly answer = signal<string | null>(null);
  protected readonly reasonCode = signal('');
  protected readonly text = signal('');
  protected readonly status = signal<'' | 'saving' | 'saved' | 'failed'>('');
  protected readonly failure = signal('');
  protected readonly textLabel = computed(() => {
    switch (this.answer()) {
      case 'not-met':
        return $localize`Why not, in plain words`;
      case 'met-if-changed':
        return $localize`What has to change`;
      default:
        return $localize`What has to be found out`;
    }
  });

  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> = Promise.resolve();

  /** Taken once: what is being typed is never replaced by what was saved before it. */
  ngOnInit(): void {
    const { answer, reasonCode, words } = this.asked();
    this.answer.set(answer);
    this.reasonCode.set(reasonCode ?? '');
    this.text.set(words);
  }

  /** The answer as it stands on the screen. */
  given(finished: boolean): GivenAnswer {
    return {
      criterion: this.asked().criterion,
      answer: this.answer() as GivenAnswer['answer'],
      reasonCode: (this.answer() === 'not-met' && this.reasonCode()
        ? this.reasonCode()
        : null) as GivenAnswer['reasonCode'],
      words: this.answer() === 'met' ? '' : this.text(),
      finished,
    };
  }

  protected choose(answer: string | null): void {
    this.answer.set(answer);
    this.save();
  }

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE_MS);
  }

  protected chooseReason(code: string): void {
    this.reasonCode.set(code);
    this.save();
  }

  /** Waits for what is being saved. */
  async settled(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
  }

  private save(): void {
    clearTimeout(this.timer);
    this.running = this.running.then(() => this.send());
  }

  private async send(): Promise<void> {
    this.status.set('saving');
    try {
      this.saved.emit(await this.api.answer(this.number(), [this.given(false)]));
      this.status.set('saved');
    } catch (cause) {
      this.status.set('failed');
      this.failure.set(refusalOf(cause).detail);
    }
  }
}
