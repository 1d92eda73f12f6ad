import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { refusalOf } from '../../shell/refusal.js';
import { Waiting } from '../../shell/waiting.js';
import { KeptDrafts } from '../kept-draft.js';
import { OfficeApi } from '../office-api.js';
import { officeErrors } from '../refusals.js';
import { AboutStep } from './about-step.js';
import { BallotStep } from './ballot-step.js';
import { CheckStep } from './check-step.js';
import { DatesStep } from './dates-step.js';
import { faultsOf, firstFault, whereIs } from './draft-faults.js';
import { MoneyStep } from './money-step.js';
import { draftOf, emptyDraft, type RoundDraft, writeRound } from './round-draft.js';
import { RuleStep } from './rule-step.js';
import { isStep, type Step, stepName, STEPS } from './steps.js';
import { VotersStep } from './voters-step.js';

/** Sets up a round, or changes a draft, question by question; what was typed is kept in the tab until it is saved. */
@Component({
  selector: 'ct-set-up-page',
  imports: [
    AboutStep,
    BallotStep,
    Button,
    CheckStep,
    DatesStep,
    ErrorSummary,
    MoneyStep,
    RouterLink,
    RuleStep,
    VotersStep,
    Waiting,
  ],
  templateUrl: './set-up-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetUpPage {
  private readonly api = inject(OfficeApi);
  private readonly kept = inject(KeptDrafts);
  private readonly router = inject(Router);

  /** Of the draft to change; none sets up a new round. */
  readonly slug = input<string>();
  /** The question in hand. */
  readonly step = input<string>();

  protected readonly stored = this.api.round(this.slug);
  protected readonly draft = signal<RoundDraft | null>(null);
  protected readonly now = computed<Step>(() => {
    const asked = this.step();
    return isStep(asked) ? asked : 'about';
  });
  protected readonly nowName = computed(() => stepName(this.now()));
  protected readonly steps = computed(() => {
    const draft = this.draft();
    return STEPS.map((step) => ({
      step,
      name: stepName(step),
      now: step === this.now(),
      done: step !== 'check' && draft !== null && faultsOf(step, draft).length === 0,
    }));
  });
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly saving = signal<'draft' | 'open' | null>(null);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly key = computed(() => `round-${this.slug() ?? 'new'}`);

  constructor() {
    effect(() => {
      if (this.draft()) return;
      const draft = this.kept.read<RoundDraft>(this.key());
      if (draft) this.draft.set(draft);
      else if (!this.slug()) this.draft.set(emptyDraft());
      else if (this.stored.hasValue()) this.draft.set(draftOf(this.stored.value()));
    });
  }

  protected write(draft: RoundDraft): void {
    this.draft.set(draft);
    this.kept.keep(this.key(), draft);
  }

  protected async goOn(event: Event): Promise<void> {
    event.preventDefault();
    const errors = faultsOf(this.now(), this.draft()!);
    this.errors.set([]);
    if (errors.length > 0) return this.errors.set(errors);
    await this.show(STEPS[STEPS.indexOf(this.now()) + 1] ?? 'check');
  }

  /** Saves the draft, and opens it too when asked. */
  protected async save(andOpen: boolean): Promise<void> {
    if (this.saving()) return;
    const draft = this.draft()!;
    this.errors.set([]);
    const wrong = firstFault(draft);
    if (wrong) return this.complain(wrong.step, wrong.errors);
    this.saving.set(andOpen ? 'open' : 'draft');
    try {
      const round = await this.store(writeRound(draft));
      this.kept.forget(this.key());
      if (andOpen) await this.api.openRound(round.slug);
      await this.router.navigateByUrl(`/office/rounds/${round.slug}`);
    } catch (cause) {
      const problem = refusalOf(cause);
      const at = problem.errors?.map(({ field }) => whereIs(field, draft)) ?? [];
      const fields = Object.fromEntries(
        problem.errors?.map(({ field }) => [field, whereIs(field, draft).fieldId]) ?? [],
      );
      await this.complain(at[0]?.step ?? 'check', officeErrors(problem, fields, 'save'));
    } finally {
      this.saving.set(null);
    }
  }

  protected async startAgain(): Promise<void> {
    this.kept.forget(this.key());
    this.draft.set(null);
    await this.show('about');
  }

  private store(round: Api<'WriteRoundDto'>): Promise<Api<'RoundDto'>> {
    const slug = this.slug();
    return slug ? this.api.saveRound(slug, round) : this.api.createRound(round);
  }

  private async complain(step: Step, errors: readonly FieldError[]): Promise<void> {
    await this.show(step);
    this.errors.set(errors);
  }

  private async show(step: Step): Promise<void> {
    this.errors.set([]);
    await this.router.navigate([], { queryParams: { step } });
    this.heading()?.nativeElement.focus();
  }
}
