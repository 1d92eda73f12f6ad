import { ChangeDetectionStrategy, Component, effect, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, DayPipe, InsetText, MoneyPipe, Tag } from '@commonthread/govuk';
import { PageHead } from '../../shell/page-head.js';
import { proposalStateColour, proposalStateName } from '../../shell/proposal-states.js';
import { Waiting } from '../../shell/waiting.js';
import { DeliveringApi, type Delivery } from './delivering-api.js';
import { EndForm } from './end-form.js';
import { MilestoneStep } from './milestone-step.js';
import { OwnerForm } from './owner-form.js';
import { PlanForm } from './plan-form.js';
import { SpendForm } from './spend-form.js';
import { UpdateForm } from './update-form.js';

/** One project, with everything an officer does to it; what is done on site stands first. */
@Component({
  selector: 'ct-project-page',
  imports: [
    Breadcrumbs,
    DayPipe,
    EndForm,
    InsetText,
    MilestoneStep,
    MoneyPipe,
    OwnerForm,
    PlanForm,
    RouterLink,
    SpendForm,
    Tag,
    UpdateForm,
    Waiting,
  ],
  templateUrl: './project-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectPage {
  private readonly api = inject(DeliveringApi);

  /** Bound from the route. */
  readonly number = input.required<string>();

  protected readonly crumbs = [
    { label: $localize`Office`, link: '/office' },
    { label: $localize`Projects being delivered`, link: '/office/delivery' },
  ];
  protected readonly resource = this.api.one(this.number);
  /** Each act answers with the whole project, which takes the place of what was there. */
  protected readonly shown = linkedSignal<Delivery | undefined>(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  protected readonly stateName = proposalStateName;
  protected readonly stateColour = proposalStateColour;

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const title = this.shown()?.title;
      if (title) head.name($localize`Deliver: ${title}:title:`);
    });
  }
}
