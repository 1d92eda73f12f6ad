import { ChangeDetectionStrategy, Component } from '@angular/core';
import { type Choice, Radios, TextInput } from '@commonthread/govuk/forms';
import type { BallotStyle } from './round-draft.js';
import { StepForm } from './step-form.js';

@Component({
  selector: 'ct-ballot-step',
  imports: [Radios, TextInput],
  template: `
    <ct-radios
      fieldId="ballot-style"
      label="How do people mark the ballot paper?"
      i18n-label
      [choices]="styles"
      [error]="errorFor('ballot-style')"
      [value]="draft().ballotStyle"
      (valueChange)="choose($event)"
    />
    @if (draft().ballotStyle !== 'choose-1') {
      <ct-text-input
        fieldId="min-choices"
        label="Fewest projects to choose (optional)"
        i18n-label
        hint="Leave empty to let people choose as few as they like."
        i18n-hint
        [width]="4"
        inputMode="numeric"
        [error]="errorFor('min-choices')"
        [value]="draft().minChoices"
        (valueChange)="change({ minChoices: $event })"
      />
      <ct-text-input
        fieldId="max-choices"
        label="Most projects to choose (optional)"
        i18n-label
        hint="Leave empty to set no limit. The more people may choose, the more the count knows about them."
        i18n-hint
        [width]="4"
        inputMode="numeric"
        [error]="errorFor('max-choices')"
        [value]="draft().maxChoices"
        (valueChange)="change({ maxChoices: $event })"
      />
    }
    @if (draft().ballotStyle === 'points') {
      <ct-text-input
        fieldId="points"
        label="Points each voter has"
        i18n-label
        [width]="5"
        inputMode="numeric"
        [error]="errorFor('points')"
        [value]="draft().pointsPerBallot"
        (valueChange)="change({ pointsPerBallot: $event })"
      />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BallotStep extends StepForm {
  protected readonly styles: readonly Choice[] = [
    {
      value: 'approval',
      label: $localize`Tick what you are for`,
      hint: $localize`Each tick counts the same. Easy to understand, on paper too.`,
    },
    {
      value: 'knapsack',
      label: $localize`Fill a basket within the budget`,
      hint: $localize`People see what things cost and what still fits.`,
    },
    {
      value: 'ranked',
      label: $localize`Put projects in order`,
      hint: $localize`The one you want most first.`,
    },
    {
      value: 'points',
      label: $localize`Share out points`,
      hint: $localize`More points for what you want more.`,
    },
    { value: 'choose-1', label: $localize`Choose one project`, hint: $localize`For short lists.` },
  ];

  protected choose(style: string | null): void {
    // What a voter is served by may not fit the new paper, so the rule starts from what always fits.
    this.change({
      ballotStyle: style as BallotStyle,
      params:
        'utility' in this.draft().params ? { ...this.draft().params, utility: 'cost' } : this.draft().params,
    });
  }
}
