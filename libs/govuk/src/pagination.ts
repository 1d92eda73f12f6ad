import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The numbers to offer: first, last, and those beside the current one; 0 stands for a gap. */
export function pagesToOffer(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  return [...new Set(near)]
    .sort((a, b) => a - b)
    .flatMap((n, at, all) => {
      const before = all[at - 1];
      if (before === undefined || n - before === 1) return [n];
      return n - before === 2 ? [n - 1, n] : [0, n];
    });
}

/** Pages of a list, as links that keep the other query parameters. */
@Component({
  selector: 'ct-pagination',
  imports: [RouterLink],
  template: `
    @if (pages() > 1) {
      <nav class="govuk-pagination" aria-label="Pagination" i18n-aria-label>
        @if (page() > 1) {
          <div class="govuk-pagination__prev">
            <a
              class="govuk-link govuk-pagination__link"
              rel="prev"
              [routerLink]="[]"
              [queryParams]="at(page() - 1)"
              queryParamsHandling="merge"
            >
              <span class="govuk-pagination__link-title" i18n
                >Previous<span class="govuk-visually-hidden"> page</span></span
              >
            </a>
          </div>
        }
        <ul class="govuk-pagination__list">
          @for (number of offered(); track $index) {
            @if (number === 0) {
              <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
            } @else {
              <li class="govuk-pagination__item" [class.govuk-pagination__item--current]="number === page()">
                <a
                  class="govuk-link govuk-pagination__link"
                  [routerLink]="[]"
                  [queryParams]="at(number)"
                  queryParamsHandling="merge"
                  [attr.aria-label]="label(number)"
                  [attr.aria-current]="number === page() ? 'page' : null"
                  >{{ number }}</a
                >
              </li>
            }
          }
        </ul>
        @if (page() < pages()) {
          <div class="govuk-pagination__next">
            <a
              class="govuk-link govuk-pagination__link"
              rel="next"
              [routerLink]="[]"
              [queryParams]="at(page() + 1)"
              queryParamsHandling="merge"
            >
              <span class="govuk-pagination__link-title" i18n
                >Next<span class="govuk-visually-hidden"> page</span></span
              >
            </a>
          </div>
        }
      </nav>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Pagination {
  /** From 1. */
  readonly page = input.required<number>();
  readonly pageSize = input.required<number>();
  readonly total = input.required<number>();

  protected readonly pages = computed(() => Math.ceil(this.total() / this.pageSize()));
  protected readonly offered = computed(() => pagesToOffer(this.page(), this.pages()));

  protected at(page: number): { page: number | null } {
    return { page: page === 1 ? null : page };
  }

  protected label(page: number): string {
    return $localize`Page ${page}`;
  }
}
