import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, CountPipe, Details, Tag, TimePipe } from '@commonthread/govuk';
import { ProgressBar } from '@commonthread/govuk/charts';
import { lastValue } from '../../shell/last-value.js';
import { Waiting } from '../../shell/waiting.js';
import { everyMoment } from '../every-moment.js';
import { OfficeApi } from '../office-api.js';
import { importStateColour, importStateName, isUnderWay } from './import-words.js';

/** One import: how far it has come, what it brought, or every fault of its file. */
@Component({
  selector: 'ct-import-page',
  imports: [Breadcrumbs, Button, CountPipe, Details, ProgressBar, RouterLink, Tag, TimePipe, Waiting],
  templateUrl: './import-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  private readonly api = inject(OfficeApi);

  readonly id = input.required<string>();

  protected readonly crumbs = [
    { label: $localize`Office`, link: '/office' },
    { label: $localize`Imports`, link: '/office/imports' },
  ];
  protected readonly stateName = importStateName;
  protected readonly stateColour = importStateColour;
  protected readonly run = this.api.import(this.id);
  protected readonly shown = lastValue(this.run);
  protected readonly underWay = computed(() => {
    const run = this.shown();
    return run !== undefined && isUnderWay(run.state);
  });

  constructor() {
    everyMoment(this.underWay, () => this.run.reload());
  }
}
