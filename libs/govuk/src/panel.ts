import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The end of a journey: what was done, in the page's heading. */
@Component({
  selector: 'ct-panel',
  template: `
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{{ heading() }}</h1>
      <div class="govuk-panel__body"><ng-content /></div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Panel {
  readonly heading = input.required<string>();
}
