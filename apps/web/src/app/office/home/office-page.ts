import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Button, DayPipe, EmptyState, MoneyPipe, Tag } from '@commonthread/govuk';
import { roundStateColour, roundStateName } from '../../shell/round-states.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { isUnderWay } from '../imports/import-words.js';
import { OfficeApi } from '../office-api.js';
import { type MenuLink, pagesOfRound } from '../office-menu.js';
import { countTask, decisionTask, draftTask, importTask, outcomeTask, type Task } from './waiting-tasks.js';
import { WaitingQueues } from './waiting-queues.js';

/** The first page of the office: what waits for the reader, and the rounds there are. */
@Component({
  selector: 'ct-office-page',
  imports: [Button, DayPipe, EmptyState, MoneyPipe, RouterLink, Tag, Waiting],
  templateUrl: './office-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfficePage {
  private readonly api = inject(OfficeApi);
  private readonly session = inject(Session);
  private readonly queues = inject(WaitingQueues);

  protected readonly stateName = roundStateName;
  protected readonly stateColour = roundStateColour;
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly rounds = this.api.rounds();
  protected readonly decisions = this.api.decisions();
  protected readonly imports = this.api.imports();
  protected readonly outcomes = this.api.outcomes();

  /** Rounds in which people still have something to do; imported ones are finished already. */
  protected readonly running = computed(() =>
    (this.rounds.hasValue() ? this.rounds.value() : []).filter(
      (round) => round.state !== 'cancelled' && round.state !== 'closed',
    ),
  );
  /** What has to be asked round by round. A round whose question fails is left out, not the page. */
  protected readonly roundTasks = resource({
    params: () => (this.rounds.hasValue() ? this.running() : undefined),
    loader: async ({ params }): Promise<Task[]> => {
      const asked = await Promise.allSettled(params.map((round) => this.tasksOf(round)));
      return asked.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    },
  });
  protected readonly everywhere = resource({ loader: () => this.queues.everywhere() });
  protected readonly isLooking = computed(() =>
    [this.rounds, this.roundTasks, this.everywhere].some((one) => one.isLoading()),
  );
  private readonly waiting = computed(() => (this.outcomes.hasValue() ? this.outcomes.value() : []));
  private readonly drafts = computed(() =>
    (this.decisions.hasValue() ? this.decisions.value() : []).filter(
      ({ state, roundSlug }) =>
        state === 'draft' && !this.waiting().some((one) => one.roundSlug === roundSlug),
    ),
  );
  protected readonly tasks = computed<Task[]>(() => [
    ...(this.everywhere.hasValue() ? this.everywhere.value() : []),
    ...this.waiting().map(outcomeTask),
    ...(this.roundTasks.hasValue() ? this.roundTasks.value() : []).filter(
      ({ link }) => !this.isFurther(link),
    ),
    ...(this.isOfficer() ? this.drafts().map(decisionTask) : []),
    // Newest first. Once another file was sent, one that was refused before waits no more.
    ...(this.imports.hasValue() && this.isOfficer() ? this.imports.value() : [])
      .filter(({ state }, at) => at === 0 || isUnderWay(state))
      .map(importTask)
      .filter((task) => task !== null)
      .slice(0, 5),
  ]);

  /** A round whose outcome waits, or whose decision is begun, asks for that and for nothing before it. */
  private isFurther(link: string): boolean {
    const begun = [...this.waiting(), ...this.drafts()];
    return begun.some(({ roundSlug }) => link === `/office/rounds/${roundSlug}/publish`);
  }

  protected pagesOf(round: Api<'RoundSummaryDto'>): MenuLink[] {
    return pagesOfRound(round, (...roles) => this.session.holds(...roles));
  }

  private async tasksOf(round: Api<'RoundSummaryDto'>): Promise<Task[]> {
    const [own, queued] = await Promise.all([this.nextStepOf(round), this.queues.ofRound(round)]);
    return [...queued, ...(own ? [own] : [])];
  }

  private async nextStepOf(round: Api<'RoundSummaryDto'>): Promise<Task | null> {
    if (!this.isOfficer()) return null;
    switch (round.state) {
      case 'draft':
        // Once opened it only waits for its first day.
        return round.nextChangeAt ? null : draftTask(round);
      case 'counting':
        return countTask(round, await this.api.countsNow(round.slug));
      default:
        return null;
    }
  }
}
