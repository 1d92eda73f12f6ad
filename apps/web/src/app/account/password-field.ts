import { ChangeDetectionStrategy, Component, input, model, signal } from '@angular/core';
import { Button } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';

/** A password that its owner may look at while typing. */
@Component({
  selector: 'ct-password-field',
  imports: [Button, TextInput],
  template: `
    <ct-text-input
      [fieldId]="fieldId()"
      [label]="label()"
      [hint]="hint()"
      [error]="error()"
      [type]="shown() ? 'text' : 'password'"
      [autocomplete]="isNew() ? 'new-password' : 'current-password'"
      [spellcheck]="false"
      [(value)]="value"
    />
    <button
      ctButton="secondary"
      type="button"
      class="ct-account__show"
      [attr.aria-controls]="fieldId()"
      (click)="shown.set(!shown())"
    >
      @if (shown()) {
        <ng-container i18n>Hide<span class="govuk-visually-hidden"> the password</span></ng-container>
      } @else {
        <ng-container i18n>Show<span class="govuk-visually-hidden"> the password</span></ng-container>
      }
    </button>
    <span class="govuk-visually-hidden" role="status">
      @if (shown()) {
        <ng-container i18n>Your password can be read on the screen.</ng-container>
      }
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordField {
  readonly fieldId = input.required<string>();
  readonly label = input($localize`Password`);
  readonly hint = input<string | null>(null);
  readonly error = input<string | null>(null);
  /** Whether a password is being chosen, so that the browser offers to make one. */
  readonly isNew = input(false);
  readonly value = model('');

  protected readonly shown = signal(false);
}
