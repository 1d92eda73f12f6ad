import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Button, Details } from '@commonthread/govuk';
import { CopyButton } from '@commonthread/govuk/forms';
import { lastValue } from '../shell/last-value.js';
import { explain } from './refusals.js';
import { TogetherApi } from './together-api.js';

/** For its authors: who writes a proposal together, a link for one more, and the way out. */
@Component({
  selector: 'ct-co-authors',
  imports: [Button, CopyButton, Details],
  template: `
    @if (known(); as it) {
      @if (it.withdrawal; as wish) {
        <p class="govuk-body" i18n>
          {{ wish.agreed }} of {{ wish.of }} authors want to withdraw it. It is withdrawn when all do.
        </p>
        @if (wish.you) {
          <button ctButton="secondary" type="button" (click)="keep()" i18n>Keep it after all</button>
        }
      }
      <ct-details summary="Write it together with others" i18n-summary>
        <ul class="govuk-list">
          @for (author of it.authors; track $index) {
            <li>
              {{ author.label }}
              @if (author.you) {
                <ng-container i18n>(you)</ng-container>
              }
            </li>
          }
        </ul>
        <p class="govuk-body" i18n>
          A link lets one person join as an author, once, within 14 days. Authors are named in public, may
          change the text while it can be changed, and withdraw it only together.
        </p>
        @if (link(); as address) {
          <p class="govuk-body ct-anywhere">
            <code>{{ address }}</code>
          </p>
          <ct-copy-button [text]="address" what="the link" i18n-what />
        } @else {
          <button ctButton="secondary" type="button" [busy]="busy()" (click)="invite()" i18n>
            Make a link for one person
          </button>
        }
        @if (it.authors.length > 1) {
          <button ctButton="secondary" type="button" (click)="leave()" i18n>Leave its authors</button>
        }
      </ct-details>
    }
    @if (refusal(); as sentence) {
      <p class="govuk-error-message" role="alert">{{ sentence }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CoAuthors {
  private readonly api = inject(TogetherApi);

  readonly number = input.required<number>();
  /** Something was changed, so the page may ask again. */
  readonly changed = output();

  private readonly authors = this.api.authors(this.number);
  protected readonly known = lastValue(this.authors);
  private readonly token = signal<string | null>(null);
  protected readonly link = computed(() => {
    const token = this.token();
    return token && `${location.origin}/proposals/join?token=${token}`;
  });
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected invite(): Promise<void> {
    return this.run(async () => this.token.set((await this.api.invite(this.number())).token));
  }

  protected keep(): Promise<void> {
    return this.run(async () => {
      await this.api.keep(this.number());
      this.authors.reload();
    });
  }

  protected leave(): Promise<void> {
    return this.run(async () => {
      await this.api.leave(this.number());
      this.changed.emit();
    });
  }

  private async run(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await act();
    } catch (cause) {
      this.refusal.set(explain(cause).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
