import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  LOCALE_ID,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, Details } from '@commonthread/govuk';
import { lastValue } from '../shell/last-value.js';
import { PageHead } from '../shell/page-head.js';
import { PressSheet } from '../shell/press-sheet/press-sheet.js';
import { pressText } from '../shell/press-sheet/press-text.js';
import { SITE } from '../shell/site.js';
import { Waiting } from '../shell/waiting.js';
import { RoundsApi } from './rounds-api.js';

/** A round's outcome for those who report on it: to print on A4, or to copy as text. */
@Component({
  selector: 'ct-press-page',
  imports: [Breadcrumbs, Button, Details, PressSheet, RouterLink, Waiting],
  template: `
    <ct-breadcrumbs class="ct-no-print" [crumbs]="crumbs()" />
    @if (sheet(); as it) {
      <div class="govuk-button-group ct-no-print">
        <button ctButton="secondary" type="button" (click)="print()" i18n>Print, or save as PDF</button>
        <button ctButton="secondary" type="button" (click)="copy()" i18n>Copy as text</button>
        <span class="govuk-body govuk-!-margin-bottom-0" role="status">
          @switch (copied()) {
            @case ('yes') {
              <ng-container i18n>Copied</ng-container>
            }
            @case ('no') {
              <ng-container i18n
                >Your browser does not allow it: select the text below and copy it</ng-container
              >
            }
          }
        </span>
      </div>
      <ct-press-sheet [sheet]="it" />
      <div class="ct-no-print">
        <ct-details summary="The same as plain text" i18n-summary [open]="copied() === 'no'">
          <pre class="ct-press-text" tabindex="0" role="region" aria-label="Plain text" i18n-aria-label>{{
            text()
          }}</pre>
        </ct-details>
        <p class="govuk-body">
          <a class="govuk-link" [routerLink]="['/decisions', it.decisionNumber]" i18n
            >The decision {{ it.decisionNumber }} with every reason</a
          >
        </p>
      </div>
    } @else {
      <ct-waiting [resource]="asked" wholePage what="the press sheet" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PressPage {
  private readonly locale = inject(LOCALE_ID);
  private readonly site = inject(SITE);

  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly asked = inject(RoundsApi).press(this.slug);
  protected readonly sheet = lastValue(this.asked);
  protected readonly copied = signal<'yes' | 'no' | null>(null);
  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Rounds`, link: '/rounds' },
    { label: this.sheet()?.roundTitle ?? $localize`The round`, link: `/rounds/${this.slug()}` },
  ]);
  protected readonly text = computed(() => {
    const sheet = this.sheet();
    const { councilName: council, publicUrl } = this.site;
    return sheet ? pressText(sheet, { locale: this.locale, council, publicUrl }) : '';
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const sheet = this.sheet();
      if (sheet) head.name($localize`Press sheet: ${sheet.roundTitle}:round:`, sheet.summary || null);
    });
  }

  protected print(): void {
    window.print();
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text());
      this.copied.set('yes');
    } catch {
      // Browsers refuse without a secure connection, or when the reader has said no.
      this.copied.set('no');
    }
  }
}
