import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { Manifest } from '@commonthread/ballot-protocol';
import { Button, ErrorSummary } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { FormErrors } from '../shell/form-errors.js';
import type { KeptVote } from './device/kept-vote.js';
import { ByCode } from './protocol/by-code.js';
import { explain } from './refusals.js';

/** Changing a vote on any device, without signing in: the code is all it takes. */
@Component({
  selector: 'ct-code-entry',
  imports: [Button, ErrorSummary, TextInput],
  template: `
    @if (errors.all().length > 0) {
      <ct-error-summary [errors]="errors.all()" />
    }
    <form method="post" class="ct-text" novalidate (submit)="find($event)">
      <ct-text-input
        fieldId="change-code"
        label="Your change code"
        i18n-label
        hint="28 letters and numbers, with or without spaces. It is checked on this device and never sent."
        i18n-hint
        autocomplete="off"
        [spellcheck]="false"
        [(value)]="typed"
        [error]="errors.of('change-code')"
      />
      <button ctButton="secondary" type="submit" [busy]="finding()" i18n>
        Change my vote with this code
      </button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeEntry {
  private readonly byCode = inject(ByCode);

  readonly manifest = input.required<Manifest>();
  readonly found = output<KeptVote>();

  protected readonly typed = signal('');
  protected readonly finding = signal(false);
  protected readonly errors = new FormErrors();

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.clear();
    this.finding.set(true);
    try {
      const vote = await this.byCode.find(this.manifest(), this.typed());
      if (vote) this.found.emit(vote);
      else
        this.errors.refuse(
          'change-code',
          $localize`No vote was cast with this code in this round. If casting was interrupted, go back to the device on which you began.`,
        );
    } catch (cause) {
      this.errors.refuse('change-code', explain(cause).sentence);
    } finally {
      this.finding.set(false);
    }
  }
}
