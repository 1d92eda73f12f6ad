import { computed, Directive, input } from '@angular/core';

/** What every form control shares: an id, a label, an optional hint and an optional error, joined for readers. */
@Directive({ host: { class: 'govuk-form-group', '[class.govuk-form-group--error]': '!!error()' } })
export abstract class FormControlBase {
  /** Id of the control, unique on the page; errors link to it. */
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string | null | undefined>();
  /** The sentence saying what to do, or nothing while the value is acceptable. */
  readonly error = input<string | null | undefined>();
  readonly disabled = input(false);
  /** Size of the label; give `l` with `labelIsHeading` when the page asks one question. */
  readonly labelSize = input<'' | 's' | 'm' | 'l'>('');
  readonly labelIsHeading = input(false);

  protected readonly hintId = computed(() => (this.hint() ? `${this.fieldId()}-hint` : null));
  protected readonly errorId = computed(() => (this.error() ? `${this.fieldId()}-error` : null));
  protected readonly describedBy = computed(
    () => [this.hintId(), this.errorId()].filter((id) => id !== null).join(' ') || null,
  );
  protected readonly labelClass = computed(
    () => `govuk-label${this.labelSize() ? ` govuk-label--${this.labelSize()}` : ''}`,
  );
  protected readonly legendClass = computed(
    () => `govuk-fieldset__legend${this.labelSize() ? ` govuk-fieldset__legend--${this.labelSize()}` : ''}`,
  );
}
