import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { Details, WarningText } from '@commonthread/govuk';
import type { Round } from './ballot-api.js';

/**
 * The receipt as a mail that the voter's own program sends to the voter. The council's server never gets it: it would
 * learn an address and a ballot together.
 */
@Component({
  selector: 'ct-receipt-mail',
  imports: [Details, WarningText],
  template: `
    <ct-details summary="Send the receipt to yourself by e-mail" i18n-summary>
      <p class="govuk-body" i18n>
        This opens a mail in your own mail program, with the receipt in it, for you to address and send. We do
        not send it: then our server would know your address and your ballot at once. Your mail provider, and
        whoever can read your mail, will be able to see how you voted once all ballots are published.
      </p>
      @if (code() !== null) {
        <div class="govuk-form-group">
          <div class="govuk-checkboxes">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id="mail-code"
                [checked]="withCode()"
                aria-describedby="mail-code-hint"
                (change)="withCode.set($any($event.target).checked)"
              />
              <label class="govuk-label govuk-checkboxes__label" for="mail-code" i18n>
                Put my change code into the mail too
              </label>
              <div class="govuk-hint govuk-checkboxes__hint" id="mail-code-hint" i18n>Paper is safer.</div>
            </div>
          </div>
        </div>
        @if (withCode()) {
          <ct-warning-text i18n>
            Whoever reads that mail can change your vote until voting ends and see it afterwards. If anybody
            may look into your mailbox, or could make you show it, leave the code out.
          </ct-warning-text>
        }
      }
      <p class="govuk-body">
        <a class="govuk-link" [href]="link()" rel="noreferrer" i18n>Open the mail</a>
      </p>
    </ct-details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptMail {
  /** As it is saved. */
  readonly receipt = input.required<string>();
  /** The change code, or null when the voter came with it. */
  readonly code = input.required<string | null>();
  readonly round = input.required<Round>();

  protected readonly withCode = signal(false);
  protected readonly link = computed(() => {
    const subject = $localize`Receipt of my vote: ${this.round().title}:round:`;
    const code = this.code();
    const lines = [
      $localize`My receipt from the ballot box. I keep it to myself: after the vote it leads to my ballot.`,
      this.receipt(),
      ...(this.withCode() && code !== null ? [$localize`My change code: ${code}:code:`] : []),
    ];
    // Not URLSearchParams: mail programs show its + as a plus.
    return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n\r\n'))}`;
  });
}
