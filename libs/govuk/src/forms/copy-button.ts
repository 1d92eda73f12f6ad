import { ChangeDetectionStrategy, Component, input, linkedSignal } from '@angular/core';

/** Puts a text on the reader's clipboard and says so. */
@Component({
  selector: 'ct-copy-button',
  template: `
    <button type="button" class="ct-copy" (click)="copy()">
      <ng-container i18n>Copy</ng-container><span class="govuk-visually-hidden">&nbsp;{{ what() }}</span>
    </button>
    <span class="ct-copy__said" role="status">
      @switch (outcome()) {
        @case ('copied') {
          <ng-container i18n>Copied</ng-container>
        }
        @case ('refused') {
          <ng-container i18n>Select the text and copy it</ng-container>
        }
      }
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyButton {
  readonly text = input.required<string>();
  /** What is copied, for readers who hear the button alone: "the code". */
  readonly what = input.required<string>();

  protected readonly outcome = linkedSignal<string, 'copied' | 'refused' | null>({
    source: this.text,
    computation: () => null,
  });

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text());
      this.outcome.set('copied');
    } catch {
      // Browsers refuse without a secure connection, or when the reader has said no.
      this.outcome.set('refused');
    }
  }
}
