import { ChangeDetectionStrategy, Component, computed, inject, input, model, signal } from '@angular/core';
import { Button } from '@commonthread/govuk';
import { Select, TextInput } from '@commonthread/govuk/forms';
import { CtMap, type Point } from '@commonthread/govuk/map';
import { SITE } from '../shell/site.js';
import { ProposalsApi } from './proposals-api.js';
import { explain } from './refusals.js';

/** Where it would be: a ward from the list or by postcode, and, if it helps, a pin on the map. */
@Component({
  selector: 'ct-place-field',
  imports: [Button, CtMap, Select, TextInput],
  templateUrl: './place-field.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceField {
  private readonly api = inject(ProposalsApi);

  /** The place of the round: the proposal must be within it. */
  readonly within = input.required<{ readonly slug: string; readonly name: string }>();
  readonly placeSlug = model.required<string>();
  readonly point = model<Point | null>(null);
  readonly error = input<string | null>(null);

  protected readonly site = inject(SITE);
  protected readonly postcode = signal('');
  protected readonly finding = signal(false);
  protected readonly postcodeError = signal<string | null>(null);
  protected readonly found = signal('');
  private readonly known = this.api.knownPostcodes();
  protected readonly knowsPostcodes = computed(
    () => this.known.hasValue() && this.known.value().example !== null,
  );
  private readonly places = this.api.places();
  protected readonly boundaries = this.api.boundaries(() => this.within().slug);

  protected readonly choices = computed(() => {
    const { slug, name } = this.within();
    const parts = (this.places.hasValue() ? this.places.value() : []).filter(
      ({ parentSlug }) => parentSlug === slug,
    );
    return [
      { value: slug, label: parts.length > 0 ? $localize`All of ${name}:place:` : name },
      ...parts.map((part) => ({ value: part.slug, label: part.name })),
    ];
  });

  protected mapLabel(): string {
    return $localize`Map of ${this.within().name}:place: to put a pin on`;
  }

  protected async find(): Promise<void> {
    if (this.finding()) return;
    this.finding.set(true);
    this.postcodeError.set(null);
    this.found.set('');
    try {
      if (this.postcode().trim() === '') return this.postcodeError.set($localize`Enter a postcode`);
      const { place, ancestors } = await this.api.placeOfPostcode(this.postcode());
      const within = [place, ...ancestors].find(({ slug }) =>
        this.choices().some(({ value }) => value === slug),
      );
      if (!within)
        return this.postcodeError.set(
          $localize`That postcode is in ${place.name}:place:, which is not part of this round.`,
        );
      this.placeSlug.set(within.slug);
      this.found.set($localize`That postcode is in ${within.name}:place:. It is chosen in the list now.`);
    } catch (cause) {
      this.postcodeError.set(explain(cause).detail);
    } finally {
      this.finding.set(false);
    }
  }
}
