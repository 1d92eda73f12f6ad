import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { Breadcrumbs, Button, EmptyState, ErrorSummary } from '@commonthread/govuk';
import { Checkboxes, Select, TextInput } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { OfficePlaces } from '../office-places.js';
import { type Department, ReviewingApi } from './reviewing-api.js';

/** Who reviews proposals: departments of a place, their members and coordinators. */
@Component({
  selector: 'ct-departments-page',
  imports: [Breadcrumbs, Button, Checkboxes, EmptyState, ErrorSummary, Select, TextInput, Waiting],
  providers: [OfficePlaces],
  templateUrl: './departments-page.html',
  styleUrl: './reviewing.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DepartmentsPage {
  private readonly api = inject(ReviewingApi);
  private readonly known = inject(OfficePlaces);

  protected readonly crumbs = [
    { label: $localize`Office`, link: '/office' },
    { label: $localize`Reviews`, link: '/office/reviews' },
  ];
  protected readonly asked = this.api.departments();
  protected readonly departments = lastValue(this.asked);
  protected readonly places = computed(() => {
    const both = [...this.known.mine('officer'), ...this.known.mine('administrator')];
    return both.filter(({ value }, at) => both.findIndex((one) => one.value === value) === at);
  });
  protected readonly place = signal('');
  protected readonly name = signal('');
  protected readonly creating = new Act('name', { name: 'name', placeSlug: 'department-place' });

  protected readonly chosen = signal('');
  protected readonly person = linkedSignal({ source: this.chosen, computation: () => '' });
  protected readonly coordinates = signal<readonly string[]>([]);
  protected readonly joining = new Act('member');
  protected readonly told = signal('');
  protected readonly department = computed(() => this.departments()?.find(({ id }) => id === this.chosen()));
  private readonly reviewers = this.api.reviewers(() => this.department()?.place.slug ?? '');
  protected readonly departmentChoices = computed(() => [
    { value: '', label: $localize`Choose` },
    ...(this.departments() ?? []).map(({ id, name, place }) => ({
      value: id,
      label: `${name} (${place.name})`,
    })),
  ]);
  protected readonly people = computed(() => [
    { value: '', label: $localize`Choose` },
    ...(this.reviewers.hasValue() ? this.reviewers.value() : []).map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  ]);
  protected readonly coordinator = [
    {
      value: 'yes',
      label: $localize`They coordinate it`,
      hint: $localize`And may answer everything the department is asked.`,
    },
  ];

  constructor() {
    effect(() => {
      const widest = this.places()[0]?.value ?? '';
      if (!this.place()) this.place.set(widest);
    });
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    if (this.name().trim().length < 2) {
      return this.creating.refuse([
        { fieldId: 'name', message: $localize`Enter the name of the department` },
      ]);
    }
    await this.creating.run(async () => {
      const { id, name } = await this.api.createDepartment(this.place(), this.name().trim());
      this.told.set($localize`${name}:department: is set up. Add its members.`);
      this.name.set('');
      this.asked.reload();
      this.chosen.set(id);
    });
  }

  protected async join(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.chosen() || !this.person()) {
      return this.joining.refuse([
        { fieldId: 'member', message: $localize`Choose a department and a person` },
      ]);
    }
    await this.joining.run(async () => {
      const { name } = await this.api.setMember(this.chosen(), this.person(), this.coordinates().length > 0);
      this.told.set($localize`The members of ${name}:department: are saved.`);
      this.person.set('');
      this.coordinates.set([]);
      this.asked.reload();
    });
  }

  protected async leave(department: Department, personId: string): Promise<void> {
    await this.joining.run(async () => {
      await this.api.removeMember(department.id, personId);
      this.told.set($localize`The members of ${department.name}:department: are saved.`);
      this.asked.reload();
    });
  }
}
