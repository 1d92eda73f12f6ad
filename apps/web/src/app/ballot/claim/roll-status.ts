import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Button, DayPipe, ErrorSummary, InsetText } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { ContactLine } from '../../shell/contact-line.js';
import { FormErrors } from '../../shell/form-errors.js';
import { UntilPipe } from '../../shell/until.js';
import { BallotApi, type MyRoll, type Round } from '../ballot-api.js';
import { explain } from '../refusals.js';
import { ClaimForm } from './claim-form.js';

/** Whether the reader is on the list of voters, why not, and what to do about it. */
@Component({
  selector: 'ct-roll-status',
  imports: [Button, ClaimForm, ContactLine, DayPipe, ErrorSummary, InsetText, TextInput, UntilPipe],
  templateUrl: './roll-status.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RollStatus {
  private readonly api = inject(BallotApi);

  readonly round = input.required<Round>();
  readonly roll = input.required<MyRoll>();
  /** Something changed: what the API now says. */
  readonly changed = output<MyRoll>();

  protected readonly code = signal('');
  protected readonly sending = signal(false);
  protected readonly errors = new FormErrors();
  protected readonly mayClaim = computed(() => {
    const { onRoll, frozen, claim } = this.roll();
    return !onRoll && !frozen && claim?.stage !== 'waiting';
  });

  protected async enterCode(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.clear();
    if (this.code().trim() === '')
      return this.errors.refuse('letter-code', $localize`Enter the code from the letter`);
    this.sending.set(true);
    try {
      this.changed.emit(await this.api.letterCode(this.round().slug, this.code().trim()));
    } catch (cause) {
      this.errors.refuse('letter-code', explain(cause).sentence);
    } finally {
      this.sending.set(false);
    }
  }
}
