import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, type FieldError, InsetText, Panel } from '@commonthread/govuk';
import { Radios, Textarea, TextInput } from '@commonthread/govuk/forms';
import { RULE_CHOICES, type Rule } from '../shell/moderation-words.js';
import { errorFor, fieldErrors, refusalOf } from '../shell/refusal.js';
import { Waiting } from '../shell/waiting.js';
import { InDanger } from './in-danger.js';
import { ModerationApi } from './moderation-api.js';

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

  protected readonly rule = signal<string | null>(null);
  protected readonly words = signal('');
  protected readonly contact = signal('');
  protected readonly sending = signal(false);
  protected readonly ticket = signal<string | null>(null);
  protected readonly errors = signal<readonly FieldError[]>([]);

  protected errorOf(fieldId: string): string | null {
    return errorFor(this.errors(), fieldId);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    const rule = this.rule() as Rule | null;
    if (!rule) {
      return this.errors.set([{ message: $localize`Choose what is wrong with it`, fieldId: 'rule' }]);
    }
    this.sending.set(true);
    try {
      const commentId = this.comment();
      const { ticket } = await this.api.report({
        proposalNumber: Number(this.proposal()),
        ...(commentId ? { commentId } : {}),
        rule,
        ...(this.words().trim() ? { words: this.words().trim() } : {}),
        ...(this.contact().trim() ? { contact: this.contact().trim() } : {}),
      });
      this.ticket.set(ticket);
      scrollTo({ top: 0 });
    } catch (cause) {
      this.errors.set(
        fieldErrors(refusalOf(cause), FIELDS, 'rule', {
          isEmail: $localize`Enter an e-mail address like name@example.com, or leave it empty`,
        }),
      );
    } finally {
      this.sending.set(false);
    }
  }
}
