import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { Choice, StylePaper } from '@commonthread/ballot-protocol';
import { ErrorMessage } from '@commonthread/govuk';
import { ProjectFacts } from './project-facts.js';

/** Points shared out by typing or by one more, one fewer. */
@Component({
  selector: 'ct-give-points',
  imports: [ErrorMessage, ProjectFacts],
  template: `
    <fieldset
      class="govuk-fieldset govuk-form-group"
      [class.govuk-form-group--error]="!!error()"
      [attr.aria-describedby]="error() ? 'choices-error' : null"
    >
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{{ how() }}</legend>
      @if (error(); as message) {
        <ct-error-message id="choices-error" [message]="message" />
      }
      @for (project of paper().projects; track project.id; let first = $first; let at = $index) {
        @let id = first ? 'choices' : 'choices-' + at;
        @let points = given().get(project.id) ?? 0;
        <div class="ct-ranking__item">
          <span class="ct-ranking__what">
            <label class="govuk-label" [for]="id">{{ project.title }}</label>
            <span class="ct-soft" [id]="id + '-facts'">
              <ct-project-facts
                [project]="project"
                [currency]="currency()"
                [proposal]="proposals().get(project.id) ?? null"
              />
            </span>
          </span>
          <span class="ct-ranking__acts">
            <button
              type="button"
              class="ct-small-button"
              [disabled]="points === 0"
              (click)="give(project.id, points - 1)"
            >
              <span aria-hidden="true">−</span>
              <span class="govuk-visually-hidden" i18n>One point fewer for {{ project.title }}</span>
            </button>
            <input
              class="govuk-input govuk-input--width-3 ct-points"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              [id]="id"
              [value]="points"
              [attr.aria-describedby]="id + '-facts'"
              (change)="type(project.id, $any($event.target))"
            />
            <button type="button" class="ct-small-button" (click)="give(project.id, points + 1)">
              <span aria-hidden="true">+</span>
              <span class="govuk-visually-hidden" i18n>One point more for {{ project.title }}</span>
            </button>
          </span>
        </div>
      }
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GivePoints {
  readonly paper = input.required<StylePaper>();
  readonly currency = input.required<string>();
  readonly how = input.required<string>();
  readonly error = input<string | null>(null);
  readonly proposals = input<ReadonlyMap<string, number>>(new Map());
  readonly choices = model.required<readonly Choice[]>();

  protected readonly given = computed(
    () =>
      new Map(this.choices().flatMap((choice) => (typeof choice === 'string' ? [] : [[...choice] as const]))),
  );

  protected type(id: string, field: HTMLInputElement): void {
    const typed = field.value.trim();
    const points = /^\d{1,6}$/.test(typed) ? Number(typed) : (this.given().get(id) ?? 0);
    field.value = String(points);
    this.give(id, points);
  }

  /** A project with no points is not on the ballot. */
  protected give(id: string, points: number): void {
    const given = new Map(this.given()).set(id, Math.max(0, points));
    this.choices.set(
      this.paper().projects.flatMap((project) => {
        const mine = given.get(project.id) ?? 0;
        return mine > 0 ? [[project.id, mine] as const] : [];
      }),
    );
  }
}
