import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Checkboxes, type Choice, TextInput } from '@commonthread/govuk/forms';
import { StepForm } from './step-form.js';

@Component({
  selector: 'ct-voters-step',
  imports: [Checkboxes, TextInput],
  template: `
    <ct-text-input
      fieldId="minimum-age"
      label="From which age may people vote?"
      i18n-label
      hint="On the day voting opens. Many rounds begin at 11 or 16: those who live longest with the outcome then have a say."
      i18n-hint
      [width]="3"
      inputMode="numeric"
      [error]="errorFor('minimum-age')"
      [value]="draft().minimumAge"
      (valueChange)="change({ minimumAge: $event })"
    />
    <ct-checkboxes
      fieldId="connections"
      label="What must connect them with the place?"
      i18n-label
      hint="One is enough. Nobody is asked for a nationality."
      i18n-hint
      [choices]="connections"
      [error]="errorFor('connections')"
      [values]="draft().connections"
      (valuesChange)="change({ connections: $event })"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VotersStep extends StepForm {
  protected readonly connections: readonly Choice[] = [
    { value: 'live', label: $localize`They live there` },
    { value: 'work', label: $localize`They work or volunteer there` },
    { value: 'study', label: $localize`They go to school, college or university there` },
  ];
}
