import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { changeCode, fromBase64url, type StylePaper } from '@commonthread/ballot-protocol';
import { Button, WarningText } from '@commonthread/govuk';
import { CopyButton } from '@commonthread/govuk/forms';
import type { Round } from './ballot-api.js';
import type { KeptVote } from './device/kept-vote.js';
import { ChoicesList } from './marking/choices-list.js';
import { ReceiptMail } from './receipt-mail.js';

/** What the voter takes home: the receipt, the change code, and a device with nothing left on it. */
@Component({
  selector: 'ct-receipt-panel',
  imports: [Button, ChoicesList, CopyButton, ReceiptMail, RouterLink, WarningText],
  templateUrl: './receipt-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptPanel {
  readonly vote = input.required<KeptVote>();
  readonly round = input.required<Round>();
  readonly paper = input.required<StylePaper>();
  readonly currency = input.required<string>();
  readonly remember = input.required<boolean>();
  /** Whether the voter came with a change code, and so has it. */
  readonly byCode = input(false);
  /** Whether other people use this device after this one: then nothing is saved or copied, only printed. */
  readonly shared = input(false);
  readonly rememberChange = output<boolean>();
  readonly change = output<void>();
  readonly wipe = output<void>();

  protected readonly showsChoices = signal(false);
  protected readonly changed = computed(() => this.vote().rev > 1);
  protected readonly code = computed(() => changeCode(fromBase64url(this.vote().seed, 16)));
  protected readonly receiptText = computed(() => JSON.stringify(this.vote().last?.receipt ?? null));
  /** Carried by the page itself, so that saving it asks nobody. */
  protected readonly receiptFile = computed(
    () => `data:application/json;charset=utf-8,${encodeURIComponent(this.receiptText())}`,
  );

  protected print(): void {
    window.print();
  }
}
