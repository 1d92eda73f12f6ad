import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DayPipe, Details, Tag, Thread } from '@commonthread/govuk';
import { standingColour, standingName, standingStep } from '../shell/standing-words.js';
import type { Given } from './given.js';

/** One thing the reader gave: what, where it stands, why, and where to read on. */
@Component({
  selector: 'ct-given-item',
  imports: [DayPipe, Details, RouterLink, Tag, Thread],
  templateUrl: './given-item.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GivenItem {
  readonly given = input.required<Given>();

  protected readonly name = standingName;
  protected readonly colour = standingColour;
  protected readonly step = standingStep;
}
