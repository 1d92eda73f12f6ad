import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';

/** How far long work has come, in words and as a bar; the words are announced as they change. */
@Component({
  selector: 'ct-progress-bar',
  template: `
    <p class="govuk-body ct-progress__words" role="status">{{ label() }}: {{ percent() }}</p>
    <progress class="ct-progress__bar" max="1" [value]="fraction()" [attr.aria-label]="label()">
      {{ percent() }}
    </progress>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ct-progress' },
})
export class ProgressBar {
  private readonly locale = inject(LOCALE_ID);

  readonly label = input.required<string>();
  /** 0 to 1; anything outside is brought back in. */
  readonly value = input.required<number>();

  protected readonly fraction = computed(() => Math.min(1, Math.max(0, this.value())));
  protected readonly percent = computed(() =>
    new Intl.NumberFormat(this.locale, { style: 'percent' }).format(this.fraction()),
  );
}
