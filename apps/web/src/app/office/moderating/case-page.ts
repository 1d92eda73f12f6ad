import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Button, DayPipe, ErrorSummary, type FieldError, InsetText } from '@commonthread/govuk';
import { Radios, Textarea } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { moderationActName, RULE_CHOICES, ruleName } from '../../shell/moderation-words.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { ModeratingApi } from './moderating-api.js';

type Decision = Api<'DecideCaseDto'>;

/** One case: what was written, what was reported, and the decision, by the questions of the checklist. */
@Component({
  selector: 'ct-case-page',
  imports: [Button, DayPipe, ErrorSummary, InsetText, Radios, RouterLink, Textarea, Waiting],
  templateUrl: './case-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CasePage {
  private readonly api = inject(ModeratingApi);

  /** Bound from the route. */
  readonly number = input.required<string>();

  protected readonly resource = this.api.case(this.number);
  protected readonly it = lastValue(this.resource);
  protected readonly withdrawn = $localize`Its author has withdrawn it.`;
  protected readonly ruleName = ruleName;
  protected readonly actName = moderationActName;
  protected readonly rules = RULE_CHOICES;
  protected readonly acts = [
    {
      value: 'keep',
      label: $localize`Leave it as it is`,
      hint: $localize`It keeps the rules, even if it is unwelcome.`,
    },
    {
      value: 'ask-change',
      label: $localize`Hide it until its author has changed it`,
      hint: $localize`What it is about is fine; how it is said is not.`,
    },
    {
      value: 'hide',
      label: $localize`Hide it`,
      hint: $localize`The author can appeal once, to somebody else.`,
    },
  ];
  protected readonly answers = [
    { value: 'yes', label: $localize`Yes: show it again` },
    { value: 'no', label: $localize`No: the decision stands` },
  ];
  protected readonly act = new Act('reason', {
    act: 'act',
    rule: 'rule',
    reason: 'reason',
    upheld: 'upheld',
    'checklist.harm': 'harm',
    'checklist.context': 'context',
    'checklist.milder': 'milder',
  });
  protected readonly harm = signal('');
  protected readonly context = signal('');
  protected readonly milder = signal('');
  protected readonly chosen = signal<string | null>(null);
  protected readonly rule = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly upheld = signal<string | null>(null);
  protected readonly done = signal(false);

  protected async decide(event: Event): Promise<void> {
    event.preventDefault();
    const act = this.chosen() as Decision['act'] | null;
    const rule = this.rule() as NonNullable<Decision['rule']> | null;
    const missing = missingOf([
      ['harm', this.harm(), $localize`Say which harm it does, or that it does none`],
      ['context', this.context(), $localize`Say what was said around it`],
      ['milder', this.milder(), $localize`Say whether something milder would do`],
      ['act', act, $localize`Choose what you decide`],
      ['rule', act === 'keep' || act === null ? 'none' : rule, $localize`Choose which rule it breaks`],
      ['reason', this.reason().trim().length < 10 ? '' : 'given', $localize`Give the reason in a sentence`],
    ]);
    if (missing.length > 0 || !act) return this.act.refuse(missing);
    await this.act.run(async () => {
      const checklist = { harm: this.harm(), context: this.context(), milder: this.milder() };
      const decision = {
        act,
        reason: this.reason().trim(),
        checklist,
        ...(act !== 'keep' && rule ? { rule } : {}),
      };
      this.resource.set(await this.api.decide(Number(this.number()), decision));
      this.reason.set('');
      this.done.set(true);
    });
  }

  protected async answer(event: Event): Promise<void> {
    event.preventDefault();
    const missing = missingOf([
      ['upheld', this.upheld(), $localize`Choose whether the author is right`],
      ['reason', this.reason().trim().length < 10 ? '' : 'given', $localize`Give the reason in a sentence`],
    ]);
    if (missing.length > 0) return this.act.refuse(missing);
    await this.act.run(async () => {
      const answer = { upheld: this.upheld() === 'yes', reason: this.reason().trim() };
      this.resource.set(await this.api.answerAppeal(Number(this.number()), answer));
      this.done.set(true);
    });
  }
}

/** The questions without an answer. */
function missingOf(asked: readonly (readonly [string, string | null, string])[]): FieldError[] {
  return asked.filter(([, answer]) => !answer?.trim()).map(([fieldId, , message]) => ({ fieldId, message }));
}
