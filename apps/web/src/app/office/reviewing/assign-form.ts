import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary } from '@commonthread/govuk';
import { DateInput, Select } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { type Department, ReviewingApi } from './reviewing-api.js';
import { CRITERIA, type Criterion } from './review-words.js';

/** Takes proposals into review and gives what is open to a department, to a person in it, until a day. */
@Component({
  selector: 'ct-assign-form',
  imports: [Button, DateInput, ErrorSummary, Select],
  template: `
    @if (act.errors().length > 0) {
      <ct-error-summary [errors]="act.errors()" />
    }
    <form method="post" novalidate (submit)="assign($event)">
      <ct-select
        [fieldId]="prefix() + '-criterion'"
        label="What"
        i18n-label
        [choices]="criteria"
        [(value)]="criterion"
      />
      <ct-select
        [fieldId]="prefix() + '-department'"
        label="To which department"
        i18n-label
        [choices]="departmentChoices()"
        [value]="department()"
        (valueChange)="choose($event)"
      />
      @if (people().length > 1) {
        <ct-select
          [fieldId]="prefix() + '-person'"
          label="To whom in it"
          i18n-label
          [choices]="people()"
          [(value)]="person"
        />
      }
      <ct-date-input
        [fieldId]="prefix() + '-due'"
        label="Due on"
        i18n-label
        hint="Left empty: as planned."
        i18n-hint
        [error]="act.errorFor(prefix() + '-due')"
        [(value)]="due"
      />
      <button ctButton type="submit" [busy]="act.busy()">{{ action() }}</button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignForm {
  private readonly api = inject(ReviewingApi);

  readonly prefix = input.required<string>();
  readonly numbers = input.required<readonly number[]>();
  readonly departments = input.required<readonly Department[]>();
  readonly action = input.required<string>();
  readonly assigned = output();

  protected readonly act = new Act('assign', {});
  protected readonly criterion = signal('');
  protected readonly department = signal('');
  protected readonly person = signal('');
  protected readonly due = signal('');
  protected readonly criteria = [
    { value: '', label: $localize`Everything not finished yet` },
    ...Object.entries(CRITERIA).map(([value, { name }]) => ({ value, label: name })),
  ];
  protected readonly departmentChoices = computed(() => [
    { value: '', label: $localize`As planned for the round` },
    ...this.departments().map(({ id, name, place }) => ({ value: id, label: `${name} (${place.name})` })),
  ]);
  protected readonly people = computed(() => [
    { value: '', label: $localize`Anybody in it` },
    ...(this.departments().find(({ id }) => id === this.department())?.members ?? []).map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  ]);

  protected choose(department: string): void {
    this.department.set(department);
    this.person.set('');
  }

  protected async assign(event: Event): Promise<void> {
    event.preventDefault();
    const to: Api<'AssignReviewsDto'> = {
      numbers: [...this.numbers()],
      ...(this.criterion() ? { criteria: [this.criterion() as Criterion] } : {}),
      ...(this.department() ? { departmentId: this.department() } : {}),
      ...(this.person() ? { personId: this.person() } : {}),
      ...(this.due() ? { dueOn: this.due() } : {}),
    };
    if (await this.act.run(() => this.api.assign(to))) this.assigned.emit();
  }
}
