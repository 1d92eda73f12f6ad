import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

export type TagColour =
  'teal' | 'green' | 'grey' | 'yellow' | 'orange' | 'red' | 'purple' | 'blue' | 'magenta';

/** A state in a word or two; the colour never says anything the word does not. */
@Component({
  selector: 'ct-tag',
  template: `<strong [class]="classes()"><ng-content /></strong>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Tag {
  readonly colour = input<TagColour>('teal');

  protected readonly classes = computed(() => `govuk-tag govuk-tag--${this.colour()}`);
}
