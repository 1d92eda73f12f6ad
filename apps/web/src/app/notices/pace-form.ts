import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal } from '@angular/core';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { Radios } from '@commonthread/govuk/forms';
import { errorFor, refusalOf } from '../shell/refusal.js';
import { Waiting } from '../shell/waiting.js';
import { NoticesApi, type Pace } from './notices-api.js';

/** How often the reader wants news by e-mail; on screen it stays in any case. */
@Component({
  selector: 'ct-pace-form',
  imports: [Button, ErrorSummary, Radios, Waiting],
  template: `
    @if (errors().length > 0) {
      <ct-error-summary [errors]="errors()" />
    }
    @if (settings.hasValue()) {
      <form method="post" novalidate (submit)="save($event)">
        <ct-radios
          fieldId="pace"
          label="How often do you want news by e-mail?"
          i18n-label
          hint="Never more than one e-mail in that time. What becomes of your own proposals comes within the hour, unless you choose never."
          i18n-hint
          [choices]="choices"
          [error]="errorFor('pace')"
          [(value)]="pace"
        />
        <button ctButton type="submit" [busy]="state() === 'saving'" i18n>Save</button>
        <p class="govuk-body" role="status">
          @if (state() === 'saved') {
            <ng-container i18n>Saved.</ng-container>
          }
        </p>
      </form>
    } @else {
      <ct-waiting [resource]="settings" what="your settings" i18n-what />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaceForm {
  private readonly api = inject(NoticesApi);

  protected readonly settings = this.api.settings();
  protected readonly choices = [
    { value: 'at-once', label: $localize`At once, at most every hour` },
    { value: 'daily', label: $localize`Once a day` },
    { value: 'weekly', label: $localize`Once a week` },
    { value: 'none', label: $localize`Never: I look here` },
  ];
  protected readonly pace = linkedSignal<string>(() =>
    this.settings.hasValue() ? this.settings.value().pace : '',
  );
  protected readonly state = signal<'editing' | 'saving' | 'saved'>('editing');
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly errorFor = (field: string) => errorFor(this.errors(), field);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.errors.set([]);
    this.state.set('saving');
    try {
      await this.api.setPace(this.pace() as Pace);
      this.state.set('saved');
    } catch (cause) {
      this.errors.set([{ message: refusalOf(cause).detail, fieldId: 'pace' }]);
      this.state.set('editing');
    }
  }
}
