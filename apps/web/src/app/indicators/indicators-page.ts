import { ChangeDetectionStrategy, Component, inject, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, EmptyState, Thread } from '@commonthread/govuk';
import { Waiting } from '../shell/waiting.js';
import { IndicatorRow } from './indicator-row.js';
import { IndicatorsApi } from './indicators-api.js';

/** The three catalogues, joined by theme: what is measured, what is asked, what is watched. */
@Component({
  selector: 'ct-indicators-page',
  imports: [Breadcrumbs, EmptyState, IndicatorRow, RouterLink, Thread, Waiting],
  templateUrl: './indicators-page.html',
  styleUrl: './indicators.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorsPage {
  protected readonly themes = inject(IndicatorsApi).themes();
  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
}
