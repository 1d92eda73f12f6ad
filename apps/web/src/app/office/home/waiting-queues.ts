import { HttpClient } from '@angular/common/http';
import { inject, Injectable, LOCALE_ID } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../shell/session/session.js';
import {
  caseTasks,
  claimTask,
  withdrawalTask,
  deliveryTasks,
  mailTasks,
  reissueTask,
  reviewTasks,
  type Task,
  voteTasks,
} from './waiting-tasks.js';

type Round = Api<'RoundSummaryDto'>;

/** Asks each queue that the reader's roles have to do with. A queue that cannot be asked is left out, not the page. */
@Injectable({ providedIn: 'root' })
export class WaitingQueues {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly locale = inject(LOCALE_ID);

  /** What waits whatever the round: reviews, cases, projects. */
  everywhere(): Promise<Task[]> {
    const { session, locale } = this;
    const reviews = session.holds('officer', 'reviewer');
    const moderates = session.holds('moderator');
    const asked: Promise<Task[]>[] = [];
    if (reviews || session.holds('auditor'))
      asked.push(
        this.get<Api<'QueueDto'>>('reviews?limit=1').then(({ tabs }) => reviewTasks(tabs, reviews, locale)),
      );
    if (moderates || session.holds('auditor'))
      asked.push(
        this.get<Api<'CaseInQueueDto'>[]>('moderation/cases').then((cases) =>
          caseTasks(cases, moderates, locale),
        ),
      );
    if (session.holds('officer'))
      asked.push(
        this.get<Api<'DeliveryListDto'>>('deliveries').then(({ items }) => deliveryTasks(items, locale)),
      );
    if (session.holds('administrator'))
      asked.push(
        this.get<Api<'UndeliveredDto'>[]>('mails/undelivered').then((all) => mailTasks(all, locale)),
      );
    return settled(asked);
  }

  /** What waits about one round: its list of voters, lost passes, the vote itself. */
  async ofRound(round: Round): Promise<Task[]> {
    if (round.imported || !this.session.holds('officer', 'auditor')) return [];
    const decides = this.session.holds('officer');
    const at = `rounds/${round.slug}`;
    const asked: Promise<Task[]>[] = [];
    if (round.state === 'ideas' || round.state === 'review')
      asked.push(
        this.get<Api<'RollDto'>>(`${at}/roll`).then((roll) => [
          ...claimTask(round, roll, decides),
          ...withdrawalTask(round, roll, decides),
        ]),
      );
    if (decides && round.state === 'voting')
      asked.push(this.get<Api<'ReissueDto'>[]>(`${at}/roll/reissues`).then((all) => reissueTask(round, all)));
    if (decides && (round.state === 'voting' || round.state === 'counting'))
      asked.push(this.ofVote(round, at));
    return settled(asked);
  }

  private async ofVote(round: Round, at: string): Promise<Task[]> {
    const voting = await this.get<Api<'VotingDto'>>(`${at}/voting`);
    const isClosed = voting.stage === 'closed';
    const boxes = isClosed ? await this.get<Api<'PaperBatchDto'>[]>(`${at}/paper-batches`) : [];
    return voteTasks(round, voting, boxes);
  }

  private get<T>(what: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(`/api/${what}`));
  }
}

async function settled(asked: readonly Promise<Task[]>[]): Promise<Task[]> {
  const answers = await Promise.allSettled(asked);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}
