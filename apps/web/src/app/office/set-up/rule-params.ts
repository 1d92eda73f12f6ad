import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { Details, type FieldError } from '@commonthread/govuk';
import { type Choice, Radios, Textarea, TextInput } from '@commonthread/govuk/forms';
import { type ParamDescriptor, type RuleName, RULES } from '@commonthread/voting';
import { errorFor } from '../../shell/refusal.js';
import { capsText, groupsText, numberText } from './param-text.js';
import type { BallotStyle } from './round-draft.js';

/** What can be read from ballots of a style; the rest of a rule's utilities is not offered. */
const READABLE: Readonly<Record<BallotStyle, readonly string[]>> = {
  approval: ['cost', 'card'],
  knapsack: ['cost', 'card'],
  'choose-1': ['cost', 'card'],
  points: ['cost', 'card', 'points', 'costpoints'],
  ranked: ['cost', 'card', 'borda0', 'borda1'],
};
/** What every round should settle knowingly; the rest stays as the rule has it unless somebody looks. */
const FIRST = new Set(['utility', 'completion', 'onMisfit', 'leftover', 'tie', 'tieSeed']);

/** The parameters of a rule as fields, made from the rule's own description of them. */
@Component({
  selector: 'ct-rule-params',
  imports: [Details, NgTemplateOutlet, Radios, Textarea, TextInput],
  templateUrl: './rule-params.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleParams {
  readonly rule = input.required<RuleName>();
  readonly ballotStyle = input.required<BallotStyle>();
  readonly errors = input<readonly FieldError[]>([]);
  readonly params = model.required<Readonly<Record<string, unknown>>>();

  private readonly fitting = computed(() => RULES[this.rule()].params.filter((param) => this.fits(param)));
  protected readonly first = computed(() => this.fitting().filter(({ name }) => FIRST.has(name)));
  protected readonly more = computed(() => this.fitting().filter(({ name }) => !FIRST.has(name)));
  protected readonly moreHasErrors = computed(() =>
    this.more().some(({ name }) => this.errorFor(`rule-${name}`) !== null),
  );

  protected readonly capsHint = $localize`One a line, with pounds: Sport = 20000`;
  protected readonly groupsHint = $localize`One group a line, numbers on the ballot paper with commas: 12, 15`;

  protected readonly numberText = numberText;
  protected readonly capsText = capsText;
  protected readonly groupsText = groupsText;

  protected choices(param: ParamDescriptor): Choice[] {
    if (param.kind !== 'choice') return [];
    const readable = READABLE[this.ballotStyle()];
    return param.options
      .filter(({ value }) => param.name !== 'utility' || readable.includes(value))
      .map(({ value, title }) => ({ value, label: title }));
  }

  protected readonly yesOrNo: readonly Choice[] = [
    { value: 'yes', label: $localize`Yes` },
    { value: 'no', label: $localize`No` },
  ];

  protected set(name: string, value: unknown): void {
    const { [name]: _before, ...others } = this.params();
    this.params.set(value === undefined ? others : { ...others, [name]: value });
  }

  protected errorFor(fieldId: string): string | null {
    return errorFor(this.errors(), fieldId);
  }

  private fits({ name }: ParamDescriptor): boolean {
    if (name === 'tieSeed') return this.params()['tie'] === 'lot';
    if (name === 'reservePercent') return this.params()['onMisfit'] === 'reserve';
    if (name === 'thresholdOn') return this.ballotStyle() === 'points';
    return true;
  }
}
