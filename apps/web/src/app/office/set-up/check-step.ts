import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DayPipe, MoneyPipe } from '@commonthread/govuk';
import { RULES } from '@commonthread/voting';
import { howToMarkIt, whoMayVote } from '../../shell/rule-words.js';
import { OfficePlaces } from '../office-places.js';
import { penceOf } from '../../shell/pounds.js';
import { phasesOf, type RoundDraft } from './round-draft.js';
import { phaseName } from './steps.js';

/** The answers as residents will read them, each with the way back to its question. */
@Component({
  selector: 'ct-check-step',
  imports: [DayPipe, MoneyPipe, RouterLink],
  providers: [OfficePlaces],
  templateUrl: './check-step.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckStep {
  private readonly places = inject(OfficePlaces);

  readonly draft = input.required<RoundDraft>();

  protected readonly place = computed(() => {
    const all = this.places.all;
    const slug = this.draft().placeSlug;
    return (all.hasValue() ? all.value().find((each) => each.slug === slug)?.name : undefined) ?? '…';
  });
  protected readonly pots = computed(() =>
    this.draft().pots.map(({ name, pounds }) => ({ name, pence: penceOf(pounds) ?? 0 })),
  );
  protected readonly budgetPence = computed(() => this.pots().reduce((sum, { pence }) => sum + pence, 0));
  protected readonly phases = computed(() =>
    phasesOf(this.draft()).map((kind) => ({ name: phaseName(kind), ...this.draft().phases[kind] })),
  );
  protected readonly voters = computed(() =>
    whoMayVote(
      {
        minimumAge: Number(this.draft().minimumAge || 0),
        connections: this.draft().connections as ('live' | 'work' | 'study')[],
      },
      this.place(),
    ),
  );
  protected readonly ballot = computed(() => {
    const { ballotStyle, minChoices, maxChoices, pointsPerBallot } = this.draft();
    const numberOf = (text: string): number | null => (text.trim() ? Number(text) : null);
    return howToMarkIt({
      ballotStyle,
      minChoices: numberOf(minChoices),
      maxChoices: numberOf(maxChoices),
      pointsPerBallot: ballotStyle === 'points' ? numberOf(pointsPerBallot) : null,
    });
  });
  protected readonly rule = computed(() => RULES[this.draft().rule]);
  /** What is set otherwise than the rule has it by itself, and how ties are settled. */
  protected readonly settings = computed(() =>
    this.rule()
      .params.map((param) => ({ param, value: this.draft().params[param.name] }))
      .filter(
        ({ param, value }) => param.kind === 'choice' && (param.name === 'tie' || value !== param.default),
      )
      .map(({ param, value }) => ({
        title: param.title,
        value:
          (param.kind === 'choice' && param.options.find((each) => each.value === value)?.title) ||
          String(value),
      })),
  );
}
