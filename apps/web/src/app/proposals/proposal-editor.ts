import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  type OnDestroy,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button, ErrorSummary, type FieldError, InsetText, NotificationBanner } from '@commonthread/govuk';
import { Select, Textarea, TextInput } from '@commonthread/govuk/forms';
import { AttachForm } from '../shell/attachments/attach-form.js';
import { AttachmentsApi } from '../shell/attachments/attachments-api.js';
import { Session } from '../shell/session/session.js';
import { WhoReads } from '../shell/who-reads.js';
import { lastValue } from '../shell/last-value.js';
import { errorFor, fieldErrors } from '../shell/refusal.js';
import { AlreadyProposed } from './already-proposed.js';
import { Autosave } from './autosave.js';
import { categoryChoices } from './categories.js';
import { changeOf, type DraftText, draftTextOf } from './draft-text.js';
import { KeptText } from './kept-text.js';
import { PlaceField } from './place-field.js';
import { penceOf } from '../shell/pounds.js';
import { ProposalText } from './proposal-text.js';
import { latestReason } from './proposal-words.js';
import { type Proposal, ProposalsApi } from './proposals-api.js';
import { explain } from './refusals.js';
import { SaveStatusLine } from './save-status.js';

/** The ids of the inputs by the API's names for what is in them. */
const FIELD_IDS = {
  title: 'title',
  summary: 'summary',
  body: 'body',
  category: 'category',
  estimatePence: 'estimate',
  placeSlug: 'place',
  latitude: 'place',
  longitude: 'place',
};

/** One proposal being written: it saves itself, shows itself as others will see it, and is sent in when it is ready. */
@Component({
  selector: 'ct-proposal-editor',
  imports: [
    AttachForm,
    AlreadyProposed,
    Button,
    ErrorSummary,
    InsetText,
    NotificationBanner,
    PlaceField,
    ProposalText,
    RouterLink,
    SaveStatusLine,
    Select,
    Textarea,
    TextInput,
  ],
  templateUrl: './proposal-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalEditor implements OnInit, OnDestroy {
  private readonly api = inject(ProposalsApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly readers = inject(WhoReads);

  readonly proposal = input.required<Proposal>();
  /** The place of its round. */
  readonly within = input.required<{ readonly slug: string; readonly name: string }>();
  /** The author wants the text that was stored elsewhere. */
  readonly reload = output();

  protected readonly title = linkedSignal(() => this.proposal().title);
  protected readonly summary = linkedSignal(() => this.proposal().summary);
  protected readonly body = linkedSignal(() => this.proposal().body);
  protected readonly category = linkedSignal(() => draftTextOf(this.proposal()).category);
  protected readonly estimate = linkedSignal(() => draftTextOf(this.proposal()).estimate);
  protected readonly placeSlug = linkedSignal(() => this.proposal().place.slug);
  protected readonly point = linkedSignal(() => {
    const { latitude, longitude } = this.proposal();
    return latitude === null || longitude === null ? null : { latitude, longitude };
  });
  private readonly text = computed<DraftText>(() => ({
    title: this.title(),
    summary: this.summary(),
    body: this.body(),
    category: this.category(),
    estimate: this.estimate(),
    placeSlug: this.placeSlug(),
    latitude: this.point()?.latitude ?? null,
    longitude: this.point()?.longitude ?? null,
  }));

  protected readonly owner = computed(() => ({
    ownerKind: 'proposal',
    ownerId: String(this.proposal().number),
  }));
  protected readonly attached = inject(AttachmentsApi).of(this.owner);
  protected readonly pictures = lastValue(this.attached);
  /** Photos can show where somebody lives or goes to school. */
  protected readonly tooYoung = computed(() => this.session.me()?.youngMember ?? true);

  protected readonly autosave = signal<Autosave<DraftText> | null>(null);
  protected readonly broughtBack = signal(false);
  protected readonly previewing = signal(false);
  protected readonly sending = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  private version = 0;

  /** What the officers asked to be changed. */
  protected readonly asked = computed(() =>
    this.proposal().state === 'changes-asked' ? latestReason(this.proposal()) : null,
  );
  protected readonly categories = computed(() => categoryChoices(this.proposal().category ?? ''));
  protected readonly estimateError = computed(
    () =>
      errorFor(this.errors(), 'estimate') ??
      (penceOf(this.estimate()) === undefined
        ? $localize`Enter an amount in pounds, like 1200 or 1200.50`
        : null),
  );
  protected readonly here = computed(() => `/proposals/${this.proposal().number}/edit`);
  protected readonly errorFor = (id: string): string | null => errorFor(this.errors(), id);

  constructor() {
    effect(() => this.autosave()?.changed(this.text()));
  }

  ngOnInit(): void {
    const proposal = this.proposal();
    const kept = new KeptText(`ct.proposal.${proposal.number}`);
    const unsent = Autosave.unsent<DraftText>(kept);
    this.version = proposal.version;
    this.autosave.set(
      new Autosave<DraftText>({
        stored: draftTextOf(proposal),
        kept,
        pauseMs: 1500,
        write: async (changed) => {
          const stored = await this.api.write(proposal.number, changeOf(changed, this.version));
          this.version = stored.version;
        },
      }),
    );
    if (unsent) this.bringBack(unsent);
  }

  ngOnDestroy(): void {
    void this.autosave()?.now();
  }

  private bringBack(unsent: Partial<DraftText>): void {
    const { title, summary, body, category, estimate, placeSlug, latitude, longitude } = unsent;
    if (title !== undefined) this.title.set(title);
    if (summary !== undefined) this.summary.set(summary);
    if (body !== undefined) this.body.set(body);
    if (category !== undefined) this.category.set(category);
    if (estimate !== undefined) this.estimate.set(estimate);
    if (placeSlug !== undefined) this.placeSlug.set(placeSlug);
    if (typeof latitude === 'number' && typeof longitude === 'number')
      this.point.set({ latitude, longitude });
    this.broughtBack.set(true);
  }

  /** Stores this page's text over what was stored elsewhere. */
  protected async keepMine(): Promise<void> {
    try {
      this.version = (await this.api.fetch(this.proposal().number)).version;
      await this.autosave()?.now();
    } catch (cause) {
      this.errors.set(fieldErrors(explain(cause), FIELD_IDS, 'title'));
    }
  }

  /** Forgets this page's text for what was stored elsewhere. */
  protected takeTheirs(): void {
    new KeptText(`ct.proposal.${this.proposal().number}`).write('');
    this.reload.emit();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    this.errors.set([]);
    this.sending.set(true);
    try {
      const wrong = this.wrong();
      const status = this.autosave();
      if (wrong.length > 0) return this.errors.set(wrong);
      if (status && !(await status.now())) {
        const failed = status.status();
        if (failed.kind === 'failed') this.errors.set(fieldErrors(failed.problem, FIELD_IDS, 'title'));
        return;
      }
      const { number } = this.proposal();
      await this.api.submit(number);
      await this.router.navigate(['/proposals', number], { queryParams: { sent: 'yes' } });
    } catch (cause) {
      this.errors.set(fieldErrors(explain(cause), FIELD_IDS, 'title'));
    } finally {
      this.sending.set(false);
    }
  }

  /** What only this page knows, because it was never stored. */
  private wrong(): FieldError[] {
    const errors: FieldError[] = [];
    if (this.title().trim() === '') errors.push({ fieldId: 'title', message: $localize`Enter a title` });
    if (penceOf(this.estimate()) === undefined)
      errors.push({
        fieldId: 'estimate',
        message: $localize`Enter the estimate in pounds, like 1200 or 1200.50`,
      });
    return errors;
  }
}
