import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary } from '@commonthread/govuk';
import { DateInput, TextInput } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { isDay } from '../set-up/london-days.js';
import { type Found, RollApi } from './roll-api.js';

export interface FoundVoters {
  readonly sought: Api<'FindElectorDto'>;
  readonly list: readonly Found[];
}

/** What somebody says of themselves, and whom of the list it fits. What was typed goes with the form. */
@Component({
  selector: 'ct-find-voter',
  imports: [Button, DateInput, ErrorSummary, TextInput],
  templateUrl: './find-voter.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindVoter {
  private readonly api = inject(RollApi);

  readonly slug = input.required<string>();
  readonly found = output<FoundVoters>();

  protected readonly fullName = signal('');
  protected readonly born = signal('');
  protected readonly postcode = signal('');
  protected readonly house = signal('');
  protected readonly act = new Act('full-name', {
    fullName: 'full-name',
    dateOfBirth: 'born',
    postcode: 'postcode',
    house: 'house',
  });

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    const errors = [
      ...(this.fullName().trim().length >= 2
        ? []
        : [{ fieldId: 'full-name', message: $localize`Enter the full name` }]),
      ...(isDay(this.born()) ? [] : [{ fieldId: 'born', message: $localize`Enter the date of birth` }]),
      ...(this.house().trim()
        ? []
        : [{ fieldId: 'house', message: $localize`Enter the number or name of the house` }]),
      ...(this.postcode().trim().length >= 5
        ? []
        : [{ fieldId: 'postcode', message: $localize`Enter the postcode of the home` }]),
    ];
    if (errors.length > 0) return this.act.refuse(errors);
    const sought = {
      fullName: this.fullName().trim(),
      dateOfBirth: this.born(),
      postcode: this.postcode().trim(),
      house: this.house().trim(),
    };
    await this.act.run(async () =>
      this.found.emit({ sought, list: await this.api.find(this.slug(), sought) }),
    );
  }
}
