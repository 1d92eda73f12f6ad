import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { ErrorSummary, InsetText } from '@commonthread/govuk';
import { Act } from '../act.js';
import { ReasonForm } from '../desk/reason-form.js';
import { MergingApi } from './merging-api.js';

/** What its authors are being asked, how far they are, and how to take it back. */
@Component({
  selector: 'ct-open-suggestion',
  imports: [ErrorSummary, InsetText, ReasonForm, RouterLink],
  template: `
    @let open = suggestion();
    @if (act.errors().length > 0) {
      <ct-error-summary [errors]="act.errors()" />
    }
    <ct-inset-text class="ct-text">
      <p class="govuk-body" i18n>
        Its authors are being asked: {{ open.consent.agreed }} of {{ open.consent.of }} agreed.
        <a class="govuk-link" [routerLink]="['/proposals/suggestions', open.id]">Read what is suggested</a>.
      </p>
      <ct-reason-form
        fieldId="cancel"
        action="Take the suggestion back"
        i18n-action
        [busy]="act.busy()"
        (given)="cancel($event)"
      />
    </ct-inset-text>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenSuggestion {
  private readonly api = inject(MergingApi);

  readonly suggestion = input.required<Api<'SuggestionDto'>>();
  readonly cancelled = output();

  protected readonly act = new Act('cancel');

  protected async cancel(reason: string): Promise<void> {
    const { id } = this.suggestion();
    if (await this.act.run(async () => void (await this.api.cancel(id, reason)))) this.cancelled.emit();
  }
}
