import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { FieldError } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { errorFor } from '../shell/refusal.js';
import { PasswordField } from './password-field.js';

/** Password and, where one is set up, the code of the second factor: asked again before something that matters. */
@Component({
  selector: 'ct-proof-fields',
  imports: [PasswordField, TextInput],
  template: `
    <ct-password-field
      fieldId="password"
      label="Your password"
      i18n-label
      hint="We ask again, in case somebody else is at this device."
      i18n-hint
      [error]="errorOf('password')"
      [(value)]="password"
    />
    @if (needsCode()) {
      <ct-text-input
        fieldId="code"
        label="Code of your authenticator app"
        i18n-label
        hint="Six digits, or a recovery code."
        i18n-hint
        autocomplete="one-time-code"
        [spellcheck]="false"
        [error]="errorOf('code')"
        [(value)]="code"
      />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProofFields {
  readonly needsCode = input.required<boolean>();
  readonly errors = input<readonly FieldError[]>([]);
  readonly password = model('');
  readonly code = model('');

  protected errorOf(fieldId: string): string | null {
    return errorFor(this.errors(), fieldId);
  }
}
