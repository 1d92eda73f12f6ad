import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  LOCALE_ID,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@commonthread/govuk';
import { lastValue } from '../shell/last-value.js';
import { supportersTally } from '../shell/tallies.js';
import { likenessWords } from './likeness.js';
import { type ProposalQuery, ProposalsApi } from './proposals-api.js';
import { explain } from './refusals.js';

/** Typing must rest so long before anything is looked up. */
const PAUSE_MS = 700;
const LEAST_TITLE = 5;

/**
 * Beside a text that is being written: what others have proposed already. It speaks up only when it found something, and
 * stands in nobody's way.
 */
@Component({
  selector: 'ct-already-proposed',
  imports: [Button, RouterLink],
  template: `
    <p class="govuk-visually-hidden" role="status">{{ said() }}</p>
    @if (found(); as found) {
      @if (found.length > 0) {
        <section class="ct-already" aria-labelledby="already-heading">
          <h2 class="govuk-heading-s" id="already-heading" i18n>Already proposed nearby?</h2>
          <p class="govuk-body-s" i18n>
            If one of these is what you mean, your support helps it more than a second one like it. If yours
            is different, write on, and say in the text what is different about it.
          </p>
          <ul class="govuk-list govuk-list--spaced ct-already__list">
            @for (one of found; track one.proposal.number) {
              <li>
                <a
                  class="govuk-link ct-anywhere"
                  target="_blank"
                  rel="noopener"
                  [routerLink]="['/proposals', one.proposal.number]"
                  >{{ one.proposal.title }} <ng-container i18n>(opens in a new tab)</ng-container></a
                >
                <span class="ct-soft ct-line govuk-body-s"
                  >{{ why(one) }} · {{ one.proposal.place.name }} ·
                  {{ supporters(one.proposal.supports) }}</span
                >
                @if (supported().has(one.proposal.number)) {
                  <p class="govuk-body-s" i18n>Your support is counted.</p>
                } @else {
                  <button
                    ctButton="secondary"
                    type="button"
                    [busy]="busy() === one.proposal.number"
                    (click)="support(one.proposal.number)"
                  >
                    <ng-container i18n>Support that one instead</ng-container
                    ><span class="govuk-visually-hidden">: {{ one.proposal.title }}</span>
                  </button>
                }
              </li>
            }
          </ul>
          @if (refusal(); as sentence) {
            <p class="govuk-error-message" role="alert">{{ sentence }}</p>
          }
        </section>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlreadyProposed {
  private readonly api = inject(ProposalsApi);
  private readonly locale = inject(LOCALE_ID);

  /** The proposal being written: never found itself. */
  readonly number = input.required<number>();
  /** Slug of its round. */
  readonly round = input.required<string>();
  readonly title = input.required<string>();
  readonly summary = input('');
  readonly place = input('');
  readonly topic = input('');

  private readonly typed = computed<ProposalQuery | undefined>(() => {
    const title = this.title().trim().slice(0, 120);
    if (title.length < LEAST_TITLE) return undefined;
    const more = {
      summary: this.summary().trim().slice(0, 300),
      place: this.place(),
      category: this.topic(),
    };
    const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== ''));
    return { title, round: this.round(), except: this.number(), ...given };
  });
  private readonly asked = signal<ProposalQuery | undefined>(undefined);
  protected readonly found = lastValue(this.api.alreadyProposed(this.asked));
  protected readonly said = computed(() => {
    const count = this.found()?.length ?? 0;
    if (count === 0) return '';
    return count === 1
      ? $localize`1 similar proposal is listed below the summary.`
      : $localize`${count}:count: similar proposals are listed below the summary.`;
  });

  protected readonly busy = signal<number | null>(null);
  protected readonly supported = signal<ReadonlySet<number>>(new Set());
  protected readonly refusal = signal<string | null>(null);
  protected readonly why = likenessWords;
  protected readonly supporters = (n: number): string => supportersTally(n, this.locale);

  constructor() {
    effect((onCleanup) => {
      const query = this.typed();
      const rested = setTimeout(() => this.asked.set(query), PAUSE_MS);
      onCleanup(() => clearTimeout(rested));
    });
  }

  protected async support(number: number): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(number);
    this.refusal.set(null);
    try {
      await this.api.support(number, true);
      this.supported.update((before) => new Set(before).add(number));
    } catch (cause) {
      this.refusal.set(explain(cause).detail);
    } finally {
      this.busy.set(null);
    }
  }
}
