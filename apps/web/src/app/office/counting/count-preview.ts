import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  signal,
} from '@angular/core';
import {
  Button,
  CountPipe,
  formatCount,
  formatMoney,
  MoneyPipe,
  SummaryList,
  Tag,
} from '@commonthread/govuk';
import { Waiting } from '../../shell/waiting.js';
import { OfficeApi } from '../office-api.js';

/** Projects shown before an officer asks for all of them. */
const FIRST = 40;

/** What a count found, for those who are to sign it. */
@Component({
  selector: 'ct-count-preview',
  imports: [Button, CountPipe, MoneyPipe, SummaryList, Tag, Waiting],
  template: `
    <h2 class="govuk-heading-m" i18n>The result</h2>
    @if (results.hasValue()) {
      @let it = results.value();
      <div class="ct-text"><ct-summary-list [rows]="facts()" /></div>
      @for (tie of it.ties; track $index) {
        <p class="govuk-body ct-text">{{ tie.sentence }}</p>
      }
      <table class="govuk-table ct-stack" role="table">
        <caption class="govuk-table__caption govuk-visually-hidden" i18n>
          Every project, the winners first
        </caption>
        <thead class="govuk-table__head" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            <th scope="col" role="columnheader" class="govuk-table__header" i18n>Project and why</th>
            <th scope="col" role="columnheader" class="govuk-table__header" i18n>Outcome</th>
            <th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric" i18n>
              Votes
            </th>
            <th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric" i18n>
              Cost
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body" role="rowgroup">
          @for (project of shown(); track project.ballotId) {
            <tr class="govuk-table__row" role="row">
              <th scope="row" role="rowheader" class="govuk-table__header">
                {{ project.title }}
                <span class="ct-under">{{ project.sentences.join(' ') }}</span>
              </th>
              <td role="cell" class="govuk-table__cell">
                @if (project.funded) {
                  <ct-tag colour="green"><ng-container i18n>Funded</ng-container></ct-tag>
                } @else {
                  <ct-tag colour="grey"><ng-container i18n>Not funded</ng-container></ct-tag>
                }
              </td>
              <td
                role="cell"
                class="govuk-table__cell govuk-table__cell--numeric"
                data-label="Votes"
                i18n-data-label
              >
                {{ project.votes | ctCount }}
              </td>
              <td
                role="cell"
                class="govuk-table__cell govuk-table__cell--numeric"
                data-label="Cost"
                i18n-data-label
              >
                {{ project.costPence | ctMoney: it.currency }}
              </td>
            </tr>
          }
        </tbody>
      </table>
      @if (shown().length < it.projects.length) {
        <button ctButton="secondary" type="button" (click)="all.set(true)" i18n>
          Show all {{ it.projects.length }} projects
        </button>
      }
    } @else {
      <ct-waiting [resource]="results" what="the result" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountPreview {
  private readonly locale = inject(LOCALE_ID);

  readonly countId = input.required<string>();

  protected readonly results = inject(OfficeApi).results(this.countId);
  protected readonly all = signal(false);
  protected readonly shown = computed(() => {
    if (!this.results.hasValue()) return [];
    const { projects } = this.results.value();
    return this.all() ? projects : projects.slice(0, FIRST);
  });
  protected readonly facts = computed(() => {
    if (!this.results.hasValue()) return [];
    const { voters, budgetPence, totalCostPence, projects, currency, inputsSha256, seconds } =
      this.results.value();
    const funded = projects.filter((project) => project.funded).length;
    const count = (value: number): string => formatCount(value, this.locale);
    const money = (pence: number): string => formatMoney(pence, currency, this.locale);
    return [
      { key: $localize`Voters`, value: count(voters) },
      {
        key: $localize`Funded`,
        value: $localize`${count(funded)}:funded: of ${count(projects.length)}:all: projects`,
      },
      {
        key: $localize`Money`,
        value: $localize`${money(totalCostPence)}:spent: of ${money(budgetPence)}:budget:`,
      },
      {
        key: $localize`Time it took`,
        value: seconds < 1 ? $localize`Less than a second` : $localize`${count(seconds)}:seconds: seconds`,
      },
      {
        key: $localize`Fingerprint of what was counted (SHA-256)`,
        value: inputsSha256,
      },
    ];
  });
}
