import { ChangeDetectionStrategy, Component } from '@angular/core';
import { type Choice, Radios } from '@commonthread/govuk/forms';
import { type RuleName, RULES } from '@commonthread/voting';
import { defaultParams } from './round-draft.js';
import { RuleParams } from './rule-params.js';
import { RulePicture } from './rule-picture.js';
import { StepForm } from './step-form.js';

const OFFERED: readonly RuleName[] = ['equal-shares', 'greedy', 'phragmen', 'max-welfare'];

@Component({
  selector: 'ct-rule-step',
  imports: [Radios, RuleParams, RulePicture],
  template: `
    <p class="govuk-body" i18n>
      The rule decides whose wishes count for how much. It is on the ballot paper, and anybody can count again
      by it.
    </p>
    <ct-radios
      fieldId="rule"
      label="By which rule are votes counted?"
      i18n-label
      labelSize="s"
      [choices]="rules"
      [error]="errorFor('rule')"
      [value]="draft().rule"
      (valueChange)="choose($event)"
    />
    <ct-rule-picture [rule]="draft().rule" [params]="draft().params" [ballotStyle]="draft().ballotStyle" />
    <ct-rule-params
      [rule]="draft().rule"
      [ballotStyle]="draft().ballotStyle"
      [errors]="errors()"
      [params]="draft().params"
      (paramsChange)="change({ params: $event })"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleStep extends StepForm {
  protected readonly rules: readonly Choice[] = OFFERED.map((name) => ({
    value: name,
    label: RULES[name].title,
    hint: `${RULES[name].description} ${$localize`It favours:`} ${RULES[name].favours}`,
  }));

  protected choose(rule: string | null): void {
    this.change({ rule: rule as RuleName, params: defaultParams(rule as RuleName) });
  }
}
