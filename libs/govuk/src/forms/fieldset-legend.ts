import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The words of a legend, as the page's heading when it asks one question. */
@Component({
  selector: 'ct-legend-text',
  template: `
    @if (isHeading()) {
      <h1 class="govuk-fieldset__heading">{{ label() }}</h1>
    } @else {
      {{ label() }}
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LegendText {
  readonly label = input.required<string>();
  readonly isHeading = input(false);
}
