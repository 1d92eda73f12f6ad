import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Button } from '@commonthread/govuk';
import { DateInput } from '@commonthread/govuk/forms';
import { addDays, isDay } from './london-days.js';
import { PHASE_KINDS, type PhaseDays, type PhaseKind } from './round-draft.js';
import { StepForm } from './step-form.js';
import { phaseName } from './steps.js';

/** How long each phase is when the dates are filled in from the first. */
const USUAL_DAYS: Readonly<Record<PhaseKind, number>> = {
  ideas: 28,
  review: 28,
  voting: 21,
  counting: 7,
  delivering: 365,
};

@Component({
  selector: 'ct-dates-step',
  imports: [Button, DateInput],
  template: `
    <p class="govuk-body" i18n>
      Each phase opens at the start of its first day and closes at the end of its last. The site moves from
      phase to phase by itself.
    </p>
    @for (kind of kinds; track kind) {
      <fieldset class="govuk-fieldset ct-phase">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{{ name(kind) }}</legend>
        <p class="govuk-hint">{{ help(kind) }}</p>
        <div class="ct-row">
          <ct-date-input
            [fieldId]="'phase-' + kind + '-opens'"
            label="First day"
            i18n-label
            [error]="errorFor('phase-' + kind + '-opens')"
            [value]="draft().phases[kind].opens"
            (valueChange)="write(kind, { opens: $event })"
          />
          <ct-date-input
            [fieldId]="'phase-' + kind + '-closes'"
            label="Last day"
            i18n-label
            [error]="errorFor('phase-' + kind + '-closes')"
            [value]="draft().phases[kind].closes"
            (valueChange)="write(kind, { closes: $event })"
          />
        </div>
        @if (kind === 'ideas' && canFillIn()) {
          <button ctButton="secondary" type="button" (click)="fillIn()" i18n>
            Fill in the other dates from this one
          </button>
        }
      </fieldset>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DatesStep extends StepForm {
  protected readonly kinds = PHASE_KINDS;
  protected readonly name = phaseName;

  protected help(kind: PhaseKind): string {
    switch (kind) {
      case 'ideas':
        return $localize`Residents put forward ideas. At least four weeks reaches people who hear late.`;
      case 'review':
        return $localize`Officers check what can be done and what it costs, and answer every idea.`;
      case 'voting':
        return $localize`Residents vote. When it opens the ballot paper is fixed for good.`;
      case 'counting':
        return $localize`Votes are counted and two officers sign.`;
      case 'delivering':
        return $localize`Optional: when what was chosen is built. Leave empty if you cannot say yet.`;
    }
  }

  protected write(kind: PhaseKind, part: Partial<PhaseDays>): void {
    const phases = this.draft().phases;
    this.change({ phases: { ...phases, [kind]: { ...phases[kind], ...part } } });
  }

  protected canFillIn(): boolean {
    const { ideas, review } = this.draft().phases;
    return isDay(ideas.opens) && !review.opens;
  }

  /** Usual lengths, one phase right after the other; each can be changed afterwards. */
  protected fillIn(): void {
    let opens = this.draft().phases.ideas.opens;
    const phases = Object.fromEntries(
      PHASE_KINDS.map((kind) => {
        const closes = addDays(opens, USUAL_DAYS[kind] - 1);
        const days: PhaseDays = { opens, closes };
        opens = addDays(closes, 1);
        return [kind, days];
      }),
    ) as Record<PhaseKind, PhaseDays>;
    this.change({ phases });
  }
}
