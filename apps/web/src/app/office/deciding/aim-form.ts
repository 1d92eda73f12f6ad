import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { Checkboxes, DateInput, Radios, Select, Textarea, TextInput } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { OfficePlaces } from '../office-places.js';
import { indicatorChoices, indicatorOf, latestWords, sizeOf } from './indicator-choices.js';

type Aim = Api<'AimDto'>;
const FIELDS = {
  indicatorCode: 'aim-indicator',
  direction: 'aim-direction',
  sizePoints: 'aim-size',
  population: 'aim-population',
  placeSlug: 'aim-place',
  dueOn: 'aim-due',
  mechanism: 'aim-mechanism',
  comparisonPlaceSlugs: 'aim-comparison',
};

/** One aim: which indicator should move, which way, by how much, for whom, where, by when, how, compared with what. */
@Component({
  selector: 'ct-aim-form',
  imports: [Button, Checkboxes, DateInput, ErrorSummary, Radios, Select, Textarea, TextInput],
  providers: [OfficePlaces],
  templateUrl: './aim-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AimForm {
  private readonly api = inject(OfficeApi);
  private readonly places = inject(OfficePlaces);

  readonly decision = input.required<Api<'DecisionDto'>>();
  /** The aim to change; null adds one. */
  readonly aim = input<Aim | null>(null);
  readonly saved = output<void>();
  readonly left = output<void>();

  protected readonly fields = FIELDS;
  protected readonly act = new Act(FIELDS.indicatorCode, FIELDS);
  protected readonly themes = this.api.themes();
  private readonly catalogue = computed(() => (this.themes.hasValue() ? this.themes.value() : []));
  protected readonly indicators = computed(() => indicatorChoices(this.catalogue()));
  protected readonly placeChoices = this.places.choices;
  protected readonly comparable = computed(() =>
    this.placeChoices().filter(({ value }) => value !== this.place()),
  );

  protected readonly indicator = linkedSignal(() => this.aim()?.indicator.code ?? '');
  private readonly known = computed(() => indicatorOf(this.catalogue(), this.indicator()));
  protected readonly latest = computed(() => latestWords(this.known()));
  protected readonly caution = computed(() => this.known()?.useWithCare ?? null);
  /** Follows the indicator's good direction until somebody chooses. */
  protected readonly direction = linkedSignal<string | null>(
    () => this.aim()?.direction ?? (this.known()?.polarity === 'lower-is-better' ? 'down' : 'up'),
  );
  protected readonly size = linkedSignal(() => String(this.aim()?.sizePoints ?? ''));
  protected readonly population = linkedSignal(
    () => this.aim()?.population ?? $localize`adults who live there`,
  );
  protected readonly place = linkedSignal(() => this.aim()?.place.slug ?? this.decision().place.slug);
  protected readonly dueOn = linkedSignal(() => this.aim()?.dueOn ?? '');
  protected readonly mechanism = linkedSignal(() => this.aim()?.mechanism ?? '');
  protected readonly comparison = linkedSignal<readonly string[]>(
    () => this.aim()?.comparisonPlaces.map(({ slug }) => slug) ?? [],
  );
  protected readonly directions = [
    { value: 'up', label: $localize`Up` },
    { value: 'down', label: $localize`Down` },
  ];

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.act.refuse([]);
    const faults = this.faults();
    if (faults.length > 0) return this.act.refuse(faults);
    const done = await this.act.run(async () => {
      const aim = this.aim();
      const { number } = this.decision();
      await (aim
        ? this.api.saveAim(number, aim.id, this.written())
        : this.api.addAim(number, this.written()));
    });
    if (done) this.saved.emit();
  }

  private written(): Api<'WriteAimDto'> {
    return {
      indicatorCode: this.indicator(),
      direction: this.direction() as 'up' | 'down',
      sizePoints: sizeOf(this.size()) ?? 0,
      population: this.population().trim(),
      placeSlug: this.place(),
      dueOn: this.dueOn(),
      mechanism: this.mechanism().trim(),
      comparisonPlaceSlugs: [...this.comparison()],
    };
  }

  private faults(): FieldError[] {
    return [
      {
        wrong: !this.indicator(),
        fieldId: FIELDS.indicatorCode,
        message: $localize`Choose the indicator it aims to move`,
      },
      {
        wrong: sizeOf(this.size()) === null,
        fieldId: FIELDS.sizePoints,
        message: $localize`Enter by how many percentage points, from 0.1 to 100`,
      },
      {
        wrong: this.population().trim().length < 3,
        fieldId: FIELDS.population,
        message: $localize`Say among whom it is measured`,
      },
      {
        wrong: !this.dueOn(),
        fieldId: FIELDS.dueOn,
        message: $localize`Enter the day by which it should have moved`,
      },
      {
        wrong: this.mechanism().trim().length < 3,
        fieldId: FIELDS.mechanism,
        message: $localize`Say in a sentence how the decision is meant to bring this about`,
      },
    ].filter(({ wrong }) => wrong);
  }
}
