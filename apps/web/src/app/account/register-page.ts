import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { DateInput, Select, TextInput } from '@commonthread/govuk/forms';
import { OpenLists } from '../shell/open-lists.js';
import { errorFor, refusalOf } from '../shell/refusal.js';
import { AccountApi } from './account-api.js';
import { DemoNote } from './demo-note.js';
import { PasswordField } from './password-field.js';
import { placeChoices } from './place-choices.js';
import { NeedsScript } from '../shell/needs-script.js';
import { accountErrors } from './refusals.js';

const FIELDS = {
  email: 'email',
  displayName: 'display-name',
  password: 'password',
  dateOfBirth: 'date-of-birth',
  homePlaceSlug: 'home-place',
};

@Component({
  selector: 'ct-register-page',
  imports: [
    Breadcrumbs,
    Button,
    DateInput,
    DemoNote,
    ErrorSummary,
    NeedsScript,
    OpenLists,
    PasswordField,
    RouterLink,
    Select,
    TextInput,
  ],
  templateUrl: './register-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterPage {
  private readonly api = inject(AccountApi);
  private readonly router = inject(Router);

  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly fields = FIELDS;
  protected readonly places = this.api.places();
  protected readonly choices = computed(() =>
    placeChoices(this.places.hasValue() ? this.places.value() : []),
  );
  protected readonly email = signal('');
  protected readonly displayName = signal('');
  protected readonly password = signal('');
  protected readonly dateOfBirth = signal('');
  protected readonly homePlace = signal('');
  protected readonly sending = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly errorFor = (field: string) => errorFor(this.errors(), field);

  protected async register(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    const missing = this.missing();
    if (missing.length > 0) return this.errors.set(missing);
    this.sending.set(true);
    try {
      await this.api.register({
        email: this.email().trim(),
        displayName: this.displayName().trim(),
        password: this.password(),
        dateOfBirth: this.dateOfBirth(),
        ...(this.homePlace() ? { homePlaceSlug: this.homePlace() } : {}),
      });
      await this.router.navigateByUrl('/account/check-your-mail?for=confirm');
    } catch (cause) {
      this.errors.set(accountErrors(refusalOf(cause), FIELDS, FIELDS.email));
    } finally {
      this.sending.set(false);
    }
  }

  /** What is left empty, told without asking the API. */
  private missing(): FieldError[] {
    return [
      { fieldId: FIELDS.email, value: this.email(), message: $localize`Enter your e-mail address` },
      {
        fieldId: FIELDS.displayName,
        value: this.displayName(),
        message: $localize`Enter a name to be shown`,
      },
      { fieldId: FIELDS.password, value: this.password(), message: $localize`Enter a password` },
      {
        fieldId: FIELDS.dateOfBirth,
        value: this.dateOfBirth(),
        message: $localize`Enter your date of birth: a day, a month and a year that exist`,
      },
    ].filter(({ value }) => value.trim() === '');
  }
}
