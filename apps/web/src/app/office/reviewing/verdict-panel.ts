import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { Button, Details, ErrorSummary, InsetText, Tag, TimePipe } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { LetterText } from '../../shell/letter-text.js';
import { Act } from '../act.js';
import { ReasonForm } from '../desk/reason-form.js';
import { type Review, ReviewingApi } from './reviewing-api.js';
import { CRITERIA, LACKS, verdictColour, verdictName } from './review-words.js';

/** What the answers amount to, what is missing, and what an officer can do about it. */
@Component({
  selector: 'ct-verdict-panel',
  imports: [Button, Details, ErrorSummary, InsetText, LetterText, ReasonForm, Tag, Textarea, TimePipe],
  templateUrl: './verdict-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerdictPanel {
  private readonly api = inject(ReviewingApi);

  readonly review = input.required<Review>();
  readonly changed = output<{ review: Review; told: string }>();

  protected readonly act = new Act('verdict');
  protected readonly verdictName = verdictName;
  protected readonly verdictColour = verdictColour;
  /** Begun anew with another verdict only, not with every save. */
  protected readonly opening = linkedSignal({
    source: () => this.review().usualOpening,
    computation: (usual) => usual ?? '',
  });
  protected readonly missing = computed(() =>
    this.review().missing.map(({ criterion, what }) => `${CRITERIA[criterion].name}: ${LACKS[what]}`),
  );
  /** What the author will read first: the officer's own sentences and the reasons. How it ends is always the same. */
  protected readonly preview = computed(() => {
    const { verdict, answers } = this.review();
    const told = answers.filter(
      ({ answer }) => answer === 'not-met' || (answer === 'met-if-changed' && verdict !== 'accepted'),
    );
    return {
      ...{ title: '', round: '', place: '', next: [] },
      opening: this.opening(),
      reasons: told.map(({ criterion, words }) => ({ criterion, heading: CRITERIA[criterion].name, words })),
      good: answers.filter(({ answer }) => answer === 'met').map(({ criterion }) => CRITERIA[criterion].name),
    };
  });
  /** While answers are given, or a verdict waits to be confirmed. */
  protected readonly weighing = computed(() => ['answering', 'to-decide'].includes(this.review().stage));
  protected readonly pending = computed(() => {
    const { confirmed } = this.review();
    return confirmed?.pending ? confirmed : null;
  });

  protected async confirm(): Promise<void> {
    const { number, verdict } = this.review();
    if (!verdict) return;
    await this.act.run(async () => {
      const review = await this.api.confirm(number, verdict, this.opening().trim());
      const told = {
        accepted: $localize`Accepted. Its author has the letter.`,
        'changes-asked': $localize`Changes are asked for. Its author has the list.`,
        'not-taken-forward': $localize`It waits for a second officer’s signature now.`,
      }[verdict as 'accepted' | 'changes-asked' | 'not-taken-forward'];
      this.changed.emit({ review, told });
    });
  }

  protected async sign(): Promise<void> {
    await this.act.run(async () => {
      const review = await this.api.sign(this.review().number);
      this.changed.emit({ review, told: $localize`Signed. Its author has the letter and can appeal.` });
    });
  }

  protected async sendBack(reason: string): Promise<void> {
    await this.act.run(async () => {
      const review = await this.api.sendBack(this.review().number, reason);
      this.changed.emit({ review, told: $localize`Sent back to be thought over.` });
    });
  }

  protected async reopen(reason: string): Promise<void> {
    await this.act.run(async () => {
      const review = await this.api.reopen(this.review().number, reason);
      this.changed.emit({ review, told: $localize`It is in review again.` });
    });
  }
}
