import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { HttpErrorResponse } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, Button, ErrorSummary, type FieldError, InsetText, Panel } from '@commonthread/govuk';
import { Radios, Textarea, TextInput } from '@commonthread/govuk/forms';
import { RULE_CHOICES, type Rule } from '../shell/moderation-words.js';
import { errorFor, fieldErrors, refusalOf } from '../shell/refusal.js';
import { type SentForm, SentForms } from '../shell/sent-form.js';
import { Waiting } from '../shell/waiting.js';
import { InDanger } from './in-danger.js';
import { ModerationApi } from './moderation-api.js';
import { ReportWork } from './work/report-work.js';

const CHOOSE = $localize`Choose what is wrong with it`;
const FIELDS = { rule: 'rule', words: 'words', contact: 'contact' };

/** Anybody reports a proposal or one of its comments. */
@Component({
  selector: 'ct-report-page',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    InDanger,
    InsetText,
    Panel,
    Radios,
    RouterLink,
    Textarea,
    TextInput,
    Waiting,
  ],
  templateUrl: './report-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportPage {
  private readonly api = inject(ModerationApi);
  private readonly work = inject(ReportWork);
  /** The form as it was sent without JavaScript. */
  private readonly sent = inject(SentForms).take();

  /** Bound from the query: the number of a proposal, and a comment on it. */
  readonly proposal = input<string>();
  readonly comment = input<string>();

  protected readonly rules = RULE_CHOICES;
  protected readonly resource = this.api.proposal(this.proposal);
  protected readonly comments = this.api.comments(() => (this.comment() ? this.proposal() : undefined));
  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    ...(this.proposal()
      ? [{ label: $localize`Proposal ${this.proposal()}:number:`, link: `/proposals/${this.proposal()}` }]
      : []),
  ]);
  /** What is reported, as the reader has just seen it. */
  protected readonly about = computed(() => {
    const proposal = this.resource.hasValue() ? this.resource.value() : undefined;
    if (!proposal) return null;
    if (!this.comment()) {
      return {
        what: $localize`Proposal ${proposal.number}:number:`,
        words: `${proposal.title}\n\n${proposal.summary}`,
      };
    }
    const comment = this.comments.hasValue()
      ? this.comments.value().find(({ id, text }) => id === this.comment() && text !== '')
      : undefined;
    return comment
      ? { what: $localize`A comment on proposal ${proposal.number}:number:`, words: comment.text }
      : null;
  });

  protected readonly rule = signal<string | null>(this.sent?.values['rule'] || null);
  protected readonly words = signal(this.sent?.values['words'] ?? '');
  protected readonly contact = signal(this.sent?.values['contact'] ?? '');
  protected readonly sending = signal(false);
  protected readonly ticket = signal(ticketOf(this.sent));
  protected readonly errors = signal(faultsOf(this.sent));

  constructor() {
    afterNextRender(() => this.work.begin());
  }

  protected errorOf(fieldId: string): string | null {
    return errorFor(this.errors(), fieldId);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    const rule = this.rule() as Rule | null;
    if (!rule) {
      return this.errors.set([{ message: CHOOSE, fieldId: 'rule' }]);
    }
    this.sending.set(true);
    try {
      const commentId = this.comment();
      const work = await this.work.take();
      const { ticket } = await this.api.report({
        ...(work && { work }),
        proposalNumber: Number(this.proposal()),
        ...(commentId ? { commentId } : {}),
        rule,
        ...(this.words().trim() ? { words: this.words().trim() } : {}),
        ...(this.contact().trim() ? { contact: this.contact().trim() } : {}),
      });
      this.ticket.set(ticket);
      scrollTo({ top: 0 });
    } catch (cause) {
      this.errors.set(faults(cause));
    } finally {
      this.sending.set(false);
    }
  }
}

const ticketOf = (sent: SentForm | null): string | null =>
  sent?.status === 201 ? (sent.answer as Api<'TicketNumberDto'>).ticket : null;

function faultsOf(sent: SentForm | null): readonly FieldError[] {
  if (!sent || sent.status === 201) return [];
  return faults(new HttpErrorResponse({ status: sent.status, error: sent.answer }));
}

const faults = (cause: unknown): readonly FieldError[] =>
  fieldErrors(refusalOf(cause), FIELDS, 'rule', {
    isIn: CHOOSE,
    isEmail: $localize`Enter an e-mail address like name@example.com, or leave it empty`,
  });
