import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  LOCALE_ID,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, ErrorSummary, TimePipe } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { FormErrors } from '../shell/form-errors.js';
import { lastValue } from '../shell/last-value.js';
import { commentsTally } from '../shell/tallies.js';
import { Waiting } from '../shell/waiting.js';
import { WhoReads } from '../shell/who-reads.js';
import { KeptText } from './kept-text.js';
import { takesComments } from './proposal-words.js';
import { type Proposal, ProposalsApi } from './proposals-api.js';
import { explain } from './refusals.js';

const LONGEST = 2000;

/** What people say about a proposal. A comment can be withdrawn by whoever wrote it; that it was there stays to be seen. */
@Component({
  selector: 'ct-proposal-comments',
  imports: [Button, ErrorSummary, RouterLink, Textarea, TimePipe, Waiting],
  templateUrl: './proposal-comments.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalComments {
  private readonly api = inject(ProposalsApi);
  private readonly locale = inject(LOCALE_ID);

  readonly proposal = input.required<Proposal>();

  protected readonly longest = LONGEST;
  protected readonly resource = this.api.comments(() => String(this.proposal().number));
  protected readonly comments = lastValue(this.resource);
  protected readonly tally = computed(() =>
    commentsTally(this.comments()?.filter(({ withdrawn }) => !withdrawn).length ?? 0, this.locale),
  );
  protected readonly mayComment = computed(() => takesComments(this.proposal()));
  private readonly kept = computed(() => new KeptText(`ct.comment.${this.proposal().number}`));
  /** Typed but not sent is kept on this device, should the session end meanwhile. */
  protected readonly text = linkedSignal(() => this.kept().read());
  protected readonly sending = signal(false);
  protected readonly errors = new FormErrors();
  protected readonly said = signal('');
  private readonly readers = inject(WhoReads);
  protected readonly young = computed(() => this.readers.young());
  protected readonly hint = computed(
    () =>
      $localize`${this.readers.post()}:who: Do not write anything about other people that they would not want here.`,
  );

  constructor() {
    effect(() => this.kept().write(this.text()));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const text = this.text().trim();
    if (text === '') return this.refuse($localize`Write your comment first.`);
    if (text.length > LONGEST) return this.refuse($localize`Shorten it to ${LONGEST}:number: characters.`);
    await this.act(async () => {
      const { moderation } = await this.api.comment(this.proposal().number, text);
      this.text.set('');
      this.said.set(
        moderation?.state === 'waiting'
          ? $localize`Your comment is sent. Only you see it until a moderator has read it.`
          : $localize`Your comment is published.`,
      );
    });
  }

  protected withdraw(id: string): Promise<void> {
    return this.act(async () => {
      await this.api.withdrawComment(this.proposal().number, id);
      this.said.set($localize`Your comment is withdrawn.`);
    });
  }

  private refuse(message: string): void {
    this.said.set('');
    this.errors.refuse('comment', message);
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.sending.set(true);
    this.errors.clear();
    this.said.set('');
    try {
      await work();
      this.resource.reload();
    } catch (cause) {
      const problem = explain(cause);
      this.refuse(problem.errors?.[0]?.message ?? problem.detail);
    } finally {
      this.sending.set(false);
    }
  }
}
