import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { Select, TextInput } from '@commonthread/govuk/forms';
import { errorFor, refusalOf } from '../shell/refusal.js';
import { Session } from '../shell/session/session.js';
import { AccountApi } from './account-api.js';
import { placeChoices } from './place-choices.js';
import { accountErrors } from './refusals.js';

const FIELDS = { displayName: 'display-name', homePlaceSlug: 'home-place' };

/** The name others see and the place somebody lives in, to change. */
@Component({
  selector: 'ct-your-details',
  imports: [Button, ErrorSummary, Select, TextInput],
  template: `
    @if (errors().length > 0) {
      <ct-error-summary [errors]="errors()" />
    }
    <form method="post" novalidate (submit)="save($event)">
      <ct-text-input
        [fieldId]="fields.displayName"
        label="Name to be shown"
        i18n-label
        hint="Stands beside your ideas and comments."
        i18n-hint
        autocomplete="nickname"
        [error]="errorFor(fields.displayName)"
        [(value)]="displayName"
      />
      <ct-select
        [fieldId]="fields.homePlaceSlug"
        label="Where you live (optional)"
        i18n-label
        [choices]="choices()"
        [error]="errorFor(fields.homePlaceSlug)"
        [(value)]="homePlace"
      />
      <button ctButton type="submit" [busy]="state() === 'saving'" i18n>Save</button>
      <p class="govuk-body" role="status">
        @if (state() === 'saved') {
          <ng-container i18n>Saved.</ng-container>
        }
      </p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class YourDetails {
  private readonly api = inject(AccountApi);
  private readonly session = inject(Session);

  readonly me = input.required<Api<'MeDto'>>();

  protected readonly fields = FIELDS;
  protected readonly places = this.api.places();
  protected readonly choices = computed(() => {
    const home = this.me().homePlace;
    const known = placeChoices(this.places.hasValue() ? this.places.value() : []);
    // A place that is no longer in force, or not fetched yet, must not be lost by saving a new name.
    return home && !known.some(({ value }) => value === home.slug)
      ? [...known, { value: home.slug, label: home.name }]
      : known;
  });
  protected readonly displayName = linkedSignal(() => this.me().displayName);
  protected readonly homePlace = linkedSignal(() => this.me().homePlace?.slug ?? '');
  protected readonly state = signal<'editing' | 'saving' | 'saved'>('editing');
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly errorFor = (field: string) => errorFor(this.errors(), field);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    this.state.set('saving');
    try {
      const me = await this.api.change({
        displayName: this.displayName().trim(),
        homePlaceSlug: this.homePlace() || null,
      });
      this.session.update(me);
      this.state.set('saved');
    } catch (cause) {
      this.errors.set(accountErrors(refusalOf(cause), FIELDS, FIELDS.displayName));
      this.state.set('editing');
    }
  }
}
