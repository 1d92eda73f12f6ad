import { ChangeDetectionStrategy, Component, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs, Button } from '@commonthread/govuk';
import { explain } from './refusals.js';
import { TogetherApi } from './together-api.js';

/** Where the link for a co-author leads: what it is about, and one button. */
@Component({
  selector: 'ct-join-page',
  imports: [Breadcrumbs, Button, RouterLink],
  template: `
    <ct-breadcrumbs [crumbs]="crumbs" />
    <h1 class="govuk-heading-xl" i18n>Write a proposal together</h1>
    @if (invited.hasValue()) {
      @let it = invited.value();
      <div class="ct-text">
        <p class="govuk-body-l" i18n>You are asked to be an author of proposal {{ it.number }}:</p>
        <h2 class="govuk-heading-l ct-anywhere">{{ it.title }}</h2>
        <p class="govuk-body ct-anywhere">{{ it.summary }}</p>
        <p class="govuk-body" i18n>
          The name you chose to show stands beside it in public; if you are under 18 it says “Young member”.
          If you supported it, that no longer counts: authors do not support their own. You can leave again.
        </p>
        <button ctButton type="button" [busy]="busy()" (click)="accept()" i18n>Join as an author</button>
      </div>
    } @else if (invited.error()) {
      <p class="govuk-body" i18n>This link was used already or is too old. Ask for a new one.</p>
      <p class="govuk-body">
        <a class="govuk-link" routerLink="/proposals" i18n>Look through the proposals</a>
      </p>
    }
    @if (refusal(); as sentence) {
      <p class="govuk-error-message" role="alert">{{ sentence }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JoinPage {
  private readonly api = inject(TogetherApi);
  private readonly router = inject(Router);

  /** Bound from the query. */
  readonly token = input<string>('');

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Proposals`, link: '/proposals' },
  ];
  protected readonly invited = resource({
    params: () => this.token(),
    loader: ({ params }) => this.api.invitation(params),
  });
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected async accept(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const { number } = await this.api.accept(this.token());
      await this.router.navigate(['/proposals', number]);
    } catch (cause) {
      this.refusal.set(explain(cause).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
