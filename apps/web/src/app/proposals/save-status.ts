import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  output,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SaveStatus } from './autosave.js';

/** Whether what was typed is stored, always in sight while writing. */
@Component({
  selector: 'ct-save-status',
  imports: [RouterLink],
  template: `
    <p class="govuk-body ct-saved" role="status">{{ sentence() }}</p>
    @if (failure(); as problem) {
      @if (problem.status === 401) {
        <p class="govuk-body">
          <a
            class="govuk-link"
            routerLink="/sign-in"
            rel="nofollow"
            [queryParams]="{ return: returnTo() }"
            i18n
            >Sign in and come back here</a
          >
        </p>
      } @else if (problem.title === 'proposal.changed-elsewhere') {
        <div class="govuk-button-group">
          <button type="button" class="govuk-button govuk-button--secondary" (click)="keepMine.emit()" i18n>
            Keep what is on this page
          </button>
          <button type="button" class="govuk-button govuk-button--secondary" (click)="takeTheirs.emit()" i18n>
            Load the other text
          </button>
        </div>
      } @else {
        <button type="button" class="govuk-button govuk-button--secondary" (click)="again.emit()" i18n>
          Try to save again
        </button>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveStatusLine {
  private readonly locale = inject(LOCALE_ID);

  readonly status = input.required<SaveStatus>();
  /** Where to come back to after signing in. */
  readonly returnTo = input.required<string>();
  readonly again = output();
  readonly keepMine = output();
  readonly takeTheirs = output();

  protected readonly failure = computed(() => {
    const status = this.status();
    return status.kind === 'failed' ? status.problem : null;
  });
  protected readonly sentence = computed(() => {
    const status = this.status();
    switch (status.kind) {
      case 'unchanged':
        return $localize`Your text is saved as you type.`;
      case 'waiting':
        return $localize`Not saved yet…`;
      case 'saving':
        return $localize`Saving…`;
      case 'saved':
        return $localize`Saved at ${this.time(status.at)}:time:`;
      case 'failed':
        return $localize`Not saved. ${status.problem.detail}:why:`;
    }
  });

  private time(at: Date): string {
    return new Intl.DateTimeFormat(this.locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at);
  }
}
