import { ChangeDetectionStrategy, Component, computed, input, model, signal } from '@angular/core';
import type { Choice, StylePaper } from '@commonthread/ballot-protocol';
import { ErrorMessage } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { splitChoices } from '@commonthread/ballot-protocol';
import { kindOf } from './paper-words.js';
import { ProjectFacts } from './project-facts.js';

/** From here on a list can be searched. */
const LONG = 15;

/** Approval and knapsack: a box for each project; one at most: a radio for each. */
@Component({
  selector: 'ct-tick-projects',
  imports: [ErrorMessage, ProjectFacts, TextInput],
  template: `
    @if (paper().projects.length >= long) {
      <ct-text-input
        fieldId="find"
        label="Find a project"
        i18n-label
        hint="The list below gets shorter while you type. What you have chosen stays chosen."
        i18n-hint
        type="search"
        [(value)]="search"
      />
    }
    <fieldset
      class="govuk-fieldset govuk-form-group"
      [class.govuk-form-group--error]="!!error()"
      [attr.aria-describedby]="error() ? 'choices-error' : null"
    >
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{{ how() }}</legend>
      @if (error(); as message) {
        <ct-error-message id="choices-error" [message]="message" />
      }
      <div [class]="single() ? 'govuk-radios' : 'govuk-checkboxes'">
        @for (project of shown(); track project.id; let first = $first; let at = $index) {
          @let id = first ? 'choices' : 'choices-' + at;
          <div [class]="single() ? 'govuk-radios__item' : 'govuk-checkboxes__item'">
            <input
              [class]="single() ? 'govuk-radios__input' : 'govuk-checkboxes__input'"
              [type]="single() ? 'radio' : 'checkbox'"
              name="choices"
              [id]="id"
              [checked]="chosen().has(project.id)"
              [attr.aria-describedby]="id + '-facts'"
              (change)="toggle(project.id)"
            />
            <label
              [class]="'govuk-label ' + (single() ? 'govuk-radios__label' : 'govuk-checkboxes__label')"
              [for]="id"
              >{{ project.title }}</label
            >
            <div
              [class]="'govuk-hint ' + (single() ? 'govuk-radios__hint' : 'govuk-checkboxes__hint')"
              [id]="id + '-facts'"
            >
              <ct-project-facts
                [project]="project"
                [currency]="currency()"
                [proposal]="proposals().get(project.id) ?? null"
              />
            </div>
          </div>
        } @empty {
          <p class="govuk-body" i18n>No project has these words in its name.</p>
        }
      </div>
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TickProjects {
  readonly paper = input.required<StylePaper>();
  readonly currency = input.required<string>();
  /** How to mark the paper. */
  readonly how = input.required<string>();
  readonly error = input<string | null>(null);
  /** Numbers of the proposals behind the projects. */
  readonly proposals = input<ReadonlyMap<string, number>>(new Map());
  readonly choices = model.required<readonly Choice[]>();

  protected readonly long = LONG;
  protected readonly search = signal('');
  protected readonly single = computed(() => kindOf(this.paper()) === 'choose-1');
  protected readonly chosen = computed(() => new Set(splitChoices(this.choices()).choices));
  protected readonly shown = computed(() => {
    const words = this.search().trim().toLowerCase();
    return this.paper().projects.filter(({ title }) => title.toLowerCase().includes(words));
  });

  protected toggle(id: string): void {
    if (this.single()) return this.choices.set([id]);
    const chosen = new Set(this.chosen());
    if (!chosen.delete(id)) chosen.add(id);
    this.choices.set(
      this.paper()
        .projects.map((project) => project.id)
        .filter((known) => chosen.has(known)),
    );
  }
}
