import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { postcodeOf } from '@commonthread/kernel';
import { Radios, TextInput } from '@commonthread/govuk/forms';
import { errorFor, fieldErrors, refusalOf } from '../../shell/refusal.js';
import { BallotApi, type MyRoll, type Round } from '../ballot-api.js';

type Connection = Api<'AskForRollDto'>['connection'];

const FIELDS = {
  connection: 'connection',
  fullName: 'full-name',
  house: 'house',
  postcode: 'postcode',
  connectionPostcode: 'connection-postcode',
};

/** Somebody who is not on the list of voters says what makes them one. */
@Component({
  selector: 'ct-claim-form',
  imports: [Button, ErrorSummary, Radios, TextInput],
  templateUrl: './claim-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClaimForm {
  private readonly api = inject(BallotApi);

  readonly round = input.required<Round>();
  readonly claimed = output<MyRoll>();

  protected readonly connection = signal<string | null>(null);
  protected readonly fullName = signal('');
  protected readonly house = signal('');
  protected readonly postcode = signal('');
  protected readonly connectionPostcode = signal('');
  protected readonly sending = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly errorFor = (field: string) => errorFor(this.errors(), field);
  protected readonly elsewhere = computed(
    () => this.connection() === 'work' || this.connection() === 'study',
  );
  protected readonly connections = computed(() => {
    const place = this.round().place.name;
    const labels: Readonly<Record<Connection, string>> = {
      live: $localize`I live in ${place}:place:`,
      work: $localize`I work in ${place}:place:`,
      study: $localize`I study in ${place}:place:`,
    };
    return this.round().eligibility.connections.map((value) => ({ value, label: labels[value] }));
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const missing = this.missing();
    this.errors.set(missing);
    if (missing.length > 0) return;
    this.sending.set(true);
    try {
      const roll = await this.api.claim(this.round().slug, {
        connection: this.connection() as Connection,
        fullName: this.fullName().trim(),
        house: this.house().trim(),
        postcode: this.postcode().trim(),
        ...(this.elsewhere() ? { connectionPostcode: this.connectionPostcode().trim() } : {}),
      });
      this.claimed.emit(roll);
    } catch (cause) {
      const problem = refusalOf(cause);
      const at = problem.title.startsWith('postcode.') ? 'postcode' : 'connection';
      this.errors.set(fieldErrors(problem, FIELDS, at));
    } finally {
      this.sending.set(false);
    }
  }

  private missing(): FieldError[] {
    const errors: FieldError[] = [];
    const need = (missing: boolean, fieldId: string, message: string) =>
      missing && errors.push({ fieldId, message });
    need(!this.connection(), 'connection', $localize`Choose what ties you to this place`);
    need(this.fullName().trim().length < 2, 'full-name', $localize`Enter your full name`);
    need(this.house().trim() === '', 'house', $localize`Enter the number or name of your house`);
    need(
      postcodeOf(this.postcode()) === null,
      'postcode',
      $localize`Enter your whole postcode, like ST1 5HH`,
    );
    need(
      this.elsewhere() && postcodeOf(this.connectionPostcode()) === null,
      'connection-postcode',
      $localize`Enter the whole postcode of where you work or study`,
    );
    return errors;
  }
}
