import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** The words of a proposal, on its page and in the preview of its author. */
@Component({
  selector: 'ct-proposal-text',
  template: `
    @if (summary()) {
      <p class="govuk-body-l ct-text ct-anywhere">{{ summary() }}</p>
    }
    @for (paragraph of paragraphs(); track $index) {
      <p class="govuk-body ct-text ct-anywhere ct-lines">{{ paragraph }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalText {
  readonly summary = input.required<string>();
  readonly body = input.required<string>();

  protected readonly paragraphs = computed(() =>
    this.body()
      .split(/\n\s*\n/)
      .filter((part) => part.trim() !== ''),
  );
}
