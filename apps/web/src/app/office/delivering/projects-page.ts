import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, DayPipe, EmptyState, Tag } from '@commonthread/govuk';
import { proposalStateColour, proposalStateName } from '../../shell/proposal-states.js';
import { Waiting } from '../../shell/waiting.js';
import { DeliveringApi } from './delivering-api.js';

type Project = Api<'DeliverySummaryDto'>;

/** Funded projects, those first that need an officer's eye. */
@Component({
  selector: 'ct-projects-page',
  imports: [Breadcrumbs, DayPipe, EmptyState, RouterLink, Tag, Waiting],
  template: `
    <ct-breadcrumbs [crumbs]="crumbs" />
    <h1 class="govuk-heading-l" i18n>Projects being delivered</h1>
    @if (list.hasValue()) {
      @for (group of groups(); track group.heading) {
        <h2 class="govuk-heading-m">{{ group.heading }} ({{ group.projects.length }})</h2>
        <ul class="ct-tasks">
          @for (one of group.projects; track one.number) {
            <li class="ct-tasks__item">
              <a
                class="govuk-link ct-tasks__link ct-anywhere"
                [routerLink]="['/office/delivery', one.number]"
                >{{ one.title }}</a
              >
              <span class="ct-tasks__about">{{ one.round.title }}, {{ one.place.name }}</span>
              <span class="ct-tasks__note">
                <ct-tag [colour]="stateColour(one.state)">{{ stateName(one.state) }}</ct-tag>
                @if (one.overdue) {
                  <ct-tag colour="red" i18n>Overdue</ct-tag>
                } @else if (one.slipped) {
                  <ct-tag colour="orange" i18n>Later than planned</ct-tag>
                }
                @if (one.quiet) {
                  <ct-tag colour="yellow" i18n>Quiet for 60 days</ct-tag>
                }
                @if (one.next; as next) {
                  <span class="ct-line" i18n>{{ next.title }}, {{ next.forecastOn | ctDay }}</span>
                }
              </span>
            </li>
          }
        </ul>
      } @empty {
        <ct-empty-state heading="Nothing is being delivered" i18n-heading>
          <p class="govuk-body" i18n>Projects appear here once the decision of their round is published.</p>
        </ct-empty-state>
      }
    } @else {
      <ct-waiting [resource]="list" wholePage what="the projects" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectsPage {
  protected readonly list = inject(DeliveringApi).list();
  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly stateName = proposalStateName;
  protected readonly stateColour = proposalStateColour;

  /** Each project once, in the first group it fits. */
  protected readonly groups = computed(() => {
    let left: readonly Project[] = this.list.hasValue() ? this.list.value().items : [];
    const take = (heading: string, fits: (one: Project) => boolean) => {
      const projects = left.filter(fits);
      left = left.filter((one) => !fits(one));
      return { heading, projects };
    };
    return [
      take($localize`Overdue`, ({ overdue }) => overdue),
      take($localize`Later than planned`, ({ slipped }) => slipped),
      take($localize`Nothing heard for 60 days`, ({ quiet }) => quiet),
      take($localize`Nobody named yet`, ({ state }) => state === 'funded'),
      take($localize`On their way`, ({ state }) => state === 'in-delivery'),
      take($localize`Over`, () => true),
    ].filter(({ projects }) => projects.length > 0);
  });
}
