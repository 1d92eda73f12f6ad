import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs, Button, EmptyState, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { Radios, TextInput } from '@commonthread/govuk/forms';
import { errorFor, fieldErrors } from '../shell/refusal.js';
import { Waiting } from '../shell/waiting.js';
import { KeptText } from './kept-text.js';
import { ProposalsApi } from './proposals-api.js';
import { explain } from './refusals.js';

/** The first step of a proposal: which round, and what to call it. From then on it is a draft that saves itself. */
@Component({
  selector: 'ct-new-proposal-page',
  imports: [Breadcrumbs, Button, EmptyState, ErrorSummary, Radios, RouterLink, TextInput, Waiting],
  templateUrl: './new-proposal-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewProposalPage {
  private readonly api = inject(ProposalsApi);
  private readonly router = inject(Router);
  private readonly kept = new KeptText('ct.new-proposal-title');

  /** Bound from the query: slug of the round. */
  readonly round = input<string>();

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Proposals`, link: '/proposals' },
  ];
  protected readonly rounds = this.api.rounds('ideas');
  protected readonly open = computed(() => (this.rounds.hasValue() ? this.rounds.value() : []));
  protected readonly choices = computed(() =>
    this.open().map(({ slug, title, summary }) => ({ value: slug, label: title, hint: summary })),
  );
  /** The one asked for, or the only one there is. */
  protected readonly chosen = linkedSignal<string | null>(() => {
    const open = this.open();
    const wanted = open.find(({ slug }) => slug === this.round());
    return wanted?.slug ?? (open.length === 1 ? open[0]!.slug : null);
  });
  protected readonly closed = computed(
    () =>
      this.round() !== undefined &&
      this.rounds.hasValue() &&
      !this.open().some(({ slug }) => slug === this.round()),
  );
  protected readonly title = signal(this.kept.read());
  protected readonly sending = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly errorFor = (id: string): string | null => errorFor(this.errors(), id);

  constructor() {
    effect(() => this.kept.write(this.title()));
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const roundSlug = this.chosen();
    const title = this.title().trim();
    const errors: FieldError[] = [];
    if (!roundSlug) errors.push({ fieldId: 'round', message: $localize`Choose the round your idea is for` });
    if (title.length < 5)
      errors.push({ fieldId: 'title', message: $localize`Enter a title of at least 5 characters` });
    else if (title.length > 120)
      errors.push({ fieldId: 'title', message: $localize`Shorten the title to 120 characters` });
    this.errors.set(errors);
    if (errors.length > 0 || !roundSlug) return;

    this.sending.set(true);
    try {
      const { number } = await this.api.start({ roundSlug, title });
      this.title.set('');
      this.kept.write('');
      await this.router.navigate(['/proposals', number, 'edit']);
    } catch (cause) {
      this.errors.set(fieldErrors(explain(cause), { title: 'title', roundSlug: 'round' }, 'title'));
    } finally {
      this.sending.set(false);
    }
  }
}
