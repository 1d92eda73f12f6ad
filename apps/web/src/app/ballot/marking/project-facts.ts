import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MoneyPipe } from '@commonthread/govuk';
import type { PaperProject } from '@commonthread/ballot-protocol';

/** What the paper says of one project, and the way to its page, which opens beside the ballot. */
@Component({
  selector: 'ct-project-facts',
  imports: [MoneyPipe],
  template: `
    {{ project().costMinor | ctMoney: currency() }}
    @if (project().neighbourhood; as where) {
      <ng-container>· {{ where }}</ng-container>
    }
    @if (proposal(); as number) {
      <ng-container>· </ng-container>
      <a class="govuk-link" target="_blank" rel="noopener" [href]="'/proposals/' + number">
        <ng-container i18n>Read about it</ng-container>
        <span class="govuk-visually-hidden" i18n>: {{ project().title }} (opens in a new tab)</span>
      </a>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectFacts {
  readonly project = input.required<PaperProject>();
  readonly currency = input.required<string>();
  readonly proposal = input<number | null>(null);
}
