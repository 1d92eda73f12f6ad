import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  LOCALE_ID,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@commonthread/govuk';
import { supportersTally } from '../shell/tallies.js';
import { takesSupport } from './proposal-words.js';
import { type Proposal, ProposalsApi } from './proposals-api.js';
import { explain } from './refusals.js';

/** Support it, follow it; or sign in first and come back. */
@Component({
  selector: 'ct-take-part',
  imports: [Button, RouterLink],
  template: `
    @let it = proposal();
    <p class="govuk-body govuk-!-font-weight-bold">{{ supporters() }}</p>
    @if (it.mine; as mine) {
      <div class="govuk-button-group">
        @if (mine.author) {
          <p class="govuk-body" i18n>This is your proposal.</p>
        } @else if (mayBeSupported()) {
          <button ctButton type="button" [busy]="busy() === 'support'" (click)="support()">
            @if (supported()) {
              <ng-container i18n>Take back your support</ng-container>
            } @else {
              <ng-container i18n>Support this proposal</ng-container>
            }
          </button>
        }
        <button ctButton="secondary" type="button" [busy]="busy() === 'follow'" (click)="follow()">
          @if (following()) {
            <ng-container i18n>Stop following</ng-container>
          } @else {
            <ng-container i18n>Follow it</ng-container>
          }
        </button>
      </div>
    } @else {
      <div class="govuk-button-group">
        <a
          ctButton
          role="button"
          routerLink="/sign-in"
          rel="nofollow"
          [queryParams]="{ return: '/proposals/' + it.number }"
        >
          @if (mayBeSupported()) {
            <ng-container i18n>Sign in to support or follow it</ng-container>
          } @else {
            <ng-container i18n>Sign in to follow it</ng-container>
          }
        </a>
      </div>
    }
    <p class="govuk-body" role="status">{{ said() }}</p>
    @if (refusal(); as sentence) {
      <p class="govuk-error-message" role="alert">{{ sentence }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakePart {
  private readonly api = inject(ProposalsApi);
  private readonly locale = inject(LOCALE_ID);

  readonly proposal = input.required<Proposal>();
  /** Something was changed, so the page may ask again. */
  readonly changed = output();

  protected readonly busy = signal<'support' | 'follow' | null>(null);
  protected readonly said = signal('');
  protected readonly refusal = signal<string | null>(null);
  protected readonly supported = linkedSignal(() => this.proposal().mine?.supported ?? false);
  protected readonly following = linkedSignal(() => this.proposal().mine?.following ?? false);
  protected readonly mayBeSupported = computed(() => takesSupport(this.proposal()));
  protected readonly supporters = computed(() => {
    const { supports } = this.proposal();
    return supports === 0 && this.mayBeSupported()
      ? $localize`Nobody has said yet that they support it.`
      : supportersTally(supports, this.locale);
  });

  protected support(): Promise<void> {
    const on = !this.supported();
    return this.send('support', async () => {
      await this.api.support(this.proposal().number, on);
      this.supported.set(on);
      this.said.set(
        on
          ? $localize`Your support is counted. Your name is not shown.`
          : $localize`Your support is taken back.`,
      );
    });
  }

  protected follow(): Promise<void> {
    const on = !this.following();
    return this.send('follow', async () => {
      await this.api.follow(this.proposal().number, on);
      this.following.set(on);
      this.said.set(
        on
          ? $localize`You follow it now. It is on your list of proposals.`
          : $localize`You no longer follow it.`,
      );
    });
  }

  private async send(what: 'support' | 'follow', act: () => Promise<void>): Promise<void> {
    this.busy.set(what);
    this.refusal.set(null);
    try {
      await act();
      this.changed.emit();
    } catch (cause) {
      this.said.set('');
      this.refusal.set(explain(cause).detail);
    } finally {
      this.busy.set(null);
    }
  }
}
