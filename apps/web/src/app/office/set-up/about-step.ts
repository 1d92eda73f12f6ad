import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Select, Textarea, TextInput } from '@commonthread/govuk/forms';
import { OfficePlaces } from '../office-places.js';
import { StepForm } from './step-form.js';

@Component({
  selector: 'ct-about-step',
  imports: [Select, Textarea, TextInput],
  providers: [OfficePlaces],
  template: `
    <ct-select
      fieldId="place"
      label="Which place is it for?"
      i18n-label
      hint="The places for which you are an officer. The boundary decides whose ideas count as inside."
      i18n-hint
      [choices]="places()"
      [error]="errorFor('place')"
      [value]="draft().placeSlug"
      (valueChange)="change({ placeSlug: $event })"
    />
    <ct-text-input
      fieldId="title"
      label="Title"
      i18n-label
      hint="Say what residents decide about, for example “Safer streets in Bentilee”."
      i18n-hint
      [error]="errorFor('title')"
      [value]="draft().title"
      (valueChange)="change({ title: $event })"
    />
    <ct-textarea
      fieldId="summary"
      label="In one or two sentences"
      i18n-label
      hint="Stands on the list of rounds."
      i18n-hint
      [rows]="3"
      [maxLength]="300"
      [error]="errorFor('summary')"
      [value]="draft().summary"
      (valueChange)="change({ summary: $event })"
    />
    <ct-textarea
      fieldId="description"
      label="What residents should know"
      i18n-label
      hint="Why this round, what the money can be spent on, what it cannot, and who to ask."
      i18n-hint
      [rows]="8"
      [maxLength]="20000"
      [error]="errorFor('description')"
      [value]="draft().description"
      (valueChange)="change({ description: $event })"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AboutStep extends StepForm {
  private readonly known = inject(OfficePlaces);

  protected readonly places = computed(() => [
    { value: '', label: $localize`Choose a place` },
    ...this.known.mine('officer'),
  ]);
}
