import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { Button } from '@commonthread/govuk';

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Computes the fingerprint again in the reader's own browser and says whether it is the published one. */
@Component({
  selector: 'ct-paper-check',
  imports: [Button],
  template: `
    <button ctButton="secondary" type="button" [busy]="checking()" (click)="check()" i18n>
      Check it in this browser
    </button>
    <div role="status">
      @switch (verdict()) {
        @case ('same') {
          <p class="govuk-body ct-verdict" i18n>
            <strong>It is the same.</strong> Your browser computed the fingerprint of the ballot paper it was
            sent, and got the published one.
          </p>
        }
        @case ('different') {
          <p class="govuk-body ct-verdict ct-verdict--bad" i18n>
            <strong>It is not the same.</strong> Tell the council, and keep the file you downloaded.
          </p>
        }
        @case ('impossible') {
          <p class="govuk-body" i18n>
            This browser cannot compute fingerprints on this page. Use the command below instead.
          </p>
        }
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaperCheck {
  readonly canonical = input.required<string>();
  readonly published = input.required<string>();

  protected readonly checking = signal(false);
  protected readonly verdict = signal<'same' | 'different' | 'impossible' | null>(null);

  protected async check(): Promise<void> {
    // Browsers offer it on secure pages only.
    if (!globalThis.crypto?.subtle) return this.verdict.set('impossible');
    this.checking.set(true);
    const computed = await sha256(this.canonical());
    this.verdict.set(computed === this.published() ? 'same' : 'different');
    this.checking.set(false);
  }
}
