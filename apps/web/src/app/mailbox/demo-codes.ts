import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  linkedSignal,
} from '@angular/core';
import { CopyButton } from '@commonthread/govuk/forms';
import { Waiting } from '../shell/waiting.js';
import { MailboxApi } from './mailbox-api.js';

/** What the authenticator apps of the demonstration accounts show now, with the seconds each code has left. */
@Component({
  selector: 'ct-demo-codes',
  imports: [CopyButton, Waiting],
  template: `
    @if (shown(); as codes) {
      <table class="govuk-table ct-stack" role="table">
        <caption class="govuk-table__caption govuk-visually-hidden" i18n>
          Codes for signing in, by account
        </caption>
        <thead role="rowgroup" class="govuk-table__head">
          <tr role="row" class="govuk-table__row">
            <th scope="col" role="columnheader" class="govuk-table__header" i18n>Account</th>
            <th scope="col" role="columnheader" class="govuk-table__header" i18n>Code</th>
            <th scope="col" role="columnheader" class="govuk-table__header" i18n>Seconds left</th>
          </tr>
        </thead>
        <tbody role="rowgroup" class="govuk-table__body">
          @for (row of codes; track row.email) {
            <tr role="row" class="govuk-table__row">
              <th scope="row" role="rowheader" class="govuk-table__header ct-mailbox__address">
                {{ row.email }}
              </th>
              <td role="cell" class="govuk-table__cell">
                <code class="ct-mailbox__code">{{ row.code }}</code>
                <ct-copy-button [text]="row.code" what="the code" i18n-what />
              </td>
              <td role="cell" class="govuk-table__cell" data-label="Seconds left" i18n-data-label>
                {{ row.secondsLeft }}
              </td>
            </tr>
          } @empty {
            <tr role="row" class="govuk-table__row">
              <td role="cell" class="govuk-table__cell" colspan="3" i18n>
                No demonstration account uses a code yet.
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <ct-waiting [resource]="codes" what="the codes" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoCodes {
  protected readonly codes = inject(MailboxApi).codes();
  /** Keeps the last answer on the page while the next one is fetched. */
  private readonly latest = linkedSignal<
    ReturnType<typeof this.codes.value> | null,
    ReturnType<typeof this.codes.value> | null
  >({
    source: () => (this.codes.hasValue() ? this.codes.value() : null),
    computation: (answer, previous) => answer ?? previous?.value ?? null,
  });
  private readonly elapsed = linkedSignal({ source: this.latest, computation: () => 0 });
  protected readonly shown = computed(() =>
    this.latest()?.map((row) => ({ ...row, secondsLeft: Math.max(0, row.secondsLeft - this.elapsed()) })),
  );

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const timer = setInterval(() => this.tick(), 1000);
      destroyed.onDestroy(() => clearInterval(timer));
    });
  }

  private tick(): void {
    this.elapsed.update((seconds) => seconds + 1);
    if (this.shown()?.some((row) => row.secondsLeft === 0)) this.codes.reload();
  }
}
