import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { formatMoney } from '@commonthread/govuk';
import type { RuleName } from '@commonthread/voting';
import { ruleExample } from './rule-steps.js';

/** Height of a full bar, in the drawing's units. */
const FULL = 36;

/** How a rule works, in a few small steps with bars for the money. */
@Component({
  selector: 'ct-rule-picture',
  template: `
    <p class="govuk-body-s ct-soft">
      <ng-container i18n>An example with made-up projects.</ng-container> {{ barsLine() }}
    </p>
    <ol class="ct-purchases">
      @for (step of steps(); track $index) {
        <li class="ct-purchases__step">
          @if (step.bars.length > 0) {
            <svg
              class="ct-purchases__bars"
              [attr.viewBox]="'0 0 ' + step.bars.length * 30 + ' 56'"
              [attr.width]="step.bars.length * 30"
              height="56"
              aria-hidden="true"
              focusable="false"
            >
              @for (bar of step.bars; track $index) {
                <rect class="ct-purchases__ground" [attr.x]="$index * 30 + 3" y="1" width="24" height="36" />
                <rect
                  class="ct-purchases__money"
                  [attr.x]="$index * 30 + 3"
                  [attr.y]="bar.top"
                  width="24"
                  [attr.height]="bar.height"
                />
                <text class="ct-purchases__sum" [attr.x]="$index * 30 + 15" y="52" text-anchor="middle">
                  {{ bar.sum }}
                </text>
              }
            </svg>
          }
          <span>{{ step.words }}</span>
        </li>
      }
    </ol>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ct-rule-picture' },
})
export class RulePicture {
  private readonly locale = inject(LOCALE_ID);

  readonly rule = input.required<{ readonly rule: string; readonly onMisfit?: unknown }>();
  readonly currency = input('GBP');

  private readonly example = computed(() =>
    ruleExample(this.rule().rule as RuleName, this.rule(), (units) => this.money(units)),
  );
  protected readonly barsLine = computed(() => {
    const { barsAre } = this.example();
    return barsAre && $localize`Bars: ${barsAre}:what:.`;
  });
  protected readonly steps = computed(() => {
    const { steps, full } = this.example();
    return steps.map(({ words, left }) => ({
      words,
      bars: left.map((sum) => {
        const height = Math.round((sum / full) * FULL);
        return { height, top: 1 + FULL - height, sum };
      }),
    }));
  });

  private money(units: number): string {
    return formatMoney(units * 100, this.currency(), this.locale);
  }
}
