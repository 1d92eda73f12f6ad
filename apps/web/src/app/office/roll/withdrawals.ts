import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Button, DayPipe, ErrorSummary, TimePipe } from '@commonthread/govuk';
import { lastValue } from '../../shell/last-value.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { RollApi, type Withdrawal } from './roll-api.js';

/** Voters who are to leave the list: asked for by one officer with a reason, confirmed by another. */
@Component({
  selector: 'ct-withdrawals',
  imports: [Button, DayPipe, ErrorSummary, TimePipe, Waiting],
  template: `
    <section id="withdrawals" tabindex="-1" aria-labelledby="withdrawals-heading">
      <h2 class="govuk-heading-m" id="withdrawals-heading" i18n>Voters to take off the list</h2>
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      @for (each of withdrawals(); track each.id) {
        <div class="ct-aim-card">
          <h3 class="govuk-heading-s">{{ title(each) }}</h3>
          @if (each.person; as person) {
            <p class="govuk-body">
              {{ person.fullName }},&ngsp;<ng-container i18n
                >born on {{ person.dateOfBirth | ctDay }}</ng-container
              ><br />{{ person.house }}, {{ person.postcode }}
            </p>
            @for (why of person.why; track why) {
              <p class="govuk-body">{{ why }}</p>
            }
          }
          <p class="govuk-body">
            <ng-container i18n>Reason: {{ each.reason }}</ng-container
            ><br /><ng-container i18n>Asked {{ each.askedAt | ctTime }}.</ng-container>
          </p>
          @if (each.state !== 'waiting') {
            <p class="govuk-body govuk-!-font-weight-bold">{{ end(each) }}</p>
          } @else if (mayDecide()) {
            @if (each.mine) {
              <p class="govuk-body govuk-!-font-weight-bold" i18n>
                You asked. Another officer must confirm it.
              </p>
            }
            <div class="govuk-button-group">
              @if (!each.mine) {
                <button
                  ctButton="warning"
                  type="button"
                  [busy]="act.busy()"
                  (click)="answer(each, 'confirm')"
                >
                  <ng-container i18n>Confirm</ng-container>
                  <span class="govuk-visually-hidden">: {{ title(each) }}</span>
                </button>
              }
              <button ctButton="secondary" type="button" [busy]="act.busy()" (click)="answer(each, 'drop')">
                <ng-container i18n>Drop the request</ng-container>
                <span class="govuk-visually-hidden">: {{ title(each) }}</span>
              </button>
            </div>
          } @else {
            <p class="govuk-body" i18n>It waits for a second officer.</p>
          }
        </div>
      } @empty {
        @if (withdrawals()) {
          <p class="govuk-body" i18n>Nobody is to be taken off the list.</p>
        } @else {
          <ct-waiting [resource]="asked" what="the requests" i18n-what />
        }
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Withdrawals {
  private readonly api = inject(RollApi);

  readonly slug = input.required<string>();
  readonly mayDecide = input.required<boolean>();
  readonly decided = output<void>();

  protected readonly asked = this.api.withdrawals(this.slug);
  protected readonly withdrawals = lastValue(this.asked);
  protected readonly act = new Act('withdrawals');

  reload(): void {
    this.asked.reload();
  }

  protected title({ upload }: Withdrawal): string {
    return upload ? $localize`Take a whole file back` : $localize`Take one person off`;
  }

  protected end({ state, removed }: Withdrawal): string {
    if (state === 'dropped') return $localize`Dropped: nobody was taken off.`;
    return removed === 1
      ? $localize`Confirmed: 1 person was taken off.`
      : $localize`Confirmed: ${removed ?? 0}:number: people were taken off.`;
  }

  protected async answer({ id }: Withdrawal, answer: 'confirm' | 'drop'): Promise<void> {
    const done = await this.act.run(async () =>
      this.asked.set(await this.api.answerWithdrawal(this.slug(), id, answer)),
    );
    if (done) this.decided.emit();
  }
}
