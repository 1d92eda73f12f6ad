import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CountPipe, MoneyPipe, Tag } from '@commonthread/govuk';
import { Waiting } from '../shell/waiting.js';
import { HomeApi } from './home-api.js';

/** How many cards stand in a row. */
const SHOWN = 3;

/** What stands and can be seen: the newest finished projects. Nothing at all before the first is finished. */
@Component({
  selector: 'ct-lately-delivered',
  imports: [CountPipe, MoneyPipe, RouterLink, Tag, Waiting],
  template: `
    @if (found(); as found) {
      @if (found.items.length > 0) {
        <section aria-labelledby="delivered-heading">
          <h2 class="govuk-heading-m" id="delivered-heading" i18n>What has been built</h2>
          <p class="govuk-body ct-text" i18n>
            {{ found.money.paidPence | ctMoney }} was paid to
            {found.money.payees, plural,
              =1 {one organisation}
              other {{{ found.money.payees | ctCount }} organisations}
            }
            for the projects that are finished. Each says what is different now, and what was not done.
          </p>
          <ul class="ct-cards">
            @for (one of found.items; track one.number) {
              <li class="ct-card">
                <ct-tag colour="green" i18n>Delivered</ct-tag>
                <h3 class="govuk-heading-s ct-anywhere">
                  <a
                    class="govuk-link"
                    [routerLink]="['/proposals', one.number]"
                    fragment="delivery-heading"
                    >{{ one.title }}</a
                  >
                </h3>
                <p class="govuk-body-s">{{ one.place.name }}</p>
                <p class="govuk-body-s ct-card__foot">
                  <ng-container i18n
                    >{{ one.paidPence | ctMoney: one.currency }} paid of
                    {{ one.budgetPence | ctMoney: one.currency }}</ng-container
                  >
                  <br />{{ one.round.title }}
                  @if (one.invented) {
                    <br /><ng-container i18n>An invented example, to try the site with</ng-container>
                  }
                </p>
              </li>
            }
          </ul>
          <p class="govuk-body">
            <a class="govuk-link" routerLink="/delivery" i18n
              >Everything that is being built, and what is late</a
            >
          </p>
        </section>
      }
    } @else {
      <ct-waiting [resource]="resource" what="what has been built" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LatelyDelivered {
  protected readonly resource = inject(HomeApi).delivered(SHOWN);
  protected readonly found = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
}
