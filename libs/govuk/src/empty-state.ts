import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Nothing here yet: says so, and what would bring something or where to go instead (the content). */
@Component({
  selector: 'ct-empty-state',
  template: `
    <p class="govuk-body ct-empty-state__heading">{{ heading() }}</p>
    <ng-content />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ct-empty-state' },
})
export class EmptyState {
  readonly heading = input.required<string>();
}
