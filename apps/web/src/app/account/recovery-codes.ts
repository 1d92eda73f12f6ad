import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Button, WarningText } from '@commonthread/govuk';
import { CopyButton } from '@commonthread/govuk/forms';

/** The codes for the day the phone is gone: shown this one time. */
@Component({
  selector: 'ct-recovery-codes',
  imports: [Button, CopyButton, WarningText],
  template: `
    <h3 class="govuk-heading-s" tabindex="-1" #heading i18n>
      The second factor is on. Keep these recovery codes
    </h3>
    <ct-warning-text>
      <ng-container i18n>They are shown this one time only.</ng-container>
    </ct-warning-text>
    <p class="govuk-body" i18n>
      If your phone is lost, each of them lets you in once in place of the app’s code. Write them down or
      print this page, and keep them where you keep important papers. Every other device was signed out.
    </p>
    <ul class="govuk-list ct-account__codes">
      @for (code of codes(); track code) {
        <li>
          <code>{{ code }}</code>
        </li>
      }
    </ul>
    <p class="govuk-body">
      <ct-copy-button [text]="all()" what="all recovery codes" i18n-what />
    </p>
    <button ctButton type="button" (click)="kept.emit()" i18n>I have kept them</button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  readonly kept = output<void>();

  protected readonly all = computed(() => this.codes().join('\n'));
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}
