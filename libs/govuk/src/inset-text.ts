import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Words set apart from the rest: a quotation, an example, something to notice. */
@Component({
  selector: 'ct-inset-text',
  template: `<ng-content />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'govuk-inset-text' },
})
export class InsetText {}
